package import Insights
internal import Markup
internal import Notes

// Picks the stories to have ready, and says what answered the questions that may come again.

extension PrepSheet {
    /// The most stories that a sheet has.
    ///
    /// Nobody keeps more than that ready.
    package static let mostStories = 3

    /// Returns the ranking of the stories for an interview.
    package static func stories(
        _ book: StoryBook, _ asked: [AskedQuestion], lessons: [LessonRanking.Entry], for occasion: Occasion,
        _ sharedFacts: [SharedFacts], in index: NotebookIndex
    ) -> StoryRanking {
        var finder = NoteTopicFinder(index)
        let questions = asked.map { asked -> StoryRanking.ExpectedQuestion in
            let written = index.topics(of: asked.question)
            var topics = written
            // No topic is proposed for "Why us?", which asks for no story.
            if written.isEmpty, index.asksForStory(asked.question) {
                finder.read(asked.question.text, of: asked.question.questions.last?.note ?? 0)
                topics = finder.proposals(isQuestion: true).map(\.topic)
            }
            let answers = asked.answers.compactMap { $0.story?.story }
            return StoryRanking.ExpectedQuestion(
                group: asked.question, isOfCompany: asked.isOfCompany, topics: topics,
                areProposed: written.isEmpty, answers: Set(answers))
        }
        let own = occasion.note.map { index.notes[$0].topics } ?? []
        let carried = lessons.prefix(PrepPage().lessons).compactMap {
            $0.lesson.topicOfProposed ?? $0.lesson.topic
        }
        return StoryRanking(book, questions, topics: own + carried, in: index) {
            !sharedFacts[$0].isDisjoint(with: [.company, .interviewer])
        }
    }
}

extension PrepText {
    /// The stories to have ready.
    ///
    /// One is, for example, `**The label outage**, for #ownership; worked at Globex, onsite.` and a link to
    /// it.
    package var stories: [Markdown.Item] {
        guard let ranking = sheet.stories else { return [] }
        return ranking.entries.prefix(min(page.stories, PrepSheet.mostStories)).map { entry in
            let id = entry.story.story
            var content: [Inline] = [
                .strong(cut(index[id].text)),
                .text("\(fit(entry)); \(standing(entry.story))\(lacks(id)). "),
            ]
            content.append(
                citation.link(
                    to: notes[id.note], line: index[id].position.line, isShort: id.note == occasion.note
                ))
            return .init(content)
        }
    }

    /// How many stories the sheet would have if there were room for all.
    package var storyCount: Int { min(sheet.stories?.entries.count ?? 0, PrepSheet.mostStories) }

    /// Returns what a story lacks to be told well: `; it has no task`.
    private func lacks(_ id: StoryID) -> String {
        if index[id].parts.isEmpty { return "; only its name is written" }
        let gaps = index[id].gaps
        return gaps.isEmpty ? "" : "; it has \(Wording.list(gaps))"
    }

    /// Returns what a story is for: the topic of a question, or the question that it answered elsewhere.
    ///
    /// On a page the question has what the rest leaves of the line.
    private func fit(_ entry: StoryRanking.Entry) -> String {
        let rest =
            cut(index[entry.story.story].text) + standing(entry.story) + lacks(entry.story.story)
            + notes[entry.story.story.note].shortName
        let room = page.linksAll ? .max : max(28, PrepPage.columns - TextWidth.of(rest) - 20)
        let question = entry.question.map { Wording.quoted($0.text, widest: room) }
        guard let topic = entry.topic else { return question.map { ", for \($0)" } ?? "" }
        let asked = page.linksAll ? question.map { ", as in \($0)" } : nil
        return ", for #\(topic)\(asked ?? "")"
    }

    /// Returns `worked 2 of 3, last at Globex, onsite`; on a page without the interview.
    package func standing(_ story: StoryBook.Entry) -> String {
        guard let last = story.showings.last else { return PrepSheet.told(story) }
        let words = PrepSheet.showed(story, last)
        if !page.linksAll { return words }
        return words
            + (story.showings.count > 1 ? ", \(story.showings.isLastKnown ? "last " : "")at " : " at ")
            + notes[last.evidence.note].shortName
    }

    /// Returns what answered a question before:
    /// `; answered by The label outage, which worked at Globex, onsite`.
    package func answer(to asked: PrepSheet.AskedQuestion) -> [Inline] {
        // An answer that worked counts most, and otherwise the latest.
        let worked = asked.answers.last { $0.kind(in: index) == .worked }
        guard let answer = worked ?? asked.answers.last else { return [] }
        let telling = index[answer.telling]
        let name = answer.story.map { index[$0.story].text } ?? telling.text
        if name.isEmpty { return [] }
        let how = answer.kind(in: index).map { "which \($0.rawValue)" } ?? "told"
        return [
            .text("; answered by "), .strong(cut(name, to: page.linksAll ? nil : 60)),
            .text(", \(how) at \(notes[answer.telling.note].shortName)\(toldHere(answer))"),
        ]
    }

    /// Returns `; told here too` if this company has heard a story, and it was told elsewhere last.
    private func toldHere(_ answer: Answer) -> String {
        func isHere(_ telling: TellingID) -> Bool { sheet.sharedFacts[telling.note].contains(.company) }
        guard let story = answer.story, !isHere(answer.telling), story.tellings.contains(where: isHere) else {
            return ""
        }
        return "; told here too"
    }
}

extension PrepSheet {
    /// Returns what counted for each story, in words.
    package func storyReasons(_ citation: Citation) -> [Markdown.Item] {
        guard let stories else { return [] }
        let ranked = stories.entries.map { entry -> Markdown.Item in
            var why: String
            switch (entry.question, entry.topic) {
            case (let question?, let topic?):
                why =
                    "#\(topic) is \(entry.isProposed ? "proposed for" : "a topic of") \(Wording.quoted(question.text))"
            case (let question?, nil): why = "it answered \(Wording.quoted(question.text)) elsewhere"
            case (nil, let topic?): why = "#\(topic) is a topic of this interview, or of a lesson to carry in"
            case (nil, nil): why = "it fits"
            }
            switch entry.fit {
            case .company: why += ", which this company asked"
            case .round: why += ", which was asked in this kind of round"
            case .topic: break
            }
            if entry.questionCount > 1 { why += "; it fits \(entry.questionCount) such questions" }
            let showed =
                entry.story.showings.last.map { Self.showed(entry.story, $0) }
                ?? Self.told(entry.story)
            return reason(entry.story, "\(why); \(showed)", citation)
        }
        return ranked
            + stories.toldHere.map {
                reason($0, "told here or to one of the interviewers before, so it is left out", citation)
            }
    }

    /// Returns `told twice, nothing noted`: what is known of a story without evidence.
    package static func told(_ story: StoryBook.Entry) -> String {
        story.notTold ?? "told \(Wording.times(story.tellings.count)), nothing noted"
    }

    /// Returns `worked 2 of 3`, or that this was too long ago to say anything.
    package static func showed(_ story: StoryBook.Entry, _ last: Lesson.Showing) -> String {
        let (count, all) = (story.count(last.kind), story.showings.count)
        return last.kind.rawValue + (all > 1 ? " \(count) of \(all)" : "")
            + (story.standing == .untried ? ", over two years ago" : "")
    }

    private func reason(_ story: StoryBook.Entry, _ why: String, _ citation: Citation) -> Markdown.Item {
        let id = story.story
        return .init([
            .text("\(TextWidth.cut(index[id].text, to: 60)): \(why). "),
            citation.link(to: index.notes[id.note], line: index[id].position.line),
        ])
    }
}
