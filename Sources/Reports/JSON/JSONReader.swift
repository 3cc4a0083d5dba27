internal import Markup

/// Reads one JSON value (RFC 8259) from bytes.
///
/// Any bytes are accepted: those that are not JSON give nil.
package struct JSONReader {
    private let bytes: [UInt8]
    private var at = 0

    /// How deep values may be nested.
    ///
    /// No message of the protocol comes near.
    private static let deepest = 100

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    package static func read(_ bytes: [UInt8]) -> JSON? {
        var reader = JSONReader(bytes)
        guard let value = reader.value(depth: 0) else { return nil }
        reader.skipWhiteSpace()
        return reader.at == bytes.count ? value : nil
    }

    private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipWhiteSpace() {
        while let byte, byte.isBlank || byte == Byte.lf || byte == Byte.cr { at += 1 }
    }

    /// Consumes a byte if it comes next after white space.
    private mutating func consume(_ expected: UInt8) -> Bool {
        skipWhiteSpace()
        guard byte == expected else { return false }
        at += 1
        return true
    }

    private mutating func word(_ word: StaticString, _ value: JSON) -> JSON? {
        let length = word.utf8CodeUnitCount
        let isThere = word.withUTF8Buffer { letters in
            unsafe bytes[at..<min(at + length, bytes.count)].elementsEqual(letters)
        }
        if isThere { at += length }
        return isThere ? value : nil
    }

    private mutating func value(depth: Int) -> JSON? {
        if depth > Self.deepest { return nil }
        skipWhiteSpace()
        switch byte {
        case .ascii("{"): return object(depth: depth)
        case .ascii("["): return array(depth: depth)
        case .ascii("\""): return string().map(JSON.string)
        case .ascii("t"): return word("true", true)
        case .ascii("f"): return word("false", false)
        case .ascii("n"): return word("null", .null)
        default: return number()
        }
    }

    private mutating func object(depth: Int) -> JSON? {
        at += 1
        var members: [JSON.Member] = []
        if consume(.ascii("}")) { return .object([]) }
        repeat {
            skipWhiteSpace()
            guard byte == .ascii("\""), let key = string(), consume(.ascii(":")),
                let value = value(depth: depth + 1)
            else { return nil }
            members.append(.init(key: key, value: value))
        } while consume(.ascii(","))
        return consume(.ascii("}")) ? .object(members) : nil
    }

    private mutating func array(depth: Int) -> JSON? {
        at += 1
        var elements: [JSON] = []
        if consume(.ascii("]")) { return .array([]) }
        repeat {
            guard let element = value(depth: depth + 1) else { return nil }
            elements.append(element)
        } while consume(.ascii(","))
        return consume(.ascii("]")) ? .array(elements) : nil
    }

    private mutating func number() -> JSON? {
        let start = at
        if byte == .ascii("-") { at += 1 }
        let digits = at
        while let byte, byte.isDigit { at += 1 }
        let isZeroLed = at - digits > 1 && bytes[digits] == .ascii("0")
        guard at > digits, !isZeroLed else { return nil }
        var isWhole = true
        if byte == .ascii(".") {
            isWhole = false
            at += 1
            guard let byte, byte.isDigit else { return nil }
            while let byte = self.byte, byte.isDigit { at += 1 }
        }
        if byte == .ascii("e") || byte == .ascii("E") {
            isWhole = false
            at += 1
            if byte == .ascii("+") || byte == .ascii("-") { at += 1 }
            guard let byte, byte.isDigit else { return nil }
            while let byte = self.byte, byte.isDigit { at += 1 }
        }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        if isWhole, let number = Int(text) { return .int(number) }
        return Double(text).map(JSON.double)
    }

    // MARK: Strings

    private mutating func string() -> String? {
        at += 1
        var text: [UInt8] = []
        while true {
            let start = at
            while let byte, byte != .ascii("\""), byte != .ascii("\\"), byte >= 0x20 { at += 1 }
            text += bytes[start..<at]
            guard let byte, byte >= 0x20 else { return nil }
            at += 1
            if byte == .ascii("\"") { return String(decoding: text, as: UTF8.self) }
            guard escape(into: &text) else { return nil }
        }
    }

    private mutating func escape(into text: inout [UInt8]) -> Bool {
        guard let byte else { return false }
        at += 1
        switch byte {
        case .ascii("\""), .ascii("\\"), .ascii("/"): text.append(byte)
        case .ascii("b"): text.append(0x08)
        case .ascii("f"): text.append(0x0C)
        case .ascii("n"): text.append(Byte.lf)
        case .ascii("r"): text.append(Byte.cr)
        case .ascii("t"): text.append(Byte.tab)
        case .ascii("u"):
            guard var unit = hexadecimal() else { return false }
            // Half of a surrogate pair alone is not a character, and is read as U+FFFD.
            if UTF16.isLeadSurrogate(UInt16(unit)), bytes[at...].starts(with: "\\u".utf8) {
                let back = at
                at += 2
                guard let trail = hexadecimal() else { return false }
                if UTF16.isTrailSurrogate(UInt16(trail)) {
                    unit = 0x10000 + (unit - 0xD800) << 10 + (trail - 0xDC00)
                } else {
                    at = back
                }
            }
            text += Array(String(Unicode.Scalar(unit).map(Character.init) ?? "\u{FFFD}").utf8)
        default: return false
        }
        return true
    }

    /// Reads four hexadecimal digits.
    private mutating func hexadecimal() -> UInt32? {
        guard at + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[at..<at + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 + UInt32(digit)
        }
        at += 4
        return value
    }
}
