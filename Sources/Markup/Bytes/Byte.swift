#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The bytes that markup is made of, by name.
@usableFromInline package enum Byte {
    // These are computed, so that other modules see the numbers themselves.
    @inlinable @inline(always)
    package static var tab: UInt8 { 0x09 }
    @inlinable @inline(always)
    package static var lf: UInt8 { 0x0A }
    @inlinable @inline(always)
    package static var cr: UInt8 { 0x0D }
    @inlinable @inline(always)
    package static var space: UInt8 { 0x20 }
    package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

extension UInt8 {
    /// Returns the byte of an ASCII character: `.ascii("#")`.
    @inlinable
    package static func ascii(_ character: Unicode.Scalar) -> UInt8 {
        UInt8(truncatingIfNeeded: character.value)
    }

    @inlinable
    package var isBlank: Bool { self == 0x20 || self == 0x09 }

    /// Whether the byte is a space, a tab, a line end, a vertical tab or a form feed.
    @inlinable
    package var isWhiteSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

    @inlinable
    package var isDigit: Bool { self >= 0x30 && self <= 0x39 }

    @inlinable
    package var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

    /// The small letter of an ASCII capital; any other byte unchanged.
    @inlinable
    package var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}

extension Span where Element == UInt8 {
    /// Returns whether the bytes are the same as those of another run.
    package func isSame(as other: Span<UInt8>) -> Bool {
        count == other.count && difference(from: other) == 0
    }

    /// Returns whether the bytes sort before those of another run.
    ///
    /// The first byte that differs decides.
    package func precedes(_ other: Span<UInt8>) -> Bool {
        let difference = difference(from: other)
        return difference != 0 ? difference < 0 : count < other.count
    }

    /// Returns a number below zero if the first byte that differs is smaller here, above zero if it is
    /// larger.
    ///
    /// Only as many bytes are compared as both runs have.
    private func difference(from other: Span<UInt8>) -> Int32 {
        unsafe withUnsafeBufferPointer { a in
            unsafe other.withUnsafeBufferPointer { b in
                guard let first = a.baseAddress, let second = b.baseAddress else { return 0 }
                return unsafe memcmp(first, second, min(a.count, b.count))
            }
        }
    }

    /// Returns whether the bytes from an offset on begin with a text.
    @inlinable
    package func has(_ text: StaticString, at offset: Int) -> Bool {
        guard count - offset >= text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { letters in
            for index in 0..<letters.count where unsafe self[offset + index] != letters[index] {
                return false
            }
            return true
        }
    }

    /// Returns whether a text stands anywhere in the bytes.
    ///
    /// The text must not be empty.
    package func contains(_ text: StaticString) -> Bool {
        unsafe withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return false }
            let first = unsafe Int32(text.utf8Start.pointee)
            var at = 0
            while at < buffer.count, let found = unsafe memchr(base + at, first, buffer.count - at) {
                at = unsafe UnsafeRawPointer(found) - base
                if has(text, at: at) { return true }
                at += 1
            }
            return false
        }
    }

    /// Returns whether the bytes are the same as a text in small letters, whatever the case of the bytes.
    @inlinable
    package func isWord(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { letters in
            for index in 0..<letters.count where unsafe self[index].lowercased != letters[index] {
                return false
            }
            return true
        }
    }

    package func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        unsafe extracting(range).withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress,
                let found = unsafe memchr(base, Int32(byte), buffer.count)
            else { return nil }
            return unsafe UnsafeRawPointer(found) - base + range.lowerBound
        }
    }

    /// The bytes as text.
    ///
    /// Bytes that are not UTF-8 read as U+FFFD.
    package var text: String {
        unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}

extension [UInt8] {
    /// Returns whether the bytes are the same as those of another array.
    ///
    /// `==` says the same, but compares byte by byte.
    package func isSame(as other: [UInt8]) -> Bool { span.isSame(as: other.span) }

    @inlinable
    package mutating func append(contentsOf bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }

    /// Adds a byte as it is written in addresses: a percent sign and two hexadecimal digits in capitals (RFC
    /// 3986).
    package mutating func appendPercentEncoded(_ byte: UInt8) {
        append(.ascii("%"))
        for digit in [byte >> 4, byte & 15] { append(digit < 10 ? 0x30 + digit : 0x37 + digit) }
    }
}
