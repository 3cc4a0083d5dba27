package import Insights
internal import Markup
internal import Notes

// Says the lessons to carry in, or what to do if there are none.
extension PrepText {
    package var nothingToCarryIn: [Inline] {
        var content: [Inline] = ["Nothing has been swallowed yet, so there is no lesson to carry in."]
        let (unsorted, chewed) = (sheet.unsortedCount, sheet.chewedCount)
        if unsorted > 0 {
            content += [
                .text(
                    " \(Wording.count(unsorted, "piece")) of feedback \(unsorted == 1 ? "is" : "are") not sorted yet: "
                ),
                .code("debrief triage"), ".",
            ]
        }
        if chewed > 0 {
            content.append(.text(" \(chewed) \(chewed == 1 ? "is" : "are") still in chew."))
        }
        if unsorted + chewed > 0 {
            content += [" Put ", .code("swallow:"), " in front of what rings true."]
        }
        for said in sheet.saidBySeveral.prefix(3) {
            content += [
                .text(
                    " \(Wording.count(said.peopleCount, "person", plural: "people")) spoke of #\(said.topic) "
                ),
                citation.link(to: notes[said.newest.note], line: index[said.newest].position.line), ".",
            ]
        }
        return content
    }

    package func item(_ entry: LessonRanking.Entry) -> Markdown.Item {
        let lesson = entry.lesson
        let home = lesson.headline.note
        var content: [Inline] = [
            .strong(cut(index[lesson.headline].text)), .text(" " + facts(entry) + "; "),
        ]
        content += standing(entry) + [". "]
        content.append(citation.link(to: notes[home], line: index[lesson.headline].position.line))
        for id in lesson.statements + lesson.seconded where page.linksAll && id != lesson.headline {
            content += [", ", citation.link(to: notes[id.note], line: index[id].position.line)]
        }
        let plans = lesson.statements.sorted {
            ($0 == lesson.headline ? 0 : 1) < ($1 == lesson.headline ? 0 : 1)
        }
        .flatMap { statement in index[statement].plans.map { (note: statement.note, plan: $0) } }
        let items = plans.prefix(page.plans).map { note, plan in
            Markdown.Item([.text(cue(plan.text) + " ")] + reference(note, plan.position.line, home: home))
        }
        return .init(content, items: items + perhapsTheSame(lesson))
    }

    /// Returns what is counted with a lesson, because one topic is proposed for both.
    private func perhapsTheSame(_ lesson: Lesson) -> [Markdown.Item] {
        let shown = lesson.proposed.prefix(page.plans)
        let rest = lesson.proposed.count - shown.count
        return shown.enumerated().map { number, other in
            let said = other.headline
            let more = number == shown.count - 1 && rest > 0 ? ", and \(rest) more" : ""
            return Markdown.Item(
                [.text("Perhaps the same: \(Wording.quoted(cut(index[said].text), widest: .max)) ")]
                    + reference(said.note, index[said].position.line, home: lesson.headline.note)
                    + [.text(more)])
        }
    }

    /// Returns `4 people, Dana Ruiz among them, also here, last in November`.
    private func facts(_ entry: LessonRanking.Entry) -> String {
        let lesson = entry.lesson
        let people = lesson.peopleCount
        var facts = [LessonWording.count(of: lesson, isTopicNamed: true)]
        let isOfOwn = entry.people == people
        if isOfOwn, let names = speakers(entry) { facts.append(names) }
        let here = lesson.notes.count { sheet.sharedFacts[$0].contains(.company) }
        if here > 0 { facts.append(here == lesson.notes.count ? "here" : "also here") }
        if let last = lesson.last { facts.append("last in \(Wording.month(last, from: today))") }
        if let topic = lesson.topicOfProposed {
            let more = entry.people - people
            facts.append(
                more > 0 ? "\(more) more if #\(topic) is what they mean" : "perhaps of #\(topic) too")
        }
        if !isOfOwn, let names = speakers(entry) { facts.append(names) }
        return (facts + LessonWording.others(than: lesson)).joined(separator: ", ")
    }

