internal import Markup
internal import Notes

extension NotebookIndex {
    /// Returns whether a story could answer a question in one of its wordings.
    ///
    /// That is so where it asks for something that happened. "Why us?", a riddle and a task ask for something
    /// else.
    package func asksForStory(_ group: QuestionGroup) -> Bool {
        group.questions.contains { StoryCue.isIn(self[$0].text) }
    }

    /// Returns whether something worked below a question, whatever was said there.
    package func hasWorked(_ group: QuestionGroup) -> Bool {
        group.questions.contains { id in
            notes[id.note].evidence.contains { evidence in
                guard evidence.kind == .worked, case .question(let number) = evidence.context else {
                    return false
                }
                return Int(number) == id.number
            }
        }
    }
}

extension QuestionGroup {
    /// Returns whether the question names a company that asked it, as "Why Acme?" does.
    ///
    /// No other company will ask it.
    package func namesItsCompany(in index: NotebookIndex) -> Bool {
        let words = text.split { !$0.isLetter && !$0.isNumber }
        return questions.contains { id in
            guard let company = index.notes[id.note].company else { return false }
            let name = company.split { !$0.isLetter && !$0.isNumber }
            guard let first = name.first, words.count > name.count else { return false }
            return words.indices.contains { words[$0] == first && words[$0...].starts(with: name) }
        }
    }
}

/// Words by which a question asks for something that happened.
private enum StoryCue {
    /// Each is looked for as whole words, or as the beginning of a word if it ends with a hyphen.
    private static let cues: [[String]] = [
        "a time", "the time", "last time", "a situation", "an occasion", "an example", "example of",
        "examples of",
        "have you ever", "did you ever", "did you", "were you", "had you", "you did", "you had", "you were",
        "you made",
        "what have you", "when have you", "where have you", "how have you", "which have you",
        "proud", "proudest", "your biggest", "your hardest", "your worst", "your greatest", "your toughest",
        "describe a", "describe an", "describe the", "walk me through a", "walk us through a",
        "walk me through your",
        "walk us through your", "tell me about a", "tell us about a", "tell me about an", "tell us about an",
        "tell me about the", "tell us about the", "tell me about your", "tell us about your", "tell me of a",
        "tell us of a", "talk about a",
        // The same in other languages.
        "erzähl-", "beschreib-", "schilder-", "beispiel-", "racont-", "décri-", "exemple-", "cuént-",
        "háble-",
        "descríb-", "ejemplo-",
    ].map { $0.split(separator: " ").map(String.init) }

    static func isIn(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        return cues.contains { cue in
            words.indices.contains { start in
                start + cue.count <= words.count
                    && cue.indices.allSatisfy { fits(words[start + $0], cue[$0]) }
            }
        }
    }

    private static func fits(_ word: Substring, _ cue: String) -> Bool {
        cue.hasSuffix("-") ? word.hasPrefix(cue.dropLast()) : word == cue
    }
}
