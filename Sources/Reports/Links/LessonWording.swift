package import Insights
internal import Markup
internal import Notes

/// Says a lesson in words: what was learned, what is done about it, and whether it showed.
package struct LessonWording {
    package let index: NotebookIndex
    package let citation: Citation

    /// Returns the lesson in its headline's words, and the facts that support it.
    package func content(_ lesson: Lesson) -> [Inline] {
        var facts = [Self.people(of: lesson)]
        if let topic = lesson.topic { facts.insert("#\(topic)", at: 0) }
        let (done, all) = doneActions(of: lesson)
        if all > 0 {
            facts.append("\(done) of \(Wording.count(all, "action")) done")
        } else if lesson.statements.contains(where: { !index[$0].plans.isEmpty }) {
            facts.append("a plan")
        }
        return [.strong(index[lesson.headline].text), .text(" " + facts.joined(separator: ", ") + ". ")]
            + citation.links(statements(of: lesson), in: index) + ["."]
    }

    /// Returns how many actions follow from a lesson, and how many of them are done.
    ///
    /// An action that was dropped does not count. A repeating action counts once, however often it was done.
    /// It counts as done when no more of it is to come.
    private func doneActions(of lesson: Lesson) -> (done: Int, all: Int) {
        var (done, all) = (0, 0)
        var repeating: [String: Bool] = [:]
        for statement in lesson.statements {
            for action in index[statement].actions {
                if let rule = action.repeats {
                    let key = "\(rule) \(action.text)"
                    repeating[key] = repeating[key, default: false] || action.isPending
                    continue
                }
                if action.state == .dropped { continue }
                all += 1
                if action.state == .done { done += 1 }
            }
        }
        return (done + repeating.values.count { !$0 }, all + repeating.count)
    }

    /// Returns how many people say the lesson: `2 people, 1 said the opposite, 1 more not sorted yet`.
    package static func people(of lesson: Lesson) -> String {
        ([count(of: lesson)] + others(than: lesson)).joined(separator: ", ")
    }

    /// Returns how many people say the lesson: `2 people`.
    ///
    /// `isTopicNamed` says whether the topic is named as what several people spoke of, because they may have
    /// said different things about it.
    package static func count(of lesson: Lesson, isTopicNamed: Bool = false) -> String {
        let count = lesson.peopleCount
        let topic = isTopicNamed && count > 1 ? lesson.topic.map { " on #\($0)" } : nil
        return Wording.count(count, "person", plural: "people") + (topic ?? "")
    }

    /// Returns how many others spoke of the lesson's topic: `1 said the opposite`, `1 more not sorted yet`.
    package static func others(than lesson: Lesson) -> [String] {
        let (opposed, more) = (lesson.opposedCount, lesson.unsortedCount)
        return [
            opposed > 0 ? "\(opposed) said the opposite" : nil,
            more > 0 ? "\(more) more not sorted yet" : nil,
        ].compactMap(\.self)
    }

    /// Returns what is surely so of a lesson that nothing showed of.
    ///
    /// What was praised was tried, though nobody noted how it went; and what is tied to no lesson may be
    /// about this one.
    package static func untried(_ lesson: Lesson) -> String {
        if lesson.praise != nil { return "nothing noted" }
        return lesson.mayHaveBeenTried ? "nothing tied to it" : "not tried"
    }

    /// Returns `1 loose slip`: loose evidence that may belong to the lesson too; nil if there is none.
    package static func loose(_ lesson: Lesson) -> String? {
        let slips = lesson.looseShowings.count { $0.kind == .slipped }
        let successes = lesson.looseShowings.count - slips
        let words = [
            slips == 0 ? nil : Wording.count(slips, "loose slip"),
            successes == 0 ? nil : Wording.count(successes, "loose success", plural: "loose successes"),
        ].compactMap(\.self)
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }

    /// Returns the headline first, then the other statements, and then what else counts.
    private func statements(of lesson: Lesson) -> [FeedbackID] {
        [lesson.headline] + lesson.statements.filter { $0 != lesson.headline } + lesson.seconded
    }

    /// Returns what showed of a lesson: how often the latest kind of evidence occurred, and then the
    /// evidence, latest first.
    package func standing(of lesson: Lesson) -> [Inline] {
        var loose: [Inline] = []
        if let words = Self.loose(lesson) {
            loose =
                [.text(" Besides \(words): ")]
                + lesson.looseShowings.prefix(3).enumerated().flatMap {
                    ($0 > 0 ? [", "] : []) + links($1)
                } + ["."]
        }
        guard let last = lesson.showings.last else {
            if let id = lesson.workedBefore, lesson.praise == nil {
                let link = citation.link(to: index.notes[id.note], line: index[id].position.line)
                let untried = lesson.mayHaveBeenTried ? "Nothing is tied to it yet" : "Not yet shown"
                return [.text("\(untried), but worked at "), link, " before this was said."] + loose
            }
            guard let praise = lesson.praise else {
                return [lesson.mayHaveBeenTried ? "Nothing is tied to it yet." : "Not yet shown."] + loose
            }
            let cited = index.line(of: praise)
            return ["Nothing noted yet, praised at ", citation.link(to: cited.note, line: cited.line), "."]
                + loose
        }
        let all = lesson.showings.count
        var inlines: [Inline] = []
        if all > 1 {
            inlines = [
                .text("\(Wording.sentence(last.kind.rawValue)) \(lesson.count(last.kind)) of \(all): ")
            ]
        }
        var later: Lesson.Showing?
        for showing in lesson.showings.reversed().prefix(Self.mostShowings) {
            let word = "\(showing.kind.rawValue) at "
            if let later {
                let isEarlier = later.day.map { day in showing.latestDay.map { $0 < day } ?? false } ?? false
                let order = isEarlier ? "before that" : "and"
                inlines.append(.text(later.kind == showing.kind ? " and " : ", \(order) \(word)"))
            } else {
                inlines.append(.text(all > 1 ? word : Wording.sentence(word)))
            }
            inlines += links(showing)
            if showing.day == nil, all > 1 { inlines.append(" (no date)") }
            if let saidLater = index.saidLater(showing, lesson) {
                inlines.append(.text(" (\(saidLater.words))"))
            }
            later = showing
        }
        let rest = all - Self.mostShowings
        return inlines + [.text(rest > 0 ? ", and \(rest) more." : ".")] + loose
    }

    private static let mostShowings = 4

    /// Returns links to where it went so in an interview.
    private func links(_ showing: Lesson.Showing) -> [Inline] {
        let ids = showing.allEvidence.filter { index[$0].kind == showing.kind }
        return citation.links(ids.map { ($0.note, index[$0].position.line) }, in: index)
    }
}

extension SaidLater {
    package var words: String {
        switch self {
        case .allOfIt: "before this was said"
        case .theseWords: "before it was said in these words"
        }
    }
}
