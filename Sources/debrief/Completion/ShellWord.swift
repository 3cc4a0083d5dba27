import ArgumentParser

/// A word as the shell that asks for completions writes it.
enum ShellWord {
    /// Returns what a word on the command line stands for: without its quotes, and with the home folder in
    /// place of a tilde.
    ///
    /// Variables and commands in it stay as they are written. `comesUnquoted` says whether the shell has
    /// removed the quotes itself.
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

    /// Whether words come without their quotes, as from fish before version 4.
    static var comesUnquoted: Bool {
        guard CompletionShell.requesting == .fish else { return false }
        let major = CompletionShell.requestingVersion?.prefix { $0.isWholeNumber } ?? ""
        return (Int(major) ?? 0) < 4
    }

    /// Returns a completion in the form that the shell's script reads, a line each.
    ///
    /// `description` is what to show beside it, if the shell can.
    ///
    /// - Returns: The line; nil for an empty text, and for one with control characters, which no line can
    ///   hold.
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
