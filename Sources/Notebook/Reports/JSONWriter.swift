internal import Markup

/// Writes JSON (RFC 8259) as UTF-8, in the order in which it is told.
package struct JSONWriter {
    /// For people, a line for each value with two spaces of indentation; for programs, all on one line.
    package enum Layout: Sendable {
        case indented, compact
    }

    package private(set) var bytes: [UInt8] = []
    private var depth = 0
    /// Whether the object or array that is being written is still empty.
    private var isFirst = true

    private let layout: Layout

    package init(_ layout: Layout = .indented) {
        self.layout = layout
    }

    /// Writes elements of an array that is so deep, apart from it. They are added to it with `array(written:)`.
    init(elementsAtDepth depth: Int, isFirst: Bool) {
        layout = .indented
        self.depth = depth
        self.isFirst = isFirst
    }

    mutating func element(_ write: (inout JSONWriter) -> Void) {
        next()
        write(&self)
    }

    /// Writes an array whose elements have been written apart, in parts.
    mutating func array(written parts: [[UInt8]]) {
        bytes.reserveCapacity(bytes.count + parts.reduce(0) { $0 + $1.count })
        enclose(.ascii("["), .ascii("]")) { writer in
            for part in parts where !part.isEmpty {
                writer.bytes += part
                writer.isFirst = false
            }
        }
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

    mutating func key(_ key: StaticString) {
        next()
        bytes.append(.ascii("\""))
        key.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
        bytes.append(.ascii("\""))
        bytes.append(.ascii(":"))
        bytes.append(Byte.space)
    }

    /// A key that is not known beforehand.
    package mutating func key(escaping key: String) {
        next()
        string(key)
        bytes.append(contentsOf: layout == .indented ? ": ".utf8 : ":".utf8)
    }

    /// A number, `true`, `false` or `null`, as JSON has it.
    package mutating func literal(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    mutating func field(_ key: StaticString, _ value: String) {
        self.key(key)
        string(value)
    }

    /// Writes a field whose value may be absent, and then nothing.
    mutating func field(_ key: StaticString, _ value: String?) {
        if let value { field(key, value) }
    }

    mutating func field(_ key: StaticString, _ value: Int) {
        self.key(key)
        let start = bytes.count
        var rest = value.magnitude
        repeat {
            bytes.append(0x30 + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        if value < 0 { bytes.append(.ascii("-")) }
        bytes[start...].reverse()
    }

    mutating func field(_ key: StaticString, _ value: CalendarDate?) {
        if let value { field(key, value.description) }
    }

    mutating func field(_ key: StaticString, _ values: [String]) {
        self.key(key)
        array(values) { $0.string($1) }
    }

    mutating func field<Elements: Sequence>(
        _ key: StaticString, _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
    ) {
        self.key(key)
        array(elements, write)
    }

    package mutating func string(_ text: String) {
        bytes.append(.ascii("\""))
        text.withBytes { letters in
            var start = 0
            for at in 0..<letters.count where Self.needsEscape(letters[at]) {
                // What needs no escape is copied at once.
                bytes.append(contentsOf: letters.extracting(start..<at))
                escape(letters[at])
                start = at + 1
            }
            bytes.append(contentsOf: letters.extracting(start..<letters.count))
        }
        bytes.append(.ascii("\""))
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

    mutating func endLine() {
        bytes.append(Byte.lf)
    }

    private mutating func enclose(_ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void) {
        bytes.append(open)
        depth += 1
        isFirst = true
        content(&self)
        depth -= 1
        if !isFirst { newLine() }
        bytes.append(close)
        isFirst = false
    }

    private mutating func next() {
        if !isFirst { bytes.append(.ascii(",")) }
        isFirst = false
        newLine()
    }

    private mutating func newLine() {
        if layout == .compact { return }
        let indentation = depth * 2
        if indentation < Self.newLines.count {
            bytes.append(contentsOf: Self.newLines.span.extracting(0...indentation))
        } else {
            bytes.append(Byte.lf)
            bytes.append(contentsOf: repeatElement(Byte.space, count: indentation))
        }
    }

    /// A line end and the indentation behind it, as far as most of it goes.
    private static let newLines = [Byte.lf] + Array(repeating: Byte.space, count: 32)

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x61 + value - 10
    }
}
