internal import Markup

/// HTML that is being built.
///
/// Markup can only be a literal of this program, and text always means itself.
package struct HTMLText {
    package private(set) var bytes: [UInt8] = []

    /// Adds markup.
    ///
    /// What a note says cannot be a `StaticString`, so it never becomes markup.
    package mutating func markup(_ markup: StaticString) {
        unsafe bytes.append(
            contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    /// Adds what another one has built.
    package mutating func add(_ other: HTMLText) { bytes += other.bytes }

    /// Adds bytes that are safe within a style sheet or a comment, such as this program's own.
    package mutating func add(trusted: [UInt8]) { bytes += trusted }

    package mutating func number(_ number: Int) { bytes += "\(number)".utf8 }

    /// Adds ` name="value"`.
    package mutating func attribute(_ name: StaticString, _ value: String) {
        markup(" ")
        markup(name)
        markup("=\"")
        text(value)
        markup("\"")
    }

    package mutating func attribute(_ name: StaticString, _ value: Int) {
        markup(" ")
        markup(name)
        markup("=\"")
        number(value)
        markup("\"")
    }

    /// Adds text that means itself, in an element or in an attribute's quotation marks.
    ///
    /// Control characters are shown as the pictures that stand for them. Marks that would show letters in
    /// another order, and code points that are not characters, become U+FFFD.
    package mutating func text(_ text: String) {
        text.withBytes { text in
            var start = 0
            var at = 0
            while at < text.count {
                let length = Self.specialLength(in: text, at: at)
                if length == 0 {
                    at += 1
                    continue
                }
                bytes.append(contentsOf: text.extracting(start..<at))
                bytes += Self.replacement(of: text[at])
                at += length
                start = at
            }
            bytes.append(contentsOf: text.extracting(start..<text.count))
        }
    }

    /// Returns how many bytes a character has that cannot stand as it is; 0 if it can.
    private static func specialLength(in text: Span<UInt8>, at: Int) -> Int {
        let byte = text[at]
        if byte < 0x80 { return isSpecial(byte) ? 1 : 0 }
        guard byte == 0xC2 || byte >= 0xE2 else { return 0 }
        func has(_ bytes: UInt8...) -> Bool {
            at + bytes.count <= text.count && bytes.indices.allSatisfy { text[at + $0] == bytes[$0] }
        }
        func next(_ offset: Int) -> UInt8 { at + offset < text.count ? text[at + offset] : 0 }
        switch byte {
        // C1 control characters.
        case 0xC2: return (0x80..<0xA0).contains(next(1)) ? 2 : 0
        // Marks that show letters in another order.
        case 0xE2:
            let isOrder =
                next(1) == 0x80 && (0xAA...0xAE).contains(next(2))
                || next(1) == 0x81 && (0xA6...0xA9).contains(next(2))
            return isOrder ? 3 : 0
        // Code points that are not characters: U+FDD0 to U+FDEF, and the last two of every plane.
        case 0xEF:
            let isNone =
                next(1) == 0xB7 && (0x90...0xAF).contains(next(2)) || next(1) == 0xBF && next(2) >= 0xBE
            return isNone ? 3 : 0
        case 0xF0...0xF4: return next(1) & 0x0F == 0x0F && next(2) == 0xBF && next(3) >= 0xBE ? 4 : 0
        default: return 0
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case .ascii("&"), .ascii("<"), .ascii(">"), .ascii("\""), .ascii("'"), 0..<0x20, 0x7F: true
        default: false
        }
    }

    private static func replacement(of byte: UInt8) -> String.UTF8View {
        switch byte {
        case .ascii("&"): "&amp;".utf8
        case .ascii("<"): "&lt;".utf8
        case .ascii(">"): "&gt;".utf8
        case .ascii("\""): "&quot;".utf8
        case .ascii("'"): "&#39;".utf8
        case 0x09...0x0D: " ".utf8
        case 0x7F: "\u{2421}".utf8
        case 0, 0x80...: "\u{FFFD}".utf8
        // The pictures of the control characters are in the same order as the characters.
        default: String(UnicodeScalar(UInt16(0x2400) + UInt16(byte)) ?? "\u{FFFD}").utf8
        }
    }
}
