internal import Markup

/// A topic that feedback seems to be about, and the words of it that say so.
public struct TopicProposal: Sendable, Equatable {
    public let topic: Topic
    /// As they stand in the feedback: `went on`.
    public let words: String
    /// How what is said around them stands to it.
    let stance: Stance

    init(topic: Topic, words: String, stance: Stance = Stance()) {
        self.topic = topic
        self.words = words
        self.stance = stance
    }
}

/// Finds the topics that texts are about, by a lexicon.
struct TopicFinder {
    private let book: PhraseBook
    private var table: WordTable
    private var splitter = Words()

    /// The words of the text that was read last.
    private(set) var words: [Word] = []
    private var text: [UInt8] = []
    /// The phrases that fit it.
    private(set) var matches: [Match] = []
    /// The packs that count for it.
    private var packs: Set<Int> = []
    private var packsOfRole: [String: Set<Int>] = [:]
    /// The numbers of the words that the phrase at hand has fitted so far.
    private var fitting: [Int] = []

    struct Word {
        let entry: WordTable.Entry
        let range: Range<Int>
        let boundary: Words.Boundary
    }

    /// A phrase that fits, and the numbers of the words that it fits.
    struct Match {
        let meaning: PhraseBook.Meaning
        let words: [Int]
        let isOfPack: Bool

        /// What it counts for beside others: a profession's own phrase for more than another of as many words.
        var weight: Int { words.count * 2 + (isOfPack ? 1 : 0) }
    }

    /// So many other words may stand in a gap, and so many small ones between the words of a phrase.
    private static let longestGap = 3
    private static let mostFillers = 4
    /// Of a text that is about everything only so many topics are proposed.
    private static let mostTopics = 3
    /// Of a longer text only so many words are read.
    private static let mostWords = 400

    init(_ book: PhraseBook) {
        self.book = book
        table = WordTable(book)
    }

    var broadTopics: [String] { book.broadTopics }

    /// The packs of the professions that a role is of.
    mutating func packs(ofRole role: String?) -> Set<Int> {
        guard let role, !book.packs.isEmpty else { return [] }
        if let known = packsOfRole[role] { return known }
        read(role)
        var packs: Set<Int> = []
        for case .role(let pack) in matches.map(\.meaning) { packs.insert(pack) }
        packsOfRole[role] = packs
        return packs
    }

    /// Reads a text, which the other functions are then about.
    ///
    /// - Parameter packs: those that count for it besides what counts in every note.
    mutating func read(_ text: String, packs: Set<Int> = []) {
        self.packs = packs
        split(text)
        matches = allMatches()
    }

    /// The stems of a text's words that mean something, each once, by their numbers in order. Nothing else is known of it.
    mutating func stems(of text: String) -> [Int32] {
        split(text)
        matches = []
        return stems()
    }

    private mutating func split(_ text: String) {
        self.text.removeAll(keepingCapacity: true)
        self.text.append(contentsOf: text.utf8)
        var words: [Word] = []
        swap(&words, &self.words)
        words.removeAll(keepingCapacity: true)
        splitter.split(self.text) { word, range, boundary in
            if words.count == Self.mostWords { return }
            let entry = Int(table.entry(of: word))
            words.append(Word(entry: table.entries[entry], range: range, boundary: boundary))
        }
        self.words = words
    }

    /// The topics of the text, in the order in which it comes to them.
    func proposals() -> [TopicProposal] {
        var proposals: [TopicProposal] = []
        var seen: Set<Int> = []
        for match in strongestOfClauses(valid(matches)) {
            guard case .topic(let number) = match.meaning, seen.insert(number).inserted else { continue }
            guard let first = match.words.first, let last = match.words.last else { continue }
            let range = words[first].range.lowerBound..<words[last].range.upperBound
            proposals.append(
                TopicProposal(
                    topic: Topic(book.topics[number]), words: String(decoding: text[range], as: UTF8.self),
                    stance: stance(around: first)))
            if proposals.count == Self.mostTopics { break }
        }
        return proposals
    }

    /// A word that has a stem, as it was first met.
    func word(ofStem stem: Int32) -> String { table.wordOfStem[Int(stem)] }

