internal import Markup
internal import WordTables

/// How words, and pairs of neighbours, lean to topics.
///
/// Nobody wrote this down: it was counted on some thousands of sentences whose topics people had named. A
/// phrase of the lexicon says what its words mean; the words around it say whether it is meant so.
package struct Leanings: Sendable {
    /// The topics by name.
    ///
    /// The last one is not a topic but stands for sentences that are about none.
    package private(set) var topics: [String] = []
    /// How far a word or pair leans to a topic, by the topic's number and in tenths; away from it if negative.
    package typealias Amount = LeaningLines.Amount

    /// What holds for each sentence, whatever its words are.
    package private(set) var always: [Amount] = []
    /// The numbers of the words that are the topics' own names; -2 for a topic whose name does not lean.
    package private(set) var names: [Int32] = []
    private var words = KnownBytes()
    private var amounts: [Amount] = []
    private var rangesOfWords: [Range<Int>] = []
    private var rangesOfPairs: [UInt64: Range<Int>] = [:]

    /// The leanings that are part of Debrief.
    ///
    /// They come from the file `leanings.txt`, whose head explains its form.
    package static let standard = Leanings(WordTables.leanings)

    package init(_ text: [UInt8]) {
        let lines = LeaningLines(text)
        lines.forEach { name, rest in
            if topics.isEmpty {
                topics = String(decoding: text[rest], as: UTF8.self).splitWords()
                return
            }
            let first = amounts.count
            amounts += lines.amounts(in: rest, ofThings: topics.count)
            let range = first..<amounts.count
            if name.isEmpty {
                always = Array(amounts[range])
            } else if let blank = text.span.firstIndex(of: .ascii(" "), in: name) {
                let first = add(text, name.lowerBound..<blank)
                rangesOfPairs[Self.pair(first, add(text, blank + 1..<name.upperBound))] = range
            } else {
                rangesOfWords[Int(add(text, name))] = range
            }
        }
        names = topics.map { number(of: Stem.of(Array($0.utf8)).span) ?? -2 }
    }

    private mutating func add(_ text: [UInt8], _ range: Range<Int>) -> Int32 {
        let number = words.numberAdding(text.span.extracting(range))
        if number == rangesOfWords.count { rangesOfWords.append(0..<0) }
        return Int32(truncatingIfNeeded: number)
    }

    private static func pair(_ first: Int32, _ second: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    }

    /// Returns the number of a stem; nil if it leans to no topic.
    package func number(of stem: Span<UInt8>) -> Int32? {
        words.number(of: stem).map { Int32(truncatingIfNeeded: $0) }
    }

    /// How far a word leans, by its number.
    package func amounts(of word: Int32) -> ArraySlice<Amount> {
        word < 0 ? [] : amounts[rangesOfWords[Int(word)]]
    }

    /// How far two neighbours lean together, besides what each does alone.
    package func amounts(of first: Int32, _ second: Int32) -> ArraySlice<Amount> {
        guard first >= 0, second >= 0, let range = rangesOfPairs[Self.pair(first, second)] else { return [] }
        return amounts[range]
    }
}

/// How the words of a sentence lean, together with the phrases that fit it.
package struct Leaning {
    private let leanings: Leanings
    /// The numbers in the phrase book of the topics.
    private let topics: [Int]

    package init(_ leanings: Leanings, _ topics: [Int]) {
        self.leanings = leanings
        self.topics = topics
    }

    /// What a phrase adds by the number of its words, up to three: as much as a few words that lean.
    private static let phrases = [0, 7, 12, 17]
    /// What a phrase adds that has the topic's own name.
    private static let name = 8
    /// The least number of tenths with which a topic makes another one's phrase doubtful.
    fileprivate static let leastAgainst = 22
    /// The largest number of tenths that a phrase's topic is behind another and still believed.
    private static let mostBehind = 2
    /// The least number of tenths for a topic without a phrase, and the least that it is before all others.
    private static let leastAlone = 35
    private static let leastAhead = 9

    /// Calls a function with each word that leans, and each pair, once, and with the indices of its words.
    private func forEach(
        _ words: [TopicFinder.Word], _ sentence: Range<Int>, _ silent: [Bool],
        _ body: (ArraySlice<Leanings.Amount>, ClosedRange<Int>) -> Void
    ) {
        var seen: Set<UInt64> = []
        var last: Int32?
        for index in sentence {
            if silent[index] {
                last = nil
                continue
            }
            let word = words[index].entry.leaning
            if word >= 0, seen.insert(UInt64(word)).inserted {
                body(leanings.amounts(of: word), index...index)
            }
            if let last, last >= 0, word >= 0,
                seen.insert(UInt64(last + 1) << 32 | UInt64(word)).inserted
            {
                body(leanings.amounts(of: last, word), index - 1...index)
            }
            last = word
        }
    }

    /// The scores of all topics, by their numbers in the leanings.
    package struct Scores {
        fileprivate let scores: [Int]
        fileprivate let topics: [Int]

        /// Returns whether a phrase's topic is not far behind another.
        package func confirm(_ match: TopicFinder.Match) -> Bool {
            guard case .topic(let number) = match.meaning, let topic = topics.firstIndex(of: number),
                let most = scores.max()
            else { return true }
            return most < Leaning.leastAgainst || scores[topic] >= most - Leaning.mostBehind
        }

        /// The topic, by its number in the phrase book, that the words lean to far enough without a phrase.
        package var best: Int? {
            guard let most = scores.max(), most >= Leaning.leastAlone,
                let topic = scores.firstIndex(of: most),
                topics[topic] >= 0
            else { return nil }
            let isAhead = scores.indices.allSatisfy { $0 == topic || scores[$0] <= most - Leaning.leastAhead }
            return isAhead ? topics[topic] : nil
        }
    }

    package func scores(
        of words: [TopicFinder.Word], in sentence: Range<Int>, silent: [Bool], _ matches: [TopicFinder.Match]
    ) -> Scores {
        var scores = Array(repeating: 0, count: topics.count)
        for amount in leanings.always { scores[amount.number] += amount.amount }
        forEach(words, sentence, silent) { amounts, _ in
            for amount in amounts { scores[amount.number] += amount.amount }
        }
        var seen: Set<Int> = []
        for match in matches {
            guard case .topic(let number) = match.meaning, let topic = topics.firstIndex(of: number),
                seen.insert(topic).inserted
            else { continue }
            scores[topic] += Self.phrases[min(match.words.count, Self.phrases.count - 1)]
            if match.words.contains(where: { words[$0].entry.leaning == leanings.names[topic] }) {
                scores[topic] += Self.name
            }
        }
        return Scores(scores: scores, topics: topics)
    }

    /// Returns the word, or pair of words, that leans to a topic the most.
    package func strongestWords(
        for number: Int, _ words: [TopicFinder.Word], _ sentence: Range<Int>, _ silent: [Bool]
    ) -> ClosedRange<Int>? {
        var strongest: (range: ClosedRange<Int>, tenths: Int)?
        forEach(words, sentence, silent) { amounts, range in
            for amount in amounts
            where topics[amount.number] == number && amount.amount > strongest?.tenths ?? 0 {
                strongest = (range, amount.amount)
            }
        }
        return strongest?.range
    }
}
