/// What was told in answer to a question, and how it went.
struct Answer: Sendable {
    let telling: TellingPlace
    /// Nil where no story of the notebook is named.
    let story: StoryBook.Entry?
    /// What showed of it there, in reading order.
    let showed: [EvidencePlace]

    /// How it went there; nil where nothing is written of it, or both.
    func kind(in index: Index) -> Evidence.Kind? {
        let kinds = Set(showed.map { index[$0].kind })
        return kinds.count == 1 ? kinds.first : nil
    }

    /// All answers that a question ever got, earliest first.
    static func all(to group: QuestionGroup, _ book: StoryBook, in index: Index) -> [Answer] {
        if book.answers.isEmpty { return [] }
        return group.places.flatMap { place in
            let tellings = book.answers[place] ?? []
            let stories = tellings.map { book.story(of: $0) }
            return zip(tellings, stories).map { telling, story in
                Answer(
                    telling: telling, story: story,
                    showed: index.showed(of: telling, to: place, isAlone: tellings.count == 1))
            }
        }
    }
}

extension Index {
    /// The evidence that stands below a telling, or below its question where nothing else was told.
    fileprivate func showed(
        of telling: TellingPlace, to question: QuestionPlace, isAlone: Bool
    ) -> [EvidencePlace] {
        let evidence = notes[telling.note].evidence
        return evidence.indices.filter { number in
            switch evidence[number].context {
            case .telling(let own): Int(own) == telling.number
            case .question(let own): isAlone && Int(own) == question.number
            case nil: false
            }
        }.map { EvidencePlace(note: telling.note, number: $0) }
    }
}
