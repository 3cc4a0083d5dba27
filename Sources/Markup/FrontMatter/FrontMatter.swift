/// The YAML between two `---` lines at the top of a note, as the pairs that the YAML holds.
package struct FrontMatter: Sendable {
    package struct Pair: Sendable, Equatable {
        package let key: String
        package let keyStart: Position
        package let value: Value
        package let valueStart: Position

        package init(key: String, keyStart: Position, value: Value, valueStart: Position) {
            self.key = key
            self.keyStart = keyStart
            self.value = value
            self.valueStart = valueStart
        }
    }

    package enum Value: Sendable, Equatable {
        /// Text as written. A plain scalar is one without quotes; only in such a scalar, `null` and `~` mean
        /// that there is no value.
        case scalar(String, isPlain: Bool)
        case list([Item])
        case mapping([Pair])
        /// A reference to another value. References are never expanded.
        case alias
    }

    package struct Item: Sendable, Equatable {
        package let value: Value
        package let start: Position

        package init(value: Value, start: Position) {
            self.value = value
            self.start = start
        }
    }

    package enum Failure: Error, Sendable, Equatable {
        /// No line closes the first `---`, so that there is no front matter.
        case unclosed
        case tooLarge
        case notAMapping(Position)
        /// What the parser did not understand, in the parser's words.
        case syntax(String, Position)
    }

    /// The lines of the front matter with the two that enclose it; empty if the front matter is never closed.
    package let lines: Range<Int>
    package let content: Result<[Pair], Failure>

    /// The largest front matter in bytes.
    ///
    /// More is refused, because it is a mistake or an attack.
    package static let largest = 64 * 1024

    /// Reads the front matter of a source; nil if the first line is not `---`.
    package init?(of source: Source) {
        guard let enclosed = Enclosed(in: source) else { return nil }
        self.init(enclosed, of: source)
    }

    /// Parses the lines as a whole.
    package init(_ enclosed: Enclosed, of source: Source) {
        lines = enclosed.lines
        guard enclosed.isReadable else {
            content = .failure(enclosed.lines.isEmpty ? .unclosed : .tooLarge)
            return
        }
        do {
            let first = enclosed.lines.lowerBound + 1
            content = .success(try YAMLEvents.pairs(of: source, enclosed.yaml, firstLine: first))
        } catch {
            content = .failure(error)
        }
    }

    /// Returns why some lines of front matter are not a mapping by themselves; nil if they are one.
    package static func failure(of range: Range<Int>, in source: Source, firstLine: Int) -> Failure? {
        do {
            _ = try YAMLEvents.pairs(of: source, range, firstLine: firstLine)
            return nil
        } catch {
            return error
        }
    }

    /// The extent of front matter.
    package struct Enclosed {
        /// The lines of the front matter with the two that enclose it; empty if no line closes the first one.
        package let lines: Range<Int>
        /// The bytes between the enclosing lines.
        let yaml: Range<Int>

        /// Whether the front matter is closed, and not too large.
        var isReadable: Bool { !lines.isEmpty && yaml.count <= FrontMatter.largest }

        /// Finds the front matter of a source; nil if the first line is not `---`.
        package init?(in source: Source) {
            guard FrontMatter.mark(ofFence: 1, in: source) == .ascii("-") else { return nil }
            var last = 2
            while last <= source.lineCount, FrontMatter.mark(ofFence: last, in: source) == nil { last += 1 }
            if last <= source.lineCount {
                lines = 1..<last + 1
                yaml = source.whole(line: 2).lowerBound..<source.whole(line: last).lowerBound
            } else {
                (lines, yaml) = (1..<1, 0..<0)
            }
        }
    }

    /// Returns whether the line that closes the front matter is one of the given lines.
    static func isClosed(within lines: ClosedRange<Int>, of source: Source) -> Bool {
        guard lines.lowerBound > 1, let enclosed = Enclosed(in: source), let last = enclosed.lines.last else {
            return false
        }
        return lines.contains(last)
    }

    /// Returns the lines of front matter in TOML, with the two that enclose it; nil if there is none.
    package static func linesOfTOML(in source: Source) -> Range<Int>? {
        func isFence(_ line: Int) -> Bool {
            let text = source.bytes[source.content(ofLine: line)]
            return text.starts(with: "+++".utf8) && text.dropFirst(3).allSatisfy(\.isBlank)
        }
        guard isFence(1) else { return nil }
        var last = 2
        while last <= source.lineCount, !isFence(last) { last += 1 }
        return last <= source.lineCount ? 1..<last + 1 : nil
    }

    /// Returns the character that an enclosing line of front matter repeats three times: `-`, or `.` at the
    /// end; nil if the line cannot enclose front matter.
    private static func mark(ofFence line: Int, in source: Source) -> UInt8? {
        let whole = source.whole(line: line)
        guard whole.count >= 3, case let mark = source.bytes[whole.lowerBound],
            mark == .ascii("-") || mark == .ascii(".")
        else { return nil }
        let content = source.content(ofLine: line)
        guard content.count >= 3 else { return nil }
        for offset in content {
            let isMark = offset < content.lowerBound + 3
            if isMark ? source.bytes[offset] != mark : !source.bytes[offset].isBlank { return nil }
        }
        return mark
    }
}
