internal import Markup

/// The words that carry meaning in a note: tag words, and what headings begin with.
public struct Vocabulary: Sendable {
    /// What a tag word makes of a bullet.
    enum Tag: Hashable, Sendable {
        case stage(Stage)
        case hunch
        case evidence(Evidence.Kind)
        /// A plan below feedback. A tag only in front, with its colon.
        case plan
        /// A reason below feedback. A tag only in front, with its colon.
        case reason

        var needsColon: Bool { self == .plan || self == .reason }
    }

    /// What a heading makes of the bullets below it.
    enum Section: Sendable {
        case feedback, hunches, questionsAsked, questionsToAsk
    }

    /// In small letters.
    let tags: [(word: [UInt8], tag: Tag)]

    private let longestTag: Int

    /// What headings begin with, in small letters; the first that fits counts.
    let headings: [(words: [UInt8], section: Section)]

    public static let standard = Vocabulary(
        tags: [
            ("chew", .stage(.chew)), ("stew", .stage(.chew)), ("swallow", .stage(.swallow)),
            ("spit", .stage(.spit)), ("hunch", .hunch), ("worked", .evidence(.worked)),
            ("slipped", .evidence(.slipped)), ("if", .plan), ("because", .reason),
        ],
        headings: [
            ("feedback", .feedback), ("hunch", .hunches), ("questions to ask", .questionsToAsk),
            ("question", .questionsAsked),
        ])

    private init(tags: [(String, Tag)], headings: [(String, Section)]) {
        self.tags = tags.map { (Array($0.0.utf8), $0.1) }
        longestTag = tags.reduce(0) { max($0, $1.0.utf8.count) }
        self.headings = headings.map { (Array($0.0.utf8), $0.1) }
    }

    /// The tag of a word, whatever its case.
    func tag(_ word: Span<UInt8>) -> Tag? {
        guard word.count <= longestTag else { return nil }
        search: for index in tags.indices where tags[index].word.count == word.count {
            for at in 0..<word.count where tags[index].word[at] != word[at].lowercased { continue search }
            return tags[index].tag
        }
        return nil
    }

    /// The tag word that a word is one slip away from: a letter too many, too few, wrong or swapped.
    ///
    /// Words of one or two letters are too near to everything.
    func tagMeant(by word: Span<UInt8>) -> String? {
        guard word.count >= 3, word.count <= longestTag + 1 else { return nil }
        let word = word.indices.map { word[$0].lowercased }
        let match = tags.first { isOneSlip(word, from: $0.word) }
        return match.map { String(decoding: $0.word, as: UTF8.self) }
    }

    private func isOneSlip(_ a: [UInt8], from b: [UInt8]) -> Bool {
        guard abs(a.count - b.count) <= 1 else { return false }
        let prefix = zip(a, b).prefix { $0 == $1 }.count
        let suffix = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
        if a.count == b.count {
            let differing = a.count - prefix - suffix
            let isSwap =
                differing == 2 && a[prefix] == b[prefix + 1] && a[prefix + 1] == b[prefix]
            return differing == 1 || isSwap
        }
        return prefix + suffix >= min(a.count, b.count)
    }

    /// What a heading says, from its text. What stands before the first letter is passed over.
    func section(ofHeading text: ArraySlice<UInt8>) -> Section? {
        guard let start = text.firstIndex(where: { $0.isLetter || $0 >= 0xC3 && $0 < 0xE2 }) else {
            return nil
        }
        let text = text[start...]
        return headings.first { entry in
            entry.words.count <= text.count && zip(entry.words, text).allSatisfy { $0 == $1.lowercased }
        }?.section
    }
}
