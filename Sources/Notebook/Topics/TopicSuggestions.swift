/// The topics that are proposed for the feedback of a notebook which has none of its own.
public struct TopicSuggestions: Sendable {
    /// A piece of feedback without a topic.
    struct Piece: Sendable {
        let place: FeedbackPlace
        let proposals: [TopicProposal]
        /// The stems of its words that mean something, each once, by their numbers in order.
        let stems: [Int32]
        /// How the whole of it stands to what it is about.
        let stance: Stance
    }

    /// In reading order.
    private(set) var pieces: [Piece] = []
    /// A word of each stem.
    private(set) var words: [Int32: String] = [:]

    /// Those of the hunches that have no topic, in reading order.
    private var hunches: [HunchPlace: [TopicProposal]] = [:]

    /// Topics that take in more than one thing: two pieces on one of them need not be about the same.
    private(set) var broadTopics: Set<Topic> = []

    public init(_ index: Index) {
        self.init(index, of: index.feedbackWithoutTopic, index.hunchesWithoutTopic)
    }

    /// - Parameters:
    ///   - places: feedback without a topic, in reading order.
    ///   - hunches: hunches without a topic.
    init(_ index: Index, of places: [FeedbackPlace], _ hunches: [HunchPlace] = []) {
        if places.isEmpty && hunches.isEmpty { return }
        var finder = NoteTopicFinder(index)
        broadTopics = finder.broadTopics
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

    /// What is proposed for a hunch, and why; nil for one that has a topic of its own.
    package func proposals(for hunch: HunchPlace) -> [TopicProposal]? { hunches[hunch] }

    /// What is proposed for a piece of feedback, and why; nil for one that has a topic of its own.
    public func proposals(for place: FeedbackPlace) -> [TopicProposal]? {
        var (low, high) = (0, pieces.count)
        while low < high {
            let middle = (low + high) / 2
            let other = pieces[middle].place
            if (other.note, other.number) < (place.note, place.number) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < pieces.count && pieces[low].place == place ? pieces[low].proposals : nil
    }

    func topics(of place: FeedbackPlace) -> [Topic]? { proposals(for: place)?.map(\.topic) }
}
