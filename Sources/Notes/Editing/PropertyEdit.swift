package import Markup

/// Sets properties in the body of a note, in the form that the note's other properties have.
package struct PropertyEdit {
    /// The value of a property.
    package enum Value {
        case date(CalendarDate)
        case text(String)
    }

    private let source: Source
    private let properties: [PropertyLine]

    /// Reads the properties of a note's body, from the first line that is not front matter.
    package init(of source: Source, from first: Int) {
        self.source = source
        // Properties are found as they are read, without comments. All offsets stay the same.
        let hidden = LineMask(1..<first)
        let plain = Comments(in: source, outside: hidden).removed(from: source, hiding: hidden).plain
        properties = PropertyBlocks(in: plain, from: first).properties
    }

    /// Whether there is a property to write another one below.
    package var hasProperties: Bool { known { _ in true } != nil }

    /// Returns the change that sets a key that is given already; nil if it is not given.
    package func replacing(_ key: FrontMatterKey, with value: Value) -> Edit.Replacement? {
        guard let property = known({ $0 == key }) else { return nil }
        let text = source.text(property.value)
        if case .date(let date) = value, WrittenDate(text)?.day == date {
            return Edit.Replacement(property.value, with: source.bytes[property.value])
        }
        let isAtMark = property.value.isEmpty && !source.bytes[property.value.lowerBound - 1].isBlank
        return Edit.Replacement(property.value, with: Array(((isAtMark ? " " : "") + written(value)).utf8))
    }

    /// Returns the change that adds lines below the last property whose key is known.
    package func adding(_ entries: [(key: FrontMatterKey, value: Value)]) -> Edit.Replacement? {
        guard let last = properties.last(where: { self.key(of: $0) != nil }) else { return nil }
        let content = source.content(ofLine: last.line)
        let end = source.bytes[content.upperBound..<source.whole(line: last.line).upperBound]
        let lineEnd = end.isEmpty ? [Byte.lf] : Array(end)
        let indentation = source.bytes[content].prefix(while: \.isBlank)
        let isCapital = source.bytes[last.key.lowerBound].lowercased != source.bytes[last.key.lowerBound]
        var bytes: [UInt8] = []
        for entry in entries {
            let name = isCapital ? Wording.sentence(entry.key.name) : entry.key.name
            bytes += lineEnd + indentation + Array(last.style.line(name, written(entry.value)).utf8)
        }
        return Edit.Replacement(content.upperBound..<content.upperBound, with: bytes)
    }

    /// Returns a value in the note's form.
    ///
    /// A date becomes a link if the note's other dates are links.
    private func written(_ value: Value) -> String {
        switch value {
        case .text(let text): return text
        case .date(let date):
            let other = known { $0.isDate }.map { source.text($0.value) }
            return other?.hasPrefix("[[") ?? false ? "[[\(date)]]" : "\(date)"
        }
    }

    private func key(of property: PropertyLine) -> FrontMatterKey? {
        FrontMatterKey(source.text(property.key))
    }

    private func known(_ isWanted: (FrontMatterKey) -> Bool) -> PropertyLine? {
        properties.first { property in key(of: property).map(isWanted) ?? false }
    }
}
