/// Reads plain YAML: keys with a text or a list, and mappings by indentation, each text on one line.
///
/// Nearly all front matter is like this.
///
/// libyaml takes a hundred times as many steps for the same. At the first thing that this reader does not
/// understand, it gives up, and libyaml is asked about the whole. A test compares the two.
struct PlainYAML {
    private let source: Source
    private let end: Int
    private var number: Int
    /// The line that is being read; nil after the last line.
    private var line: Line?

    /// A line that is not empty and not only a comment.
    private struct Line {
        let start: Int
        let end: Int
        let indentation: Int

        var text: Int { start + indentation }
    }

    /// Thrown at YAML that this reader does not understand.
    private struct NotPlain: Error {}

    private static let deepest = 8
    private static let longestKey = 100

    /// Returns the pairs of the mapping on some lines of a source; nil if libyaml has to be asked.
    static func pairs(of source: Source, _ range: Range<Int>, firstLine: Int) -> [FrontMatter.Pair]? {
        var reader = PlainYAML(source: source, end: range.upperBound, number: firstLine)
        do throws(NotPlain) {
            try reader.findLine()
            guard let first = reader.line, first.indentation == 0 else { return nil }
            let pairs = try reader.mapping(first.indentation, depth: 0)
            return reader.line == nil ? pairs : nil
        } catch {
            return nil
        }
    }

    private init(source: Source, end: Int, number: Int) {
        self.source = source
        self.end = end
        self.number = number
    }

    // MARK: Lines

    private mutating func next() throws(NotPlain) {
        number += 1
        try findLine()
    }

    /// Finds the first line, from the current one on, that is not empty and not only a comment.
    private mutating func findLine() throws(NotPlain) {
        let source = source
        let bytes = source.bytes.span
        while number <= source.lineCount, source.whole(line: number).lowerBound < end {
            let content = source.content(ofLine: number)
            try Self.check(bytes, content)
            var at = content.lowerBound
            while at < content.upperBound, bytes[at] == Byte.space { at += 1 }
            if at < content.upperBound, bytes[at] != .ascii("#") {
                var last = content.upperBound
                while bytes[last - 1] == Byte.space { last -= 1 }
                line = Line(start: content.lowerBound, end: last, indentation: at - content.lowerBound)
                return
            }
            number += 1
        }
        line = nil
    }

    /// Accepts printable ASCII, characters of two bytes, and the ellipsis.
    ///
    /// Throws at all others.
    private static func check(_ bytes: Span<UInt8>, _ line: Range<Int>) throws(NotPlain) {
        var at = line.lowerBound
        while at < line.upperBound {
            switch bytes[at] {
            case 0x20...0x7E: at += 1
            case 0xC3...0xDF where at + 1 < line.upperBound && bytes[at + 1] >> 6 == 2: at += 2
            case 0xE2 where at + 2 < line.upperBound && bytes[at + 1] == 0x80 && bytes[at + 2] == 0xA6:
                at += 3
            default: throw NotPlain()
            }
        }
    }

    private func position(_ offset: Int, _ line: Line) -> Position {
        Position(line: number, column: offset - line.start + 1)
    }

    // MARK: Blocks

    /// Reads the pairs from the current line on that have the given indentation.
    private mutating func mapping(_ indentation: Int, depth: Int) throws(NotPlain) -> [FrontMatter.Pair] {
        var pairs: [FrontMatter.Pair] = []
        while let line, line.indentation >= indentation {
            guard line.indentation == indentation, depth < Self.deepest else { throw NotPlain() }
            let colon = try endOfKey(line)
            let key = source.text(line.text..<colon)
            let keyStart = position(line.text, line)
            var start = colon + 1
            while start < line.end, source.bytes[start] == Byte.space { start += 1 }
            let value: FrontMatter.Item
            if start < line.end {
                value = .init(value: try text(start..<line.end), start: position(start, line))
                try next()
            } else {
                try next()
                value = try block(below: indentation, depth: depth + 1)
            }
            pairs.append(.init(key: key, keyStart: keyStart, value: value.value, valueStart: value.start))
        }
        return pairs
    }

    /// Reads the mapping or list that is the value of the key on the line before.
    private mutating func block(below indentation: Int, depth: Int) throws(NotPlain) -> FrontMatter.Item {
        guard let first = line, first.indentation >= indentation else { throw NotPlain() }
        let start = position(first.text, first)
        if isItem(first) { return .init(value: .list(try list(first.indentation)), start: start) }
        guard first.indentation > indentation else { throw NotPlain() }
        return .init(value: .mapping(try mapping(first.indentation, depth: depth)), start: start)
    }

