package import Markup

/// The properties in the body of a note.
///
/// They stand at the very top, or directly below the title.
package struct PropertyBlocks {
    /// All properties in their order, those with known keys and the others.
    package private(set) var properties: [PropertyLine] = []

    private let source: Source

    /// Finds the properties of a note.
    ///
    /// - Parameters:
    ///   - source: the note.
    ///   - first: the first line that is not front matter.
    package init(in source: Source, from first: Int) {
        self.source = source
        let top = Self.firstLine(with: first, of: source)
        guard top <= source.lineCount else { return }
        if let end = titleEnd(atLine: top) {
            read(from: Self.firstLine(with: end, of: source))
        } else {
            let rest = read(from: top)
            if let title = titleEnd(after: rest) { read(from: Self.firstLine(with: title, of: source)) }
        }
    }

    /// Returns the first line that is not blank, from a line on.
    private static func firstLine(with line: Int, of source: Source) -> Int {
        var line = line
        while line <= source.lineCount, source.bytes[source.content(ofLine: line)].allSatisfy(\.isBlank) {
            line += 1
        }
        return line
    }

    // MARK: The title

    /// Returns the line after the first level-1 heading, from a line on; nil if there is none.
    private func titleEnd(after line: Int) -> Int? {
        var fence: UInt8?
        var line = line
        while line <= source.lineCount {
            let content = source.content(ofLine: line)
            if let first = content.first {
                let byte = source.bytes[first]
                if byte == .ascii("`") || byte == .ascii("~"),
                    source.bytes[content].prefix(3).allSatisfy({ $0 == byte }), content.count >= 3
                {
                    fence = fence == nil ? byte : fence == byte ? nil : fence
                } else if fence == nil, byte == .ascii("#") || byte == .ascii("=") {
                    if let end = titleEnd(atLine: byte == .ascii("#") ? line : line - 1) { return end }
                }
            }
            line += 1
        }
        return nil
    }

    /// Returns the line after the level-1 heading that begins on a line; nil if there is none.
    private func titleEnd(atLine line: Int) -> Int? {
        let text = source.bytes[source.content(ofLine: line)].drop { $0 == Byte.space }
        if text.first == .ascii("#") {
            return text.dropFirst().first.map(\.isBlank) ?? true ? line + 1 : nil
        }
        guard line < source.lineCount, text.first.map({ $0.isLetter || $0 >= 0x80 || $0.isDigit }) ?? false
        else {
            return nil
        }
        let next = source.bytes[source.content(ofLine: line + 1)]
        let isUnderline = next.first == .ascii("=") && next.allSatisfy { $0 == .ascii("=") || $0.isBlank }
        return isUnderline ? line + 2 : nil
    }

    // MARK: A paragraph

    /// Reads the paragraph that begins on a line, and returns the line after it.
    @discardableResult
    private mutating func read(from first: Int) -> Int {
        guard first <= source.lineCount, isText(first) else { return first }
        var found: [PropertyLine] = []
        var line = first
        var areAll = true
        while line <= source.lineCount, line == first || goesOn(line) {
            if areAll, let property = PropertyLine(line: line, of: source) {
                found.append(property)
            } else {
                areAll = false
            }
            line += 1
        }
        let doubles = found.prefix { $0.style == .doubleColon }
        let isHeading = line <= source.lineCount && isUnderline(line)
        if areAll, !isHeading, doubles.count == found.count || areMeant(found) {
            properties += found
        } else if !isHeading || doubles.count < found.count {
            properties += doubles
        }
        return line
    }

    /// Returns whether a line may begin a paragraph, because it is not indented as code.
    private func isText(_ line: Int) -> Bool {
        let text = source.bytes[source.content(ofLine: line)]
        return !text.prefix(4).contains(Byte.tab) && text.prefix(4).contains { $0 != Byte.space }
    }

    /// Returns whether a line continues the paragraph above it.
    private func goesOn(_ line: Int) -> Bool {
        let text = source.bytes[source.content(ofLine: line)].drop(while: \.isBlank)
        guard let first = text.first else { return false }
        let second = text.dropFirst().first
        switch first {
        case .ascii("#"), .ascii(">"), .ascii("<"): return false
        case .ascii("-"), .ascii("+"): return second.map { !$0.isBlank } ?? false && !isUnderline(line)
        case .ascii("*"): return second.map { !$0.isBlank } ?? false
        case .ascii("="): return !isUnderline(line)
        case .ascii("`"), .ascii("~"): return !text.prefix(3).allSatisfy { $0 == first }
        case .ascii("1"): return !(second == .ascii(".") || second == .ascii(")"))
        default: return true
        }
    }

    /// Returns whether a line is the underline that makes the paragraph above it a heading.
    private func isUnderline(_ line: Int) -> Bool {
        let text = source.bytes[source.content(ofLine: line)]
        guard let first = text.first, first == .ascii("=") || first == .ascii("-") else { return false }
        return text.drop { $0 == first }.allSatisfy(\.isBlank)
    }

    /// Returns whether lines `Key: value` are meant to be properties.
    ///
    /// At least one key has to be known, each known key needs a fitting value or none, and the lines must not
    /// be the head of a mail.
    private func areMeant(_ properties: [PropertyLine]) -> Bool {
        var hasKnown = false
        for property in properties {
            let bytes = source.bytes.span.extracting(property.key)
            if bytes.isWord("from") || bytes.isWord("subject") { return false }
            guard let key = FrontMatterKey(source.text(property.key)) else { continue }
            hasKnown = true
            if property.style != .doubleColon, !property.value.isEmpty, !fits(property, key) {
                return false
            }
        }
        return hasKnown
    }

    private func fits(_ property: PropertyLine, _ key: FrontMatterKey) -> Bool {
        let text = source.text(property.value)
        if Placeholder.isWhole(text) { return true }
        if key.isDate { return WrittenDate(text) != nil }
        return key == .time ? ClockTime(whole: text) != nil : true
    }
}
