internal import Markup

/// Escapes text so that it stands for itself in markdown, with as few backslashes as possible, so that a
/// report still reads as text.
package enum MarkdownEscape {
    /// Adds a word within a line.
    ///
    /// `lineStart` deals with what matters only at the beginning of a line.
    package static func append(_ word: Span<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        for at in 0..<word.count where isSpecial(word[at]) && needsEscape(word, at) {
            bytes.append(contentsOf: word.extracting(start..<at))
            bytes.append(.ascii("\\"))
            start = at
        }
        bytes.append(contentsOf: word.extracting(start..<word.count))
    }

    /// Returns where the words of a text are; nil unless the text is of ASCII, needs no backslash, and has
    /// single spaces between its words and at most one after them.
    package static func plainWords(of text: Span<UInt8>) -> Range<Int>? {
        var isAfterWord = false
        for at in 0..<text.count {
            let byte = text[at]
            if byte == Byte.space {
                if !isAfterWord { return nil }
                isAfterWord = false
            } else {
                if byte <= Byte.space || byte >= 0x7F || isSpecial(byte) { return nil }
                isAfterWord = true
            }
        }
        return text.isEmpty ? nil : 0..<(isAfterWord ? text.count : text.count - 1)
    }

    /// Adds the words of a text with single spaces between them.
    package static func appendWords(of text: Span<UInt8>, to bytes: inout [UInt8]) {
        var at = 0
        while let word = text.word(from: at) {
            if at > 0 { bytes.append(Byte.space) }
            append(text.extracting(word), to: &bytes)
            at = word.upperBound
        }
    }

    /// Returns the words of a text in the form that a heading needs.
    package static func heading(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        text.withBytes { appendWords(of: $0, to: &bytes) }
        // A `#` at the end would count as a closing one.
        if bytes.last == .ascii("#") { bytes.insert(.ascii("\\"), at: bytes.count - 1) }
        return bytes
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case .ascii("\\"), .ascii("`"), .ascii("*"), .ascii("_"), .ascii("["), .ascii("]"), .ascii("<"),
            .ascii("&"), .ascii("|"), .ascii("~"), .ascii("%"):
            true
        default: false
        }
    }

    private static func needsEscape(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0
        switch bytes[at] {
        case .ascii("_"):
            // An underscore within a word is not emphasis. Some bytes of other scripts are white space or
            // punctuation.
            return at == 0 || !(isWord(bytes[at - 1]) && bytes[at - 1] < 0x80 && isWord(next) && next < 0x80)
        case .ascii("<"):
            return next.isLetter || next == .ascii("/") || next == .ascii("!") || next == .ascii("?")
        case .ascii("&"):
            var end = at + 1
            while end < bytes.count, bytes[end].isLetter || bytes[end].isDigit || bytes[end] == .ascii("#") {
                end += 1
            }
            return end > at + 1 && end < bytes.count && bytes[end] == .ascii(";")
        case .ascii("~"):
            // A `~` right before a word does not end struck-through text.
            return at > 0 || next == 0 || next == .ascii("~")
        case .ascii("%"):
            // Two of them begin a comment in Obsidian.
            return next == .ascii("%") || at > 0 && bytes[at - 1] == .ascii("%")
        case .ascii("\\"):
            // Before a letter a backslash means itself. Before anything else, and at the end, it might not.
            return !(isWord(next) && next < 0x80)
        default: return true
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte >= 0x80 }

    /// Returns escaped text as it was before, without the backslashes before punctuation.
    package static func unescaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in text.utf8 {
            if isEscaped, isWord(byte) || byte == Byte.space { bytes.append(.ascii("\\")) }
            if byte == .ascii("\\"), !isEscaped {
                isEscaped = true
                continue
            }
            isEscaped = false
            bytes.append(byte)
        }
        return String(decoding: isEscaped ? bytes + [.ascii("\\")] : bytes, as: UTF8.self)
    }

    /// Returns where a backslash belongs in the first word of a line so that the word does not begin a block;
    /// nil if none is needed.
    package static func lineStart(_ word: Span<UInt8>) -> Int? {
        guard !word.isEmpty else { return nil }
        let first = word[0]
        var run = 1
        while run < word.count, word[run] == first { run += 1 }
        switch first {
        case .ascii("#"): return run == word.count && run <= 6 ? 0 : nil
        case .ascii(">"): return 0
        case .ascii("+"), .ascii("="): return run == word.count ? 0 : nil
        case .ascii("-"), .ascii(":"):
            // This is a list's marker, a thematic break, or what makes the line above a table's head.
            for at in 0..<word.count where word[at] != .ascii("-") && word[at] != .ascii(":") { return nil }
            return 0
        case .ascii("~"): return run >= 3 ? 0 : nil
        default:
            let mark = word.count - 1
            guard first.isDigit, word[mark] == .ascii(".") || word[mark] == .ascii(")") else { return nil }
            for at in 0..<mark where !word[at].isDigit { return nil }
            return mark
        }
    }

    /// Whether a word is a topic, or looks like one.
    package static func isTopic(_ word: Span<UInt8>) -> Bool {
        word.count > 1 && word[0] == .ascii("#") && (word[1].isLetter || word[1].isDigit || word[1] >= 0x80)
    }

    /// Adds a code span around text, with enough backticks.
    ///
    /// Line ends become spaces, and all else stays.
    package static func appendCode(_ text: String, to bytes: inout [UInt8]) {
        var longest = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == .ascii("`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = repeatElement(UInt8.ascii("`"), count: longest + 1)
        // CommonMark removes one space at each end of a code span that has one at both.
        let isPadded = longest > 0 || text.utf8.first == Byte.space && text.utf8.last == Byte.space
        bytes.append(contentsOf: fence)
        if isPadded { bytes.append(Byte.space) }
        bytes.append(contentsOf: text.utf8.lazy.map { $0 == Byte.lf || $0 == Byte.cr ? Byte.space : $0 })
        if isPadded { bytes.append(Byte.space) }
        bytes.append(contentsOf: fence)
    }

    /// Returns a path as the destination of a link.
    ///
    /// Letters of any script stay readable. Bytes that would end the destination, name a scheme or are not
    /// UTF-8 are percent-encoded.
    package static func destination(_ path: [UInt8]) -> String {
        var bytes: [UInt8] = []
        appendDestination(path, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds a path as the destination of a link.
    package static func appendDestination(_ path: [UInt8], to bytes: inout [UInt8]) {
        let isValid = Encoding.firstInvalidByte(in: path) == nil
        bytes.reserveCapacity(bytes.count + path.count)
        var isFirstSegment = true
        for byte in path {
            if byte == .ascii("/") { isFirstSegment = false }
            if isPlain(byte) || byte == .ascii(":") && !isFirstSegment || byte >= 0x80 && isValid {
                bytes.append(byte)
            } else {
                bytes.appendPercentEncoded(byte)
            }
        }
    }

    /// Whether a byte stands for itself in a destination.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case .ascii("/"), .ascii("-"), .ascii("."), .ascii("_"), .ascii("~"), .ascii(","), .ascii(";"),
            .ascii("="), .ascii("+"), .ascii("@"), .ascii("!"), .ascii("$"), .ascii("'"):
            true
        default: byte.isLetter || byte.isDigit
        }
    }
}
