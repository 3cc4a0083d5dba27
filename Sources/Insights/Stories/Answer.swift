package import Notes

/// What was told as an answer to a question, and how it went.
package struct Answer: Sendable {
    package let telling: TellingID
    /// The story that was told; nil if it is not known which story of the notebook was told.
    package let story: StoryBook.Entry?
    /// The evidence of how the answer went, in reading order.
    package let showed: [EvidenceID]

    /// Returns how the answer went; nil if there is no evidence, or evidence of both kinds.
    package func kind(in index: NotebookIndex) -> Evidence.Kind? {
        let kinds = Set(showed.map { index[$0].kind })
        return kinds.count == 1 ? kinds.first : nil
    }

    /// Returns all answers that a question ever got, earliest first.
    package static func all(to group: QuestionGroup, _ book: StoryBook, in index: NotebookIndex) -> [Answer] {
        if book.answers.isEmpty { return [] }
        return group.questions.flatMap { id in
            let tellings = book.answers[id] ?? []
            let stories = tellings.map { book.story(of: $0) }
            return zip(tellings, stories).map { telling, story in
                Answer(
                    telling: telling, story: story,
                    showed: index.showed(of: telling, to: id, isAlone: tellings.count == 1))
            }
        }
    }
}

extension NotebookIndex {
    /// Returns the evidence that stands below a telling, or below its question if nothing else was told
    /// there.
    fileprivate func showed(
        of telling: TellingID, to question: QuestionID, isAlone: Bool
    ) -> [EvidenceID] {
        let evidence = notes[telling.note].evidence
        return evidence.indices.filter { number in
            switch evidence[number].context {
            case .telling(let own): Int(own) == telling.number
            case .question(let own): isAlone && Int(own) == question.number
            case nil: false
            }
        }.map { EvidenceID(note: telling.note, number: $0) }
    }
}
