internal import Markup

/// A topic as it stands in a note's text.
package struct TopicPlace: Sendable, Equatable {
    package let topic: Topic
    /// The bytes of its name, without the `#`.
    package let range: Range<Int>
}

extension NoteText {
    /// Every topic, wherever it stands, in reading order: those of the front matter, then those of bullets.
    package var topicPlaces: [TopicPlace] {
        var places: [TopicPlace] = []
        if let frontMatter, case .success(let pairs) = frontMatter.content {
            places = pairs.filter { FrontMatterKey($0.key) == .tags }.flatMap(topics)
        }
        for token in bullets.flatMap(\.tokens) {
            if case .topic = token.kind { places.append(place(token.value)) }
        }
        return places
    }

    /// The topic whose name, or whose `#`, an offset stands in, or right behind.
    package func topicPlace(at offset: Int) -> TopicPlace? {
        topicPlaces.first { $0.range.lowerBound - 1 <= offset && offset <= $0.range.upperBound }
    }

    private func place(_ range: Range<Int>) -> TopicPlace {
        TopicPlace(topic: vocabulary.aliases.topic(named: source.text(range)), range: range)
    }

    /// The topics of one pair of the front matter. What YAML's escapes hide is left out.
    private func topics(of pair: FrontMatter.Pair) -> [TopicPlace] {
        switch pair.value {
        case .scalar(let text, let isPlain): topics(in: text, isPlain: isPlain, from: pair.valueStart)
        case .list(let items):
            items.flatMap { item -> [TopicPlace] in
                guard case .scalar(let text, let isPlain) = item.value else { return [] }
                return topics(in: text, isPlain: isPlain, from: item.start)
            }
        case .mapping, .alias: []
        }
    }

    private func topics(in text: String, isPlain: Bool, from start: Position) -> [TopicPlace] {
        let first = source.offset(of: start) + (isPlain ? 0 : 1)
        let written = first..<first + text.utf8.count
        guard written.upperBound <= source.bytes.count, source.bytes[written].elementsEqual(text.utf8) else {
            return []
        }
        return source.bytes[written].split { $0 == .ascii(",") || $0.isWhiteSpace }.compactMap { word in
            let name = word.drop { $0 == .ascii("#") }
            return name.isEmpty ? nil : place(name.startIndex..<name.endIndex)
        }
    }
}

extension Topic {
    /// Whether a name can be written behind a `#` and means a topic there, and not a tag.
    package static func isName(_ name: String, vocabulary: Vocabulary) -> Bool {
        let text = Array("#\(name)".utf8)
        var scanner = BulletScanner(vocabulary: vocabulary)
        scanner.scan(text.span)
        guard scanner.tokens.count == 1, let token = scanner.tokens.first, case .topic = token.kind else {
            return false
        }
        return token.range == text.indices
    }

    /// The name of the topic with another one's name in the place of this one's parent or itself:
    /// `delivery/pace` with `speech` for `delivery` is `speech/pace`, whatever `delivery` is called here.
    package func replacing(_ old: Topic, with new: String) -> String {
        func last(_ count: Int, of name: String) -> String {
            name.split(separator: "/").suffix(count).map { "/" + $0 }.joined()
        }
        let nested = key.utf8.count { $0 == .ascii("/") } - old.key.utf8.count { $0 == .ascii("/") }
        let (written, meant) = (last(nested, of: name), last(nested, of: key))
        // Another name for the whole says nothing about its parts.
        return new + (written.caseFolded == meant ? written : meant)
    }
}
