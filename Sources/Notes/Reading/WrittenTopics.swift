internal import Markup

/// A topic at one position of a note's text.
package struct WrittenTopic: Sendable, Equatable {
    package let topic: Topic
    /// The range of the topic's name, without the `#`.
    package let range: Range<Int>
}

extension NoteText {
    /// All topics of the note: those of the front matter, then those of properties, then those of bullets.
    package var writtenTopics: [WrittenTopic] {
        var found: [WrittenTopic] = []
        if let frontMatter, case .success(let pairs) = frontMatter.content {
            found = pairs.filter { FrontMatterKey($0.key) == .tags }.flatMap(topics)
        }
        for property in properties where FrontMatterKey(source.text(property.key)) == .tags {
            found += source.bytes[property.value].split(separator: .ascii(",")).flatMap {
                elements(in: $0.indices)
            }
        }
        for token in bullets.flatMap(\.tokens) {
            if case .topic = token.kind { found.append(writtenTopic(token.value)) }
        }
        return found
    }

    /// Returns the topic in which an offset stands, including its `#` and the end of its name; nil if there
    /// is none.
    package func writtenTopic(at offset: Int) -> WrittenTopic? {
        writtenTopics.first { $0.range.lowerBound - 1 <= offset && offset <= $0.range.upperBound }
    }

    private func writtenTopic(_ range: Range<Int>) -> WrittenTopic {
        WrittenTopic(topic: vocabulary.aliases.topic(named: source.text(range)), range: range)
    }

    /// Returns the topics of one pair of the front matter.
    ///
    /// Topics that are written with YAML's escapes are left out.
    private func topics(of pair: FrontMatter.Pair) -> [WrittenTopic] {
        switch pair.value {
        case .scalar(let text, let isPlain): topics(in: text, isPlain: isPlain, from: pair.valueStart)
        case .list(let items):
            items.flatMap { item -> [WrittenTopic] in
                guard case .scalar(let text, let isPlain) = item.value,
                    let written = written(text, isPlain: isPlain, from: item.start)
                else { return [] }
                return source.bytes[written].split(separator: .ascii(",")).flatMap {
                    elements(in: $0.indices)
                }
            }
        case .mapping, .alias: []
        }
    }

    private func topics(in text: String, isPlain: Bool, from start: Position) -> [WrittenTopic] {
        guard let written = written(text, isPlain: isPlain, from: start) else { return [] }
        return source.bytes[written].split { $0 == .ascii(",") || $0.isWhiteSpace }.compactMap { word in
            let name = word.drop { $0 == .ascii("#") }
            return name.isEmpty ? nil : writtenTopic(name.startIndex..<name.endIndex)
        }
    }

    /// Returns the range of a scalar's text; nil if the text is not written byte for byte as it reads.
    private func written(_ text: String, isPlain: Bool, from start: Position) -> Range<Int>? {
        let first = source.offset(of: start) + (isPlain ? 0 : 1)
        let written = first..<first + text.utf8.count
        let isThere =
            written.upperBound <= source.bytes.count && source.bytes[written].elementsEqual(text.utf8)
        return isThere ? written : nil
    }

    /// Returns the topic that an element of a list is, with or without blanks.
    ///
    /// If each word has a `#`, each word is a topic.
    private func elements(in range: Range<Int>) -> [WrittenTopic] {
        let bytes = source.bytes[range]
        let words = bytes.split(whereSeparator: \.isWhiteSpace)
        guard let first = words.first, let last = words.last else { return [] }
        let isLink = first.starts(with: "#[[".utf8)
        if !isLink, words.allSatisfy({ $0.first == .ascii("#") }) {
            return words.compactMap { $0.count > 1 ? writtenTopic($0.startIndex + 1..<$0.endIndex) : nil }
        }
        let start = first.first == .ascii("#") ? first.startIndex + 1 : first.startIndex
        let whole = start..<last.endIndex
        let shown = WikiLink.shown(source.bytes.span, whole) ?? whole
        let name = source.text(shown).splitWords().joined(separator: "-")
        return [WrittenTopic(topic: vocabulary.aliases.topic(named: name), range: shown)]
    }
}

extension Topic {
    /// Returns whether a name means a topic if it is written after a `#`, and not a tag.
    package static func isName(_ name: String, vocabulary: Vocabulary) -> Bool {
        let text = Array("#\(name)".utf8)
        var scanner = BulletScanner(vocabulary: vocabulary)
        scanner.scan(text.span)
        guard scanner.tokens.count == 1, let token = scanner.tokens.first, case .topic = token.kind else {
            return false
        }
        return token.range == text.indices
    }

    /// Returns the name of this topic with a new name in place of its parent's name or its own.
    ///
    /// `delivery/pace` with `speech` for `delivery` is `speech/pace`, whatever `delivery` is called here.
    package func replacing(_ old: Topic, with new: String) -> String {
        func last(_ count: Int, of name: String) -> String {
            name.split(separator: "/").suffix(count).map { "/" + $0 }.joined()
        }
        let nested = key.utf8.count { $0 == .ascii("/") } - old.key.utf8.count { $0 == .ascii("/") }
        let (written, meant) = (last(nested, of: name), last(nested, of: key))
        // If the topic is written under another name, the parts of its key are used in place of the written
        // ones.
        return new + (written.caseFolded == meant ? written : meant)
    }
}
