#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a person does at a keyboard.
enum Key: Equatable {
    case text(Unicode.Scalar)
    /// A letter with the control key.
    case control(Unicode.Scalar)
    case enter, escape, backspace, delete
    case left, right, up, down, home, end
    /// Pasted text. Its letters do not count as keys.
    case pasted(String)
    /// A key that means nothing here.
    case other
    case signal(Int32)
    case endOfInput
}

/// Reads the bytes that a terminal sends as keys.
struct Keys {
    private var bytes: [UInt8] = []
    private var hasEnded = false
    /// A signal that came in the middle of a key.
    private var signal: Int32?

    private static let escape: UInt8 = 0x1B
    /// How long an escape may wait for what follows, in milliseconds.
    ///
    /// If nothing comes, it is the Escape key.
    private static let pause: Int32 = 50
    /// How long a pause between two parts of pasted text may be, in milliseconds.
    private static let longestPause: Int32 = 2000
    private static let longestPaste = 1 << 16

    /// Waits for the next key, or for a signal.
    mutating func next() throws -> Key {
        if let number = signal {
            signal = nil
            return .signal(number)
        }
        if bytes.isEmpty {
            if hasEnded { return .endOfInput }
            switch try StandardInput.next() {
            case .bytes(let new): bytes = new
            case .signal(let number): return .signal(number)
            case .end, .nothing:
                hasEnded = true
                return .endOfInput
            }
        }
        let first = bytes.removeFirst()
        switch first {
        case Self.escape: return try sequence()
        case 0x0A, 0x0D: return .enter
        case 0x08, 0x7F: return .backspace
        case 0x00: return .other
        case 0x01..<0x20: return .control(Unicode.Scalar(first + 0x60))
        case 0x20..<0x7F: return .text(Unicode.Scalar(first))
        default: return try scalar(first)
        }
    }

    /// Returns the next byte of a sequence; nil if it does not come in time.
    private mutating func following(within pause: Int32 = Self.pause) throws -> UInt8? {
        if bytes.isEmpty, signal == nil, !hasEnded {
            switch try StandardInput.next(within: pause) {
            case .bytes(let new): bytes = new
            case .signal(let number): signal = number
            case .end: hasEnded = true
            case .nothing: break
            }
        }
        return bytes.isEmpty ? nil : bytes.removeFirst()
    }

    private mutating func scalar(_ first: UInt8) throws -> Key {
        let count = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
        var encoded = [first]
        for _ in 0..<count {
            guard let byte = try following() else { break }
            encoded.append(byte)
        }
        guard let text = String(validating: encoded, as: UTF8.self), text.unicodeScalars.count == 1,
            let scalar = text.unicodeScalars.first, scalar.value >= 0xA0
        else { return .other }
        return .text(scalar)
    }

    /// Reads what an escape begins: `ESC [ … letter` or `ESC O letter`, or a key with Alt.
    private mutating func sequence() throws -> Key {
        guard let introducer = try following() else { return .escape }
        guard introducer == UInt8(ascii: "[") || introducer == UInt8(ascii: "O") else { return .other }
        var parameters: [UInt8] = []
        while let byte = try following(), parameters.count < 32 {
            if byte < 0x40 {
                parameters.append(byte)
                continue
            }
            switch (String(decoding: parameters, as: UTF8.self), Unicode.Scalar(byte)) {
            case (_, "A"): return .up
            case (_, "B"): return .down
            case (_, "C"): return .right
            case (_, "D"): return .left
            case (_, "H"), ("1", "~"), ("7", "~"): return .home
            case (_, "F"), ("4", "~"), ("8", "~"): return .end
            case ("3", "~"): return .delete
            case ("200", "~"): return try paste()
            default: return .other
            }
        }
        return .other
    }

    private mutating func paste() throws -> Key {
        let end: [UInt8] = [Self.escape] + Array("[201~".utf8)
        var pasted: [UInt8] = []
        while let byte = try following(within: Self.longestPause) {
            pasted.append(byte)
            if byte == UInt8(ascii: "~"), pasted.suffix(end.count) == end[...] {
                pasted.removeLast(end.count)
                break
            }
        }
        return .pasted(String(decoding: pasted.prefix(Self.longestPaste), as: UTF8.self))
    }
}