    private func isItem(_ line: Line) -> Bool {
        source.bytes[line.text] == .ascii("-") && line.text + 1 < line.end
            && source.bytes[line.text + 1] == Byte.space
    }

    private mutating func list(_ indentation: Int) throws(NotPlain) -> [FrontMatter.Item] {
        var items: [FrontMatter.Item] = []
        while let line, line.indentation >= indentation {
            // A list may have the same indentation as its key. Then the next key ends it.
            if line.indentation == indentation, !isItem(line) { break }
            guard line.indentation == indentation else { throw NotPlain() }
            var start = line.text + 2
            while source.bytes[start] == Byte.space { start += 1 }
            items.append(.init(value: try text(start..<line.end), start: position(start, line)))
            try next()
        }
        return items
    }

    // MARK: Texts

    private func endOfKey(_ line: Line) throws(NotPlain) -> Int {
        var at = line.text
        guard source.bytes[at].isLetter else { throw NotPlain() }
        while at < line.end, at - line.text < Self.longestKey {
            switch source.bytes[at] {
            case .ascii(":"):
                let isEnd = at + 1 == line.end || source.bytes[at + 1] == Byte.space
                guard isEnd, source.bytes[at - 1] != Byte.space else { throw NotPlain() }
                return at
            case .ascii("-"), .ascii("_"), .ascii("/"), Byte.space: break
            case let byte where byte.isLetter || byte.isDigit: break
            default: throw NotPlain()
            }
            at += 1
        }
        throw NotPlain()
    }

    /// Returns the value on the rest of a line.
    private func text(_ range: Range<Int>) throws(NotPlain) -> FrontMatter.Value {
        let bytes = source.bytes
        switch bytes[range.lowerBound] {
        case .ascii("\""), .ascii("'"):
            let quote = bytes[range.lowerBound]
            let inner = range.dropFirst().dropLast()
            guard range.count > 1, bytes[range.upperBound - 1] == quote,
                inner.allSatisfy({ bytes[$0] != quote && bytes[$0] != .ascii("\\") })
            else { throw NotPlain() }
            return .scalar(source.text(range.lowerBound + 1..<range.upperBound - 1), isPlain: false)
        case .ascii("["):
            guard bytes[range.upperBound - 1] == .ascii("]") else { throw NotPlain() }
            return .list(try elements(range.lowerBound + 1..<range.upperBound - 1))
        case .ascii("="), .ascii("("), .ascii("_"), .ascii("/"), 0xC3...0xE2: break
        case let byte where byte.isLetter || byte.isDigit: break
        default: throw NotPlain()
        }
        for at in range {
            switch bytes[at] {
            case .ascii("#"): throw NotPlain()
            case .ascii(":") where at + 1 == range.upperBound || bytes[at + 1] == Byte.space: throw NotPlain()
            default: break
            }
        }
        return .scalar(source.text(range), isPlain: true)
    }

    /// Returns the elements of a list in brackets.
    ///
    /// Only words are understood.
    private func elements(_ range: Range<Int>) throws(NotPlain) -> [FrontMatter.Item] {
        let bytes = source.bytes
        let lineStart = source.whole(line: number).lowerBound
        var items: [FrontMatter.Item] = []
        var at = range.lowerBound
        while true {
            while at < range.upperBound, bytes[at] == Byte.space { at += 1 }
            let start = at
            guard start < range.upperBound,
                bytes[start].isLetter || bytes[start].isDigit || bytes[start] == .ascii("=")
            else { throw NotPlain() }
            while at < range.upperBound, bytes[at] != .ascii(",") {
                switch bytes[at] {
                case .ascii("-"), .ascii("_"), .ascii("/"), .ascii("."), .ascii("="), .ascii("*"), Byte.space:
                    break
                case let byte where byte.isLetter || byte.isDigit || byte >= 0x80: break
                default: throw NotPlain()
                }
                at += 1
            }
            var end = at
            while bytes[end - 1] == Byte.space { end -= 1 }
            items.append(
                .init(
                    value: .scalar(source.text(start..<end), isPlain: true),
                    start: Position(line: number, column: start - lineStart + 1)))
            if at == range.upperBound { return items }
            at += 1
        }
    }
}
