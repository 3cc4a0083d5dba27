internal import Markup
internal import WordTables

#if canImport(Glibc)
    private import Glibc
#elseif canImport(Darwin)
    private import Darwin
#endif

/// How far the words of a sentence, and where it stands, lean to what it tells.
///
/// First each sentence is looked at by itself, and then beside its neighbours: among questions that were asked, one more
/// is probably asked too.
package struct KindLeanings: Sendable {
    private static let kinds = SentenceKind.allCases

    private let table: FeatureTable

    /// The numbers of the names of what holds for each sentence, and of what its own kinds, those of others and those of
    /// all say, by the numbers of the kinds.
    private var always, alwaysBeside: Int?
    private var own: [Int?] = []
    private var beside: [(offset: Int, numbers: [Int?])] = []
    private var inAll: [Int?] = []

    /// The leanings that are part of Debrief.
    ///
    /// They come from the file `kinds.txt`, whose head explains its form.
    package static let standard = KindLeanings(WordTables.kinds)

    package init(_ text: [UInt8]) {
        table = FeatureTable(text, ofKinds: Self.kinds.count)
        always = table.number(of: "")
        alwaysBeside = table.number(of: "~")
        own = numbers(of: "own")
        inAll = numbers(of: "all")
        for (offset, name) in [(-2, "-2"), (-1, "-1"), (1, "+1"), (2, "+2")] {
            beside.append((offset, numbers(of: name)))
        }
    }

    private func numbers(of name: String) -> [Int?] {
        Self.kinds.map { table.number(of: "~\(name) \($0.rawValue)") }
    }

    // MARK: Sentences

    /// How probable it is that a sentence tells each kind of thing, by the numbers of the kinds.
    package struct Probabilities {
        /// By the sentence and where it stands.
        package let alone: [Double]
        /// By the sentences beside it too.
        package let beside: [Double]
    }

    /// Returns how probable it is that each sentence of a note tells each kind of thing.
    package func probabilities(of sentences: [NoteSentence]) -> [Probabilities] {
        let alone = sentences.indices.map { number in
            var scores = table.noScores
            table.add(always, to: &scores)
            SentenceFeatures(of: number, in: sentences).forEach {
                table.add(table.number(of: $0), to: &scores)
            }
            return FeatureTable.probabilities(scores)
        }
        var all = table.noScores
        for own in alone {
            for kind in all.indices { all[kind] += own[kind] / Double(alone.count) }
        }
        return alone.indices.map { number in
            var scores = table.noScores
            table.add(alwaysBeside, to: &scores)
            for kind in all.indices {
                table.add(own[kind], times: log(alone[number][kind] + 1e-4), to: &scores)
                table.add(inAll[kind], times: all[kind], to: &scores)
                for (offset, numbers) in beside where alone.indices.contains(number + offset) {
                    table.add(numbers[kind], times: alone[number + offset][kind], to: &scores)
                }
            }
            return Probabilities(alone: alone[number], beside: FeatureTable.probabilities(scores))
        }
    }
}

