internal import Markup

/// The words that carry meaning in a note: tag words, the words of headings and outcomes, and words that are
/// not topics.
public struct Vocabulary: Sendable {
    /// What a tag word makes of a bullet.
    package enum Tag: Hashable, Sendable {
        case stage(Stage)
        case hunch
        case evidence(Evidence.Kind)
        /// A plan below feedback. The word is a tag only at the beginning, with a colon.
        case plan
        /// A reason below feedback. The word is a tag only at the beginning, with a colon.
        case reason
        /// A story. The word is a tag only at the beginning, and not with a `#`.
        case story
        /// A story that was told. The word is a tag only at the beginning, and not with a `#`.
        case told

        package var needsColon: Bool { self == .plan || self == .reason }

        /// Whether the word is a tag only at the beginning.
        ///
        /// `#story`, for example, is a topic.
        package var isInFrontOnly: Bool { needsColon || isOfStory }

        /// Whether the tag is about stories.
        ///
        /// Other words (`hold:`, `store:`) are never taken for slips of such a tag.
        package var isOfStory: Bool { self == .story || self == .told }
    }

    /// What a heading makes of the bullets below it.
    ///
    /// The raw values are the names in the configuration.
    package enum SectionName: String, Sendable, CaseIterable {
        case feedback, praise, hunches, worked, slipped
        case questionsAsked = "questions-asked"
        case questionsToAsk = "questions-to-ask"
        case actions, stories
    }

    /// The tag words in small letters, each with its tag.
    package private(set) var tags: [(word: [UInt8], tag: Tag)]

    /// The length of the longest tag word, in bytes.
    private var longestTag: Int

    /// What headings may begin with in addition to the words of the table, in small letters.
    ///
    /// The first match counts.
    package private(set) var headings: [(words: [UInt8], section: SectionName)] = []

    /// The topics that have several names.
    package var aliases = TopicAliases()

    /// The outcomes that words mean in addition to the standard words.
    ///
    /// The words are in small letters.
    private var outcomes: [String: Outcome] = [:]

    /// The words in small letters that are not topics even after a `#`.
    package private(set) var notTopics: Set<String> = ["task"]

    /// The bytes of these words.
    ///
    /// `hasWideNotTopic` says whether some have letters that cannot be made small byte by byte.
    private var notTopicBytes = [Array("task".utf8)]
    private var hasWideNotTopic = false

    /// Returns whether a word after a `#` is a topic, whatever its case.
    package func isTopic(_ word: Span<UInt8>) -> Bool {
        search: for notTopic in notTopicBytes where notTopic.count == word.count || hasWideNotTopic {
            if hasWideNotTopic { return !notTopics.contains(word.text.lowercased()) }
            for at in notTopic.indices where notTopic[at] != word[at].lowercased { continue search }
            return false
        }
        return true
    }

    /// Whether some topics have several names.
    package var hasAliases: Bool { !aliases.isEmpty }

    /// Whether some words have letters that cannot be made small byte by byte.
    private var hasOtherLetters = false

    /// The words that are built in, without those of a configuration.
    public static let standard = Vocabulary(
        tags: [
            ("chew", .stage(.chew)), ("stew", .stage(.chew)), ("swallow", .stage(.swallow)),
            ("spit", .stage(.spit)), ("keep", .stage(.keep)), ("hunch", .hunch),
            ("worked", .evidence(.worked)),
            ("slipped", .evidence(.slipped)), ("if", .plan), ("because", .reason), ("story", .story),
            ("told", .told),
        ])

    private init(tags: [(String, Tag)]) {
        self.tags = tags.map { (Array($0.0.utf8), $0.1) }
        longestTag = tags.reduce(0) { max($0, $1.0.utf8.count) }
    }

    /// Adds a word for a tag.
    ///
    /// The word must be in small letters.
    package mutating func add(_ word: String, for tag: Tag) {
        tags.append((Array(word.utf8), tag))
        longestTag = max(longestTag, word.utf8.count)
        hasOtherLetters = hasOtherLetters || !word.utf8.allSatisfy { $0 < 0x80 }
    }

    /// Adds words that a heading may begin with, in small letters.
    ///
    /// The longest match counts.
    package mutating func add(_ words: String, for section: SectionName) {
        let words = Array(words.utf8)
        let index = headings.firstIndex { $0.words.count < words.count } ?? headings.count
        headings.insert((words, section), at: index)
        hasOtherLetters = hasOtherLetters || !words.allSatisfy { $0 < 0x80 }
    }

