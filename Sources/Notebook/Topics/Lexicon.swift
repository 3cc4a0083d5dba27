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

    /// What a profession talks of: phrases that mean something there, and elsewhere something else or nothing.
    struct Pack: Sendable {
        let name: String
        /// A role is of this profession where one of these stands in it.
        var roles: [Phrase] = []
        var topics: [Entry] = []
        var idioms: [Phrase] = []
    }

    /// Two ways in which something can be wished otherwise, such as longer and shorter.
    struct Opposites: Sendable {
        var more: [Phrase] = []
        var less: [Phrase] = []
    }

    var topics: [Entry] = []
    /// Topics that take in more than one thing.
    var broad: [String] = []
    var packs: [Pack] = []
    /// Phrases that praise.
    var praise: [Phrase] = []
    /// Phrases that find fault, whatever praise they are made of.
    var faults: [Phrase] = []
    /// Phrases that wish for something.
    var wishes: [Phrase] = []
    /// Words that a wish begins with: `speak louder`, `how would you …`.
    var advice: [String] = []
    /// Words behind which a sentence turns: what is praised in front of them is not what is said behind.
    var turns: [String] = []
    var opposites: [Opposites] = []
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
        for entry in other.topics { Self.add(entry.phrases, to: entry.topic, of: &sum.topics) }
        for pack in other.packs { sum.add(pack) }
        sum.broad += other.broad
        sum.idioms += other.idioms
        sum.denials += other.denials
        sum.forms += other.forms
        sum.fillers += other.fillers
        sum.smallWords += other.smallWords
        sum.praise += other.praise
        sum.faults += other.faults
        sum.wishes += other.wishes
        sum.advice += other.advice
        sum.turns += other.turns
        sum.opposites += other.opposites
        return sum
    }

    /// This lexicon with the words of another that are about no topic: forms, fillers, small words, denials, praise.
    func withWords(of other: Lexicon) -> Lexicon {
        var words = other
        words.topics = []
        words.packs = []
        words.broad = []
        words.idioms = []
        return words.adding(self)
    }

    mutating func add(_ pack: Pack) {
        guard let number = packs.firstIndex(where: { $0.name == pack.name }) else {
            packs.append(pack)
            return
        }
        for entry in pack.topics { Self.add(entry.phrases, to: entry.topic, of: &packs[number].topics) }
        packs[number].roles += pack.roles
        packs[number].idioms += pack.idioms
    }

    static func add(_ phrases: [Phrase], to topic: String, of topics: inout [Entry]) {
        if let number = topics.firstIndex(where: { Topic($0.topic) == Topic(topic) }) {
            topics[number].phrases += phrases
        } else {
            topics.append(Entry(topic: topic, phrases: phrases))
        }
    }
}
