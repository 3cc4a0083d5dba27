package import Markup

/// Sets keys of a note to dates, each on a line of its own.
///
/// The line goes into the note's front matter, or among the properties in its body if the note has only
/// those. A note that has neither gets front matter.
///
/// Only front matter that is plainly a list of `key: value` lines is edited. In anything else that YAML
/// allows, the meaning of one more line would be a guess.
package struct FrontMatterEdit {
    private let source: Source
    private let path: NotePath
    /// The lines of the front matter with the two that enclose it; nil if there is none.
    private let lines: Range<Int>?
    private let pairs: [FrontMatter.Pair]
    private let properties: PropertyEdit
    /// The entries that are to be added among the properties, in order.
    private var addedProperties: [(key: FrontMatterKey, value: PropertyEdit.Value)] = []
    private var changes: [Edit.Replacement] = []

    package var replacements: [Edit.Replacement] {
        changes + (addedProperties.isEmpty ? [] : [properties.adding(addedProperties)].compactMap(\.self))
    }

    package init(of source: Source, path: NotePath) throws(FrontMatterRefusal) {
        self.source = source
        self.path = path
        guard let frontMatter = FrontMatter(of: source) else {
            if FrontMatter.linesOfTOML(in: source) != nil { throw .toml }
            lines = nil
            pairs = []
            properties = PropertyEdit(of: source, from: 1)
            return
        }
        switch frontMatter.content {
        case .success(let pairs): self.pairs = pairs
        case .failure(.unclosed): throw .unclosed
        case .failure: throw .notRead
        }
        lines = frontMatter.lines
        properties = PropertyEdit(of: source, from: frontMatter.lines.upperBound)
        try refuseWhatIsNoPlainList()
    }

    /// Sets a key to a date.
    ///
    /// Nothing changes if that is its value already.
    package mutating func set(_ key: FrontMatterKey, to date: CalendarDate) throws(FrontMatterRefusal) {
        let name = key.name
        if let pair = pairs.first(where: { $0.key.lowercased() == name }) {
            try replaceValue(of: pair, with: date)
        } else if let change = properties.replacing(key, with: .date(date)) {
            changes.append(change)
        } else if lines == nil, properties.hasProperties {
            addedProperties.append((key, .date(date)))
        } else {
            add("\(name): \(date)", after: lineToFollow(name))
        }
    }

    /// Sets a key that has no value to a text.
    package mutating func set(_ key: FrontMatterKey, toText text: String) throws(FrontMatterRefusal) {
        try set(key, toYAML: YAMLScalar.text(text), orProperty: text)
    }

    /// Sets a key that has no value to one or more names.
    ///
    /// Several names are a list in brackets, or links with commas between them as a property.
    package mutating func set(_ key: FrontMatterKey, toNames names: [String]) throws(FrontMatterRefusal) {
        if names.count == 1 { return try set(key, toText: names[0]) }
        try set(
            key, toYAML: "[" + names.map(YAMLScalar.text).joined(separator: ", ") + "]",
            orProperty: names.map { "[[\($0)]]" }.joined(separator: ", "))
    }

    private mutating func set(
        _ key: FrontMatterKey, toYAML scalar: String, orProperty text: String
    ) throws(FrontMatterRefusal) {
        guard let pair = pairs.first(where: { FrontMatterKey($0.key) == key }) else {
            if let change = properties.replacing(key, with: .text(text)) {
                changes.append(change)
            } else if lines == nil, properties.hasProperties {
                addedProperties.append((key, .text(text)))
            } else {
                add("\(key.name): \(scalar)", after: nil)
            }
            return
        }
        guard case .scalar("", isPlain: true) = pair.value else {
            throw .unclearValue(pair.key, line: pair.keyStart.line)
        }
        try fill(pair, with: scalar)
    }

    // MARK: What is refused

    private func refuseWhatIsNoPlainList() throws(FrontMatterRefusal) {
        if let first = firstByte {
            switch first.byte {
            case .ascii("{"), .ascii("["): throw .flowStyle(line: first.line)
            case .ascii("&"), .ascii("*"), .ascii("!"), .ascii("?"): throw .anchor(line: first.line)
            default: break
            }
        }
        var names: Set<String> = []
        for pair in pairs {
            if !names.insert(pair.key.lowercased()).inserted {
                throw .duplicateKey(pair.key, line: pair.keyStart.line)
            }
            if hasAnchor(pair) { throw .anchor(line: pair.keyStart.line) }
        }
        // Two spellings can be the same key.
        var reader = FrontMatterStatementReader(source: source, path: path)
        var keys: Set<FrontMatterKey> = []
        for statement in reader.statements(of: pairs) where !keys.insert(statement.key).inserted {
            throw .duplicateKey(statement.spelling, line: statement.keyStart.line)
        }
    }

    /// The first byte of the mapping itself, after blank lines and comments.
    private var firstByte: (byte: UInt8, line: Int)? {
        guard let lines else { return nil }
        for line in lines.dropFirst().dropLast() {
            guard let byte = source.bytes[source.content(ofLine: line)].first(where: { !$0.isBlank }) else {
                continue
            }
            if byte != .ascii("#") { return (byte, line) }
        }
        return nil
    }

    /// Whether a key or value has an anchor, is an alias, or names its type.
    private func hasAnchor(_ pair: FrontMatter.Pair) -> Bool {
        func isMarked(_ position: Position) -> Bool {
            let offset = source.offset(of: position)
            return offset < source.bytes.count && "&*!".utf8.contains(source.bytes[offset])
        }
        if isMarked(pair.keyStart) || isMarked(pair.valueStart) { return true }
        if case .list(let items) = pair.value { return items.contains { isMarked($0.start) } }
        return false
    }

    // MARK: A key that is there

    private mutating func replaceValue(
        of pair: FrontMatter.Pair, with date: CalendarDate
    ) throws(FrontMatterRefusal) {
        let refusal = FrontMatterRefusal.unclearValue(pair.key, line: pair.keyStart.line)
        guard case .scalar(let text, let isPlain) = pair.value else { throw refusal }
        if text.isEmpty && isPlain { return try fill(pair, with: date.description) }
        if WrittenDate(text)?.day == date { return }
        let line = source.content(ofLine: pair.valueStart.line)
        var start = source.offset(of: pair.valueStart)
        // Within its quotes the value is text like any other.
        if !isPlain { start += 1 }
        let value = start..<start + text.utf8.count
        guard pair.valueStart.line == pair.keyStart.line, line.contains(value.lowerBound),
            value.upperBound <= line.upperBound, source.bytes[value].elementsEqual(text.utf8)
        else { throw refusal }
        changes.append(Edit.Replacement(value, with: date.description.utf8))
    }

    /// Gives a value to a key that has none.
    ///
    /// The value goes after the colon and before a comment.
    private mutating func fill(
        _ pair: FrontMatter.Pair, with value: String
    ) throws(FrontMatterRefusal) {
        let line = source.content(ofLine: pair.keyStart.line)
        let key = source.offset(of: pair.keyStart)
        guard let colon = source.bytes[key..<line.upperBound].firstIndex(of: .ascii(":")) else {
            throw .unclearValue(pair.key, line: pair.keyStart.line)
        }
        let hasBlank = colon + 1 < line.upperBound && source.bytes[colon + 1].isBlank
        let offset = hasBlank ? colon + 2 : colon + 1
        let isLast = source.bytes[offset..<line.upperBound].allSatisfy(\.isBlank)
        let text = (hasBlank ? "" : " ") + value + (isLast ? "" : " ")
        changes.append(Edit.Replacement(offset..<offset, with: text.utf8))
    }

    // MARK: A key that is not there

    /// The dates of a request, in the order in which they happen.
    private static let order = ["asked", "answered", "refused", "thanked"]

    /// Returns the line of the nearest date that comes before a key's date; nil if key and value are not on
    /// one line.
    private func lineToFollow(_ key: String) -> Int? {
        guard let position = Self.order.firstIndex(of: key) else { return nil }
        for earlier in Self.order[..<position].reversed() {
            guard let pair = pairs.first(where: { $0.key.lowercased() == earlier }) else { continue }
            if case .scalar(let text, _) = pair.value, CalendarDate(text) != nil,
                pair.valueStart.line == pair.keyStart.line
            {
                return pair.keyStart.line
            }
        }
        return nil
    }

    private mutating func add(_ text: String, after line: Int?) {
        guard let lines else {
            addFrontMatter(text)
            return
        }
        let previous = line ?? lines.upperBound - 2
        let offset = source.whole(line: previous).upperBound
        let indentation = (pairs.first?.keyStart.column ?? 1) - 1
        let bytes =
            Array(repeating: Byte.space, count: indentation) + Array(text.utf8) + lineEnd(ofLine: previous)
        changes.append(Edit.Replacement(offset..<offset, with: bytes))
    }

    /// Inserts front matter before everything else except a byte order mark.
    ///
    /// A second key goes into the same front matter.
    private mutating func addFrontMatter(_ text: String) {
        let start = source.whole(line: 1).lowerBound
        let end = lineEnd(ofLine: 1)
        let fence = Array("---".utf8) + end
        let line = Array(text.utf8) + end
        if let last = changes.popLast() {
            changes.append(
                Edit.Replacement(last.range, with: last.bytes.dropLast(fence.count) + line + fence))
        } else {
            changes.append(Edit.Replacement(start..<start, with: fence + line + fence))
        }
    }

    private func lineEnd(ofLine line: Int) -> [UInt8] {
        let end = source.content(ofLine: line).upperBound..<source.whole(line: line).upperBound
        return end.isEmpty ? [Byte.lf] : Array(source.bytes[end])
    }
}

/// Why front matter is not edited.
public enum FrontMatterRefusal: Error, Sendable, Equatable {
    case unclosed
    case notRead
    case toml
    case flowStyle(line: Int)
    case anchor(line: Int)
    case duplicateKey(String, line: Int)
    /// A value that is not a text on the line of its key.
    case unclearValue(String, line: Int)

    /// The line of the note that the refusal is about.
    public var line: Int {
        switch self {
        case .unclosed, .notRead, .toml: 1
        case .flowStyle(let line), .anchor(let line), .duplicateKey(_, let line),
            .unclearValue(_, let line):
            line
        }
    }
}

extension FrontMatterRefusal: CustomStringConvertible {
    /// The reason in words, as a message begins with it.
    public var description: String {
        switch self {
        case .unclosed: "the front matter that begins here is never closed"
        case .notRead: "the front matter could not be read, as `debrief check` says in full"
        case .toml: "the front matter is TOML, which is not read"
        case .flowStyle: "the front matter is written in braces"
        case .anchor: "the front matter has an anchor, an alias or a type"
        case .duplicateKey(let key, _): "the key `\(key)` is given twice"
        case .unclearValue(let key, _): "the value of `\(key)` is more than a text on its line"
        }
    }
}
