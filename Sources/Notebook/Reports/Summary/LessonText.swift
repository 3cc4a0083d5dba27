internal import Markup

// The course corrections, and whether they have shown.
extension SummaryText {
    private static let mostLessons = 12

    mutating func courseCorrections() {
        guard !summary.lessons.isEmpty else { return }
        text.heading(2, "Course corrections")
        text.list(summary.lessons.prefix(Self.mostLessons).map(item))
        if summary.lessons.count > Self.mostLessons {
            text.paragraph([.text("And \(summary.lessons.count - Self.mostLessons) more.")])
        }
    }

    private func item(_ lesson: Lesson) -> Markdown.Item {
        var facts = [Wording.count(lesson.sources.count, "person", plural: "people")]
        if let topic = lesson.topic { facts.insert("#\(topic)", at: 0) }
        let actions = lesson.statements.flatMap { summary.whole[$0].actions }
        if !actions.isEmpty {
            let done = actions.count { !$0.isPending }
            facts.append("\(done) of \(Wording.count(actions.count, "action")) done")
        } else if lesson.statements.contains(where: { !summary.whole[$0].plans.isEmpty }) {
            facts.append("a plan")
        }
        let content: [Inline] =
            [.strong(summary.whole[lesson.headline].text), .text(" " + facts.joined(separator: ", ") + ". ")]
            + citation.links(places(of: lesson)) + ["."]
        return .init(content, lines: [standing(of: lesson)])
    }

    /// The headline's place first, then those of the other statements.
    private func places(of lesson: Lesson) -> [(note: Note, line: Int)] {
        ([lesson.headline] + lesson.statements.filter { $0 != lesson.headline }).map {
            summary.whole.line(of: $0)
        }
    }

    /// What showed of a lesson: the latest first, for that is where one stands.
    private func standing(of lesson: Lesson) -> [Inline] {
        guard !lesson.showings.isEmpty else { return ["Not yet shown."] }
        var inlines: [Inline] = []
        var kind: Evidence.Kind?
        for showing in lesson.showings.reversed().prefix(4) {
            let word = showing.evidence.kind == .worked ? "worked at " : "slipped at "
            let isSame = kind == showing.evidence.kind
            inlines.append(
                .text(kind == nil ? Wording.sentence(word) : isSame ? " and " : ", before that \(word)"))
            inlines.append(
                citation.link(to: summary.whole.notes[showing.note], line: showing.evidence.place.line))
            kind = showing.evidence.kind
        }
        return inlines + ["."]
    }
}
