package import Markup

// These functions read the words and names that a notebook's configuration adds.

extension ConfigurationReader {
    package mutating func readAliases(_ pair: FrontMatter.Pair) {
        for topic in mapping(pair) {
            guard let name = TopicName.whole(topic.key) else {
                report(topic.keyStart, TopicName.problem(with: topic.key))
                continue
            }
            for (text, position) in texts(topic) {
                guard let alias = TopicName.whole(text) else {
                    report(position, TopicName.problem(with: text))
                    continue
                }
                if Topic(alias) == Topic(name) { continue }
                do {
                    try configuration.vocabulary.aliases.add(alias, for: name)
                } catch {
                    switch error {
                    case .taken(let other):
                        report(
                            position,
                            "`\(alias)` cannot stand for `\(name)`, for one of them is another name of `\(other)`"
                        )
                    }
                }
            }
        }
    }

    package mutating func readSections(_ pair: FrontMatter.Pair) {
        let table = HeadingTable(.standard)
        for entry in mapping(pair) {
            guard let section = Vocabulary.SectionName(rawValue: entry.key.lowercased()) else {
                let known = Vocabulary.SectionName.allCases.map { "`\($0.rawValue)`" }
                report(entry.keyStart, "`\(entry.key)` is not a section; there are \(Wording.list(known))")
                continue
            }
            for (text, position) in texts(entry) {
                let words = text.lowercased().splitWords().joined(separator: " ")
                if words.isEmpty || Vocabulary.firstLetter(of: words.utf8.span) > 0 {
                    report(
                        position, "\"\(text)\" does not begin with a letter, so no heading is found by it")
                } else if let other = self.section(ofHeading: words, in: table), other != section {
                    report(position, "\"\(text)\" is already the name of `\(other.rawValue)`")
                } else {
                    configuration.vocabulary.add(words, for: section)
                }
            }
        }
    }

    /// Returns the section that a heading of exactly these words names, by the words that are known so far.
    private func section(ofHeading words: String, in table: HeadingTable) -> Vocabulary.SectionName? {
        if let own = configuration.vocabulary.section(ofWords: words) { return own }
        let meaning = words.withBytes { table.meaning(of: $0) }
        guard meaning.isWhole, let section = meaning.section(within: nil) else { return nil }
        return Vocabulary.SectionName.allCases.first { Section($0) == section }
    }

    package mutating func readTags(_ pair: FrontMatter.Pair) {
        for entry in mapping(pair) {
            guard let tag = Vocabulary.standard.tag(Array(entry.key.utf8).span) else {
                let known = Vocabulary.standard.tags.map { "`\(String(decoding: $0.word, as: UTF8.self))`" }
                report(entry.keyStart, "`\(entry.key)` is no tag; there are \(Wording.list(known))")
                continue
            }
            for (text, position) in texts(entry) {
                let word = text.lowercased()
                if word.isEmpty || !word.unicodeScalars.allSatisfy(\.properties.isAlphabetic) {
                    report(position, "\"\(text)\" is no tag word; one is a single word of letters")
                } else if let other = configuration.vocabulary.tag(Array(word.utf8).span), other != tag {
                    report(position, "`\(text)` already means something else")
                } else {
                    configuration.vocabulary.add(word, for: tag)
                }
            }
        }
    }

    package mutating func readOutcomes(_ pair: FrontMatter.Pair) {
        for entry in mapping(pair) {
            let outcome = Outcome(entry.key)
            if case .other = outcome {
                let known = Outcome.known.map { "`\($0)`" }
                report(entry.keyStart, "`\(entry.key)` is not an outcome; there are \(Wording.list(known))")
                continue
            }
            for (text, position) in texts(entry) {
                let word = text.folded
                switch configuration.vocabulary.outcome(of: word) {
                case outcome: break
                case .other where word.isEmpty: report(position, "a word for `\(outcome)` is empty")
                case .other: configuration.vocabulary.add(word, for: outcome)
                case let other: report(position, "\"\(text)\" already means `\(other)`")
                }
            }
        }
    }

    package mutating func readNotTopics(_ pair: FrontMatter.Pair) {
        for (text, position) in texts(pair) {
            if let name = TopicName.whole(text) {
                configuration.vocabulary.add(notTopic: name)
            } else {
                report(position, TopicName.problem(with: text))
            }
        }
    }

    /// Reads the other names of people or of companies.
    package mutating func readNames(
        _ pair: FrontMatter.Pair, into aliases: WritableKeyPath<Configuration, NameAliases>
    ) {
        for entry in mapping(pair) {
            let name = entry.key.folded
            for (text, position) in texts(entry) {
                let alias = text.folded
                if name.isEmpty || alias.isEmpty {
                    report(position, "a name in `\(pair.key)` is empty")
                } else if alias.caseFolded != name.caseFolded {
                    do {
                        try configuration[keyPath: aliases].add(alias, for: name)
                    } catch {
                        switch error {
                        case .taken(let other):
                            report(
                                position,
                                "\"\(alias)\" cannot stand for \"\(name)\", because one of them is another name "
                                    + "of \"\(other)\"")
                        }
                    }
                }
            }
        }
    }
}
