internal import Markup

/// Makes text stand for itself in markdown, with as few backslashes as that takes, so that a report still
/// reads as text.
enum MarkdownEscape {
    /// Adds a word within a line. What only counts at the beginning of a line is `lineStart`'s concern.
    static func append(_ word: Span<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        for at in 0..<word.count where isSpecial(word[at]) && needsEscape(word, at) {
            bytes.append(contentsOf: word.extracting(start..<at))
            bytes.append(.ascii("\\"))
            start = at
        }
        bytes.append(contentsOf: word.extracting(start..<word.count))
    }

    /// Where the words of a text are, if they are of ASCII and none needs a backslash, and single spaces stand
    /// between them and perhaps one behind; nil where that is not so.
    static func plainWords(of text: Span<UInt8>) -> Range<Int>? {
        var isBehindWord = false
        for at in 0..<text.count {
            let byte = text[at]
            if byte == Byte.space {
                if !isBehindWord { return nil }
                isBehindWord = false
            } else {
                if byte <= Byte.space || byte >= 0x7F || isSpecial(byte) { return nil }
                isBehindWord = true
            }
        }
        return text.isEmpty ? nil : 0..<(isBehindWord ? text.count : text.count - 1)
    }

    /// Adds the words of a text with single spaces between them.
    static func appendWords(of text: Span<UInt8>, to bytes: inout [UInt8]) {
        var at = 0
        while let word = text.word(from: at) {
            if at > 0 { bytes.append(Byte.space) }
            append(text.extracting(word), to: &bytes)
            at = word.upperBound
        }
    }

    /// The words of a text as those of a heading.
    static func heading(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        text.withBytes { appendWords(of: $0, to: &bytes) }
        // A `#` at the end would be taken for a closing one.
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
            // Within a word an underscore is no emphasis. Of other scripts some bytes are white space or marks.
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
            // In front of a word it ends nothing that is struck through.
            return at > 0 || next == 0 || next == .ascii("~")
        case .ascii("%"):
            // Two of them begin a comment in Obsidian.
            return next == .ascii("%") || at > 0 && bytes[at - 1] == .ascii("%")
        case .ascii("\\"):
            // Before a letter a backslash means itself; before anything else, and at the end, it might not.
            return !(isWord(next) && next < 0x80)
        default: return true
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte >= 0x80 }

    /// Escaped text as it was before: without the backslashes that stand before punctuation.
    static func unescaped(_ text: String) -> String {
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

    /// Where a backslash belongs in a word with which a line begins, so that it begins no block; nil where
    /// it begins none.
    static func lineStart(_ word: Span<UInt8>) -> Int? {
        guard !word.isEmpty else { return nil }
        let first = word[0]
        var run = 1
        while run < word.count, word[run] == first { run += 1 }
        switch first {
        case .ascii("#"): return run == word.count && run <= 6 ? 0 : nil
        case .ascii(">"): return 0
        case .ascii("+"), .ascii("="): return run == word.count ? 0 : nil
        case .ascii("-"), .ascii(":"):
            // A list's marker, a line across, or what makes a table of the line above.
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
    static func isTopic(_ word: Span<UInt8>) -> Bool {
        word.count > 1 && word[0] == .ascii("#") && (word[1].isLetter || word[1].isDigit || word[1] >= 0x80)
    }

    /// Adds a code span around text, with enough backticks. What ends a line becomes a space; all else stays.
    static func appendCode(_ text: String, to bytes: inout [UInt8]) {
        var longest = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == .ascii("`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = repeatElement(UInt8.ascii("`"), count: longest + 1)
        // Of a span with a space at both ends one is taken off at each.
        let isPadded = longest > 0 || text.utf8.first == Byte.space && text.utf8.last == Byte.space
        bytes.append(contentsOf: fence)
        if isPadded { bytes.append(Byte.space) }
        bytes.append(contentsOf: text.utf8.lazy.map { $0 == Byte.lf || $0 == Byte.cr ? Byte.space : $0 })
        if isPadded { bytes.append(Byte.space) }
        bytes.append(contentsOf: fence)
    }

    /// A path as the destination of a link. Letters of any script stay readable; what would end the
    /// destination, name a scheme or is not UTF-8 is percent-encoded.
    static func destination(_ path: [UInt8]) -> String {
        var bytes: [UInt8] = []
        appendDestination(path, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds a path as the destination of a link.
    static func appendDestination(_ path: [UInt8], to bytes: inout [UInt8]) {
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
