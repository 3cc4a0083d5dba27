package import Markup

/// Advice on what to write instead in front matter that is not YAML.
///
/// It knows the mistakes that people make most.
///
/// Every proposal is read before it is made, so that it surely means what was meant.
package struct FrontMatterAdvice {
    /// The position of a mistake, which a parser often notices some lines later, and what to say about it.
    package struct Advice {
        package let position: Position
        package let text: String
    }

    private let source: Source
    /// The lines between the two that enclose the front matter.
    private let lines: Range<Int>

    package init(_ source: Source, _ enclosed: FrontMatter.Enclosed) {
        self.source = source
        lines = enclosed.lines.count > 2 ? enclosed.lines.dropFirst().dropLast() : 1..<1
    }

    // MARK: What does not parse

    /// Returns advice on front matter that does not parse; nil if no advice is known.
    package func forSyntax(near position: Position) -> Advice? {
        if let advice = onTab(near: position) { return advice }
        guard let (entry, failure) = firstEntryThatFails() else { return nil }
        let line = entry.contains(failure.line) ? failure.line : entry.lowerBound
        let position = line == failure.line ? failure : Position(line: line, column: 1)
        guard let text = advice(onLine: line, of: entry) ?? advice(onLine: entry.lowerBound, of: entry) else {
            return Advice(position: position, text: "")
        }
        return Advice(position: position, text: text)
    }

    /// Returns advice on a tab before the text of a line.
    private func onTab(near position: Position) -> Advice? {
        let near = [position.line, position.line - 1].filter(lines.contains)
        guard let line = near.first(where: { indentation(ofLine: $0).contains(Byte.tab) }) else { return nil }
        let text = text(ofLine: line).folded
        let isOnTop = line == lines.lowerBound || !text.hasPrefix("-")
        let fixed = isOnTop && Self.keyAndValue(text) != nil ? text : "  " + text
        return Advice(
            position: Position(line: line, column: 1),
            text: "; a tab stands before the text of this line, and YAML takes only spaces there: "
                + Wording.code(fixed))
    }

    private func indentation(ofLine line: Int) -> ArraySlice<UInt8> {
        source.bytes[source.content(ofLine: line)].prefix(while: \.isBlank)
    }

    private func text(ofLine line: Int) -> String { source.text(source.content(ofLine: line)) }

    /// Returns the lines of the first entry that does not parse by itself, and the position of its mistake.
    private func firstEntryThatFails() -> (lines: Range<Int>, position: Position)? {
        var line = lines.lowerBound
        while line < lines.upperBound {
            var end = line + 1
            while end < lines.upperBound, !beginsEntry(end) { end += 1 }
            let range = source.whole(line: line).lowerBound..<source.whole(line: end - 1).upperBound
            if let failure = FrontMatter.failure(of: range, in: source, firstLine: line) {
                switch failure {
                case .syntax(_, let position), .notAMapping(let position): return (line..<end, position)
                case .unclosed, .tooLarge: return (line..<end, Position(line: line, column: 1))
                }
            }
            line = end
        }
        return nil
    }

    private func beginsEntry(_ line: Int) -> Bool {
        guard let first = source.bytes[source.content(ofLine: line)].first else { return false }
        return first.isLetter || first >= 0x80
    }

    /// Returns what to write in place of a line; nil if that is not known.
    private func advice(onLine line: Int, of entry: Range<Int>) -> String? {
        let text = text(ofLine: line).folded
        if line > entry.lowerBound, text.hasPrefix("- ") {
            let element = String(text.dropFirst(2)).folded
            let fixed = YAMLScalar.quoted(Self.unquoted(Self.withoutComment(element)))
            return "; put the element in quotes: " + Wording.code("- \(fixed)")
        }
        if line > entry.lowerBound, Self.keyAndValue(text) != nil {
            return "; begin the line of a key without blanks: " + Wording.code(text)
        }
        guard let (key, value) = Self.keyAndValue(text), !value.isEmpty else { return nil }
        return Self.fixed(value, of: key).map {
            "; write the value so that YAML reads it: " + Wording.code("\(key): \($0)")
        }
    }

    // MARK: What is not a mapping

    /// Returns advice on front matter that YAML takes for plain words, such as `company:Acme` or `company =
    /// Acme`.
    package func forWords(near position: Position) -> Advice? {
        for line in lines {
            let text = text(ofLine: line)
            guard let sign = text.firstIndex(where: { $0 == ":" || $0 == "=" }) else { continue }
            let key = String(text[..<sign]).folded
            let value = String(text[text.index(after: sign)...]).folded
            guard FrontMatterKey(key) != nil, !value.isEmpty else { continue }
            let fixed = Self.reads("\(key): \(value)", as: value) ? value : YAMLScalar.text(value)
            return Advice(
                position: Position(line: line, column: 1),
                text: "; put a colon and a blank after the key: " + Wording.code("\(key): \(fixed)"))
        }
        return nil
    }

    // MARK: Values

    /// Returns the parts of a line before and after the first colon that has a blank or nothing after it.
    private static func keyAndValue(_ text: String) -> (key: String, value: String)? {
        let bytes = Array(text.utf8)
        let colon = bytes.indices.first { at in
            bytes[at] == .ascii(":") && (at + 1 == bytes.count || bytes[at + 1].isBlank)
        }
        guard let colon, colon > 0 else { return nil }
        return (
            String(decoding: bytes[..<colon], as: UTF8.self),
            String(decoding: bytes[(colon + 1)...], as: UTF8.self).folded
        )
    }

    /// Returns a value as YAML that reads as it was meant; nil if there is none.
    private static func fixed(_ value: String, of key: String) -> String? {
        let value = withoutComment(value)
        let known = FrontMatterKey(key)
        if known == .tags || known == .interviewers, let list = list(value) {
            return reads("\(key): \(list)", as: nil) ? list : nil
        }
        let meant = unquoted(value)
        if known?.isDate ?? false, case let date = String(meant.prefix { !":;".contains($0) }).folded,
            WrittenDate(date) != nil, reads("\(key): \(date)", as: date)
        {
            return date
        }
        let quoted = YAMLScalar.quoted(meant)
        return reads("\(key): \(quoted)", as: meant) ? quoted : nil
    }

    /// Returns a list with brackets or commas as YAML, in which each element has quotes if it needs them; nil
    /// if the value is not a list.
    private static func list(_ value: String) -> String? {
        let isInBrackets = value.hasPrefix("[") && !value.hasPrefix("[[")
        guard isInBrackets || value.contains(",") else { return nil }
        var inner = value[...]
        if isInBrackets { inner = inner.dropFirst() }
        if isInBrackets, inner.hasSuffix("]") { inner = inner.dropLast() }
        let elements = inner.split(separator: ",").map { unquoted(String($0).folded) }.filter { !$0.isEmpty }
        return "[" + elements.map(YAMLScalar.text).joined(separator: ", ") + "]"
    }

    /// Returns a text without the quotes around it, or without a single quote before it.
    private static func unquoted(_ text: String) -> String {
        guard let quote = text.first, quote == "\"" || quote == "'" else { return text }
        if text.count >= 2, text.last == quote { return String(text.dropFirst().dropLast()) }
        return text.dropFirst().contains(quote) ? text : String(text.dropFirst())
    }

    /// Returns a text up to a `#` with blanks around it.
    private static func withoutComment(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let sign = bytes.indices.first { at in
            bytes[at] == .ascii("#") && at > 0 && bytes[at - 1].isBlank
                && (at + 1 == bytes.count || bytes[at + 1].isBlank)
        }
        return sign.map { String(decoding: bytes[..<$0], as: UTF8.self).folded } ?? text
    }

    /// Returns whether a line is exactly one pair.
    ///
    /// If a text is given, the pair's value must be that text.
    private static func reads(_ line: String, as text: String?) -> Bool {
        guard case .success(let pairs) = YAMLFile(Source(Array(line.utf8))).content, pairs.count == 1 else {
            return false
        }
        guard let text else { return true }
        if case .scalar(let read, _) = pairs[0].value { return read == text }
        return false
    }
}
