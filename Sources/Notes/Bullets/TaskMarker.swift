internal import Markup

/// Reads what makes a task of a bullet and stands before its text: a box or a work word.
package enum TaskMarker {
    /// Returns whether a text begins with two words, as most texts do.
    ///
    /// Then neither a box nor a tag stands before it.
    package static func isProse(_ text: Span<UInt8>, _ at: Int) -> Bool {
        guard at < text.count, text[at].isLetter else { return false }
        var end = at + 1
        // Logseq's words are written in capitals. Every other word at the beginning needs a sign beside its
        // letters.
        while end < text.count, text[end].isLetter, text[end] == text[end].lowercased { end += 1 }
        return end + 1 < text.count && text[end] == Byte.space && text[end + 1].isLetter
    }

    /// Returns the state of a box as `[ ]`, and where the box ends; nil if there is no box.
    package static func box(_ text: Span<UInt8>, _ at: Int) -> (state: Action.State, end: Int)? {
        guard at + 2 < text.count, text[at] == .ascii("["), let character = boxCharacter(text, at + 1) else {
            return nil
        }
        let end = character + 1
        guard character < text.count, text[character] == .ascii("]"),
            end == text.count || text.whiteSpace(at: end) > 0
        else { return nil }
        switch text[at + 1] {
        case .ascii("x"), .ascii("X"): return (.done, end)
        case .ascii("/"): return (.inProgress, end)
        case .ascii("-"): return (.dropped, end)
        default: return (.open, end)
        }
    }

    /// Returns where the single character of a box ends; nil if there is no such character.
    ///
    /// A digit is not one, because it is the number of a reference.
    private static func boxCharacter(_ text: Span<UInt8>, _ at: Int) -> Int? {
        let byte = text[at]
        if byte == Byte.lf || byte == Byte.cr || byte == .ascii("]") || byte.isDigit { return nil }
        if byte < 0x80 { return at + 1 }
        // One character can consist of many scalars. So the bracket is found first, and then the characters
        // are counted.
        guard let close = text.firstIndex(of: .ascii("]"), in: at..<min(at + 40, text.count)) else {
            return nil
        }
        let characters = text.extracting(at..<close).text
        guard characters.count == 1,
            characters.unicodeScalars.first?.properties.generalCategory != .decimalNumber
        else { return nil }
        return close
    }

    private static let workWords: [(word: StaticString, state: Action.State)] = [
        ("TODO", .open), ("LATER", .open), ("WAIT", .open), ("WAITING", .open), ("DOING", .inProgress),
        ("NOW", .inProgress), ("IN-PROGRESS", .inProgress), ("DONE", .done), ("CANCELED", .dropped),
        ("CANCELLED", .dropped),
    ]

    /// Returns the state of one of Logseq's words in capitals, the word, and where it ends with its colon if
    /// it has one.
    package static func workWord(_ text: Span<UInt8>, _ at: Int) -> (
        state: Action.State, word: Range<Int>, end: Int
    )? {
        var end = at
        while end < text.count, (text[end] >= 0x41 && text[end] <= 0x5A) || text[end] == .ascii("-") {
            end += 1
        }
        let word = at..<end
        guard word.count > 2 else { return nil }
        if end < text.count, text[end] == .ascii(":") {
            end += 1
        } else if text.has("：", at: end) {
            end += 3
        }
        guard end == text.count || text.whiteSpace(at: end) > 0 else { return nil }
        for entry in workWords where entry.word.utf8CodeUnitCount == word.count {
            if text.has(entry.word, at: at) { return (entry.state, word, end) }
        }
        return nil
    }
}
