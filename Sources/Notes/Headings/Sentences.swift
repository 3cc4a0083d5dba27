internal import Markup

/// Cuts a paragraph into sentences as people write them in notes and mails.
///
/// They have abbreviations, initials, decimals, quotes, and dots that trail off, and they stand one to a line
/// or over several lines.
///
/// It goes over the bytes once. A sentence ends after `.`, `!`, `?` or `…` if another one seems to begin
/// there.
package struct Sentences {
    private let text: [UInt8]
    /// The offset of the closing mark for the offset of each opening bracket or quotation mark.
    private let closing: [Int: Int]
    /// Whether the writer begins sentences with small letters.
    private let isSmall: Bool
    /// Whether an editor broke the lines because they were full, so that line ends mean nothing.
    private let isWrapped: Bool
    /// Whether the last sentence, which is not the end of a mail, ends in a full stop.
    private lazy var endsInStop = Self.endsInStop(text)
    private var found: [Range<Int>] = []

    /// Cuts a paragraph, whose lines are separated by LF.
    ///
    /// - Returns: the range of each sentence, without white space around it.
    package static func cut(_ text: [UInt8]) -> [Range<Int>] {
        var sentences = Sentences(text)
        sentences.cut()
        return sentences.found
    }

    private init(_ text: [UInt8]) {
        self.text = text
        closing = SentenceEnclosures.closing(in: text)
        let first = text.first { $0.isLetter || $0 >= 0x80 }
        isSmall = first.map { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") } ?? false
        isWrapped = Self.isWrapped(text)
    }

    private static func endsInStop(_ text: [UInt8]) -> Bool {
        let lines = text.split(separator: Byte.lf).suffix(mostLinesOfEnd).map {
            String(decoding: $0, as: UTF8.self).folded
        }
        let last = lines.last { !MailParts.isClosing($0) && !MailParts.isSignature($0) }
        return last?.last.map { ".!?".contains($0) } ?? false
    }

    /// The largest number of lines in which a mail ends: its closing, a name and a position.
    private static let mostLinesOfEnd = 5

    /// Returns whether an editor or a mailer broke the lines.
    ///
    /// Then they are long and of about the same length.
    private static func isWrapped(_ text: [UInt8]) -> Bool {
        let lengths = text.split(separator: Byte.lf, omittingEmptySubsequences: false).map(\.count).dropLast()
        guard let longest = lengths.max(), let shortest = lengths.min() else { return false }
        return shortest >= 45 && longest <= 82 && longest - shortest <= 30
    }

    private mutating func cut() {
        var start = 0
        var at = 0
        while at < text.count {
            if let close = closing[at] {
                at = close + 1
                let mark = text[close] == .ascii("\"") ? close : text[close] >= 0x80 ? close - 2 : nil
                // A quote may end with the sentence: `"I would."`
                if let mark,
                    endsSentence(before: mark) && begins(at: at, isTrailing: false) || isArrow(after: at)
                {
                    end(&start, at: at)
                }
            } else if text[at] == Byte.lf, !isWrapped, !goesOn(after: at) {
                end(&start, at: at)
                at += 1
            } else if let mark = terminator(at: at) {
                var next = at + mark
                while let more = terminator(at: next) { next += more }
                let isTrailing = mark == 3 && text[at] == 0xE2 || next - at >= 3 && text[at] == .ascii(".")
                next = pastClosingMarks(next)
                if !isAbbreviation(at, next), begins(at: next, isTrailing: isTrailing) {
                    end(&start, at: next)
                }
                at = next
            } else {
                at += 1
            }
        }
        end(&start, at: text.count)
    }

    private mutating func end(_ start: inout Int, at end: Int) {
        var (first, last) = (start, end)
        while first < last, text[first].isWhiteSpace { first += 1 }
        while last > first, text[last - 1].isWhiteSpace { last -= 1 }
        if first < last { found.append(first..<last) }
        start = end
    }

    /// Returns whether a sentence goes on after a line end.
    ///
    /// It does if the next line begins with a small letter, and sentences have full stops or the line cannot
    /// end there.
    private mutating func goesOn(after end: Int) -> Bool {
        guard end + 1 < text.count, end > 0, !".!?:".utf8.contains(text[end - 1]) else { return false }
        let isSmallLetter = text[end + 1] >= UInt8(ascii: "a") && text[end + 1] <= UInt8(ascii: "z")
        guard isSmallLetter else { return false }
        let start = text[..<end].lastIndex(of: Byte.lf).map { $0 + 1 } ?? 0
        let line = String(decoding: text[start..<end], as: UTF8.self)
        if MailParts.isGreeting(line) { return false }
        let isOpen = Self.openEnds.contains(line.split(separator: " ").last.map { $0.lowercased() } ?? "")
        return isOpen || endsInStop && !isSmall
    }

    /// Words that no sentence ends in.
    private static let openEnds: Set<String> = [
        "and", "or", "but", "the", "a", "an", "of", "to", "with", "your", "our", "my", "because", "that",
        "when",
        "which", "if", "as", "than", "we", "i",
    ]

    // MARK: Ends

    /// Returns the length of the mark at an offset that may end a sentence; nil if there is none.
    private func terminator(at offset: Int) -> Int? {
        guard offset < text.count else { return nil }
        switch text[offset] {
        case .ascii("."), .ascii("!"), .ascii("?"): return 1
        case 0xE2 where text.span.has("…", at: offset): return 3
        case 0xE3 where text.span.has("。", at: offset): return 3
        case 0xEF where text.span.has("！", at: offset) || text.span.has("？", at: offset): return 3
        default: return nil
        }
    }

    /// Returns whether an arrow follows an offset, after which the writer says what they think themselves.
    private func isArrow(after offset: Int) -> Bool {
        var at = offset
        while at < text.count, text[at].isBlank { at += 1 }
        return at > offset && MailParts.hasArrow(text.span, at: at)
    }

    private func endsSentence(before offset: Int) -> Bool {
        offset > 0 && ".!?".utf8.contains(text[offset - 1])
            || offset > 2 && text.span.has("…", at: offset - 3)
    }

    /// Returns the offset after the quotation marks and brackets that directly follow the end of a sentence.
    private func pastClosingMarks(_ offset: Int) -> Int {
        var at = offset
        while at < text.count {
            if "\"')]*_".utf8.contains(text[at]) {
                at += 1
            } else if text.span.has("”", at: at) || text.span.has("’", at: at) || text.span.has("»", at: at) {
                at += text[at] == 0xC2 ? 2 : 3
            } else {
                break
            }
        }
        return at
    }

    /// Returns whether a sentence can begin after an offset.
    ///
    /// `isTrailing` says whether the sentence before trails off in dots.
    private func begins(at offset: Int, isTrailing: Bool) -> Bool {
        guard offset < text.count else { return true }
        if text[offset] >= 0xE3, offset >= 3, text[offset - 3] == 0xE3 || text[offset - 3] == 0xEF {
            return true
        }
        guard text[offset].isWhiteSpace else { return false }
        var at = offset
        while at < text.count, text[at].isWhiteSpace { at += 1 }
        while at < text.count, "\"'(*_[".utf8.contains(text[at]) { at += 1 }
        guard at < text.count else { return true }
        let first = text[at]
        if isTrailing {
            let isI = first == .ascii("I") && (at + 1 == text.count || !text[at + 1].isLetter)
            return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z") && !isI
        }
        let isSmallLetter = first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z")
        return !isSmallLetter || isSmall
    }

    // MARK: Full stops within a sentence

    /// Words whose point ends no sentence, without the point.
    static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "vs", "approx", "dept", "est", "inc", "ltd",
        "corp", "ca",
        "cf", "al", "min", "max", "resp", "incl", "excl", "fig", "vol", "pp", "ext", "eng", "mgr", "asst",
        "rev",
        "messrs", "hon", "gen", "capt", "bzw", "z.b", "d.h", "usw", "evtl", "ggf", "mme", "mlle",
    ]
    private static let months: Set<String> = [
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue",
        "tues",
        "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
    ]

    /// Returns whether the full stop at an offset belongs to a word and does not end a sentence.
    private func isAbbreviation(_ stop: Int, _ next: Int) -> Bool {
        guard text[stop] == .ascii("."), next == stop + 1 else { return false }
        var start = stop
        while start > 0,
            text[start - 1].isLetter || text[start - 1].isDigit || text[start - 1] == .ascii("."),
            stop - start < 12
        {
            start -= 1
        }
        let word = text[start..<stop]
        guard let first = word.first else { return false }
        var after = next
        while after < text.count, text[after].isWhiteSpace { after += 1 }
        let follows = after < text.count ? text[after] : Byte.space
        // This is a number as in `1. First`, at the beginning of a line.
        let isFirst = start == 0 || text[start - 1] == Byte.lf
        if word.allSatisfy(\.isDigit) { return isFirst && word.count <= 2 }
        // So is `Q1. How would you …`.
        if isFirst, (2...3).contains(word.count), first.isLetter, word.dropFirst().allSatisfy(\.isDigit) {
            return true
        }
        if word.count == 1 {
            let isInitial =
                first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z") && first != UInt8(ascii: "I")
            return isInitial && follows >= UInt8(ascii: "A") && follows <= UInt8(ascii: "Z")
                || first.isLetter && !isInitial
                    && first != UInt8(ascii: "I") && start > 0 && text[start - 1] == .ascii(".")
        }
        let small = String(decoding: word, as: UTF8.self).lowercased()
        switch small {
        case "no", "nos": return follows.isDigit
        case "etc", "p.m", "a.m", "u.s", "u.k", "ph.d", "b.sc", "m.sc":
            return follows.isLetter && follows >= 0x61
        case _ where Self.abbreviations.contains(small): return true
        case _ where Self.months.contains(small):
            return follows.isDigit || follows >= 0x61 && follows.isLetter
        default:
            return word.dropLast().contains(.ascii(".")) && word.count <= 5 && !small.contains { $0.isNumber }
        }
    }
}

