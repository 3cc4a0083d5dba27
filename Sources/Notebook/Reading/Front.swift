internal import Markup

/// What may stand in front of a bullet's text: a task box or a work word, then a tag word.
enum Front {
    /// `[ ]` and its like: the state, and where the box ends.
    static func box(_ text: Span<UInt8>, _ at: Int) -> (state: Action.State, end: Int)? {
        guard at + 2 < text.count, text[at] == .ascii("["), let character = boxCharacter(text, at + 1) else {
            return nil
        }
        let end = character + 1
        guard character < text.count, text[character] == .ascii("]"),
            end == text.count || text[end].isWhiteSpace
        else { return nil }
        switch text[at + 1] {
        case .ascii("x"), .ascii("X"): return (.done, end)
        case .ascii("/"): return (.inProgress, end)
        case .ascii("-"): return (.dropped, end)
        default: return (.open, end)
        }
    }

    /// Where the one character of a box ends; nil where there is none on the line.
    private static func boxCharacter(_ text: Span<UInt8>, _ at: Int) -> Int? {
        let byte = text[at]
        if byte == Byte.lf || byte == Byte.cr || byte == .ascii("]") { return nil }
        if byte < 0x80 { return at + 1 }
        // One character can be many scalars: look for the bracket, and count.
        guard let close = text.firstIndex(of: .ascii("]"), in: at..<min(at + 40, text.count)) else {
            return nil
        }
        return text.extracting(at..<close).text.count == 1 ? close : nil
    }

    private static let workWords: [(word: StaticString, state: Action.State)] = [
        ("TODO", .open), ("LATER", .open), ("WAIT", .open), ("WAITING", .open), ("DOING", .inProgress),
        ("NOW", .inProgress), ("IN-PROGRESS", .inProgress), ("DONE", .done), ("CANCELED", .dropped),
        ("CANCELLED", .dropped),
    ]

    /// One of Logseq's capital words: the state, and where the word ends.
    static func workWord(_ text: Span<UInt8>, _ at: Int) -> (state: Action.State, end: Int)? {
        var end = at
        while end < text.count, (text[end] >= 0x41 && text[end] <= 0x5A) || text[end] == .ascii("-") {
            end += 1
        }
        guard end > at + 2, end == text.count || text[end].isWhiteSpace else { return nil }
        for entry in workWords where entry.word.utf8CodeUnitCount == end - at {
            if text.has(entry.word, at: at) { return (entry.state, end) }
        }
        return nil
    }

    struct TagWord {
        let letters: Range<Int>
        let end: Int
        let hasColon: Bool
    }

    /// What has a tag word's form: `chew:`, `**chew:**`, `**chew**:` or `[chew]`, whatever the word.
    static func tagWord(_ text: Span<UInt8>, _ at: Int) -> TagWord? {
        guard at < text.count else { return nil }
        if text[at] == .ascii("[") { return bracketed(text, at) }
        var start = at
        while start < text.count, start - at < 3, text[start] == .ascii("*") || text[start] == .ascii("_") {
            start += 1
        }
        let emphasis = text.extracting(at..<start)
        var end = start
        while end < text.count, text[end].isLetter || text[end] >= 0x80 { end += 1 }
        guard end > start, end < text.count else { return nil }
        let letters = start..<end
        if emphasis.isEmpty {
            guard text[end] == .ascii(":"), !isDoubled(text, end) else { return nil }
            return TagWord(letters: letters, end: end + 1, hasColon: true)
        }
        var hasColon = text[end] == .ascii(":")
        if hasColon { end += 1 }
        guard text.count - end >= emphasis.count else { return nil }
        for offset in 0..<emphasis.count where text[end + offset] != emphasis[emphasis.count - 1 - offset] {
            return nil
        }
        end += emphasis.count
        if !hasColon, end < text.count, text[end] == .ascii(":") {
            hasColon = true
            end += 1
        }
        return hasColon ? TagWord(letters: letters, end: end, hasColon: true) : nil
    }

    private static func bracketed(_ text: Span<UInt8>, _ at: Int) -> TagWord? {
        var end = at + 1
        while end < text.count, text[end].isLetter || text[end] >= 0x80 { end += 1 }
        guard end > at + 1, end < text.count, text[end] == .ascii("]") else { return nil }
        let letters = at + 1..<end
        end += 1
        guard end < text.count else { return TagWord(letters: letters, end: end, hasColon: false) }
        // A link is no tag.
        if text[end] == .ascii("(") || text[end] == .ascii("[") { return nil }
        let hasColon = text[end] == .ascii(":")
        return TagWord(letters: letters, end: hasColon ? end + 1 : end, hasColon: hasColon)
    }

    /// `worked::` is a field of Dataview's, and `chew://` the beginning of a URL.
    private static func isDoubled(_ text: Span<UInt8>, _ colon: Int) -> Bool {
        let next = colon + 1 < text.count ? text[colon + 1] : 0
        let second = colon + 2 < text.count ? text[colon + 2] : 0
        return next == .ascii(":") || next == .ascii("/") && second == next
    }
}
