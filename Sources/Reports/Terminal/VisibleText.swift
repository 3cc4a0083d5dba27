/// Makes text safe to show on a terminal.
package enum VisibleText {
    /// Returns bytes with control characters made visible: `␛` for an escape, and so on.
    ///
    /// Line feeds and tabs stay. Bytes that are not UTF-8, and characters that would show a line's letters in
    /// another order, become U+FFFD.
    package static func bytes(_ bytes: [UInt8]) -> [UInt8] {
        let isPlain = bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A || $0 == 0x09 }
        if isPlain { return bytes }
        var visible = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            visible.unicodeScalars.append(shown(scalar))
        }
        return Array(visible.utf8)
    }

    /// Returns one line of text, in which line ends and tabs have become spaces too.
    package static func line(_ text: String) -> String {
        var visible = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            visible.append(scalar == "\n" || scalar == "\t" || scalar == "\r" ? " " : shown(scalar))
        }
        return String(visible)
    }

    private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x0A, 0x09: scalar
        // The pictures of the control characters are in the same order as the characters.
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
        default: scalar
        }
    }
}
