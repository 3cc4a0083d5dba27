// The course corrections, and whether they have shown.
extension SummaryText {
    private static let mostLessons = 12

    mutating func courseCorrections() {
        guard !summary.lessons.isEmpty else { return }
        let wording = LessonWording(index: summary.whole, citation: citation)
        text.heading(2, "Course corrections")
        text.list(
            summary.lessons.prefix(Self.mostLessons).map { lesson in
                .init(wording.content(lesson), lines: [wording.standing(of: lesson)])
            })
        if summary.lessons.count > Self.mostLessons {
            text.paragraph([.text("And \(summary.lessons.count - Self.mostLessons) more.")])
        }
    }
}
