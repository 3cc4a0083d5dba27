internal import Markup

/// A question that interviewers have asked, as often as it came up.
public struct QuestionGroup: Sendable {
    /// The newest wording.
    public fileprivate(set) var text: String
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
        for note in order {
            for question in notes[note].questionsAsked where !question.text.isEmpty {
                let key = QuestionKey(question.text)
                let number = numbers[key] ?? groups.count
                if number == groups.count {
                    numbers[key] = number
                    groups.append(QuestionGroup(text: question.text, places: []))
                }
                groups[number].text = question.text
                groups[number].places.append((note, question.place.line))
            }
        }
        return groups
    }
}

/// What makes two wordings the same question: its words but for small ones, in small letters.
///
/// `Tell us about a failure.` is the same as `Tell me about a failure`, and `Tell me about your failures` is not.
private struct QuestionKey: Hashable {
    private var words: [UInt8] = []

    /// Words that may differ: articles, and who speaks to whom.
    private static let small: [[UInt8]] = [
        "a", "an", "the", "me", "us", "i", "we", "you", "your", "yours", "my", "our", "please", "so", "and",
    ].map { Array($0.utf8) }
    private static let longestSmall = small.map(\.count).max() ?? 0

    init(_ text: String) {
        words.reserveCapacity(text.utf8.count + 1)
        var word = 0
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                if byte.isLetter || byte.isDigit {
                    words.append(byte.lowercased)
                } else {
                    endWord(from: &word)
                }
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                words += scalar.properties.lowercaseMapping.utf8
            } else {
                endWord(from: &word)
            }
        }
        endWord(from: &word)
        // Nothing but small words, or no word at all: then the text is what it is.
        if words.isEmpty { words = Array(text.utf8) }
    }

    /// Ends the word that began at an offset, with a space behind; a small word goes away again.
    private mutating func endWord(from start: inout Int) {
        if words.count > start {
            let word = words[start...]
            if word.count <= Self.longestSmall,
                Self.small.contains(where: { $0.count == word.count && word.elementsEqual($0) })
            {
                words.removeSubrange(start...)
            } else {
                words.append(Byte.space)
            }
        }
        start = words.count
    }
}
