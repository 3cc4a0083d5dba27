internal import Markup
public import Notes

/// The topics that are proposed for a notebook's feedback and hunches without a topic.
public struct TopicSuggestions: Sendable {
    /// A piece of feedback without a topic.
    package struct Piece: Sendable {
        package let id: FeedbackID
        package let proposals: [TopicProposal]
        /// The numbers of the stems of its words that mean something, each once and in order.
        package let stems: [Int32]
        /// The stance of the whole piece.
        package let stance: Stance
    }

    /// The pieces of feedback, in reading order.
    package private(set) var pieces: [Piece] = []
    /// A word with each stem.
    package private(set) var words: [Int32: String] = [:]

    /// The proposals for hunches without a topic.
    private var hunches: [HunchID: [TopicProposal]] = [:]

    /// The topics that cover more than one thing.
    ///
    /// Two pieces on such a topic need not be about the same thing.
    package private(set) var broadTopics: Set<Topic> = []

    /// Proposes topics for all feedback and hunches of an index that have none.
    public init(_ index: NotebookIndex) {
        self.init(index, of: index.feedbackWithoutTopic, index.hunchesWithoutTopic)
    }

    /// Proposes topics for some feedback and hunches of an index.
    ///
    /// - Parameters:
    ///   - index: the index.
    ///   - ids: the feedback without a topic, in reading order.
    ///   - hunches: the hunches without a topic.
    package init(_ index: NotebookIndex, of ids: [FeedbackID], _ hunches: [HunchID] = []) {
        if ids.isEmpty && hunches.isEmpty { return }
        var finder = NoteTopicFinder(index)
        broadTopics = finder.broadTopics()
        for id in ids {
            finder.read(index[id].text, of: id.note)
            let proposals = finder.proposals()
            let stems = finder.stems()
            for stem in stems where words[stem] == nil { words[stem] = finder.word(ofStem: stem) }
            var stance = finder.stance()
            if index[id].stage == .keep { stance.tone = .praise }
            pieces.append(Piece(id: id, proposals: proposals, stems: stems, stance: stance))
        }
        for id in hunches {
            finder.read(index[id].text, of: id.note)
            self.hunches[id] = finder.proposals()
        }
    }

    /// Returns the topics that are proposed for a hunch; nil if the hunch has a topic of its own.
    package func proposals(for hunch: HunchID) -> [TopicProposal]? { hunches[hunch] }

    /// Returns the topics that are proposed for a piece of feedback; nil if the feedback has a topic of its
    /// own.
    public func proposals(for id: FeedbackID) -> [TopicProposal]? {
        let number = pieces.partitionPoint { $0.id >= id }
        return number < pieces.count && pieces[number].id == id ? pieces[number].proposals : nil
    }

    package func topics(of id: FeedbackID) -> [Topic]? { proposals(for: id)?.map(\.topic) }
}
