import ArgumentParser

/// A word as the shell that asks for completions writes it.
enum ShellWord {
    /// What a word on the command line stands for: without its quotes, and with the home folder in place of a tilde.
    /// Variables and commands in it stay as they are written.
    ///
    /// - Parameter comesUnquoted: whether the shell has taken the quotes away itself.
    static func unquoted(_ word: String, comesUnquoted: Bool = comesUnquoted) -> String {
        var result = ""
        var quote: Character?
        var characters = word[...]
        if word == "~" || word.hasPrefix("~/"), let home = Environment.nonEmpty("HOME") {
            result = home
            characters = characters.dropFirst()
        }
        if comesUnquoted { return result + characters }
        while let character = characters.popFirst() {
            switch (character, quote) {
            case ("'", nil), ("\"", nil): quote = character
            case (_, character): quote = nil
            case ("\\", nil): if let next = characters.popFirst() { result.append(next) }
            case ("\\", "\""):
                if let next = characters.first, "\"\\$`".contains(next) {
                    result.append(characters.removeFirst())
                } else {
                    result.append(character)
                }
            default: result.append(character)
            }
        }
        return result
    }

    /// Fish before version 4 hands over words without their quotes.
    static var comesUnquoted: Bool {
        guard CompletionShell.requesting == .fish else { return false }
        let major = CompletionShell.requestingVersion?.prefix { $0.isWholeNumber } ?? ""
        return (Int(major) ?? 0) < 4
    }

    /// A completion as the shell's script reads it, a line each.
    ///
    /// - Parameter description: what to show beside it, where the shell can.
    /// - Returns: nil for what no line can hold, or no shell could show: text with control characters, or none at all.
    static func candidate(_ text: String, about description: String = "") -> String? {
        if text.isEmpty || text.unicodeScalars.contains(where: isControl) { return nil }
        let description = String(
            String.UnicodeScalarView(description.unicodeScalars.filter { !isControl($0) }))
        switch CompletionShell.requesting {
        case .zsh:
            let text = text.replacing("\\", with: "\\\\").replacing(":", with: "\\:")
            return description.isEmpty ? text : "\(text):\(description)"
        case .fish: return description.isEmpty ? text : "\(text)\t\(description)"
        default: return text
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || 0x7F..<0xA0 ~= scalar.value || scalar == "\u{FFFD}"
    }
}
