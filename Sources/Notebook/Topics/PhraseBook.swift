internal import Markup

/// A lexicon in a form that is ready for looking up phrases. Its words are numbers, and each knows the phrases
/// that begin with it.
struct PhraseBook: Sendable {
    /// What a phrase means if it fits.
    enum Meaning: Sendable, Equatable {
        case topic(Int)
        case idiom
        case denial
        /// A role belongs to the profession of a pack.
        case role(pack: Int)
        case praise
        case fault
        /// Something is wished for, whatever it is.
        case longing
        /// Something should be more, or less, in the sense of a pair of opposites.
        case wish(axis: Int, isForMore: Bool)
    }

    struct Entry: Sendable {
        let meaning: Meaning
        /// The pack that the phrase belongs to; nil if the phrase applies to every note.
        let pack: Int?
        /// The range in `slots` of the phrase's words.
        let slots: Range<Int>
    }

    struct Slot: Sendable {
        /// The range in `slotWords` of the numbers of the words that fit.
        let words: Range<Int>
        let isAfterGap: Bool
    }

    private(set) var topics: [String]
    /// The topics that cover more than one thing.
    let broadTopics: [String]
    /// The names of the packs.
    let packs: [String]
    private(set) var entries: [Entry] = []
    // All phrases share one array, because they are looked at by the million.
    private(set) var slots: [Slot] = []
    private(set) var slotWords: [Int32] = []
    /// The phrases that begin with each word, by the word's number.
    private(set) var entriesByFirst: [[Int32]] = []

    private var numberOfTopic: [Topic: Int] = [:]
    private var numberOfStem: [WordBytes: Int32] = [:]
    private var numberOfWord: [WordBytes: Int32] = [:]
    private var numberOfBeginning: [WordBytes: Int32] = [:]
    private var lengthsOfBeginnings: [Int] = []
    private var stemOfForm: [WordBytes: [UInt8]] = [:]
    /// The stems of words that count as another word although other words with their stem do not. For example,
    /// "hardly" denies, and "hard" does not.
    private var stemOfWord: [WordBytes: [UInt8]] = [:]
    private let fillers: Set<WordBytes>
    private let smallWords: Set<WordBytes>
    private let advice: Set<WordBytes>
    private let turns: Set<WordBytes>

    /// The phrase book of the standard lexicon. It takes a while to make and is always the same.
    static let standard = PhraseBook(.standard)

    init(_ lexicon: Lexicon) {
        topics = lexicon.topics.map(\.topic)
        broadTopics = lexicon.broad
        packs = lexicon.packs.map(\.name)
        var stemOfForm: [WordBytes: [UInt8]] = [:]
        for form in lexicon.forms {
            for look in form.looks {
                if look.hasSuffix("ly") {
                    stemOfWord[WordBytes(Array(look.lowercased().utf8))] = Self.stem(form.word)
                } else {
                    stemOfForm[WordBytes(Self.stem(look))] = Self.stem(form.word)
                }
            }
        }
        func canonical(_ word: String) -> WordBytes {
            let stem = WordBytes(Self.stem(word))
            return stemOfForm[stem].map { WordBytes($0) } ?? stem
        }
        fillers = Set(lexicon.fillers.map(canonical))
        smallWords = fillers.union(lexicon.smallWords.map(canonical))
        advice = Set(lexicon.advice.map { WordBytes(Array($0.lowercased().utf8)) })
        turns = Set(lexicon.turns.map { WordBytes(Array($0.lowercased().utf8)) })
        self.stemOfForm = stemOfForm
        for (number, topic) in topics.enumerated() { numberOfTopic[Topic(topic)] = number }
        addStances(lexicon)
        for (number, pack) in lexicon.packs.enumerated() { add(pack, number) }
        for phrase in lexicon.idioms { add(phrase, .idiom) }
        for phrase in lexicon.denials { add(phrase, .denial) }
        for (number, entry) in lexicon.topics.enumerated() {
            for phrase in entry.phrases { add(phrase, .topic(number)) }
        }
        lengthsOfBeginnings = Set(numberOfBeginning.keys.map(\.bytes.count)).sorted()
    }

