internal import Markup

/// The names in a note that may be a person's, by where they stand.
///
/// A label is a person's name only if the person is also named elsewhere, or has the label more than once.
package struct NamesInText {
    private var counts: [String: Int] = [:]

    /// Finds the names in a note.
    ///
    /// - Parameters:
    ///   - text: the text of the note.
    ///   - interviewers: the note's interviewers.
    package init(in text: String, interviewers: [String]) {
        var word = ""
        for character in text + "\n" {
            if character.isLetter || character == "-" {
                word.append(character)
            } else {
                if word.count > 1, word.startsWithCapital { counts[word, default: 0] += 1 }
                word = ""
            }
        }
        for name in interviewers {
            for word in name.split(whereSeparator: { !$0.isLetter && $0 != "-" }) {
                counts[String(word), default: 0] += 2
            }
        }
    }

    /// Returns whether a label is a person's name.
    package func isOf(_ label: String) -> Bool {
        guard let first = label.split(whereSeparator: { !$0.isLetter && $0 != "-" }).last.map(String.init)
        else {
            return false
        }
        return counts[first, default: 0] > 1
    }

    /// Returns whether a text after a person's name may be what they said.
    ///
    /// It may also say who they are, or when they come.
    package static func maySay(_ text: String) -> Bool {
        let words = text.sentenceWords
        if words.count < 2 || text.contains("@") || text.count(where: \.isNumber) > 4 { return false }
        return words.count > mostWordsOfRole || !words.contains { roles.contains($0) }
    }

    private static let mostWordsOfRole = 7
    private static let roles: Set<String> = [
        "manager", "engineer", "lead", "head", "director", "cto", "ceo", "vp", "cfo", "coo", "cpo", "svp",
        "founder", "cofounder", "recruiter", "hr", "designer", "developer", "partner", "owner", "officer",
        "nurse", "sister", "matron", "consultant", "teacher", "principal", "president", "chair", "governor",
        "architect", "analyst", "scientist", "administrator", "assistant", "coordinator", "professor", "dr",
        "interviewer", "panel", "pm", "tpm", "em", "ot", "colleague", "peer", "chaplain",
    ]
}