/// Finds the closed brackets and quotation marks of a paragraph.
///
/// No sentence ends within them.
package enum SentenceEnclosures {
    /// The length of the longest text in brackets or quotation marks, in bytes.
    ///
    /// A longer one has sentences of its own.
    private static let longest = 90

    /// Returns the offset of the closing mark for the offset of each mark that opens a short text.
    package static func closing(in text: [UInt8]) -> [Int: Int] {
        var closing: [Int: Int] = [:]
        var brackets: [(at: Int, close: UInt8)] = []
        var quote: Int?
        var code: Int?
        func close(_ open: Int, at end: Int) {
            if end - open <= longest { closing[open] = end }
        }
        for at in text.indices {
            switch text[at] {
            case .ascii("("): brackets.append((at, .ascii(")")))
            case .ascii("["): brackets.append((at, .ascii("]")))
            case .ascii(")"), .ascii("]"):
                guard let last = brackets.last, last.close == text[at] else { break }
                brackets.removeLast()
                close(last.at, at: at)
            case .ascii("\""):
                if let open = quote { close(open, at: at) }
                quote = quote == nil ? at : nil
            case 0xE2 where text.span.has("“", at: at): quote = at
            case 0xE2 where text.span.has("”", at: at):
                if let open = quote { close(open, at: at + 2) }
                quote = nil
            case .ascii("`"):
                if let open = code { close(open, at: at) }
                code = code == nil ? at : nil
            case Byte.lf: (quote, code) = (nil, nil)
            default: break
            }
        }
        return closing
    }
}
