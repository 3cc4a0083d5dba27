internal import Markup

/// A question that interviewers have asked, as often as it came up.
public struct QuestionGroup: Sendable {
    /// The newest wording.
    @StoredText public fileprivate(set) var text: String
    /// Where it was asked, earliest first.
    public internal(set) var places: [QuestionPlace]
    /// What else it was worded as, where that is more than small words, newest first.
    public internal(set) var otherWordings: [QuestionPlace] = []
    /// The words that those wordings have in common.
    public internal(set) var commonWords: [String] = []
}

extension Index {
    /// The questions that were asked in the notebook's interviews, those that are the same but for small words
    /// in one group. In the order in which they first came up.
    public func questionGroups() -> [QuestionGroup] {
        let order = Array(notes.indices).sortedByDay { notes[$0].date }
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
                let place = QuestionPlace(note: note, number: number)
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
struct QuestionKey: Hashable {
    /// A string and no bytes, for two spellings of `é` are the same.
    private let words: String
    /// That of the words, which are looked up more than once.
    private let hash: Int

    init(_ text: Span<UInt8>, _ words: inout QuestionWords) {
        words.read(text)
        // Nothing but small words, or no word at all: then the text is what it is.
        self.words = words.bytes.isEmpty ? text.text : String(decoding: words.bytes, as: UTF8.self)
        hash = self.words.hashValue
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

/// Takes the small words out of a question.
struct QuestionWords {
    /// The other words in small letters, with a space behind each.
    private(set) var bytes: [UInt8] = []
    /// Where the word begins that is being read.
    private var start = 0
    /// The last eight bytes of it as one number, for that is compared at once.
    private var word: UInt64 = 0

    /// Words that may differ: articles, and who speaks to whom.
    private static let small = [
        "a", "an", "the", "me", "us", "i", "we", "you", "your", "yours", "my", "our", "please", "so", "and",
    ].map { $0.utf8.reduce(into: UInt64(0)) { append($1, to: &$0) } }
    private static let longestSmall = 8

    mutating func read(_ text: Span<UInt8>) {
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
