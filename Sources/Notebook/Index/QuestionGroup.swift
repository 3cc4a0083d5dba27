internal import Markup

/// A question that interviewers have asked, as often as it came up.
public struct QuestionGroup: Sendable {
    /// The newest wording.
    @StoredText public fileprivate(set) var text: String
    /// Where it was asked, earliest first.
    public fileprivate(set) var places: [(note: Int, line: Int)]
}

extension Index {
    /// The questions that were asked in the notebook's interviews, those that are the same but for small words
    /// in one group. In the order in which they first came up.
    public func questionGroups() -> [QuestionGroup] {
        let order = Array(notes.indices).sortedByDay { notes[$0].date }
        var numbers: [QuestionKey: Int] = [:]
        var groups: [QuestionGroup] = []
        let keys = concurrently(order.count) { number in
            notes[order[number]].questionsAsked.map { $0.$text.withBytes { QuestionKey($0) } }
        }
        numbers.reserveCapacity(keys.reduce(0) { $0 + $1.count })
        for (note, keys) in zip(order, keys) {
            for (question, key) in zip(notes[note].questionsAsked, keys) where !question.$text.isEmpty {
                let place = (note, question.place.line)
                if let number = numbers[key] {
                    groups[number].$text = question.$text
                    groups[number].places.append(place)
                } else {
                    numbers[key] = groups.count
                    groups.append(QuestionGroup(text: question.$text, places: [place]))
                }
            }
        }
        return groups
    }
}

/// What makes two wordings the same question: its words but for small ones, in small letters.
///
/// `Tell us about a failure.` is the same as `Tell me about a failure`, and `Tell me about your failures` is not.
private struct QuestionKey: Hashable {
    /// A string and no bytes, for those would be hashed one by one.
    private let words: String

    init(_ text: Span<UInt8>) {
        var words = QuestionWords()
        words.read(text)
        // Nothing but small words, or no word at all: then the text is what it is.
        self.words = words.bytes.isEmpty ? text.text : String(decoding: words.bytes, as: UTF8.self)
    }
}

/// Takes the small words out of a question.
private struct QuestionWords {
    /// The other words in small letters, with a space behind each.
    private(set) var bytes: [UInt8] = []
    /// Where the word begins that is being read.
    private var start = 0

    /// Words that may differ: articles, and who speaks to whom.
    private static let small = [
        "a", "an", "the", "me", "us", "i", "we", "you", "your", "yours", "my", "our", "please", "so", "and",
    ].map { number(of: Array($0.utf8)[...]) }
    private static let longestSmall = 8

    mutating func read(_ text: Span<UInt8>) {
        bytes.reserveCapacity(text.count + 1)
        var at = 0
        while at < text.count {
            let byte = text[at]
            if byte.isLetter || byte.isDigit {
                bytes.append(byte.lowercased)
                at += 1
            } else if byte >= 0x80, let (scalar, length) = UnicodeText.scalar(in: text, at: at) {
                if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                    bytes += scalar.properties.lowercaseMapping.utf8
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
            if count <= Self.longestSmall, Self.small.contains(Self.number(of: bytes[start...])) {
                bytes.removeLast(count)
            } else {
                bytes.append(Byte.space)
            }
        }
        start = bytes.count
    }

    /// A short word as one number, for that is compared at once.
    private static func number(of word: ArraySlice<UInt8>) -> UInt64 {
        word.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
