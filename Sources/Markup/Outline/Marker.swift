/// What the first bytes of a line's content can begin, whatever blocks stand around the line.
package enum Marker {
    /// The marker of a block quote or a list item, with its length in bytes. Another marker may follow on the
    /// line.
    case container(Int)
    /// A heading, a rule, an underline or a fence, with the number of bytes that decide. `rest` says whether
    /// other text follows a fence.
    case whole(Int, rest: Bool)
    /// What may be an HTML block.
    case html
    case text

    package init(_ source: Span<UInt8>, at: Int, end: Int) {
        let byte = source[at]
        if byte.isLetter || byte >= 0x80 {
            self = .text
            return
        }
        switch byte {
        case .ascii(">"): self = .container(1)
        case .ascii("<"): self = .html
        case .ascii("-"), .ascii("*"), .ascii("_"), .ascii("+"), .ascii("="):
            self = .init(ruleOrItem: byte, source, at: at, end: end)
        case .ascii("#"):
            let run = Self.run(of: byte, source, at: at, end: end)
            let isHeading = run <= 6 && (at + run == end || source[at + run].isBlank)
            self = isHeading ? .whole(run, rest: false) : .text
        case .ascii("`"), .ascii("~"):
            let run = Self.run(of: byte, source, at: at, end: end)
            if run < 3 {
                self = .text
                return
            }
            var rest = false
            for offset in at + run..<end {
                if byte == .ascii("`") && source[offset] == byte {
                    self = .text
                    return
                }
                if !source[offset].isBlank { rest = true }
            }
            self = .whole(run, rest: rest)
        case .ascii("0")...(.ascii("9")):
            var next = at
            while next < end, next - at < 10, source[next].isDigit { next += 1 }
            let isItem =
                next - at < 10 && next < end && (source[next] == .ascii(".") || source[next] == .ascii(")"))
                && (next + 1 == end || source[next + 1].isBlank)
            self = isItem ? .container(next + 1 - at) : .text
        default: self = .text
        }
    }

    /// Reads a thematic break or the underline of a heading if nothing else stands on the line; otherwise a
    /// list item or text.
    private init(ruleOrItem byte: UInt8, _ source: Span<UInt8>, at: Int, end: Int) {
        let contiguous = Self.run(of: byte, source, at: at, end: end)
        var next = at
        var marks = 0
        /// The last byte that decides. Three marks decide, and a blank between two of them if there is one.
        var enough = at
        while next < end, source[next] == byte || source[next].isBlank {
            if source[next] == byte {
                marks += 1
                let isFirstAfterBlank = enough < at + contiguous && next >= at + contiguous
                if marks <= 3 || isFirstAfterBlank { enough = next }
            }
            next += 1
        }
        let isAlone = next == end
        let isUnderline = isAlone && marks == contiguous && (byte == .ascii("-") || byte == .ascii("="))
        let isRule = isAlone && marks >= 3 && byte != .ascii("+") && byte != .ascii("=")
        if isRule || (isUnderline && marks > 1) {
            self = .whole(enough + 1 - at, rest: false)
        } else if byte != .ascii("_"), byte != .ascii("="), at + 1 == end || source[at + 1].isBlank {
            self = .container(1)
        } else if isUnderline {
            self = .whole(1, rest: false)
        } else {
            self = .text
        }
    }

    private static func run(of byte: UInt8, _ source: Span<UInt8>, at: Int, end: Int) -> Int {
        var next = at
        while next < end, source[next] == byte { next += 1 }
        return next - at
    }
}
