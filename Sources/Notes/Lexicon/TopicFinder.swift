/// A topic that feedback seems to be about, and the words of the feedback that say so.
public struct TopicProposal: Sendable, Equatable {
    /// The topic that is proposed.
    public let topic: Topic
    /// The words as they stand in the feedback: `went on`.
    public let words: String
    /// The stance of what is said around the words.
    package let stance: Stance

    package init(topic: Topic, words: String, stance: Stance = Stance()) {
        self.topic = topic
        self.words = words
        self.stance = stance
    }
}

/// Finds the topics of texts by a lexicon.
package struct TopicFinder {
    private let book: PhraseBook
    private var table: WordTable
    private var splitter = Words()

    /// The words of the text that was read last.
    package private(set) var words: [Word] = []
    private var text: [UInt8] = []
    /// The phrases that fit the text.
    package private(set) var matches: [Match] = []
    /// The packs that apply to the text.
    private var packs: Set<Int> = []
    private var packsOfRole: [String: Set<Int>] = [:]
    /// The indices of the words that the current phrase has fitted so far.
    private var fitting: [Int] = []

    package struct Word {
        package let entry: WordTable.Entry
        package let range: Range<Int>
        package let boundary: Words.Boundary
    }

    /// A phrase that fits, and the indices of the words that it fits.
    package struct Match {
        package let meaning: PhraseBook.Meaning
        package let words: [Int]
        package let isOfPack: Bool
        /// Whether the phrase is from the notebook's own lexicon.
        package let isOwn: Bool

        /// The weight of the match beside others.
        ///
        /// A phrase of a profession, or of the notebook itself, outweighs another one of as many words.
        package var weight: Int { words.count * 2 + (isOfPack || isOwn ? 1 : 0) }
    }

    /// The largest number of other words in a gap.
    ///
    /// `mostFillers` is the largest number of fillers between two words of a phrase.
    private static let longestGap = 3
    private static let mostFillers = 4
    /// The largest number of topics that are proposed for a text.
    private static let mostTopics = 3
    /// The largest number of words of a text that are read.
    private static let mostWords = 400

    package init(_ book: PhraseBook) {
        self.book = book
        table = WordTable(book)
    }

    package var broadTopics: [String] { book.broadTopics }
    package var amountAxes: UInt64 { book.amountAxes }

    /// Returns the packs of the professions that a role belongs to.
    package mutating func packs(ofRole role: String?) -> Set<Int> {
        guard let role, !book.packs.isEmpty else { return [] }
        if let known = packsOfRole[role] { return known }
        read(role)
        var packs: Set<Int> = []
        for case .role(let pack) in matches.map(\.meaning) { packs.insert(pack) }
        packsOfRole[role] = packs
        return packs
    }

    /// Reads a text.
    ///
    /// The other functions then answer for this text.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - packs: the packs that apply to it in addition to what applies to every note.
    package mutating func read(_ text: String, packs: Set<Int> = []) {
        self.packs = packs
        split(text)
        matches = allMatches()
    }

    /// Returns the numbers of the stems of a text's words that mean something, each once and in order.
    ///
    /// No phrases are looked for in the text.
    package mutating func stems(of text: String) -> [Int32] {
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
            let entry = table.entry(of: word)
            words.append(Word(entry: table.entries[entry], range: range, boundary: boundary))
        }
        self.words = words
    }

    /// Returns the topics of the text, in the order in which the text mentions them.
    ///
    /// Each sentence is looked at alone. Its phrases are believed, unless its other words lean to another
    /// topic. A sentence without a phrase is about the topic that its words lean to, if they lean far.
    ///
    /// - Parameter isQuestion: whether the text is a question, of which the phrases alone count. How words lean was
    ///   counted on feedback.
    /// - Returns: the topics.
    package func proposals(isQuestion: Bool = false) -> [TopicProposal] {
        var proposals: [TopicProposal] = []
        let valid = valid(matches)[...]
        let leaning = isQuestion ? nil : book.leanings.map { Leaning($0, book.topicsOfLeanings) }
        let silent = leaning == nil ? [] : wordsThatDoNotLean
        var rest = valid
        for sentence in sentences {
            let ofSentence = rest.prefix { ($0.words.first ?? 0) < sentence.upperBound }
            rest = rest[ofSentence.endIndex...]
            let strongest = strongestOfClauses(ofSentence)
            guard let leaning else {
                for match in strongest { add(match, to: &proposals) }
                continue
            }
            let scores = leaning.scores(of: words, in: sentence, silent: silent, strongest)
            var isAny = false
            for match in strongest
            where scores.confirm(match) || match.isOwn || isWholeClause(match) {
                add(match, to: &proposals)
                isAny = true
            }
            if !isAny, let topic = scores.best,
                let words = leaning.strongestWords(for: topic, self.words, sentence, silent)
            {
                add(topic, words, to: &proposals)
            }
        }
        return proposals
    }

    /// For each word, whether it says nothing about a topic: it stands after a denial, or in an idiom.
    private var wordsThatDoNotLean: [Bool] {
        var silent = wordsDenied(by: matches)
        for match in matches where match.meaning == .idiom {
            for word in match.words { silent[word] = true }
        }
        return silent
    }

    /// Returns whether a clause consists of nothing but the words of a phrase: "Warm, but …".
    private func isWholeClause(_ match: Match) -> Bool {
        guard let first = match.words.first, let last = match.words.last else { return false }
        return last - first + 1 == match.words.count
            && (first == 0 || words[first].boundary != .none)
            && (last + 1 == words.count || words[last + 1].boundary != .none)
    }

    /// Returns the bytes of a word as it is written.
    package func bytes(of word: Int) -> ArraySlice<UInt8> { text[words[word].range] }

    /// Returns a word of the text in small letters.
    package func word(_ index: Int) -> String {
        String(decoding: bytes(of: index), as: UTF8.self).lowercased()
    }

    private func add(_ match: Match, to proposals: inout [TopicProposal]) {
        guard case .topic(let number) = match.meaning, let first = match.words.first,
            let last = match.words.last
        else { return }
        add(number, first...last, to: &proposals)
    }

    private func add(_ number: Int, _ words: ClosedRange<Int>, to proposals: inout [TopicProposal]) {
        let topic = Topic(book.topics[number])
        if proposals.count == Self.mostTopics || proposals.contains(where: { $0.topic == topic }) { return }
        let range =
            self.words[words.lowerBound].range.lowerBound..<self.words[words.upperBound].range.upperBound
        proposals.append(
            TopicProposal(
                topic: topic, words: String(decoding: text[range], as: UTF8.self),
                stance: stance(around: words.lowerBound)))
    }

    /// The ranges of the words of each sentence.
    private var sentences: [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        for index in words.indices.dropFirst() where words[index].boundary == .sentence {
            sentences.append(start..<index)
            start = index
        }
        if start < words.count { sentences.append(start..<words.count) }
        return sentences
    }

    /// Returns a word with a stem: the first one that was met.
    package func word(ofStem stem: Int32) -> String { table.wordOfStem[Int(stem)] }

    /// Returns the numbers of the stems of the text's words that mean something, each once and in order.
    package func stems() -> [Int32] {
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
                for number in book.entries(beginningWith: table.numbers[Int(index)]) {
                    let entry = book.entries[Int(number)]
                    if let pack = entry.pack, !packs.contains(pack) { continue }
                    if fits(entry, at: start) {
                        matches.append(
                            Match(
                                meaning: entry.meaning, words: fitting, isOfPack: entry.pack != nil,
                                isOwn: entry.isOwn))
                    }
                }
            }
        }
        return matches
    }

    /// Returns whether a phrase fits the words from a word on.
    ///
    /// The phrase's first word is known to fit that word.
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

    /// Returns the longest phrase of each clause, and the first of several equally long ones.
    ///
    /// Other phrases of a clause seldom say what the clause is about: "you never asked a question about our
    /// culture".
    private func strongestOfClauses(_ matches: ArraySlice<Match>) -> [Match] {
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

    /// Returns the matches without those that stand within a longer match, within an idiom, or after a
    /// denial.
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
    /// Returns for each word whether it stands after a denial in the same clause.
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
    /// Returns whether this match makes another match meaningless that shares a word with it.
    package func outdoes(_ other: Self) -> Bool {
        switch meaning {
        case .idiom: words.count >= other.words.count
        case .topic: weight > other.weight && other.words.allSatisfy(words.contains)
        case .denial, .role, .praise, .fault, .longing, .wish: false
        }
    }
}
