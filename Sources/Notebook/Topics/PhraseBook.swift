internal import Markup

/// A lexicon made ready for looking up: its words as numbers, and which phrases begin with which of them.
struct PhraseBook: Sendable {
    /// What a phrase says where it fits.
    enum Meaning: Sendable, Equatable {
        case topic(Int)
        case idiom
        case denial
    }

    struct Entry: Sendable {
        let meaning: Meaning
        /// Its places: where they are in `slots`.
        let slots: Range<Int>
    }

    struct Slot: Sendable {
        /// The words that fit it: where their numbers are in `slotWords`.
        let words: Range<Int>
        let isAfterGap: Bool
    }

    let topics: [String]
    private(set) var entries: [Entry] = []
    // One array for all phrases, for they are looked at by the million.
    private(set) var slots: [Slot] = []
    private(set) var slotWords: [Int32] = []
    /// The phrases that begin with each word, by its number.
    private(set) var entriesByFirst: [[Int32]] = []

    private var numberOfStem: [[UInt8]: Int32] = [:]
    private var numberOfWord: [[UInt8]: Int32] = [:]
    private var numberOfBeginning: [[UInt8]: Int32] = [:]
    private var lengthsOfBeginnings: [Int] = []
    private var stemOfForm: [[UInt8]: [UInt8]] = [:]
    private let fillers: Set<[UInt8]>
    private let smallWords: Set<[UInt8]>

    /// That of the standard lexicon, which takes a while to make and is always the same.
    static let standard = PhraseBook(.standard)

    init(_ lexicon: Lexicon) {
        topics = lexicon.topics.map(\.topic)
        var stemOfForm: [[UInt8]: [UInt8]] = [:]
        for form in lexicon.forms {
            for look in form.looks { stemOfForm[Self.stem(look)] = Self.stem(form.word) }
        }
        func canonical(_ word: String) -> [UInt8] { stemOfForm[Self.stem(word)] ?? Self.stem(word) }
        fillers = Set(lexicon.fillers.map(canonical))
        smallWords = fillers.union(lexicon.smallWords.map(canonical))
        self.stemOfForm = stemOfForm
        for phrase in lexicon.idioms { add(phrase, .idiom) }
        for phrase in lexicon.denials { add(phrase, .denial) }
        for (number, entry) in lexicon.topics.enumerated() {
            for phrase in entry.phrases { add(phrase, .topic(number)) }
        }
        lengthsOfBeginnings = Set(numberOfBeginning.keys.map(\.count)).sorted()
    }

    private static func stem(_ word: String) -> [UInt8] { Stem.of(Array(word.lowercased().utf8)) }

    private mutating func add(_ phrase: Phrase, _ meaning: Meaning) {
        let start = slots.count
        for slot in phrase.slots {
            let words = slot.words.map { number(of: $0) }
            if slots.count == start {
                for word in Set(words) { entriesByFirst[Int(word)].append(Int32(entries.count)) }
            }
            slots.append(
                Slot(words: slotWords.count..<slotWords.count + words.count, isAfterGap: slot.isAfterGap))
            slotWords += words
        }
        entries.append(Entry(meaning: meaning, slots: start..<slots.count))
    }

    private mutating func number(of word: Phrase.Word) -> Int32 {
        let next = Int32(entriesByFirst.count)
        let number: Int32
        switch word {
        case .stem(let stem):
            let stem = stemOfForm[stem] ?? stem
            number = numberOfStem[stem] ?? next
            numberOfStem[stem] = number
        case .exact(let word):
            number = numberOfWord[word] ?? next
            numberOfWord[word] = number
        case .beginning(let beginning):
            number = numberOfBeginning[beginning] ?? next
            numberOfBeginning[beginning] = number
        }
        if number == next { entriesByFirst.append([]) }
        return number
    }

    // MARK: Looking up

    /// What the lexicon knows of a word.
    struct Word {
        /// What it is compared by.
        let stem: [UInt8]
        /// The lexicon's words that it is, by their numbers.
        let numbers: [Int32]
        let isFiller: Bool
        let isSmall: Bool
    }

    /// - Parameter word: in small letters.
    func look(up word: [UInt8]) -> Word {
        let own = Stem.of(word)
        let stem = stemOfForm[own] ?? own
        var numbers: [Int32] = []
        if let number = numberOfStem[stem] { numbers.append(number) }
        if let number = numberOfWord[word] { numbers.append(number) }
        for length in lengthsOfBeginnings where length <= word.count {
            if let number = numberOfBeginning[Array(word[..<length])] { numbers.append(number) }
        }
        return Word(
            stem: stem, numbers: numbers, isFiller: fillers.contains(stem), isSmall: smallWords.contains(stem)
        )
    }
}