    /// The stems of the text's words that mean something, each once, by their numbers in order.
    func stems() -> [Int32] {
        var stems: [Int32] = []
        for word in words where !word.entry.isSmall { stems.append(word.entry.stem) }
        stems.sort()
        var last: Int32 = -1
        stems.removeAll { stem in
            defer { last = stem }
            return stem == last
        }
        return stems
    }

    // MARK: Matching

    private mutating func allMatches() -> [Match] {
        var matches: [Match] = []
        for start in words.indices {
            for index in words[start].entry.numbers {
                for number in book.entriesByFirst[Int(table.numbers[Int(index)])] {
                    let entry = book.entries[Int(number)]
                    if let pack = entry.pack, !packs.contains(pack) { continue }
                    if fits(entry, at: start) {
                        matches.append(
                            Match(meaning: entry.meaning, words: fitting, isOfPack: entry.pack != nil))
                    }
                }
            }
        }
        return matches
    }

    /// Whether a phrase fits the words from one on that is known to be its first.
    private mutating func fits(_ phrase: PhraseBook.Entry, at start: Int) -> Bool {
        fitting.removeAll(keepingCapacity: true)
        fitting.append(start)
        var at = start
        for number in phrase.slots.dropFirst() {
            let slot = book.slots[number]
            var others = slot.isAfterGap ? Self.longestGap : 0
            var fillers = Self.mostFillers
            while true {
                at += 1
                guard at < words.count, words[at].boundary != .sentence else { return false }
                if table.fits(slot, words[at].entry) { break }
                if words[at].entry.isFiller {
                    fillers -= 1
                } else {
                    others -= 1
                }
                if fillers < 0 || others < 0 { return false }
            }
            fitting.append(at)
        }
        return true
    }

    /// Of each clause the longest phrase, and of several the first.
    ///
    /// What else a clause mentions is seldom what it is about: "you never asked a question about our culture".
    private func strongestOfClauses(_ matches: [Match]) -> [Match] {
        var clause = 0
        let clauses = words.map { word in
            if word.boundary != .none { clause += 1 }
            return clause
        }
        var strongest: [Match] = []
        var last = -1
        for match in matches {
            guard let first = match.words.first else { continue }
            if clauses[first] != last {
                strongest.append(match)
                last = clauses[first]
            } else if let other = strongest.last, match.weight > other.weight {
                strongest[strongest.count - 1] = match
            }
        }
        return strongest
    }

    /// Without those that stand in a longer one's words, in an idiom's, or behind a denial.
    private func valid(_ matches: [Match]) -> [Match] {
        guard matches.count > 0 else { return [] }
        let denied = wordsDenied(by: matches)
        var matchesOfWord: [[Int]] = Array(repeating: [], count: words.count)
        for (number, match) in matches.enumerated() {
            for word in match.words { matchesOfWord[word].append(number) }
        }
        return matches.filter { match in
            guard case .topic = match.meaning, let first = match.words.first, !denied[first] else {
                return false
            }
            return !match.words.contains { word in
                matchesOfWord[word].contains { matches[$0].outdoes(match) }
            }
        }
    }
}

extension TopicFinder {
    /// Which words stand behind a denial, up to the end of its clause.
    private func wordsDenied(by matches: [Match]) -> [Bool] {
        var denied = Array(repeating: false, count: words.count)
        for match in matches where match.meaning == .denial {
            if let last = match.words.last, last + 1 < words.count { denied[last + 1] = true }
        }
        for word in words.indices.dropFirst() {
            let continues = denied[word - 1] || denied[word]
            denied[word] = continues && words[word].boundary == .none
        }
        return denied
    }
}

extension TopicFinder.Match {
    /// Whether the other match, which has a word in common with this one, counts for nothing beside it.
    func outdoes(_ other: Self) -> Bool {
        switch meaning {
        case .idiom: words.count >= other.words.count
        case .topic: weight > other.weight && other.words.allSatisfy(words.contains)
        case .denial, .role, .praise, .fault, .longing, .wish: false
        }
    }
}
