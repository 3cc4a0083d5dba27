internal import Insights
internal import Markup
internal import Notes

// Says the course corrections, and whether they have shown.
extension SummaryText {
    private static let mostLessons = 12

    package mutating func courseCorrections() {
        guard !summary.lessons.isEmpty || !summary.slips.isEmpty else { return }
        let wording = LessonWording(index: summary.whole, citation: citation)
        text.heading(2, "Course corrections")
        if let chart = lessonChart(summary.lessons.prefix(Self.mostLessons)) { text.chart(chart) }
        text.list(
            summary.lessons.prefix(Self.mostLessons).map { lesson in
                .init(wording.content(lesson), items: [.init(wording.standing(of: lesson))])
            })
        if summary.lessons.count > Self.mostLessons {
            text.paragraph([.text("And \(summary.lessons.count - Self.mostLessons) more.")])
        }
        slipsOfNoLesson()
    }

    /// Says what slipped although nothing that was swallowed is about it, newest first.
    private mutating func slipsOfNoLesson() {
        if summary.slips.isEmpty { return }
        let whole = summary.whole
        text.paragraph(
            [.strong("Slipped, tied to no lesson"), ": "]
                + some(summary.slips.reversed()) { id in
                    let topics = whole[id].topics.map { "#\($0)" }.joined(separator: " ")
                    return quoted(
                        whole[id].text, topics.isEmpty ? nil : topics,
                        (whole.notes[id.note], whole[id].position.line))
                })
    }
}
