internal import Markup

// These functions read Dataview's fields in brackets: [due:: 2026-11-02].

extension Annotation {
    package static func field(_ text: Span<UInt8>, _ at: Int, close: UInt8) -> Annotation? {
        let start = text.endOfSpaces(from: at + 1)
        var end = start
        while end < text.count, text[end].isLetter, end - start < 12 { end += 1 }
        let key = text.extracting(start..<end)
        let colon = text.endOfSpaces(from: end)
        guard !key.isEmpty, text.has("::", at: colon),
            let last = valueEnd(text, from: colon + 2, close: close)
        else { return nil }
        let (value, after) = (colon + 2..<last, last + 1)
        if let field = field(key, in: dataviewKeys) { return date(field, text, value, end: after) }
        if key.isWord("start") || key.isWord("created") { return date(nil, text, value, end: after) }
        guard let value = trimmed(text, value) else { return nil }
        if key.isWord("from") { return .from(name: person(text, value), end: after) }
        if key.isWord("via") { return .via(name: person(text, value), end: after) }
        if key.isWord("digest") { return .tagField(word: value, end: after) }
        if key.isWord("repeat") { return .repeats(rule: value, end: after) }
        return ignoredFields.contains { key.isWord($0) } ? .ignored(end: after) : nil
    }

    /// Returns where the bracket around a value closes.
    ///
    /// Brackets within a `[[link]]` belong to the link.
    private static func valueEnd(_ text: Span<UInt8>, from start: Int, close: UInt8) -> Int? {
        let limit = min(text.count, start + longestValue)
        var at = start
        while at < limit {
            if text[at] == close { return at }
            if text.has("[[", at: at), let end = find("]]", text, from: at + 2), end + 2 < limit {
                at = end + 2
            } else {
                at += 1
            }
        }
        return nil
    }

    private static let dataviewKeys: Keys = [
        ("due", .due), ("scheduled", .scheduled), ("completion", .done), ("cancelled", .dropped),
        ("since", .since),
    ]
    private static let ignoredFields: [StaticString] = ["priority", "id", "dependson", "oncompletion"]
}
