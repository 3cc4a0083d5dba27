internal import Markup

/// Reads a notebook's configuration. Total: what cannot be read as meant is as if it were not there, with a
/// diagnostic that says so.
package struct ConfigurationReader {
    package private(set) var configuration = Configuration()
    package private(set) var diagnostics: [Diagnostic] = []

    /// Larger than this it is a mistake, or an attack. In bytes.
    static let largest = 64 * 1024

    /// How many days make sense where days are set.
    private static let days = 0...3650

    private enum Key: String, CaseIterable {
        case waitingDays = "waiting-days"
        case staleDays = "stale-days"
        case aliases, headings, tags, lexicon
    }

    package init(_ bytes: [UInt8]) {
        let source = Source(bytes)
        guard bytes.count <= Self.largest else {
            diagnostics.append(.configuration("it is larger than \(Self.largest / 1024) KiB", at: .start))
            return
        }
        if let bad = Encoding.firstInvalidByte(in: bytes) {
            diagnostics.append(.configuration("from here on it is not UTF-8", at: source.position(of: bad)))
            return
        }
        switch YAMLFile(source).content {
        case .success(let pairs): read(pairs)
        case .failure(let failure): diagnostics.append(.configuration(failure))
        }
    }

    private mutating func read(_ pairs: [FrontMatter.Pair]) {
        var seen: Set<Key> = []
        for pair in pairs {
            guard let key = Key(rawValue: pair.key.lowercased()) else {
                let known = Key.allCases.map { "`\($0.rawValue)`" }
                report(pair.keyStart, "`\(pair.key)` is no setting; there are \(Wording.list(known))")
                continue
            }
            guard seen.insert(key).inserted else {
                report(pair.keyStart, "`\(pair.key)` was already given; the first one counts")
                continue
            }
            if YAMLValue.isNothing(pair.value) { continue }
            switch key {
            case .waitingDays: read(pair, into: \.silentAfterDays)
            case .staleDays: read(pair, into: \.staleAfterDays)
            case .aliases: readAliases(pair)
            case .headings: readHeadings(pair)
            case .tags: readTags(pair)
            case .lexicon: readLexicon(pair)
            }
        }
    }

    private mutating func read(_ pair: FrontMatter.Pair, into days: WritableKeyPath<Configuration, Int>) {
        if case .scalar(let text, _) = pair.value, let number = Int(text), Self.days.contains(number) {
            configuration[keyPath: days] = number
        } else {
            report(
                pair.valueStart,
                "`\(pair.key)` is no number of days from 0 to \(Self.days.upperBound); "
                    + "\(configuration[keyPath: days]) is used")
        }
    }

    // MARK: Words

    private mutating func readAliases(_ pair: FrontMatter.Pair) {
        for topic in mapping(pair) {
            guard let name = TopicName.whole(topic.key) else {
                report(topic.keyStart, TopicName.problem(with: topic.key))
                continue
            }
            for (text, place) in texts(topic) {
                guard let alias = TopicName.whole(text) else {
                    report(place, TopicName.problem(with: text))
                    continue
                }
                if Topic(alias) == Topic(name) { continue }
                do {
                    try configuration.vocabulary.aliases.add(alias, for: name)
                } catch {
                    switch error {
                    case .taken(let other):
                        report(
                            place,
                            "`\(alias)` cannot stand for `\(name)`, for one of them is another name of `\(other)`"
                        )
                    }
                }
            }
        }
    }

    private mutating func readHeadings(_ pair: FrontMatter.Pair) {
        for entry in mapping(pair) {
            guard let section = Vocabulary.Section(rawValue: entry.key.lowercased()) else {
                let known = Vocabulary.Section.allCases.map { "`\($0.rawValue)`" }
                report(entry.keyStart, "`\(entry.key)` is no section; there are \(Wording.list(known))")
                continue
            }
            for (text, place) in texts(entry) {
                let words = text.lowercased().splitWords().joined(separator: " ")
                if words.isEmpty || Vocabulary.firstLetter(of: words.utf8.span) > 0 {
                    report(
                        place, "\"\(text)\" does not begin with a letter, and so no heading is found by it")
                } else if let other = configuration.vocabulary.section(ofWords: words), other != section {
                    report(place, "\"\(text)\" is already that of `\(other.rawValue)`")
                } else {
                    configuration.vocabulary.add(words, for: section)
                }
            }
        }
    }

    private mutating func readTags(_ pair: FrontMatter.Pair) {
        for entry in mapping(pair) {
            guard let tag = Vocabulary.standard.tag(Array(entry.key.utf8).span) else {
                let known = Vocabulary.standard.tags.map { "`\(String(decoding: $0.word, as: UTF8.self))`" }
                report(entry.keyStart, "`\(entry.key)` is no tag; there are \(Wording.list(known))")
                continue
            }
            for (text, place) in texts(entry) {
                let word = text.lowercased()
                if word.isEmpty || !word.unicodeScalars.allSatisfy(\.properties.isAlphabetic) {
                    report(place, "\"\(text)\" is no tag word; one is a single word of letters")
                } else if let other = configuration.vocabulary.tag(Array(word.utf8).span), other != tag {
                    report(place, "`\(text)` already means something else")
                } else {
                    configuration.vocabulary.add(word, for: tag)
                }
            }
        }
    }

    private mutating func readLexicon(_ pair: FrontMatter.Pair) {
        var reader = LexiconReader()
        reader.read(mapping(pair))
        configuration.ownLexicon = reader.lexicon
        configuration.usesStandardLexicon = reader.addsToStandard
        for (place, message) in reader.problems { report(place, message) }
    }

    // MARK: Values

    private mutating func mapping(_ pair: FrontMatter.Pair) -> [FrontMatter.Pair] {
        if case .mapping(let pairs) = pair.value { return pairs }
        report(pair.valueStart, "`\(pair.key)` is no list of `name: …` lines")
        return []
    }

    private mutating func texts(_ pair: FrontMatter.Pair) -> [(text: String, place: Position)] {
        let (texts, bad) = YAMLValue.texts(pair)
        for place in bad { report(place, "`\(pair.key)` is one text or a list of them") }
        return texts
    }

    private mutating func report(_ place: Position, _ message: String) {
        diagnostics.append(.configuration(message, at: place))
    }
}
