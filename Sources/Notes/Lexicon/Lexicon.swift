internal import Markup
internal import WordTables

/// The things that interviewers comment on, and the words that tell of them.
///
/// Topics are proposed by a lexicon.
public struct Lexicon: Sendable {
    package struct Entry: Sendable {
        package let topic: String
        package var phrases: [Phrase]

        /// The entry of a notebook's own lexicon.
        fileprivate var own: Entry {
            var own = self
            for index in own.phrases.indices { own.phrases[index].isOwn = true }
            return own
        }
    }

    /// Words that count as another word.
    package struct Form: Sendable {
        package let word: String
        package let looks: [String]
    }

    /// The phrases of a profession.
    ///
    /// Elsewhere they mean something else, or nothing.
    package struct Pack: Sendable {
        package let name: String
        /// The phrases by which a role belongs to this profession.
        package var roles: [Phrase] = []
        package var topics: [Entry] = []
        package var idioms: [Phrase] = []
    }

    /// Two opposite wishes about one thing, such as longer and shorter.
    package struct Opposites: Sendable {
        /// The name of the pair that is about the amount of anything: more examples, fewer words.
        package static let amount = "amount"

        package let name: String
        package var more: [Phrase] = []
        package var less: [Phrase] = []
    }

    package var topics: [Entry] = []
    /// The topics that cover more than one thing.
    package var broad: [String] = []
    package var packs: [Pack] = []
    /// Phrases that praise.
    package var praise: [Phrase] = []
    /// Phrases that find fault, even if they contain praise.
    package var faults: [Phrase] = []
    /// Phrases that wish for something.
    package var wishes: [Phrase] = []
    /// The words that a wish begins with: `speak louder`, `how would you …`.
    package var advice: [String] = []
    /// Words after which a sentence turns, such as "but".
    ///
    /// The praise before such a word does not hold for what follows.
    package var turns: [String] = []
    package var opposites: [Opposites] = []
    /// Phrases that say nothing about a topic, even if they contain a topic's words.
    package var idioms: [Phrase] = []
    /// Phrases after which a topic is named only to say that it was not the point.
    package var denials: [Phrase] = []
    package var forms: [Form] = []
    /// Words that may stand between the words of a phrase.
    package var fillers: [String] = []
    /// Words that are ignored when sentences are compared.
    package var smallWords: [String] = []
    /// Whether the words of a sentence count as well, by the leanings that are part of Debrief.
    package var hasLeanings = false

    /// The lexicon that is part of Debrief.
    ///
    /// It comes from the file `lexicon.yml`.
    public static let standard: Lexicon = {
        var standard = read(WordTables.lexicon)
        standard.hasLeanings = true
        return standard
    }()

    /// The last part of the standard lexicon, which speaks of words alone.
    ///
    /// It is enough to compare texts by their stems.
    package static let standardWords: Lexicon = {
        let all = WordTables.lexicon
        var start = 0
        while start < all.count, !all.span.has("\nforms:\n", at: start) { start += 1 }
        return read(Array(all[start...]))
    }()

    private static func read(_ bytes: [UInt8]) -> Lexicon {
        guard case .success(let pairs) = YAMLFile(Source(bytes)).content else { return Lexicon() }
        var reader = LexiconReader()
        reader.read(pairs)
        return reader.lexicon
    }

    /// Returns this lexicon together with everything that another one has, which is the notebook's own.
    package func adding(_ other: Lexicon) -> Lexicon {
        var sum = self
        for entry in other.topics { Self.add(entry.own.phrases, to: entry.topic, of: &sum.topics) }
        for var pack in other.packs {
            pack.topics = pack.topics.map(\.own)
            sum.add(pack)
        }
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

    /// Returns this lexicon together with those words of another one that do not belong to a topic, such as
    /// forms, fillers, small words, denials and praise.
    package func withWords(of other: Lexicon) -> Lexicon {
        var words = other
        words.topics = []
        words.packs = []
        words.broad = []
        words.idioms = []
        words.hasLeanings = false
        return words.adding(self)
    }

    package mutating func add(_ pack: Pack) {
        guard let number = packs.firstIndex(where: { $0.name == pack.name }) else {
            packs.append(pack)
            return
        }
        for entry in pack.topics { Self.add(entry.phrases, to: entry.topic, of: &packs[number].topics) }
        packs[number].roles += pack.roles
        packs[number].idioms += pack.idioms
    }

    package static func add(_ phrases: [Phrase], to topic: String, of topics: inout [Entry]) {
        if let number = topics.firstIndex(where: { Topic($0.topic) == Topic(topic) }) {
            topics[number].phrases += phrases
        } else {
            topics.append(Entry(topic: topic, phrases: phrases))
        }
    }
}
