package import Insights
internal import Markup
internal import Notes

extension StoriesReport {
    /// Returns the report in a form.
    ///
    /// - Parameters:
    ///   - form: The form to write it in.
    ///   - base: What the links to notes are relative to.
    ///   - isExplained: Whether to add why several wordings count as one question.
    /// - Returns: The report as UTF-8.
    public func bytes(
        as form: ReportForm, linkingFrom base: LinkBase = .notebook, isExplained: Bool = false
    ) -> [UInt8] {
        var text = StoriesText(report: self, citation: Citation(base: base), isExplained: isExplained)
        return form.bytes(text.markdown(), as: .stories)
    }
}

/// Says the report on stories in words, one section a function.
///
/// A section without content is left out.
package struct StoriesText {
    package let report: StoriesReport
    package let citation: Citation
    package let isExplained: Bool
    private var text = Markdown()

    private var index: NotebookIndex { report.index }
    private var wording: StoryWording { StoryWording(index: index, citation: citation) }
    private static let mostQuestions = 30

    package init(report: StoriesReport, citation: Citation, isExplained: Bool) {
        self.report = report
        self.citation = citation
        self.isExplained = isExplained
    }

    package mutating func markdown() -> Markdown {
        text.heading(1, "Your stories, \(index.today)")
        if report.stories.isEmpty { beginning() }
        stories()
        questions()
        gaps()
        return text
    }

    private mutating func beginning() {
        let told = report.questions.flatMap(\.answers).map(\.telling).filter { !index[$0].text.isEmpty }
        var none: [Inline] = ["There is no story in this notebook yet. "]
        if !told.isEmpty {
            none = ["No story is written out yet; told in words: "]
            for (number, telling) in told.prefix(3).enumerated() {
                none += [
                    .text(number > 0 ? ", " : ""), .strong(index[telling].text), " ",
                    citation.link(to: index.notes[telling.note], line: index[telling].position.line),
                ]
            }
            none.append(.text(told.count > 3 ? " and \(told.count - 3) more. " : ". "))
        }
        text.paragraph(
            none + [
                "Write each that you may tell below ",
                .code("## Stories"),
                ", in any note: ", .code("- story: The label outage #ownership ^outage"),
                ", and below it what makes it one: ", .code("- S: …"), ", ", .code("- T: …"), ", ",
                .code("- A: …"),
                ", ", .code("- R: …"), ". Below the question that it answered: ", .code("- told: ^outage"),
                ".",
            ])
    }

    // MARK: Stories

    private mutating func stories() {
        if report.stories.isEmpty { return }
        text.heading(2, "Stories")
        text.list(report.stories.map(item))
    }

    private func item(_ entry: StoryBook.Entry) -> Markdown.Item {
        let id = entry.story
        let topics = index[id].topics.map { " #\($0)" }.joined()
        var lines: [[Inline]] = []
        if !entry.tellings.isEmpty {
            lines.append(["Told: "] + citation.links(entry.tellings, in: index) + ["."])
        }
        if !entry.showings.isEmpty { lines.append(wording.showed(entry)) }
        let gaps = index[id].gaps
        if !gaps.isEmpty { lines.append([.text("It has \(Wording.list(gaps)).")]) }
        return .init(
            [
                .strong(index[id].text), .text("\(topics), \(wording.timesTold(entry)). "),
                citation.link(to: index.notes[id.note], line: index[id].position.line),
            ], lines: lines)
    }

    // MARK: Questions

    private mutating func questions() {
        if report.questions.isEmpty { return }
        text.heading(2, "Questions they asked")
        let shown = report.tellingQuestions.prefix(Self.mostQuestions)
        text.list(shown.map(item))
        let rest = report.questions.count - shown.count
        if rest == 0 { return }
        let count = shown.isEmpty ? Wording.count(rest, "question") : "And \(rest) more"
        let why = shown.count < Self.mostQuestions ? ", asked once and answered by no story" : ""
        text.paragraph([.text("\(count)\(why): "), .code("debrief list --questions"), "."])
    }

    private func item(_ question: StoriesReport.AskedQuestion) -> Markdown.Item {
        let group = question.group
        let topics = question.topics.map { " #\($0)" }.joined()
        let times = group.questions.count
        var counts = question.companyCount > 1 ? ["\(question.companyCount) companies"] : []
        if times > max(question.companyCount, 1) { counts.append(Wording.times(times)) }
        let facts = counts.isEmpty ? "" : ", " + counts.joined(separator: ", ")
        var lines = wording.answers(question.answers)
        if !group.otherWordings.isEmpty { lines.append(others(group)) }
        return .init(
            [.text("\(Wording.quoted(group.text, widest: 100))\(topics)\(facts) ")]
                + citation.links(group.questions.reversed(), in: index) + ["."], lines: lines)
    }

    /// Returns the other wordings of a question.
    ///
    /// If asked to explain, it adds the words that the wordings share.
    private func others(_ group: QuestionGroup) -> [Inline] {
        let words = group.otherWordings.prefix(3).map { Wording.quoted(index[$0].text) }
        let more = group.otherWordings.count - words.count
        let list = Wording.list(words + (more > 0 ? ["\(more) more"] : []))
        let shared = group.commonWords.map { "\"\($0)\"" }
        let why = isExplained && !shared.isEmpty ? ", which share \(Wording.list(shared))" : ""
        return [.text("Also asked as \(list)\(why).")]
    }

    // MARK: Gaps

    private mutating func gaps() {
        let (topics, questions) = (report.topicGaps, report.questionGaps)
        if topics.isEmpty && questions.isEmpty { return }
        text.heading(2, "Gaps")
        let aboutTopics = topics.map { gap in
            gapItem("#\(gap.topic)", gap.companyCount, "asked", "no story has it", gap.questions)
        }
        let aboutQuestions = questions.map { question in
            gapItem(
                Wording.quoted(question.group.text, widest: 100), question.companyCount,
                question.group.otherWordings.isEmpty ? "asked" : "asked this or the like",
                "no story answered it",
                question.group.questions)
        }
        text.list(aboutTopics + aboutQuestions)
    }

    private func gapItem(
        _ name: String, _ companies: Int, _ asked: String, _ lack: String, _ ids: [QuestionID]
    ) -> Markdown.Item {
        let words: [Inline] = [.strong(name), .text(": \(companies) companies \(asked), and \(lack). ")]
        return Markdown.Item(words + citation.links(ids, in: index) + ["."])
    }
}

