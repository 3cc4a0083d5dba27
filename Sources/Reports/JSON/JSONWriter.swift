internal import Markup
package import Notes

/// Writes JSON (RFC 8259) as UTF-8.
///
/// Keys keep the order of the calls.
package struct JSONWriter {
    /// How the JSON is laid out: for people, a line for each value with two spaces of indentation; for
    /// programs, all on one line.
    package enum Layout: Sendable {
        case indented, compact
    }

    package private(set) var bytes: [UInt8] = []
    private var depth = 0
    /// Whether the object or array that is being written is still empty.
    package var isEmpty = true

    private let layout: Layout

    package init(_ layout: Layout = .indented) {
        self.layout = layout
    }

    /// Returns what has been written so far and removes it.
    ///
    /// Later bytes continue after it.
    package mutating func takeBytes() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    package mutating func element(_ write: (inout JSONWriter) -> Void) {
        next()
        write(&self)
    }

    package mutating func object(_ content: (inout JSONWriter) -> Void) {
        enclose(.ascii("{"), .ascii("}"), content)
    }

    package mutating func array<Elements: Sequence>(
        _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
    ) {
        enclose(.ascii("["), .ascii("]")) { writer in
            for element in elements {
                writer.next()
                write(&writer, element)
            }
        }
    }

    package mutating func key(_ key: StaticString) {
        next()
        bytes.append(.ascii("\""))
        key.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
        bytes.append(.ascii("\""))
        bytes.append(.ascii(":"))
        bytes.append(Byte.space)
    }

    /// Writes a key that is not known at compile time.
    package mutating func key(escaping key: String) {
        next()
        string(key)
        bytes.append(contentsOf: layout == .indented ? ": ".utf8 : ":".utf8)
    }

    /// Writes a number, `true`, `false` or `null`, given as JSON.
    package mutating func literal(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    package mutating func field(_ key: StaticString, _ value: String) {
        self.key(key)
        string(value)
    }

    /// Writes a field; nothing if the value is nil.
    package mutating func field(_ key: StaticString, _ value: String?) {
        if let value { field(key, value) }
    }

    package mutating func field(_ key: StaticString, _ value: Int) {
        self.key(key)
        if 0..<10 ~= value {
            bytes.append(0x30 + UInt8(value))
        } else if 10..<100 ~= value {
            bytes.append(0x30 + UInt8(value / 10))
            bytes.append(0x30 + UInt8(value % 10))
        } else {
            bytes.append(contentsOf: String(value).utf8)
        }
    }

    package mutating func field(_ key: StaticString, _ value: CalendarDate?) {
        if let value { field(key, value.description) }
    }

    package mutating func field(_ key: StaticString, _ values: [String]) {
        self.key(key)
        array(values) { $0.string($1) }
    }

    package mutating func field<Elements: Sequence>(
        _ key: StaticString, _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
    ) {
        self.key(key)
        array(elements, write)
    }

    package mutating func string(_ text: String) {
        bytes.append(.ascii("\""))
        text.withBytes { letters in
            var start = 0
            while true {
                // The bytes between escapes are copied at once.
                let end = Self.endOfPlain(letters, from: start)
                bytes.append(contentsOf: letters.extracting(start..<end))
                if end == letters.count { break }
                escape(letters[end])
                start = end + 1
            }
        }
        bytes.append(.ascii("\""))
    }

    /// Returns the offset of the first byte from an offset on that needs an escape.
    ///
    /// It looks at eight bytes at once.
    private static func endOfPlain(_ letters: Span<UInt8>, from start: Int) -> Int {
        let (ones, highBits): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        /// Returns whether one of eight bytes is smaller than a number up to 128.
        func has(lessThan bound: UInt64, in eight: UInt64) -> Bool {
            (eight &- ones * bound) & ~eight & highBits != 0
        }
        let raw = unsafe letters.bytes
        var at = start
        while at + 8 <= letters.count {
            let eight = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self)
            if has(lessThan: 0x20, in: eight) || has(lessThan: 1, in: eight ^ ones * 0x22)
                || has(lessThan: 1, in: eight ^ ones * 0x5C) || has(lessThan: 1, in: eight ^ ones * 0x7F)
            {
                break
            }
            at += 8
        }
        while at < letters.count, !needsEscape(letters[at]) { at += 1 }
        return at
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == .ascii("\"") || byte == .ascii("\\") || byte == 0x7F
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(.ascii("\\"))
        switch byte {
        case .ascii("\""), .ascii("\\"): bytes.append(byte)
        case Byte.lf: bytes.append(.ascii("n"))
        case Byte.cr: bytes.append(.ascii("r"))
        case Byte.tab: bytes.append(.ascii("t"))
        default:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(Self.hexDigit(byte >> 4))
            bytes.append(Self.hexDigit(byte & 15))
        }
    }

    package mutating func endLine() {
        bytes.append(Byte.lf)
    }

    private mutating func enclose(_ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void) {
        self.open(open)
        content(&self)
        self.close(close)
    }

    /// Begins an object or an array.
    ///
    /// The caller closes it.
    package mutating func open(_ mark: UInt8) {
        bytes.append(mark)
        depth += 1
        isEmpty = true
    }

    package mutating func close(_ mark: UInt8) {
        depth -= 1
        if !isEmpty { newLine() }
        bytes.append(mark)
        isEmpty = false
    }

    private mutating func next() {
        newLine(isNext: !isEmpty)
        isEmpty = false
    }

    /// Begins a line, after a comma if another element came before.
    private mutating func newLine(isNext: Bool = false) {
        let comma = isNext ? 0 : 1
        if layout == .compact {
            if isNext { bytes.append(.ascii(",")) }
        } else if 2 + depth * 2 <= Self.lineStart.count {
            bytes.append(contentsOf: Self.lineStart.span.extracting(comma..<2 + depth * 2))
        } else {
            bytes.append(contentsOf: Self.lineStart.span.extracting(comma..<2))
            bytes.append(contentsOf: repeatElement(Byte.space, count: depth * 2))
        }
    }

    /// A comma, a line end and more indentation than most lines have, so that they can be copied at once.
    private static let lineStart = [.ascii(","), Byte.lf] + Array(repeating: Byte.space, count: 32)

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x61 + value - 10
    }
}
