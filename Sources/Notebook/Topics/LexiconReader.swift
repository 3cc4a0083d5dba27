internal import Markup

/// Reads a lexicon from YAML: the one that is part of Debrief, and what a notebook adds to it.
struct LexiconReader {
    private(set) var lexicon = Lexicon()
    /// Whether the standard lexicon counts besides.
    private(set) var addsToStandard = true
    /// What could not be read as meant, and was left out.
    private(set) var problems: [(place: Position, message: String)] = []

    /// The packs that are asked for, in small letters.
    private(set) var packs: [String] = []

    static let keys = ["topics", "packs", "idioms", "denials", "forms", "fillers", "small-words", "standard"]

    mutating func read(_ pairs: [FrontMatter.Pair]) {
        for pair in pairs {
            switch pair.key.lowercased() {
            case "topics": readTopics(pair)
            case "packs": packs += texts(pair).map { $0.text.folded.lowercased() }
            case "idioms": lexicon.idioms += phrases(pair)
            case "denials": lexicon.denials += phrases(pair)
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

    private mutating func readTopics(_ pair: FrontMatter.Pair) {
        for topic in mapping(pair) {
            if let name = TopicName.whole(topic.key) {
                lexicon.add(phrases(topic), to: name)
            } else {
                problems.append((topic.keyStart, TopicName.problem(with: topic.key)))
            }
        }
    }

    private mutating func phrases(_ pair: FrontMatter.Pair) -> [Phrase] {
        var phrases: [Phrase] = []
        for (text, place) in texts(pair) {
            do {
                phrases.append(try Phrase(text))
            } catch {
                problems.append((place, "the phrase \"\(text)\" \(error.description)"))
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

    private mutating func texts(_ pair: FrontMatter.Pair) -> [(text: String, place: Position)] {
        let (texts, bad) = YAMLValue.texts(pair)
        problems += bad.map { ($0, "`\(pair.key)` is one text or a list of them") }
        return texts
    }
}
