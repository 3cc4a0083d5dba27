internal import Markup

/// The check for feedback that is worded as a judgement of oneself.
///
/// Nothing that one could do follows from such words.
package enum SelfTalk: Check {
    package static let code = Diagnostic.Code.selfTalk

    package static func message(
        on feedback: Feedback, of note: Note, today: CalendarDate, _ configuration: Configuration
    ) -> String? {
        guard feedback.stage != .spit, isSelfTalk(feedback.$text) else { return nil }
        return "worded as what you are; word it as what was said, or as what to do next time"
    }

    /// The beginnings of sentences that judge their own writer, in small letters.
    private static let beginnings = [
        "i am bad", "i am terrible", "i am awful", "i am hopeless", "i am useless", "i am stupid",
        "i am a bad",
        "i am a terrible", "i am a failure", "i am not good", "i am no good", "i am too", "i am not able",
        "i am just not", "i am never", "i am always", "i suck", "i always", "i never", "i can not",
        "i cannot",
        "i fail", "i have no", "i will never",
    ]

    /// A length in scalars that exceeds every beginning, however it is written.
    private static let longestBeginning = 48

    private static func isSelfTalk(_ text: StoredText) -> Bool {
        // Nearly all feedback begins with another word than `I`, `I'm` or `I’ll`.
        let mayBe = text.withBytes { bytes in
            bytes.count > 1 && bytes[0].lowercased == 0x69
                && (bytes[1] == 0x20 || bytes[1] == 0x27 || bytes[1] == 0xE2)
        }
        guard mayBe else { return false }
        let text = text.wrappedValue
        let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(longestBeginning)))
        let words = start.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }.prefix(4)
        let expanded = words.map { word -> String in
            switch word.replacing("’", with: "'") {
            case "i'm": "i am"
            case "can't": "cannot"
            case "i'll": "i will"
            default: String(word)
            }
        }
        let sentence = expanded.joined(separator: " ") + " "
        return beginnings.contains { sentence.hasPrefix($0 + " ") }
    }
}
