package import Markup

/// A line `Key: value` in the body, which says something about its note.
package struct PropertyLine: Sendable, Equatable {
    /// The way in which such a line is written.
    package enum Style: Sendable, Equatable {
        /// Logseq's and Dataview's `key:: value`.
        case doubleColon
        /// `Key: value`
        case plain
        /// `**Key:** value`
        case boldWithColon
        /// `**Key**: value`
        case bold

        /// Returns a line in this style.
        package func line(_ key: String, _ value: String) -> String {
            switch self {
            case .doubleColon: "\(key):: \(value)"
            case .plain: "\(key): \(value)"
            case .boldWithColon: "**\(key):** \(value)"
            case .bold: "**\(key)**: \(value)"
            }
        }
    }

    package let style: Style
    package let line: Int
    /// The range of the key without marks.
    ///
    /// `value` is the range of the value without the blanks around it.
    package let key: Range<Int>
    package let value: Range<Int>

    /// Reads a property from a line; nil if the line is not a property.
    package init?(line: Int, of source: Source) {
        let content = source.content(ofLine: line)
        let bytes = source.bytes
        let start = bytes[content].firstIndex { !$0.isBlank } ?? content.upperBound
        guard start < content.upperBound else { return nil }
        let isBold = bytes[start..<content.upperBound].starts(with: "**".utf8)
        let keyStart = isBold ? start + 2 : start
        guard keyStart < content.upperBound, bytes[keyStart].isLetter || bytes[keyStart] >= 0x80,
            let colon = bytes[keyStart..<content.upperBound].firstIndex(of: .ascii(":"))
        else { return nil }
        var keyEnd = colon
        var end = colon + 1
        let isDouble = end < content.upperBound && bytes[end] == .ascii(":")
        if isDouble { end += 1 }
        var isColonInside = false
        if isBold {
            if bytes[end..<content.upperBound].starts(with: "**".utf8) {
                isColonInside = true
                end += 2
            } else {
                while keyEnd > keyStart, bytes[keyEnd - 1].isBlank { keyEnd -= 1 }
                guard bytes[keyStart..<keyEnd].suffix(2).elementsEqual("**".utf8) else { return nil }
                keyEnd -= 2
            }
        }
        guard end == content.upperBound || bytes[end].isBlank else { return nil }
        while keyEnd > keyStart, bytes[keyEnd - 1].isBlank { keyEnd -= 1 }
        guard keyEnd > keyStart else { return nil }
        style = isDouble ? .doubleColon : isColonInside ? .boldWithColon : isBold ? .bold : .plain
        self.line = line
        key = keyStart..<keyEnd
        while end < content.upperBound, bytes[end].isBlank { end += 1 }
        var valueEnd = content.upperBound
        while valueEnd > end, bytes[valueEnd - 1].isBlank { valueEnd -= 1 }
        value = end..<valueEnd
    }

    /// Returns the property as a pair of front matter, with the interviewers and the topics as lists.
    package func pair(in source: Source, _ known: FrontMatterKey?) -> FrontMatter.Pair {
        let text = source.text(value)
        let start = source.position(of: value.lowerBound)
        var content = FrontMatter.Value.scalar(text, isPlain: false)
        let parts = text.split(separator: ",").map { String($0).folded }.filter { !$0.isEmpty }
        let isList = known == .tags || known == .interviewers && parts.allSatisfy { WikiLink.shown($0) != $0 }
        if isList, !parts.isEmpty {
            content = .list(parts.map { FrontMatter.Item(value: .scalar($0, isPlain: false), start: start) })
        }
        return FrontMatter.Pair(
            key: source.text(key), keyStart: source.position(of: key.lowerBound), value: content,
            valueStart: start)
    }
}
