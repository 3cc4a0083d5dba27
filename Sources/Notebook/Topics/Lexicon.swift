internal import Markup

/// What interviewers comment on, and the words that tell: what topics are proposed by.
public struct Lexicon: Sendable {
    struct Entry: Sendable {
        let topic: String
        var phrases: [Phrase]
    }

    /// Words that count as another.
    struct Form: Sendable {
        let word: String
        let looks: [String]
    }

    var topics: [Entry] = []
    /// Phrases that say nothing about a topic, whatever words they are made of.
    var idioms: [Phrase] = []
    /// Phrases behind which a topic is named only to say that it was not the point.
    var denials: [Phrase] = []
    var forms: [Form] = []
    /// Words that may stand between those of a phrase.
    var fillers: [String] = []
    /// Words that count for nothing where sentences are compared.
    var smallWords: [String] = []

    /// The one that is part of Debrief: `lexicon.yml`, which lies beside this file.
    public static let standard: Lexicon = {
        guard case .success(let pairs) = YAMLFile(Source(PackageResources.lexicon_yml)).content else {
            return Lexicon()
        }
        var reader = LexiconReader()
        reader.read(pairs)
        return reader.lexicon
    }()

    /// This lexicon with what another one has besides.
    func adding(_ other: Lexicon) -> Lexicon {
        var sum = self
        for entry in other.topics { sum.add(entry.phrases, to: entry.topic) }
        sum.idioms += other.idioms
        sum.denials += other.denials
        sum.forms += other.forms
        sum.fillers += other.fillers
        sum.smallWords += other.smallWords
        return sum
    }

    /// This lexicon with the words of another that are about no topic: forms, fillers, small words, denials.
    func withWords(of other: Lexicon) -> Lexicon {
        var words = other
        words.topics = []
        words.idioms = []
        return words.adding(self)
    }

    mutating func add(_ phrases: [Phrase], to topic: String) {
        if let number = topics.firstIndex(where: { Topic($0.topic) == Topic(topic) }) {
            topics[number].phrases += phrases
        } else {
            topics.append(Entry(topic: topic, phrases: phrases))
        }
    }
}
