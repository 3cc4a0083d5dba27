internal import Markup

/// Writes numbers and dates as a sentence says them.
package enum Wording {
    /// Returns `1 interview` or `3 interviews`.
    ///
    /// `plural` is for words that do more than add an s.
    package static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
        "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
    }

    /// Returns `once`, `twice` or `3 times`.
    package static func times(_ number: Int) -> String {
        switch number {
        case 1: "once"
        case 2: "twice"
        default: "\(number) times"
        }
    }

    /// Returns a number as a word, up to twelve.
    package static func number(_ number: Int) -> String {
        let words = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve",
        ]
        return words.indices.contains(number) ? words[number] : "\(number)"
    }

    /// Returns `today`, `yesterday` or `5 days ago`.
    package static func ago(_ days: Int) -> String {
        switch days {
        case ..<0: ahead(-days)
        case 0: "today"
        case 1: "yesterday"
        default: "\(days) days ago"
        }
    }

    /// Returns `today`, `tomorrow` or `in 5 days`.
    package static func ahead(_ days: Int) -> String {
        switch days {
        case 0: "today"
        case 1: "tomorrow"
        default: "in \(days) days"
        }
    }

    /// Returns the month, with its year if it is not today's.
    package static func month(_ day: CalendarDate, from today: CalendarDate) -> String {
        let name = CalendarDate.monthNames[day.month - 1]
        return day.year == today.year ? name : "\(name) \(day.year)"
    }

    /// Returns the months from one day to another, after a comma: `, 2026-01 – 2026-10`.
    ///
    /// It is empty if one is unknown.
    package static func span(_ first: CalendarDate?, _ last: CalendarDate?) -> String {
        guard let first = first?.yearAndMonth, let last = last?.yearAndMonth else { return "" }
        return first == last ? ", \(first)" : ", \(first) – \(last)"
    }

    /// Returns `a`, `a and b`, or `a, b and c`.
    package static func list(_ words: [String], _ joint: String = "and") -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(joint) " + last
    }

    /// Returns text as a code span of markdown, for what is to be copied.
    package static func code(_ text: String) -> String {
        text.utf8.contains(.ascii("`")) ? "`` \(text) ``" : "`\(text)`"
    }

    /// Returns a text with its first letter as a capital.
    package static func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    /// Returns a text in quotation marks, cut if it is long.
    ///
    /// Quotation marks around the whole text are not written twice.
    package static func quoted(_ text: String, widest: Int = 60) -> String {
        "\"\(TextWidth.cut(unquoted(text), to: widest))\""
    }

    private static func unquoted(_ text: String) -> String {
        guard text.count > 2, let first = text.first, let last = text.last,
            ["\"": "\"", "“": "”", "„": "“", "«": "»", "‘": "’"][first] == last
        else { return text }
        let inner = text.dropFirst().dropLast()
        return inner.contains(first) || inner.contains(last) ? text : String(inner)
    }

    /// Returns the notebook as an argument of a command to copy, with a space before it.
    ///
    /// It is empty if the notebook is the working directory. The prefix is what leads from the working
    /// directory to the notes, with a `/` at its end.
    package static func notebookArgument(_ prefix: [UInt8]) -> String {
        prefix.isEmpty ? "" : " " + argument(prefix.count > 1 ? prefix.dropLast() : prefix)
    }

    /// Returns a path as an argument in a shell, in quotes if it needs them.
    ///
    /// The command gets the same bytes.
    package static func argument(_ path: [UInt8]) -> String {
        let begins = path.first == .ascii("-") ? Array("./".utf8) + path : path
        let isShown =
            Encoding.firstInvalidByte(in: path) == nil
            && !String(decoding: path, as: UTF8.self).unicodeScalars.contains { Self.isUnseen($0) }
        guard isShown else { return "$'\(begins.map(escaped).joined())'" }
        let text = String(decoding: begins, as: UTF8.self)
        let isPlain = path.allSatisfy { byte in
            byte >= 0x80 || byte.isLetter || byte.isDigit || "/._-+,:@%=".utf8.contains(byte)
        }
        return isPlain && !path.isEmpty ? text : "'\(text.replacing("'", with: "'\\''"))'"
    }

    /// Whether a character would be lost on the way, or misleads the eye.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        case .spaceSeparator: scalar != " "
        default: false
        }
    }

    /// Returns a byte as it is written between `$'` and `'`.
    private static func escaped(_ byte: UInt8) -> String {
        switch byte {
        case .ascii("'"), .ascii("\\"): return "\\" + String(UnicodeScalar(byte))
        case 0x20..<0x7F: return String(UnicodeScalar(byte))
        default:
            let digits = String(byte, radix: 16)
            return "\\x" + (digits.count < 2 ? "0" : "") + digits
        }
    }

    /// Returns a name with the article of a stranger: `a Dana Ruiz`, `an Olek Bondar`.
    package static func withArticle(_ name: String) -> String {
        let isVowel = name.first.map { "aeiouAEIOUäöüÄÖÜéÉ".contains($0) } ?? false
        return (isVowel ? "an " : "a ") + name
    }
}
