internal import Markup

/// A lexicon in a form that is ready for looking up phrases.
///
/// Its words are numbers, and each knows the phrases that begin with it.
package struct PhraseBook: Sendable {
    /// What a phrase means if it fits.
    package enum Meaning: Sendable, Equatable {
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

    package struct Entry: Sendable {
        package let meaning: Meaning
        /// The pack that the phrase belongs to; nil if the phrase applies to every note.
        package let pack: Int?
        /// Whether the phrase is from the notebook's own lexicon.
        package let isOwn: Bool
        /// The range in `slots` of the phrase's words.
        package let slots: Range<Int>
    }

    package struct Slot: Sendable {
        /// The range in `slotWords` of the numbers of the words that fit.
        package fileprivate(set) var words: Range<Int>
        package let isAfterGap: Bool
    }

    /// The number of a word of a phrase: three times the number of its letters, plus 0 for a stem, 1 for a
    /// whole word and 2 for a beginning.
    package typealias WordNumber = Int32

    package private(set) var topics: [String]
    /// The topics that cover more than one thing.
    package let broadTopics: [String]
    /// How words lean to topics, if the standard lexicon is used, and the numbers of those topics.
    package let leanings: Leanings?
    package private(set) var topicsOfLeanings: [Int] = []
    /// The names of the packs.
    package let packs: [String]
    package private(set) var entries: [Entry] = []
    // All phrases share one array, because they are looked at by the million.
    package private(set) var slots: [Slot] = []
    package private(set) var slotWords: [WordNumber] = []
    /// The numbers of the phrases in the order of their first words, and where the phrases of each word
    /// begin.
    private var entriesByFirst: [Int32] = []
    private var startsByFirst: [Int] = []
    /// The first words of the phrases, each with the number of its phrase.
    private var firsts: [(word: WordNumber, entry: Int32)] = []

    private var numberOfTopic: [Topic: Int] = [:]
    /// The letters of all words and stems, and what the lexicon says of each, by its number.
    private var letters = KnownBytes()
    private var senses: [Sense] = []
    private var lengthsOfBeginnings: [Int] = []
    /// The pairs of opposites that are about the amount of anything, each a bit.
    package private(set) var amountAxes: UInt64 = 0

    private struct Sense: Sendable {
        /// The stem that it counts as, if it is a stem itself.
        var form: Int?
        /// The stem that it counts as, if it is a whole word.
        ///
        /// "hardly" denies, but "hard" does not.
        var formOfWhole: Int?
        /// Whether a phrase has it as a stem, as a whole word, or as the beginning of words.
        var isStem = false
        var isExact = false
        var isBeginning = false
        /// What it is as a stem.
        var isFiller = false
        var isSmall = false
        /// What it is as a whole word.
        var isAdvice = false
        var isTurn = false
    }

    /// The phrase book of the standard lexicon.
    ///
    /// It takes a while to make and is always the same.
    package static let standard = PhraseBook(.standard)
    /// The words of the standard lexicon without its phrases.
    package static let standardWords = PhraseBook(.standardWords)

    package init(_ lexicon: Lexicon) {
        topics = lexicon.topics.map(\.topic)
        broadTopics = lexicon.broad
        packs = lexicon.packs.map(\.name)
        leanings = lexicon.hasLeanings ? .standard : nil
        addForms(lexicon.forms)
        for word in lexicon.fillers {
            let stem = number(ofStem: word)
            senses[stem].isFiller = true
            senses[stem].isSmall = true
        }
        for word in lexicon.smallWords { senses[number(ofStem: word)].isSmall = true }
        for word in lexicon.advice { senses[number(of: Self.letters(word).span)].isAdvice = true }
        for word in lexicon.turns { senses[number(of: Self.letters(word).span)].isTurn = true }
        for (number, topic) in topics.enumerated() { numberOfTopic[Topic(topic)] = number }
        addStances(lexicon)
        for (number, pack) in lexicon.packs.enumerated() { add(pack, number) }
        for phrase in lexicon.idioms { add(phrase, .idiom) }
        for phrase in lexicon.denials { add(phrase, .denial) }
        for (number, entry) in lexicon.topics.enumerated() {
            for phrase in entry.phrases { add(phrase, .topic(number)) }
        }
        lengthsOfBeginnings.sort()
        sortByFirst()
        topicsOfLeanings = leanings?.topics.map { numberOfTopic[Topic($0)] ?? -1 } ?? []
    }

    // MARK: Putting in

    private static func letters(_ word: String) -> [UInt8] { Array(word.lowercased().utf8) }

    /// Returns the number of some letters, and adds the letters if they are new.
    private mutating func number(of word: Span<UInt8>) -> Int {
        let number = letters.numberAdding(word)
        if number == senses.count { senses.append(Sense()) }
        return number
    }

    /// Returns the number of the stem that a word counts as.
    private mutating func number(ofStem word: String) -> Int {
        let stem = number(of: Stem.of(Self.letters(word)).span)
        return senses[stem].form ?? stem
    }

    private mutating func addForms(_ forms: [Lexicon.Form]) {
        for form in forms {
            let stem = number(of: Stem.of(Self.letters(form.word)).span)
            for look in form.looks.map(Self.letters) {
                if look.suffix(2).elementsEqual("ly".utf8) {
                    senses[number(of: look.span)].formOfWhole = stem
                } else {
                    senses[number(of: Stem.of(look).span)].form = stem
                }
            }
        }
    }

    private mutating func addStances(_ lexicon: Lexicon) {
        for phrase in lexicon.praise { add(phrase, .praise) }
        for phrase in lexicon.faults { add(phrase, .fault) }
        for phrase in lexicon.wishes { add(phrase, .longing) }
        for (axis, opposites) in lexicon.opposites.enumerated() {
            if opposites.name == Lexicon.Opposites.amount { amountAxes |= 1 << UInt64(axis) }
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

    private mutating func add(_ phrase: Phrase, _ meaning: Meaning, of pack: Int? = nil) {
        let firstSlot = slots.count
        for word in phrase.words {
            let number = number(of: word, phrase)
            let end = slotWords.count
            if !word.isChoice { slots.append(Slot(words: end..<end, isAfterGap: word.isAfterGap)) }
            let first = slots[slots.count - 1].words.lowerBound
            if slots.count == firstSlot + 1, !slotWords[first...].contains(number) {
                firsts.append((number, Int32(truncatingIfNeeded: entries.count)))
            }
            slotWords.append(number)
            slots[slots.count - 1].words = first..<end + 1
        }
        entries.append(
            Entry(meaning: meaning, pack: pack, isOwn: phrase.isOwn, slots: firstSlot..<slots.count))
    }

    private mutating func number(of word: Phrase.Word, _ phrase: Phrase) -> WordNumber {
        let own = number(of: phrase.letters.span.extracting(word.letters))
        switch word.kind {
        case .stem:
            let stem = senses[own].form ?? own
            senses[stem].isStem = true
            return Self.stem(stem)
        case .exact:
            senses[own].isExact = true
            return Self.exact(own)
        case .beginning:
            senses[own].isBeginning = true
            if !lengthsOfBeginnings.contains(word.letters.count) {
                lengthsOfBeginnings.append(word.letters.count)
            }
            return Self.beginning(own)
        }
    }

    private static func stem(_ number: Int) -> WordNumber { Int32(truncatingIfNeeded: number * 3) }
    private static func exact(_ number: Int) -> WordNumber { stem(number) + 1 }
    private static func beginning(_ number: Int) -> WordNumber { stem(number) + 2 }

    /// Puts the phrases in the order of their first words.
    ///
    /// It counts the phrases of each word, and then gives each phrase its place.
    private mutating func sortByFirst() {
        var counts = Array(repeating: 0, count: senses.count * 3 + 1)
        for first in firsts { counts[Int(first.word) + 1] += 1 }
        for word in counts.indices.dropFirst() { counts[word] += counts[word - 1] }
        startsByFirst = counts
        entriesByFirst = Array(repeating: 0, count: firsts.count)
        for first in firsts {
            entriesByFirst[counts[Int(first.word)]] = first.entry
            counts[Int(first.word)] += 1
        }
        firsts = []
    }

    // MARK: Looking up

    /// Returns the numbers of the phrases that begin with a word.
    package func entries(beginningWith word: WordNumber) -> ArraySlice<Int32> {
        entriesByFirst[startsByFirst[Int(word)]..<startsByFirst[Int(word) + 1]]
    }

    /// What the lexicon knows of a word.
    package struct Word {
        /// The stem by which words are compared.
        package let stem: [UInt8]
        /// The lexicon's words that it is.
        package var numbers: [WordNumber] = []
        package var isFiller = false
        package var isSmall = false
        package var isAdvice = false
        package var isTurn = false
        package let isDenial: Bool
    }

    /// The word of which all words that deny are forms.
    private static let denial = Array("not".utf8)

    /// Returns what the lexicon knows of a word in small letters.
    package func look(up word: [UInt8]) -> Word {
        let own = Stem.of(word)
        let wholeNumber = letters.number(of: word.span)
        let ownNumber = letters.number(of: own.span)
        let form = wholeNumber.flatMap { senses[$0].formOfWhole } ?? ownNumber.flatMap { senses[$0].form }
        let stem = form.map { letters.bytes(ofNumber: $0) } ?? own
        var found = Word(stem: stem, isDenial: stem.isSame(as: Self.denial))
        if let number = form ?? ownNumber {
            if senses[number].isStem { found.numbers.append(Self.stem(number)) }
            found.isFiller = senses[number].isFiller
            found.isSmall = senses[number].isSmall
        }
        if let wholeNumber {
            if senses[wholeNumber].isExact { found.numbers.append(Self.exact(wholeNumber)) }
            found.isAdvice = senses[wholeNumber].isAdvice
            found.isTurn = senses[wholeNumber].isTurn
        }
        for length in lengthsOfBeginnings where length <= word.count {
            if let number = letters.number(of: word.span.extracting(first: length)),
                senses[number].isBeginning
            {
                found.numbers.append(Self.beginning(number))
            }
        }
        return found
    }
}
