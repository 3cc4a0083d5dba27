package import Notes

/// Finds the topics of texts in the notes of an index.
///
/// It uses the packs of each note's role, and the names that the notebook has for topics.
///
/// The lexicon is read for the first text. A notebook that has none to look at does not pay for it.
package struct NoteTopicFinder {
    private let index: NotebookIndex
    private var finder: TopicFinder?
    /// The packs that apply to every note.
    private var packs: Set<Int> = []

    package init(_ index: NotebookIndex) {
        self.index = index
    }

    private mutating func readLexicon() {
        if finder != nil { return }
        let book = index.configuration.phraseBook
        finder = TopicFinder(book)
        packs = Set(book.packs.indices.filter { index.configuration.lexiconPacks.contains(book.packs[$0]) })
    }

    /// Returns the topics that cover more than one thing.
    package mutating func broadTopics() -> Set<Topic> {
        readLexicon()
        let aliases = index.configuration.vocabulary.aliases
        return Set((finder?.broadTopics ?? []).map { aliases.canonical(aliases.topic(named: $0)) })
    }

    /// Reads a text of a note.
    ///
    /// The other functions then answer for this text.
    package mutating func read(_ text: String, of note: Int) {
        readLexicon()
        let ofRole = finder?.packs(ofRole: index.notes[note].role) ?? []
        finder?.read(text, packs: ofRole.isEmpty ? packs : packs.union(ofRole))
    }

    /// Returns the topics of the text, each once.
    ///
    /// - Parameter isQuestion: whether the text is a question.
    /// - Returns: the topics.
    package func proposals(isQuestion: Bool = false) -> [TopicProposal] {
        let aliases = index.configuration.vocabulary.aliases
        var proposals: [TopicProposal] = []
        for found in finder?.proposals(isQuestion: isQuestion) ?? [] {
            let topic = aliases.canonical(aliases.topic(named: found.topic.name))
            if proposals.contains(where: { $0.topic == topic }) { continue }
            proposals.append(TopicProposal(topic: topic, words: found.words, stance: found.stance))
        }
        return proposals
    }

    package func stance() -> Stance { finder?.stance() ?? Stance() }

    package func stanceOfDeed() -> Stance { finder?.stanceOfDeed() ?? Stance() }

    package func stems() -> [Int32] { finder?.stems() ?? [] }

    package func word(ofStem stem: Int32) -> String { finder?.word(ofStem: stem) ?? "" }
}

extension NotebookIndex {
    /// Begins to read the standard lexicon, for a report that proposes topics, while notes are still being read.
    ///
    /// A notebook of a thousand notes has its summary a tenth sooner.
    public static func prepareTopics() {
        inBackground { _ = Leanings.standard }
        inBackground { _ = PhraseBook.standard }
        inBackground { _ = PhraseBook.standardWords }
    }

    /// The feedback without a topic, in reading order.
    package var feedbackWithoutTopic: [FeedbackID] { allFeedback.filter { self[$0].topics.isEmpty } }

    /// The hunches without a topic, in reading order.
    package var hunchesWithoutTopic: [HunchID] {
        var ids: [HunchID] = []
        for note in notes.indices {
            for number in notes[note].hunches.indices where notes[note].hunches[number].topics.isEmpty {
                ids.append(HunchID(note: note, number: number))
            }
        }
        return ids
    }
}
