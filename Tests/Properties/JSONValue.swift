/// A reader of JSON (RFC 8259) that is strict, and shares nothing with the one in the language server.
indirect enum JSONValue: Equatable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The value that bytes are; nil where they are none.
    init?(_ bytes: [UInt8]) {
        var rest = bytes[...]
        guard let value = Self.value(&rest, depth: 0) else { return nil }
        Self.skipSpace(&rest)
        guard rest.isEmpty else { return nil }
        self = value
    }

    subscript(key: String) -> JSONValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
    var string: String? { if case .string(let text) = self { text } else { nil } }
    var int: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }

    private static func skipSpace(_ rest: inout ArraySlice<UInt8>) {
        rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }

    private static func consume(_ text: StaticString, _ rest: inout ArraySlice<UInt8>) -> Bool {
        guard rest.starts(with: text.description.utf8) else { return false }
        rest = rest.dropFirst(text.utf8CodeUnitCount)
        return true
    }

    private static func value(_ rest: inout ArraySlice<UInt8>, depth: Int) -> JSONValue? {
        if depth > 100 { return nil }
        skipSpace(&rest)
        if consume("null", &rest) { return .null }
        if consume("true", &rest) { return .bool(true) }
        if consume("false", &rest) { return .bool(false) }
        switch rest.first {
        case UInt8(ascii: "\""): return string(&rest).map { .string($0) }
        case UInt8(ascii: "["): return elements(&rest, depth: depth)
        case UInt8(ascii: "{"): return members(&rest, depth: depth)
        default: return number(&rest)
        }
    }

    private static func elements(_ rest: inout ArraySlice<UInt8>, depth: Int) -> JSONValue? {
        rest = rest.dropFirst()
        var values: [JSONValue] = []
        skipSpace(&rest)
        if consume("]", &rest) { return .array([]) }
        while true {
            guard let value = value(&rest, depth: depth + 1) else { return nil }
            values.append(value)
            skipSpace(&rest)
            if consume("]", &rest) { return .array(values) }
            guard consume(",", &rest) else { return nil }
        }
    }

    private static func members(_ rest: inout ArraySlice<UInt8>, depth: Int) -> JSONValue? {
        rest = rest.dropFirst()
        var values: [String: JSONValue] = [:]
        skipSpace(&rest)
        if consume("}", &rest) { return .object([:]) }
        while true {
            skipSpace(&rest)
            guard let key = string(&rest) else { return nil }
            skipSpace(&rest)
            guard consume(":", &rest), let value = value(&rest, depth: depth + 1) else { return nil }
            // Of a key given twice the first counts, as in the language server.
            values[key] = values[key] ?? value
            skipSpace(&rest)
            if consume("}", &rest) { return .object(values) }
            guard consume(",", &rest) else { return nil }
        }
    }

    private static func number(_ rest: inout ArraySlice<UInt8>) -> JSONValue? {
        let all = rest
        _ = consume("-", &rest)
        let isZeroLed = rest.first == UInt8(ascii: "0")
        guard let whole = digits(&rest), whole == 1 || !isZeroLed else { return nil }
        if consume(".", &rest), digits(&rest) == nil { return nil }
        if consume("e", &rest) || consume("E", &rest) {
            if !consume("+", &rest) { _ = consume("-", &rest) }
            guard digits(&rest) != nil else { return nil }
        }
        return .number(String(decoding: all[..<rest.startIndex], as: UTF8.self))
    }

    /// How many digits there are; nil where there is none.
    private static func digits(_ rest: inout ArraySlice<UInt8>) -> Int? {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        rest = rest[digits.endIndex...]
        return digits.isEmpty ? nil : digits.count
    }

    private static func string(_ rest: inout ArraySlice<UInt8>) -> String? {
        guard consume("\"", &rest) else { return nil }
        var units: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let text = escape(&rest) else { return nil }
                units += text.utf8
            case ..<0x20: return nil
            default: units.append(byte)
            }
        }
        return nil
    }

    private static func escape(_ rest: inout ArraySlice<UInt8>) -> String? {
        switch rest.popFirst() {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            // Surrogates that follow one another are decoded together.
            guard let first = unit(&rest) else { return nil }
            var units = [first]
            if UTF16.isLeadSurrogate(first) {
                var next = rest
                if consume("\\u", &next) {
                    guard let second = unit(&next) else { return nil }
                    if UTF16.isTrailSurrogate(second) {
                        units.append(second)
                        rest = next
                    }
                }
            }
            return String(decoding: units, as: UTF16.self)
        default: return nil
        }
    }

    private static func unit(_ rest: inout ArraySlice<UInt8>) -> UInt16? {
        let digits = rest.prefix(4)
        guard digits.count == 4 else { return nil }
        var unit: UInt16 = 0
        for digit in digits {
            switch digit {
            case 0x30...0x39: unit = unit << 4 | UInt16(digit - 0x30)
            case 0x41...0x46: unit = unit << 4 | UInt16(digit - 0x37)
            case 0x61...0x66: unit = unit << 4 | UInt16(digit - 0x57)
            default: return nil
            }
        }
        rest = rest.dropFirst(4)
        return unit
    }

    /// Text as a string of JSON.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" {
                quoted += "\\\(scalar)"
            } else if scalar.value < 0x20 {
                quoted += scalar.value < 0x10 ? "\\u000" : "\\u00"
                quoted += String(scalar.value, radix: 16)
            } else {
                quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
