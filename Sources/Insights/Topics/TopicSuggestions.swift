internal import Markup
public import Notes

/// The topics that are proposed for a notebook's feedback and hunches without a topic.
public struct TopicSuggestions: Sendable {
    /// A piece of feedback without a topic.
    package struct Piece: Sendable {
        package let place: FeedbackPlace
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
    private var hunches: [HunchPlace: [TopicProposal]] = [:]

    /// The topics that cover more than one thing. Two pieces on such a topic need not be about the same thing.
    package private(set) var broadTopics: Set<Topic> = []

    public init(_ index: Index) {
        self.init(index, of: index.feedbackWithoutTopic, index.hunchesWithoutTopic)
    }

    /// Proposes topics for some feedback and hunches of an index.
    ///
    /// - Parameters:
    ///   - index: the index.
    ///   - places: the feedback without a topic, in reading order.
    ///   - hunches: the hunches without a topic.
    package init(_ index: Index, of places: [FeedbackPlace], _ hunches: [HunchPlace] = []) {
        if places.isEmpty && hunches.isEmpty { return }
        var finder = NoteTopicFinder(index)
        broadTopics = finder.broadTopics()
        for place in places {
            finder.read(index[place].text, of: place.note)
            let proposals = finder.proposals()
            let stems = finder.stems()
            for stem in stems where words[stem] == nil { words[stem] = finder.word(ofStem: stem) }
            var stance = finder.stance()
            if index[place].stage == .keep { stance.tone = .praise }
            pieces.append(Piece(place: place, proposals: proposals, stems: stems, stance: stance))
        }
        for place in hunches {
            finder.read(index[place].text, of: place.note)
            self.hunches[place] = finder.proposals()
        }
    }

    /// Returns the topics that are proposed for a hunch; nil if the hunch has a topic of its own.
    package func proposals(for hunch: HunchPlace) -> [TopicProposal]? { hunches[hunch] }

    /// Returns the topics that are proposed for a piece of feedback; nil if the feedback has a topic of its own.
    public func proposals(for place: FeedbackPlace) -> [TopicProposal]? {
        let number = pieces.partitionPoint { ($0.place.note, $0.place.number) >= (place.note, place.number) }
        return number < pieces.count && pieces[number].place == place ? pieces[number].proposals : nil
    }

    package func topics(of place: FeedbackPlace) -> [Topic]? { proposals(for: place)?.map(\.topic) }
}
