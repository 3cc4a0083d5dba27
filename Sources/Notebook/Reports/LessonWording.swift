internal import Markup

/// Says a lesson in words: what was learned, what is done about it, and whether it showed.
struct LessonWording {
    let index: Index
    let citation: Citation

    /// The lesson in its headline's words, and the facts behind them.
    func content(_ lesson: Lesson) -> [Inline] {
        var facts = [Wording.count(lesson.sources.count, "person", plural: "people")]
        if let topic = lesson.topic { facts.insert("#\(topic)", at: 0) }
        var (done, all) = (0, 0)
        for place in lesson.statements {
            for action in index[place].actions {
                all += 1
                if !action.isPending { done += 1 }
            }
        }
        if all > 0 {
            facts.append("\(done) of \(Wording.count(all, "action")) done")
        } else if lesson.statements.contains(where: { !index[$0].plans.isEmpty }) {
            facts.append("a plan")
        }
        return [.strong(index[lesson.headline].text), .text(" " + facts.joined(separator: ", ") + ". ")]
            + citation.links(places(of: lesson), in: index) + ["."]
    }

    /// The headline's place first, then those of the other statements.
    private func places(of lesson: Lesson) -> [FeedbackPlace] {
        [lesson.headline] + lesson.statements.filter { $0 != lesson.headline }
    }

    /// What showed of a lesson: the latest first, for that is where one stands.
    func standing(of lesson: Lesson) -> [Inline] {
        guard !lesson.showings.isEmpty else { return ["Not yet shown."] }
        var inlines: [Inline] = []
        var kind: Evidence.Kind?
        for showing in lesson.showings.reversed().prefix(4) {
            let word = showing.kind == .worked ? "worked at " : "slipped at "
            let isSame = kind == showing.kind
            inlines.append(
                .text(kind == nil ? Wording.sentence(word) : isSame ? " and " : ", before that \(word)"))
            inlines.append(
                citation.link(to: index.notes[showing.place.note], line: index[showing.place].place.line))
            kind = showing.kind
        }
        return inlines + ["."]
    }
}