    /// Adds a word for an outcome.
    package mutating func add(_ word: String, for outcome: Outcome) { outcomes[word.lowercased()] = outcome }

    /// Adds a word that is not a topic, without its `#`.
    package mutating func add(notTopic word: String) {
        let word = word.lowercased()
        guard notTopics.insert(word).inserted else { return }
        notTopicBytes.append(Array(word.utf8))
        hasWideNotTopic = hasWideNotTopic || !word.utf8.allSatisfy { $0 < 0x80 }
    }

    /// Returns the outcome that a word means, whatever its case.
    package func outcome(of word: String) -> Outcome {
        let outcome = Outcome(word)
        guard case .other = outcome, !outcomes.isEmpty else { return outcome }
        return outcomes[word.lowercased()] ?? outcome
    }

    /// Returns a text in small letters if the vocabulary needs more than ASCII for that, and otherwise the
    /// text itself.
    private func folded(_ text: Span<UInt8>) -> [UInt8] {
        let bytes = text.indices.map { text[$0] }
        guard hasOtherLetters, !bytes.allSatisfy({ $0 < 0x80 }) else { return bytes }
        return Array(text.text.lowercased().utf8)
    }

    /// Returns the tag of a word, whatever its case; nil if the word is not a tag word.
    package func tag(_ word: Span<UInt8>) -> Tag? {
        guard word.count <= longestTag else { return nil }
        if hasOtherLetters {
            let word = folded(word)
            return tags.first { $0.word.elementsEqual(word.lazy.map(\.lowercased)) }?.tag
        }
        search: for index in tags.indices where tags[index].word.count == word.count {
            for at in 0..<word.count where tags[index].word[at] != word[at].lowercased { continue search }
            return tags[index].tag
        }
        return nil
    }

    /// Returns the index of the tag word that a word is one slip away from: a letter is too many, missing,
    /// wrong or swapped.
    ///
    /// Tag words of one or two letters are left out, because they are too near to everything.
    package func tagMeant(by word: Span<UInt8>) -> Int? {
        guard word.count >= 2, word.count <= longestTag + 4 else { return nil }
        let word = folded(word).map(\.lowercased)
        guard hasOtherLetters else {
            return tags.firstIndex {
                $0.word.count > 2 && !$0.tag.isOfStory && Self.isOneSlip(word, from: $0.word)
            }
        }
        let letters = String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
        return tags.firstIndex { tag in
            let other = String(decoding: tag.word, as: UTF8.self).unicodeScalars.map(\.value)
            return other.count > 2 && !tag.tag.isOfStory && Self.isOneSlip(letters, from: other)
        }
    }

    /// Returns the index of a tag word, whatever its case; nil if the word is not a tag word.
    package func number(ofTag word: Span<UInt8>) -> Int? {
        tag(word).flatMap { _ in
            let word = folded(word).map(\.lowercased)
            return tags.firstIndex { $0.word == word }
        }
    }

    /// Returns the tag word at an index.
    package func tagWord(_ number: Int) -> String { String(decoding: tags[number].word, as: UTF8.self) }

    /// Returns the outcome that a word is one slip away from; nil if there is none.
    package static func outcomeMeant(by word: String) -> Outcome? {
        let word = word.utf8.map(\.lowercased)
        return Outcome.known.first { isOneSlip(word, from: Array($0.description.utf8)) }
    }

    package static func isOneSlip(_ a: String, from b: String) -> Bool {
        isOneSlip(Array(a.utf8), from: Array(b.utf8))
    }

    private static func isOneSlip<Letter: Equatable>(_ a: [Letter], from b: [Letter]) -> Bool {
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

    /// Returns the offset of the first letter of a heading's text, after marks, emoji and bytes that are not
    /// UTF-8.
    package static func firstLetter(of text: Span<UInt8>) -> Int {
        text.indices.first { at in
            let byte = text[at]
            return byte.isLetter
                || byte >= 0xC3 && byte < 0xEF && byte != 0xE2
                    && Encoding.sequenceLength(in: text, at: at) > 0
        } ?? text.count
    }

    /// Returns the section of headings that begin with exactly these words, which are in small letters; nil
    /// if there is none.
    package func section(ofWords words: String) -> SectionName? {
        headings.first { $0.words.elementsEqual(words.utf8) }?.section
    }
}