    private mutating func addStances(_ lexicon: Lexicon) {
        for phrase in lexicon.praise { add(phrase, .praise) }
        for phrase in lexicon.faults { add(phrase, .fault) }
        for phrase in lexicon.wishes { add(phrase, .longing) }
        for (axis, opposites) in lexicon.opposites.enumerated() {
            for phrase in opposites.more { add(phrase, .wish(axis: axis, isForMore: true)) }
            for phrase in opposites.less { add(phrase, .wish(axis: axis, isForMore: false)) }
        }
    }

    private mutating func add(_ pack: Lexicon.Pack, _ number: Int) {
        for phrase in pack.roles { add(phrase, .role(pack: number)) }
        for phrase in pack.idioms { add(phrase, .idiom, of: number) }
        for entry in pack.topics {
            let topic = numberOfTopic[Topic(entry.topic)] ?? topics.count
            if topic == topics.count {
                numberOfTopic[Topic(entry.topic)] = topic
                topics.append(entry.topic)
            }
            for phrase in entry.phrases { add(phrase, .topic(topic), of: number) }
        }
    }

    /// The word of which all words that deny are forms.
    private static let denial = Array("not".utf8)

    private static func stem(_ word: String) -> [UInt8] { Stem.of(Array(word.lowercased().utf8)) }

    private mutating func add(_ phrase: Phrase, _ meaning: Meaning, of pack: Int? = nil) {
        let start = slots.count
        for slot in phrase.slots {
            let words = slot.words.map { number(of: $0) }
            if slots.count == start {
                for word in words where entriesByFirst[Int(word)].last != Int32(entries.count) {
                    entriesByFirst[Int(word)].append(Int32(entries.count))
                }
            }
            slots.append(
                Slot(words: slotWords.count..<slotWords.count + words.count, isAfterGap: slot.isAfterGap))
            slotWords += words
        }
        entries.append(Entry(meaning: meaning, pack: pack, slots: start..<slots.count))
    }

    private mutating func number(of word: Phrase.Word) -> Int32 {
        let next = Int32(entriesByFirst.count)
        let number: Int32
        switch word {
        case .stem(let stem):
            let own = WordBytes(stem)
            number = Self.number(of: stemOfForm[own].map { WordBytes($0) } ?? own, in: &numberOfStem, next)
        case .exact(let word): number = Self.number(of: WordBytes(word), in: &numberOfWord, next)
        case .beginning(let beginning):
            number = Self.number(of: WordBytes(beginning), in: &numberOfBeginning, next)
        }
        if number == next { entriesByFirst.append([]) }
        return number
    }

    /// Returns the number of a word. A new word gets the next number.
    private static func number(
        of word: WordBytes, in numbers: inout [WordBytes: Int32], _ next: Int32
    ) -> Int32 {
        if let known = numbers[word] { return known }
        numbers[word] = next
        return next
    }

    // MARK: Looking up

    /// What the lexicon knows of a word.
    struct Word {
        /// The stem by which words are compared.
        let stem: [UInt8]
        /// The numbers of the lexicon's words that fit the word.
        let numbers: [Int32]
        let isFiller: Bool
        let isSmall: Bool
        let isAdvice: Bool
        let isTurn: Bool
        let isDenial: Bool
    }

    /// Returns what the lexicon knows of a word.
    ///
    /// - Parameter word: the word in small letters.
    func look(up word: [UInt8]) -> Word {
        let own = Stem.of(word)
        let key = WordBytes(word)
        let stem = WordBytes(stemOfWord[key] ?? stemOfForm[WordBytes(own)] ?? own)
        var numbers: [Int32] = []
        if let number = numberOfStem[stem] { numbers.append(number) }
        if let number = numberOfWord[key] { numbers.append(number) }
        for length in lengthsOfBeginnings where length <= word.count {
            if let number = numberOfBeginning[WordBytes(Array(word[..<length]))] { numbers.append(number) }
        }
        return Word(
            stem: stem.bytes, numbers: numbers, isFiller: fillers.contains(stem),
            isSmall: smallWords.contains(stem), isAdvice: advice.contains(key), isTurn: turns.contains(key),
            isDenial: stem.bytes.isSame(as: Self.denial))
    }
}
