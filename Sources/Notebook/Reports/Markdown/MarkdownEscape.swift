internal import Markup

/// Makes text stand for itself in markdown, with as few backslashes as that takes, so that a report still
/// reads as text.
enum MarkdownEscape {
    /// A word within a line. What only counts at the beginning of a line is `lineStart`'s concern.
    static func text(_ word: String) -> String {
        let bytes = Array(word.utf8)
        guard bytes.contains(where: isSpecial) else { return word }
        var escaped: [UInt8] = []
        for (at, byte) in bytes.enumerated() {
            if isSpecial(byte), needsEscape(bytes, at) { escaped.append(.ascii("\\")) }
            escaped.append(byte)
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case .ascii("\\"), .ascii("`"), .ascii("*"), .ascii("_"), .ascii("["), .ascii("]"), .ascii("<"),
            .ascii("&"), .ascii("|"), .ascii("~"), .ascii("%"):
            true
        default: false
        }
    }

    private static func needsEscape(_ bytes: [UInt8], _ at: Int) -> Bool {
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0
        switch bytes[at] {
        case .ascii("_"):
            // Within a word an underscore is no emphasis. Of other scripts some bytes are white space or marks.
            return at == 0 || !(isWord(bytes[at - 1]) && bytes[at - 1] < 0x80 && isWord(next) && next < 0x80)
        case .ascii("<"):
            return next.isLetter || next == .ascii("/") || next == .ascii("!") || next == .ascii("?")
        case .ascii("&"):
            let name = bytes[(at + 1)...].prefix { $0.isLetter || $0.isDigit || $0 == .ascii("#") }
            return !name.isEmpty && name.endIndex < bytes.count && bytes[name.endIndex] == .ascii(";")
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

    /// A word with which a line begins, so that it begins no block.
    static func lineStart(_ word: String) -> String {
        let bytes = Array(word.utf8)
        guard let first = bytes.first else { return word }
        let isBlockMark: Bool
        switch first {
        case .ascii("#"): isBlockMark = bytes.allSatisfy { $0 == first } && bytes.count <= 6
        case .ascii(">"): isBlockMark = true
        case .ascii("-"), .ascii(":"):
            // A list's marker, a line across, or what makes a table of the line above.
            isBlockMark = bytes.allSatisfy { $0 == .ascii("-") || $0 == .ascii(":") }
        case .ascii("+"), .ascii("="): isBlockMark = bytes.allSatisfy { $0 == first }
        case .ascii("~"): isBlockMark = bytes.starts(with: "~~~".utf8)
        default:
            guard first.isDigit, let mark = bytes.firstIndex(where: { !$0.isDigit }), mark == bytes.count - 1,
                bytes[mark] == .ascii(".") || bytes[mark] == .ascii(")")
            else { return word }
            return String(decoding: bytes[..<mark] + [.ascii("\\")] + bytes[mark...], as: UTF8.self)
        }
        return isBlockMark ? "\\" + word : word
    }

    /// A code span around text, with enough backticks. What ends a line becomes a space; all else stays.
    static func code(_ text: String) -> String {
        let text = String(text.map { $0.isNewline ? " " : $0 })
        var longest = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == .ascii("`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        // Of a span with a space at both ends one is taken off at each.
        let isPadded = longest > 0 || text.first == " " && text.last == " "
        return isPadded ? "\(fence) \(text) \(fence)" : "`\(text)`"
    }

    /// A path as the destination of a link. Letters of any script stay readable; what would end the
    /// destination, name a scheme or is not UTF-8 is percent-encoded.
    static func destination(_ path: [UInt8]) -> String {
        let isValid = Encoding.firstInvalidByte(in: path) == nil
        var encoded: [UInt8] = []
        var isFirstSegment = true
        for byte in path {
            if byte == .ascii("/") { isFirstSegment = false }
            let isPlain =
                byte.isLetter || byte.isDigit || "/-._~,;=+@!$'".utf8.contains(byte)
                || byte == .ascii(":") && !isFirstSegment || byte >= 0x80 && isValid
            if isPlain {
                encoded.append(byte)
            } else {
                encoded.append(.ascii("%"))
                for digit in [byte >> 4, byte & 15] {
                    encoded.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
                }
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
