package import Markup

/// Reads a lexicon from YAML: the one that is part of Debrief, or what a notebook adds to it.
package struct LexiconReader {
    package private(set) var lexicon = Lexicon()
    /// Whether the standard lexicon is used in addition to this one.
    package private(set) var addsToStandard = true
    /// What could not be read as meant and was left out.
    package private(set) var problems: [(position: Position, message: String)] = []

    /// The packs that are asked for, with their names in small letters and the positions of these.
    package private(set) var packs: [(name: String, position: Position)] = []

    package static let keys = [
        "topics", "broad", "packs", "idioms", "denials", "praise", "faults", "wishes", "advice", "turns",
        "opposites", "forms",
        "fillers", "small-words", "standard",
    ]

    package mutating func read(_ pairs: [FrontMatter.Pair]) {
        for pair in pairs {
            switch pair.key.lowercased() {
            case "topics": lexicon.topics = topics(pair, besides: lexicon.topics)
            case "broad": lexicon.broad += texts(pair).map { $0.text.folded }
            case "packs": readPacks(pair)
            case "idioms": lexicon.idioms += phrases(pair)
            case "denials": lexicon.denials += phrases(pair)
            case "praise": lexicon.praise += phrases(pair)
            case "faults": lexicon.faults += phrases(pair)
            case "wishes": lexicon.wishes += phrases(pair)
            case "advice": lexicon.advice += words(pair)
            case "turns": lexicon.turns += words(pair)
            case "opposites": readOpposites(pair)
            case "forms":
                for form in mapping(pair) {
                    lexicon.forms.append(.init(word: form.key, looks: words(form)))
                }
            case "fillers": lexicon.fillers += words(pair)
            case "small-words": lexicon.smallWords += words(pair)
            case "standard":
                if let isOn = YAMLValue.truth(pair.value) {
                    addsToStandard = isOn
                } else {
                    problems.append((pair.valueStart, "`standard` is `yes` or `no`; `yes` is used"))
                }
            default:
                problems.append(
                    (
                        pair.keyStart,
                        "`\(pair.key)` is no part of a lexicon; its parts are \(Wording.list(Self.keys))"
                    ))
            }
        }
    }

    private mutating func topics(_ pair: FrontMatter.Pair, besides others: [Lexicon.Entry]) -> [Lexicon.Entry]
    {
        var topics = others
        for topic in mapping(pair) {
            if let name = TopicName.whole(topic.key) {
                Lexicon.add(phrases(topic), to: name, of: &topics)
            } else {
                problems.append((topic.keyStart, TopicName.problem(with: topic.key)))
            }
        }
        return topics
    }

    /// Reads packs by their names, or the names of the packs that apply to the whole notebook.
    private mutating func readPacks(_ pair: FrontMatter.Pair) {
        guard case .mapping(let pairs) = pair.value else {
            packs += texts(pair).map { ($0.text.folded.lowercased(), $0.position) }
            return
        }
        for own in pairs {
            var pack = Lexicon.Pack(name: own.key.folded.lowercased())
            for part in mapping(own) {
                switch part.key.lowercased() {
                case "roles": pack.roles += phrases(part)
                case "topics": pack.topics = topics(part, besides: pack.topics)
                case "idioms": pack.idioms += phrases(part)
                default:
                    problems.append(
                        (
                            part.keyStart,
                            "`\(part.key)` is not a part of a pack; its parts are `roles`, `topics` and `idioms`"
                        ))
                }
            }
            lexicon.add(pack)
        }
    }

    private mutating func readOpposites(_ pair: FrontMatter.Pair) {
        for entry in mapping(pair) {
            var opposites = Lexicon.Opposites(name: entry.key.lowercased())
            for side in mapping(entry) {
                switch side.key.lowercased() {
                case "more": opposites.more += phrases(side)
                case "less": opposites.less += phrases(side)
                default:
                    problems.append(
                        (side.keyStart, "`\(side.key)` is not one of two opposites, `more` and `less`"))
                }
            }
            lexicon.opposites.append(opposites)
        }
    }

    private mutating func phrases(_ pair: FrontMatter.Pair) -> [Phrase] {
        var phrases: [Phrase] = []
        for (text, position) in texts(pair) {
            do {
                phrases.append(try Phrase(text))
            } catch {
                problems.append((position, "the phrase \"\(text)\" \(error.description)"))
            }
        }
        return phrases
    }

    private mutating func words(_ pair: FrontMatter.Pair) -> [String] {
        texts(pair).flatMap { $0.text.lowercased().splitWords() }
    }

    private mutating func mapping(_ pair: FrontMatter.Pair) -> [FrontMatter.Pair] {
        if case .mapping(let pairs) = pair.value { return pairs }
        if !YAMLValue.isNothing(pair.value) {
            problems.append((pair.valueStart, "`\(pair.key)` is no list of `name: …` lines"))
        }
        return []
    }

    private mutating func texts(_ pair: FrontMatter.Pair) -> [(text: String, position: Position)] {
        let (texts, bad) = YAMLValue.texts(pair)
        problems += bad.map { ($0, "`\(pair.key)` is one text or a list of them") }
        return texts
    }
}
