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
        let order = notes.indices.sorted {
            (notes[$0].date?.dayNumber ?? .min, $0) < (notes[$1].date?.dayNumber ?? .min, $1)
        }
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

/// What makes two wordings the same question: `Tell me about a failure` and `Tell us about your failures?` are
/// not, `Tell us about a failure.` is.
private struct QuestionKey: Hashable {
    let words: String

    /// Words that may differ: articles, and who speaks to whom.
    private static let small: Set<Substring> = [
        "a", "an", "the", "me", "us", "i", "we", "you", "your", "yours", "my", "our", "please", "so", "and",
    ]

    init(_ text: String) {
        let words = text.lowercased().split { !($0.isLetter || $0.isNumber) }
        let key = words.filter { !Self.small.contains($0) }.joined(separator: " ")
        self.words = !key.isEmpty ? key : words.isEmpty ? text : words.joined(separator: " ")
    }
}
