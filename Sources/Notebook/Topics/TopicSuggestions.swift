/// The topics that are proposed for the feedback of a notebook which has none of its own.
public struct TopicSuggestions: Sendable {
    /// A piece of feedback without a topic.
    struct Piece: Sendable {
        let place: FeedbackPlace
        let proposals: [TopicProposal]
        /// The stems of its words that mean something, each once, by their numbers in order.
        let stems: [Int32]
    }

    /// In reading order.
    private(set) var pieces: [Piece] = []
    /// A word of each stem.
    private(set) var words: [Int32: String] = [:]

    public init(_ index: Index) {
        self.init(index, of: index.allFeedback.filter { index[$0].topics.isEmpty })
    }

    /// - Parameter places: feedback without a topic, in reading order.
    init(_ index: Index, of places: [FeedbackPlace]) {
        if places.isEmpty { return }
        let aliases = index.configuration.vocabulary.aliases
        var finder = TopicFinder(index.configuration.phraseBook)
        for place in places {
            finder.read(index[place].text)
            var proposals: [TopicProposal] = []
            for found in finder.proposals() {
                let topic = aliases.canonical(aliases.topic(named: found.topic.name))
                if proposals.contains(where: { $0.topic == topic }) { continue }
                proposals.append(TopicProposal(topic: topic, words: found.words))
            }
            let stems = proposals.isEmpty ? finder.stems() : []
            for stem in stems where words[stem] == nil { words[stem] = finder.word(ofStem: stem) }
            pieces.append(Piece(place: place, proposals: proposals, stems: stems))
        }
    }

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
