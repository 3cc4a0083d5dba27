internal import Markup

/// Knows the characters of the names after `#` and `^`.
package enum TopicName {
    /// Returns where the topic's name that begins at an offset ends; nil if there is no name.
    ///
    /// A name has letters of any script, digits, `_`, `-` and `/`. Digits and signs alone are a number, as in
    /// `#42` or `#1-2`. A colour is not a topic either.
    package static func end(in text: Span<UInt8>, from start: Int) -> Int? {
        var at = start
        var hasLetter = false
        while at < text.count {
            let byte = text[at]
            if byte < 0x80 {
                guard byte.isLetter || byte.isDigit || isJoint(byte) else { break }
                if byte.isLetter { hasLetter = true }
                at += 1
            } else {
                guard let (scalar, length) = UnicodeText.scalar(in: text, at: at), isLetter(scalar) else {
                    break
                }
                hasLetter = hasLetter || scalar.properties.generalCategory != .decimalNumber
                at += length
            }
        }
        while at > start, text[at - 1] == .ascii("/") { at -= 1 }
        return hasLetter && !isColour(text.extracting(start..<at)) ? at : nil
    }

    /// Returns whether a name is a colour, as `#fff` or `#a1b2c3`: three or six hexadecimal digits, of which
    /// one is 0 to 9, or which are all the same. (`b2b`, `e2e` and similar ones are words of a trade, and not
    /// colours.)
    private static func isColour(_ name: Span<UInt8>) -> Bool {
        guard name.count == 3 || name.count == 6 else { return false }
        var hasDigit = false
        var isOneDigit = true
        for at in name.indices {
            let byte = name[at].lowercased
            guard byte.isDigit || byte >= .ascii("a") && byte <= .ascii("f") else { return false }
            if byte.isDigit { hasDigit = true }
            if byte != name[0].lowercased { isOneDigit = false }
        }
        if name.count == 3, name[0].isLetter, name[1] == .ascii("2"), name[2].isLetter { return false }
        return hasDigit || isOneDigit
    }

    /// Returns the topic's name that a whole text is, with or without a `#`; nil if the text is not such a
    /// name.
    package static func whole(_ text: String) -> String? {
        text.withBytes { bytes in
            var start = 0
            while start < bytes.count, bytes[start] == .ascii("#") { start += 1 }
            guard end(in: bytes, from: start) == bytes.count else { return nil }
            return start == 0 ? text : bytes.extracting(start...).text
        }
    }

    package static func problem(with text: String) -> String {
        "\"\(text)\" is no topic; a topic is letters, digits, `-`, `_` and `/`, with a letter among them, and not a colour"
    }

    package static func isIDByte(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == .ascii("-") || byte == .ascii("_")
    }

    private static func isJoint(_ byte: UInt8) -> Bool {
        byte == .ascii("_") || byte == .ascii("-") || byte == .ascii("/")
    }

    /// Returns whether a scalar is a letter, a mark that belongs to one, or a decimal digit of any script.
    package static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber:
            scalar.value != 0xFE0F
        default: false
        }
    }
}

/// Reads scalars from bytes.
package enum UnicodeText {
    /// Returns the scalar at an offset and how many bytes it takes; nil if the bytes are not UTF-8.
    package static func scalar(in text: Span<UInt8>, at offset: Int) -> (scalar: Unicode.Scalar, length: Int)?
    {
        guard offset < text.count else { return nil }
        let length = Encoding.sequenceLength(in: text, at: offset)
        guard length > 0 else { return nil }
        var value = UInt32(text[offset]) & (length == 1 ? 0x7F : 0x7F >> UInt32(length))
        for next in offset + 1..<offset + length { value = value << 6 | UInt32(text[next] & 0x3F) }
        return Unicode.Scalar(value).map { ($0, length) }
    }
}