/// What the sentences of a note tell.
package struct KindsOfNote: Sendable {
    private struct Told {
        let kind: SentenceKind
        let probability: Double
    }

    private var ranges: [Range<Int>] = []
    private var texts: [String] = []
    private var told: [Told] = []

    package init() {}

    package init(_ sentences: [NoteSentence], _ leanings: KindLeanings) {
        ranges = sentences.map(\.range)
        texts = sentences.map(\.text)
        // Around a few sentences nothing shows what they tell, so only their words do.
        told =
            sentences.count < Self.fewest
            ? sentences.map(Self.told)
            : zip(sentences, leanings.probabilities(of: sentences)).map(Self.told)
        tellOfInterview = told.count { Self.ofInterview.contains($0.kind) } >= Self.fewestOfInterview
    }

    /// Takes over what sentences told when the note was looked at before.
    ///
    /// What is written in a note since then says less of them than what its author had written.
    package mutating func remember(_ earlier: KindsOfNote) {
        var known: [String: Told?] = [:]
        for (text, told) in zip(earlier.texts, earlier.told) {
            // Words that told different things say nothing.
            if let other = known[text] {
                known[text] = other?.kind == told.kind ? told : .some(nil)
            } else {
                known[text] = told
            }
        }
        for number in told.indices {
            if let earlier = known[texts[number]] ?? nil { told[number] = earlier }
        }
        tellOfInterview = tellOfInterview || earlier.tellOfInterview
    }

    private static let ofInterview: Set<SentenceKind> = [
        .asked, .said, .impression, .rejected, .advanced, .offer,
    ]

    /// The fewest sentences of a note of which those beside a sentence tell something.
    private static let fewest = 5

    private static func told(_ sentence: NoteSentence) -> Told {
        let words = SentenceKind(SentenceGuess.section(of: sentence.text))
        // What follows from the rest is often something to do.
        let follows = sentence.mark == .arrow && !sentence.text.hasSuffix("?")
        return Told(kind: words ?? (follows ? .action : .other), probability: 0.5)
    }

    /// The least probability with which a sentence is said to tell something, and the least by itself where its words
    /// alone say so too.
    private static let (least, leastWithWords) = (0.4, 0.1)

    private static func told(_ sentence: NoteSentence, _ probabilities: KindLeanings.Probabilities) -> Told {
        let all = zip(SentenceKind.allCases, probabilities.beside)
        if let (kind, probability) = all.max(by: { $0.1 < $1.1 }), kind != .other, probability >= least {
            return Told(kind: kind, probability: probability)
        }
        if let words = SentenceKind(SentenceGuess.section(of: sentence.text)),
            let (kind, probability) = zip(SentenceKind.allCases, probabilities.alone).first(where: {
                $0.0 == words
            }), probability >= leastWithWords
        {
            return Told(kind: kind, probability: probability)
        }
        return Told(kind: .other, probability: probabilities.beside.last ?? 1)
    }

    /// Returns what most probably the text in a range tells: that of its sentences of which it is surest; nil if none of
    /// them tells anything.
    package func kind(in range: Range<Int>) -> SentenceKind? {
        all(in: range).filter { $0.kind.section != nil }.max { $0.probability < $1.probability }?.kind
    }

    /// Whether the sentences tell of an interview that has been: what was asked there, how it went, what was said of it.
    package private(set) var tellOfInterview = false

    private static let fewestOfInterview = 3

    /// Returns what most of several sentences in a range tell; nil if they tell different things.
    package func prevailingKind(in range: Range<Int>) -> SentenceKind? {
        let all = all(in: range)
        if all.count < 2 { return nil }
        return SentenceKind.allCases.first { kind in
            kind.section != nil && all.count { $0.kind == kind } * 4 > all.count * 3
        }
    }

    /// Returns what the text in a range says that came of the interview; nil if it does not.
    package func outcome(in range: Range<Int>) -> Outcome? {
        all(in: range).filter { $0.kind.outcome != nil }.max { $0.probability < $1.probability }?.kind.outcome
    }

    /// Returns whether no sentence in a range may be what somebody said.
    package func isOwn(_ range: Range<Int>) -> Bool {
        all(in: range).allSatisfy { told in
            switch told.kind {
            case .said, .rejected, .offer, .advanced, .waiting, .withdrawn: false
            case .other: told.probability > Self.surely
            default: true
            }
        }
    }

    /// The probability from which on a sentence surely tells nothing.
    private static let surely = 0.8

    private func all(in range: Range<Int>) -> ArraySlice<Told> {
        let first = ranges.partitionPoint { $0.upperBound > range.lowerBound }
        let end = ranges[first...].firstIndex { $0.lowerBound >= range.upperBound } ?? ranges.endIndex
        return told[first..<end]
    }
}
