package import Markup

/// Recognises what a template has in place of a value: `{{title}}`, `<% tp.file.title %>`.
package enum Placeholder {
    /// Returns whether a placeholder is the whole of a text.
    package static func isWhole(_ text: String) -> Bool {
        text.hasPrefix("{{") && text.hasSuffix("}}") && text.utf8.count > 4
            || text.hasPrefix("<%") && text.hasSuffix("%>") && text.utf8.count > 4
    }

    /// Returns whether a note is a template if its value for a key is a placeholder.
    package static func makesTemplate(_ key: FrontMatterKey) -> Bool {
        [.title, .company, .role, .round, .date].contains(key)
    }

    /// Returns the position of the placeholder in front matter that makes its note a template; nil if there
    /// is none.
    ///
    /// It looks at the lines as they are written, because braces mean something else in YAML.
    package static func position(in enclosed: FrontMatter.Enclosed, of source: Source) -> Position? {
        guard let first = enclosed.lines.first, let last = enclosed.lines.last, last - first > 1 else {
            return nil
        }
        let bytes = source.whole(line: first + 1).lowerBound..<source.whole(line: last).lowerBound
        let span = source.bytes.span
        guard bytes.contains(where: { span.has("{{", at: $0) || span.has("<%", at: $0) }) else { return nil }
        for line in first + 1..<last {
            guard let property = PropertyLine(line: line, of: source), property.style == .plain,
                property.key.lowerBound == source.whole(line: line).lowerBound
            else { continue }
            if let key = FrontMatterKey(source.text(property.key)), makesTemplate(key),
                isWhole(unquoted(source.text(property.value)))
            {
                return source.position(of: property.value.lowerBound)
            }
        }
        return nil
    }

    /// Returns the text of a value without its quotes and the comment after it.
    private static func unquoted(_ value: String) -> String {
        var bytes = Array(value.utf8)[...]
        if let end = bytes.lastIndex(where: { $0 == .ascii("}") || $0 == .ascii(">") }) {
            let rest = bytes[(end + 1)...].drop { $0 == .ascii("\"") || $0 == .ascii("'") }
            let comment = rest.drop(while: \.isBlank)
            if comment.first == .ascii("#"), comment.count < rest.count { bytes = bytes[..<rest.startIndex] }
        }
        if bytes.count >= 2, let first = bytes.first, first == bytes.last, "\"'".utf8.contains(first) {
            bytes = bytes.dropFirst().dropLast()
        }
        return String(decoding: bytes, as: UTF8.self).folded
    }
}