/// Says in words where stories were told and how that went.
package struct StoryWording {
    package let index: NotebookIndex
    package let citation: Citation

    /// Returns `told 3 times at 2 companies`.
    package func timesTold(_ entry: StoryBook.Entry) -> String {
        if let words = entry.notTold { return words }
        var companies = CompanyCounter(index)
        let count = companies.count(entry.tellings.map(\.note))
        let times = "told \(Wording.times(entry.tellings.count))"
        return count < 2 ? times : "\(times) at \(count) companies"
    }

    /// Returns how a story last showed, how often it did so, and where.
    ///
    /// For example, it is `Worked 2 of 3, last at Globex, onsite:14.`
    package func showed(_ entry: StoryBook.Entry) -> [Inline] {
        guard let last = entry.showings.last else { return [] }
        let (count, all) = (entry.count(last.kind), entry.showings.count)
        let words =
            Wording.sentence(last.kind.rawValue)
            + (all > 1 ? " \(count) of \(all), \(entry.showings.isLastKnown ? "last " : "")at " : " at ")
        return [.text(words), link(last.evidence), "."]
    }

    private static let mostAnswers = 4

    /// Returns a line for each story that answered a question: how it went and where, the newest first.
    package func answers(_ answers: [Answer]) -> [[Inline]] {
        var lines: [(name: String, words: [Inline])] = []
        for answer in answers.suffix(Self.mostAnswers).reversed() {
            let name = name(of: answer)
            let kind = answer.kind(in: index)
            let how = kind?.rawValue ?? (answer.showed.isEmpty ? "told" : "worked and slipped")
            let telling = answer.telling
            // Where it worked and slipped, the lines of both stand below the telling.
            let cited =
                (kind == nil ? nil : answer.showed.first).map { link($0) }
                ?? citation.link(to: index.notes[telling.note], line: index[telling].position.line)
            if let number = lines.firstIndex(where: { $0.name == name }) {
                lines[number].words += [.text(", \(how) at "), cited]
            } else {
                lines.append((name, [.text("\(how) at "), cited]))
            }
        }
        return lines.map { ["Answered by ", .strong($0.name), ": "] + $0.words + ["."] }
    }

    /// Returns the name of what answered a question: the story, the words, or `^name (not one story)`.
    private func name(of answer: Answer) -> String {
        if let story = answer.story { return index[story.story].text }
        let telling = index[answer.telling]
        return telling.text.isEmpty ? "^\(telling.id ?? "") (not one story)" : telling.text
    }

    private func link(_ id: EvidenceID) -> Inline {
        citation.link(to: index.notes[id.note], line: index[id].position.line)
    }
}

extension Citation {
    /// Returns links to several questions, or tellings of stories.
    ///
    /// After the first link to a note, those that follow it are short.
    package func links(_ ids: [QuestionID], in index: NotebookIndex) -> [Inline] {
        links(ids.map { ($0.note, index[$0].position.line) }, in: index)
    }

    package func links(_ ids: [TellingID], in index: NotebookIndex) -> [Inline] {
        links(ids.map { ($0.note, index[$0].position.line) }, in: index)
    }
}
