/// Feedback without a topic that several people gave about the same thing, or in nearly the same words.
public struct SaidAlike: Sendable {
    /// Why pieces of feedback stand side by side.
    public enum Reason: Sendable {
        /// The same topic is proposed for each, by these words of each.
        case topic(Topic, words: [String])
        /// They have these words in common.
        case words([String])
    }

    /// In reading order.
    public let places: [FeedbackPlace]
    public let reason: Reason
    /// How many people said the same with the topic on it.
    public let others: Int
    /// How many people said it in all.
    let people: Int
}

extension Index {
    /// What several people said about the same thing without a topic: most people first, then by topic.
    ///
    /// What praises does not stand beside what finds fault, nor one wish beside its opposite.
    ///
    /// - Parameters:
    ///   - table: that of this index.
    ///   - histories: the topics that feedback was about.
    func saidAlike(_ suggestions: TopicSuggestions, _ table: FeedbackTable, histories: [TopicHistory])
        -> [SaidAlike]
    {
        let byTopic = sameTopic(suggestions, table, histories)
        var isShown: Set<FeedbackPlace> = []
        for alike in byTopic { isShown.formUnion(alike.places) }
        let rest = suggestions.pieces.filter { !isShown.contains($0.place) }
        let found = byTopic + sameWords(rest, suggestions, table)
        return found.enumerated().sorted { a, b in
            (b.element.people, a.offset) < (a.element.people, b.offset)
        }.map(\.element)
    }

    // MARK: By topic

    private func sameTopic(
        _ suggestions: TopicSuggestions, _ table: FeedbackTable, _ histories: [TopicHistory]
    ) -> [SaidAlike] {
        var groups: [Topic: [Alike]] = [:]
        for piece in suggestions.pieces {
            for proposal in piece.proposals {
                let isPraise = piece.stance.tone == .praise
                groups[proposal.topic, default: []].append(
                    Alike(
                        place: piece.place, words: proposal.words, stems: piece.stems,
                        stance: isPraise ? piece.stance : proposal.stance))
            }
        }
        if groups.isEmpty { return [] }
        let known = Dictionary(histories.map { ($0.topic, $0.people) }) { first, _ in first }
        return groups.sorted { $0.key.key < $1.key.key }.flatMap { topic, pieces in
            let others = known[topic] ?? table.nobody
            let isBroad = suggestions.broadTopics.contains(topic)
            return AgreeingGroups(pieces, sharingWords: isBroad).groups.compactMap { group -> SaidAlike? in
                let all = table.people(of: group.map(\.place)).union(others).count
                // Of a broad topic only what shares a word is the same thing.
                if all < 2 || isBroad && group.count < 2 { return nil }
                return SaidAlike(
                    places: group.map(\.place), reason: .topic(topic, words: group.map(\.words)),
                    others: others.count, people: all)
            }
        }
    }

    // MARK: By words

    /// Pieces in which at least half of the words that either has are common to both, and two of them.
    private func sameWords(
        _ pieces: [TopicSuggestions.Piece], _ suggestions: TopicSuggestions, _ table: FeedbackTable
    ) -> [SaidAlike] {
        WordOverlap.groups(pieces.map(\.stems)).flatMap { group in
            let members = group.members.map { number in
                Alike(
                    place: pieces[number].place, words: "", stems: pieces[number].stems,
                    stance: pieces[number].stance)
            }
            return AgreeingGroups(members).groups.compactMap { members -> SaidAlike? in
                let people = table.people(of: members.map(\.place)).count
                if people < 2 { return nil }
                return SaidAlike(
                    places: members.map(\.place),
                    reason: .words(group.common.compactMap { suggestions.words[$0] }), others: 0,
                    people: people)
            }
        }
    }
}

/// A piece of feedback that may stand beside others.
private struct Alike {
    let place: FeedbackPlace
    /// Those that spoke for a topic.
    let words: String
    let stems: [Int32]
    let stance: Stance
}

/// Parts pieces such that within each group every two agree: in one pass, each into the first that it fits.
private struct AgreeingGroups {
    /// What is in none of the first few groups stands alone.
    private static let most = 12

    private(set) var groups: [[Alike]] = []

    /// What the pieces of a group have said, all of them together.
    private struct Sum {
        var stances = Stance.Sum()
        var stems: Set<Int32> = []
        /// The words of those that deny, and of those that find fault.
        var denied: Set<Int32> = []
        var faulted: Set<Int32> = []

        /// Whether a piece denies what others found fault with, or the other way round: "nervous", "not nervous".
        func contradicts(_ piece: Alike) -> Bool {
            switch piece.stance.tone {
            case .denial: !faulted.isDisjoint(with: piece.stems)
            case .fault: !denied.isDisjoint(with: piece.stems)
            case .praise, .wish, .plain: false
            }
        }

        mutating func add(_ piece: Alike) {
            stances.add(piece.stance)
            stems.formUnion(piece.stems)
            if piece.stance.tone == .denial { denied.formUnion(piece.stems) }
            if piece.stance.tone == .fault { faulted.formUnion(piece.stems) }
        }
    }

    init(_ pieces: [Alike], sharingWords: Bool = false) {
        var sums: [Sum] = []
        for piece in pieces {
            var fit: Int?
            for (number, sum) in sums.enumerated() where sum.stances.agrees(with: piece.stance) {
                if sum.contradicts(piece) { continue }
                if sharingWords, sum.stems.isDisjoint(with: piece.stems) { continue }
                fit = number
                break
            }
            if let fit {
                groups[fit].append(piece)
            } else if groups.count < Self.most {
                fit = groups.count
                groups.append([piece])
                sums.append(Sum())
            }
            guard let fit else { continue }
            sums[fit].add(piece)
        }
    }
}
