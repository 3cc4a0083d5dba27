package import Markup

// These functions find what YAML takes for a comment although it was meant as a part of the value: a word
// right after a `#`.

extension FrontMatterStatementReader {
    /// Reports the comment that YAML has left out of a value.
    package mutating func reportComments(of pair: FrontMatter.Pair) {
        switch pair.value {
        case .scalar(let text, let isPlain):
            let isEmpty = isPlain && text.isEmpty
            let line = isEmpty ? pair.keyStart.line : pair.valueStart.line
            let key = source.offset(of: pair.keyStart)
            let content = source.content(ofLine: line)
            let start: Int
            if isEmpty {
                guard let colon = source.bytes[key..<max(content.upperBound, key)].firstIndex(of: .ascii(":"))
                else { return }
                start = colon + 1
            } else {
                start = source.offset(of: pair.valueStart)
            }
            guard let comment = comment(after: start, in: content, isPlain: isPlain) else { return }
            // The advice puts the whole value in quotes, including what YAML left out.
            let value = source.text(start..<content.upperBound).folded
            diagnostics.append(
                .commentedValue(
                    key: pair.key, comment: source.text(comment),
                    advice: "\(pair.key): \(YAMLScalar.quoted(value))",
                    isEmpty: isEmpty, path, at: source.position(of: comment.lowerBound)))
        case .list(let items): reportComments(of: items, in: pair)
        case .mapping, .alias: break
        }
    }

    /// Reports the comment on each line of a list.
    ///
    /// A line may have several elements.
    private mutating func reportComments(of items: [FrontMatter.Item], in pair: FrontMatter.Pair) {
        let isInBrackets = source.bytes[source.offset(of: pair.valueStart)...].first == .ascii("[")
        for (number, item) in items.enumerated() {
            let isLastOfLine = number + 1 == items.count || items[number + 1].start.line != item.start.line
            guard isLastOfLine, case .scalar(let text, let isPlain) = item.value else { continue }
            let content = source.content(ofLine: item.start.line)
            let start = source.offset(of: item.start)
            guard let comment = comment(after: start, in: content, isPlain: isPlain) else { continue }
            let advice: String
            if isInBrackets {
                let elements = items.compactMap { item -> String? in
                    if case .scalar(let text, _) = item.value { YAMLScalar.text(text.folded) } else { nil }
                }
                let words = source.text(comment).splitWords().map { YAMLScalar.quoted($0) }
                advice = "\(pair.key): [\((elements + words).joined(separator: ", "))]"
            } else {
                advice = "- " + YAMLScalar.quoted(source.text(start..<content.upperBound).folded)
            }
            diagnostics.append(
                .commentedValue(
                    key: pair.key, comment: source.text(comment), advice: advice,
                    isEmpty: isPlain && text.isEmpty, path, at: source.position(of: comment.lowerBound)))
        }
    }

    /// Returns the bytes from a `#` to the end of the line.
    ///
    /// The `#` stands outside the value's quotes, and a word follows it directly.
    private func comment(after start: Int, in line: Range<Int>, isPlain: Bool) -> Range<Int>? {
        let bytes = source.bytes
        var at = start
        guard line.contains(at) else { return nil }
        if !isPlain, bytes[at] == .ascii("\"") || bytes[at] == .ascii("'") {
            let quote = bytes[at]
            at += 1
            while at < line.upperBound {
                if bytes[at] == .ascii("\\"), quote == .ascii("\"") {
                    at += 2
                } else if bytes[at] != quote {
                    at += 1
                } else if quote == .ascii("'"), at + 1 < line.upperBound, bytes[at + 1] == quote {
                    // Within single quotes, two quotes stand for one.
                    at += 2
                } else {
                    break
                }
            }
            at += 1
        } else if !isPlain {
            // A text that is neither plain nor in quotes is a block, whose text begins on the next line, or
            // has an anchor.
            return nil
        }
        while at < line.upperBound {
            if bytes[at] == .ascii("#"), at == line.lowerBound || bytes[at - 1].isBlank {
                guard at + 1 < line.upperBound, !bytes[at + 1].isBlank, bytes[at + 1] != .ascii("#") else {
                    return nil
                }
                return at..<line.upperBound
            }
            at += 1
        }
        return nil
    }
}
