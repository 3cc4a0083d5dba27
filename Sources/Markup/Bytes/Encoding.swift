/// Checks whether bytes are UTF-8, and where they cease to be.
package enum Encoding {
    /// Returns the offset of the first byte that is not part of well-formed UTF-8; nil if all bytes are.
    package static func firstInvalidByte(in bytes: [UInt8]) -> Int? { firstInvalidByte(in: bytes.span) }

    static func firstInvalidByte(in bytes: Span<UInt8>) -> Int? {
        var offset = 0
        while true {
            offset = endOfASCII(in: bytes, from: offset)
            if offset == bytes.count { return nil }
            let length = sequenceLength(in: bytes, at: offset)
            if length == 0 { return offset }
            offset += length
        }
    }

    package static func isASCII(_ bytes: Span<UInt8>) -> Bool {
        endOfASCII(in: bytes, from: 0) == bytes.count
    }

    /// Returns the end of the ASCII bytes that begin at an offset.
    ///
    /// Most of what people write is ASCII.
    private static func endOfASCII(in bytes: Span<UInt8>, from start: Int) -> Int {
        let raw = unsafe bytes.bytes
        func eight(_ offset: Int) -> UInt64 {
            unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
        }
        let high: UInt64 = 0x8080_8080_8080_8080
        var offset = start
        while offset + 32 <= bytes.count,
            (eight(offset) | eight(offset + 8) | eight(offset + 16) | eight(offset + 24)) & high == 0
        {
            offset += 32
        }
        while offset + 8 <= bytes.count, eight(offset) & high == 0 { offset += 8 }
        while offset < bytes.count, bytes[offset] < 0x80 { offset += 1 }
        return offset
    }

    /// Returns the length of the well-formed sequence at an offset; 0 if there is none.
    package static func sequenceLength(in bytes: Span<UInt8>, at offset: Int) -> Int {
        let lead = bytes[offset]
        if lead < 0x80 { return 1 }
        let length = sequenceLength(ofLead: lead)
        guard length > 0, offset + length <= bytes.count, isSecond(bytes[offset + 1], after: lead) else {
            return 0
        }
        for next in 2..<max(length, 2) where bytes[offset + next] & 0xC0 != 0x80 { return 0 }
        return length
    }

    /// Returns how many bytes at an offset read as one character.
    ///
    /// These are a well-formed sequence, or the beginning of one, which reads as a single U+FFFD.
    package static func characterLength(in bytes: Span<UInt8>, at offset: Int) -> Int {
        let whole = sequenceLength(in: bytes, at: offset)
        if whole > 0 { return whole }
        let lead = bytes[offset]
        let length = sequenceLength(ofLead: lead)
        guard length > 2, offset + 1 < bytes.count, isSecond(bytes[offset + 1], after: lead) else {
            return 1
        }
        let hasThird = length == 4 && offset + 2 < bytes.count && bytes[offset + 2] & 0xC0 == 0x80
        return hasThird ? 3 : 2
    }

    // The numbers below are those of table 3-7 of the Unicode standard.

    private static func sequenceLength(ofLead lead: UInt8) -> Int {
        lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    }

    private static func isSecond(_ byte: UInt8, after lead: UInt8) -> Bool {
        let lower: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
        let upper: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
        return byte >= lower && byte <= upper
    }
}
