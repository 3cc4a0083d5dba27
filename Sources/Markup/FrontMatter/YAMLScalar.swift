/// Writes a text as a scalar of YAML that reads back as the same text, even in a list in brackets.
package enum YAMLScalar {
    package static func text(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    /// The words that YAML, or a reader of an older version of it, takes for something else.
    private static let taken: Set<String> = [
        "null", "true", "false", "yes", "no", "on", "off", "y", "n",
    ]

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic,
            let last = text.utf8.last, last != 0x20, last != 0x3A, !taken.contains(text.lowercased())
        else { return false }
        var previous: Unicode.Scalar = "a"
        for scalar in text.unicodeScalars {
            switch scalar {
            case ",", "[", "]", "{", "}", "\"", "\\", "\u{FEFF}": return false
            // In a list in brackets, a question mark after a colon ends a key too.
            case " " where previous == ":", "?" where previous == ":": return false
            case "#" where previous == " ": return false
            default: if !isPrintable(scalar) { return false }
            }
            previous = scalar
        }
        return true
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
        default: scalar.value < 0xFFFE || scalar.value > 0xFFFF
        }
    }

    /// Returns a text in quotes, whatever it is.
    package static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case _ where isPrintable(scalar) && scalar != "\u{FEFF}": quoted.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\U" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits
            }
        }
        return quoted + "\""
    }
}
