internal import Markup
public import Notes

/// A question that interviewers have asked, with every time that it came up.
public struct QuestionGroup: Sendable {
    /// The newest wording.
    @StoredText public fileprivate(set) var text: String
    /// The questions in the notes, earliest first.
    public package(set) var questions: [QuestionID]
    /// The other wordings that differ in more than small words, newest first.
    public package(set) var otherWordings: [QuestionID] = []
    /// The words that these wordings have in common.
    public package(set) var commonWords: [String] = []
}

extension NotebookIndex {
    /// Returns the questions that were asked in the notebook's interviews, in the order in which they first
    /// came up.
    ///
    /// Questions that differ only in small words are in one group. What a note of an interview to come expects
    /// was not asked.
    public func questionGroups() -> [QuestionGroup] {
        let order = notes.indices.filter { !notes[$0].isExpected(on: today) }.sortedByDay { notes[$0].date }
        var numbers: [QuestionKey: Int] = [:]
        var groups: [QuestionGroup] = []
        let keys = concurrently(
            order.count, with: { QuestionWords() },
            each: { number, words in
                notes[order[number]].questionsAsked.map { $0.$text.withBytes { QuestionKey($0, &words) } }
            })
        numbers.reserveCapacity(keys.reduce(0) { $0 + $1.count })
        for (note, keys) in zip(order, keys) {
            for (number, key) in keys.enumerated() {
                let question = notes[note].questionsAsked[number]
                if question.$text.isEmpty { continue }
                let id = QuestionID(note: note, number: number)
                if let number = numbers[key] {
                    groups[number].$text = question.$text
                    groups[number].questions.append(id)
                } else {
                    numbers[key] = groups.count
                    groups.append(QuestionGroup(text: question.$text, questions: [id]))
                }
            }
        }
        return groups
    }
}

/// The key of a question: its words in small letters, without small words.
///
/// Wordings with the same key are the same question.
///
/// `Tell us about a failure.` is the same as `Tell me about a failure`, and `Tell me about your failures` is
/// not.
package struct QuestionKey: Hashable {
    /// This is a string and not bytes, because two encodings of `é` have to be equal.
    private let words: String
    /// The hash of the words, because a key is looked up more than once.
    private let hash: Int

    package init(_ text: Span<UInt8>, _ words: inout QuestionWords) {
        words.read(text)
        // If the text has only small words or no words at all, the whole text is the key.
        self.words = words.bytes.isEmpty ? text.text : String(decoding: words.bytes, as: UTF8.self)
        hash = self.words.hashValue
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

/// Removes the small words from a question.
package struct QuestionWords {
    /// The other words in small letters, with a space after each.
    package private(set) var bytes: [UInt8] = []
    /// The offset at which the word that is being read begins.
    private var start = 0
    /// The last eight bytes of that word as one number, which is compared at once.
    private var word: UInt64 = 0

    /// Words that may differ between wordings: articles, and who speaks to whom.
    private static let small = [
        "a", "an", "the", "me", "us", "i", "we", "you", "your", "yours", "my", "our", "please", "so", "and",
    ].map { $0.utf8.reduce(into: UInt64(0)) { append($1, to: &$0) } }
    private static let longestSmall = 8

    package mutating func read(_ text: Span<UInt8>) {
        bytes.removeAll(keepingCapacity: true)
        bytes.reserveCapacity(text.count + 1)
        (start, word) = (0, 0)
        var at = 0
        while at < text.count {
            let byte = text[at]
            if byte.isLetter || byte.isDigit {
                let small = byte.lowercased
                bytes.append(small)
                Self.append(small, to: &word)
                at += 1
            } else if byte >= 0x80, let (scalar, length) = UnicodeText.scalar(in: text, at: at) {
                if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                    for byte in scalar.properties.lowercaseMapping.utf8 {
                        bytes.append(byte)
                        Self.append(byte, to: &word)
                    }
                } else {
                    endWord()
                }
                at += length
            } else {
                endWord()
                at += 1
            }
        }
        endWord()
    }

    private mutating func endWord() {
        let count = bytes.count - start
        if count > 0 {
            if count <= Self.longestSmall, Self.small.contains(word) {
                bytes.removeLast(count)
            } else {
                bytes.append(Byte.space)
            }
        }
        (start, word) = (bytes.count, 0)
    }

    private static func append(_ byte: UInt8, to word: inout UInt64) { word = word << 8 | UInt64(byte) }
}