    /// Returns `Dana Ruiz among them`: who of those who said the lesson interviews this time; nil if none does.
    ///
    /// Who said something else on the topic is quoted: it may not be what the headline says.
    private func speakers(_ entry: LessonRanking.Entry) -> String? {
        let known = Set(entry.speakers.filter(\.person.isOfCompany).map(\.person.name))
        let speakers = entry.speakers.filter { $0.person.isOfCompany || !known.contains($0.person.name) }
        if speakers.isEmpty { return nil }
        let areAll = speakers.count == entry.people
        if speakers.allSatisfy(\.agrees) || speakers.count > Self.mostQuoted {
            let names = cut(Wording.list(speakers.map { name(of: $0) }), to: 40)
            return "\(names) \(areAll && speakers.count <= Self.mostQuoted ? "said so" : "among them")"
        }
        let named = speakers.map { speaker in
            speaker.agrees
                ? name(of: speaker)
                : "\(name(of: speaker)) (\(Wording.quoted(cut(index[speaker.said].text, to: 56), widest: .max)))"
        }
        return Wording.list(named) + (areAll ? "" : " among them")
    }

    /// The largest number of interviewers who are quoted.
    private static let mostQuoted = 3

    private func name(of speaker: LessonRanking.Speaker) -> String { name(speaker.person) }

    /// Returns the name of an interviewer; with an article, where it may be somebody else of that name.
    package func name(_ person: Acquaintances.Acquaintance) -> String {
        person.isOfCompany ? person.name : Wording.withArticle(person.name)
    }

    /// Returns `worked 2 of 3, last at Hooli`.
    private func standing(_ entry: LessonRanking.Entry) -> [Inline] {
        let lesson = entry.lesson
        let loose = LessonWording.loose(lesson).map { [Inline.text("; \($0)")] } ?? []
        let praise = entry.showings.isEmpty ? lesson.praise : nil
        let untried = LessonWording.untried(lesson)
        let praised =
            praise.map { ["; praised at "] + cited(index.line(of: $0)) } ?? []
        guard let last = lesson.showings.last else {
            guard let id = lesson.workedBefore else { return [.text("\(untried) yet")] + praised + loose }
            let place = cited((notes[id.note], index[id].position.line))
            return [.text("\(untried) yet, but worked at ")] + place + [.text(" before this was said")]
                + praised + loose
        }
        let (all, count) = (lesson.showings.count, lesson.count(last.kind))
        let preposition = lesson.showings.isLastKnown ? ", last at " : ", at "
        let words =
            (entry.showings.isEmpty ? "\(untried) for two years, " : "") + last.kind.rawValue
            + (all > 1 ? " \(count) of \(all)\(preposition)" : " at ")
        let before = index.saidLater(last, lesson).map { [Inline.text(", \($0.words)")] } ?? []
        return [.text(words)] + cited((notes[last.evidence.note], index[last.evidence].position.line))
            + before
            + praised
            + loose
    }

    /// Returns a citation: a link if every citation is linked, and otherwise the note's name and the line.
    private func cited(_ source: (note: Note, line: Int)) -> [Inline] {
        if page.linksAll { return [citation.link(to: source.note, line: source.line)] }
        return [.text("\(source.note.shortName):\(source.line)")]
    }

    /// Returns an if–then plan as something to say to oneself.
    ///
    /// The text after `if:` gets its first word back, unless it has a word of its own for when.
    private func cue(_ plan: String) -> String {
        let first = plan.prefix { $0.isLetter }.lowercased()
        return cut(Self.wordsForWhen.contains(first) ? Wording.sentence(plan) : "If \(plan)")
    }

    private static let wordsForWhen: Set<String> = [
        "if", "when", "whenever", "once", "before", "after", "while", "during", "as", "should", "every",
        "each",
    ]
}
