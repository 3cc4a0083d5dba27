package import Markup

// These functions read the keys whose value may be a list: the interviewers and the topics of a note.

extension FrontMatterStatementReader {
    /// The largest number of interviewers that are read.
    ///
    /// A longer list is reported and ignored.
    private static let mostPeople = 20

    package mutating func people(_ pair: FrontMatter.Pair) -> [String] {
        let names = list(pair).map { name($0.text) }
        if names.count > Self.mostPeople {
            reject(pair, "a list of \(names.count)", "one of \(Self.mostPeople) or fewer")
            return []
        }
        if case .scalar = pair.value, let name = names.first, name.utf8.contains(.ascii(",")) {
            let parts = name.split(separator: ",").map { String($0).folded }.filter { !$0.isEmpty }
            if parts.count > 1 {
                diagnostics.append(
                    .oneName(name, key: pair.key, parts: parts, style, path, at: pair.valueStart))
            }
        }
        return names
    }

    package mutating func topics(_ pair: FrontMatter.Pair) -> [Topic] {
        var topics: [Topic] = []
        var seen = SeenSet<Topic>()
        for (text, start) in list(pair) {
            let words: [String]
            if case .scalar = pair.value {
                words = Self.words(of: text)
            } else {
                words = Self.elements(of: text)
            }
            for word in words {
                if word.utf8.allSatisfy({ $0 == .ascii("#") }) { continue }
                guard let name = TopicName.whole(word) else {
                    diagnostics.append(.notATopic(word, key: pair.key, path, at: start))
                    continue
                }
                let topic = vocabulary.aliases.topic(named: name)
                if seen.insert(topic) { topics.append(topic) }
            }
        }
        return topics
    }

    /// Returns the topics of a text, which commas and white space separate.
    ///
    /// The text's white space is folded.
    private static func words(of text: String) -> [String] {
        func isSeparator(_ byte: UInt8) -> Bool { byte == .ascii(",") || byte == Byte.space }
        if !text.utf8.contains(where: isSeparator) { return [topic(text)] }
        if WikiLink.shown(text) != text { return [topic(text)] }
        return text.utf8.split(whereSeparator: isSeparator).map { topic(String(Substring($0))) }
    }

    /// Returns the topics of an element, which commas separate.
    ///
    /// If each word has a `#`, each word is a topic.
    private static func elements(of text: String) -> [String] {
        if !text.utf8.contains(where: { $0 == .ascii(",") || $0 == Byte.space }) { return [topic(text)] }
        return text.utf8.split(separator: .ascii(",")).flatMap { part in
            let part = String(Substring(part)).folded
            let words = part.splitWords()
            if words.allSatisfy({ $0.utf8.first == .ascii("#") && !$0.hasPrefix("#[[") }) { return words }
            return [topic(part)]
        }
    }

    /// Returns the name of a topic in a list: without the brackets of a link, and with its words joined by
    /// `-`.
    private static func topic(_ text: String) -> String {
        let hasSign = text.utf8.first == .ascii("#")
        let shown = WikiLink.shown(hasSign ? String(text.dropFirst()) : text)
        return shown.utf8.contains(Byte.space) ? shown.splitWords().joined(separator: "-") : shown
    }

    /// Returns the texts of a value that is one text or a list, and where each begins.
    ///
    /// Empty ones are left out.
    private mutating func list(_ pair: FrontMatter.Pair) -> [(text: String, start: Position)] {
        switch pair.value {
        case .scalar(let text, let isPlain):
            return Self.meaning(of: text, isPlain: isPlain).map { [($0, pair.valueStart)] } ?? []
        case .list(let items):
            if let link = wikiLink(pair.value, at: pair.valueStart) { return [(link, pair.valueStart)] }
            var texts: [(text: String, start: Position)] = []
            texts.reserveCapacity(items.count)
            for item in items { if let text = element(item, of: pair) { texts.append(text) } }
            return texts
        case .mapping: reject(pair, "a mapping", "one text or a list of them")
        case .alias: reject(pair, "an alias", "one text or a list of them")
        }
        return []
    }

    private mutating func element(
        _ item: FrontMatter.Item, of pair: FrontMatter.Pair
    ) -> (text: String, start: Position)? {
        let found: String
        switch item.value {
        case .scalar(let text, let isPlain):
            return Self.meaning(of: text, isPlain: isPlain).map { ($0, item.start) }
        case .list:
            if let link = wikiLink(item.value, at: item.start) { return (link, item.start) }
            found = "a list"
        case .mapping: found = "a mapping"
        case .alias: found = "an alias"
        }
        diagnostics.append(
            .badElement(key: pair.key, found: found, advice: advice(for: item), path, at: item.start))
        return nil
    }

    /// Returns how an element of a list has to be written so that it is text: the rest of its line in quotes.
    private func advice(for item: FrontMatter.Item) -> String? {
        guard case .mapping = item.value else { return nil }
        let line = source.content(ofLine: item.start.line)
        let start = source.offset(of: item.start)
        let before = source.bytes[line.lowerBound..<start]
        guard before.contains(.ascii("-")), before.allSatisfy({ $0.isBlank || $0 == .ascii("-") }) else {
            return nil
        }
        return "- " + YAMLScalar.quoted(source.text(start..<line.upperBound).folded)
    }
}
