internal import Markup

/// A table of all distinct words, each of which is looked up in the phrase book only once.
///
/// A notebook repeats its words, so that reading a word costs little more than hashing it.
package struct WordTable {
    package struct Entry {
        /// The number of the word's stem.
        ///
        /// Two words are compared by it.
        package let stem: Int32
        /// The range in `numbers` of the lexicon's words that fit the word.
        package let numbers: Range<Int32>
        /// The number of the stem among the words that lean to a topic; -1 if it does not.
        package let leaning: Int32
        package let isFiller: Bool
        package let isSmall: Bool
        package let isAdvice: Bool
        package let isTurn: Bool
        package let isDenial: Bool
    }

    private let book: PhraseBook
    package private(set) var entries: [Entry] = []
    package private(set) var numbers: [PhraseBook.WordNumber] = []
    /// The words of ASCII letters, and the entry of each, by the number of the word.
    private var words = KnownBytes()
    private var entryOfWord: [Int] = []
    /// The entries of words with letters outside ASCII, which can be encoded in several ways.
    private var entryOfWideWord: [String: Int] = [:]
    private var stems = KnownBytes()
    /// The first word that was met with each stem.
    package private(set) var wordOfStem: [String] = []

    package init(_ book: PhraseBook) {
        self.book = book
    }

    /// Returns the number of a word's entry.
    package mutating func entry(of word: [UInt8]) -> Int {
        if let known = words.number(of: word.span) { return entryOfWord[known] }
        let text = String(decoding: word, as: UTF8.self)
        if Encoding.isASCII(word.span) {
            let entry = add(text, lookedUpAs: word)
            words.add(word.span)
            entryOfWord.append(entry)
            return entry
        }
        if let known = entryOfWideWord[text] { return known }
        let entry = add(text, lookedUpAs: Array(text.lowercased().utf8))
        entryOfWideWord[text] = entry
        return entry
    }

    private mutating func add(_ text: String, lookedUpAs word: [UInt8]) -> Int {
        let found = book.look(up: word)
        let stem = stems.numberAdding(found.stem.span)
        if stem == wordOfStem.count { wordOfStem.append(text.lowercased()) }
        let first = Int32(truncatingIfNeeded: numbers.count)
        numbers += found.numbers
        entries.append(
            Entry(
                stem: Int32(truncatingIfNeeded: stem),
                numbers: first..<Int32(truncatingIfNeeded: numbers.count),
                leaning: book.leanings?.number(of: found.stem.span) ?? -1,
                isFiller: found.isFiller, isSmall: found.isSmall, isAdvice: found.isAdvice,
                isTurn: found.isTurn, isDenial: found.isDenial))
        return entries.count - 1
    }

    /// Returns whether a word fits a slot of a phrase.
    package func fits(_ slot: PhraseBook.Slot, _ entry: Entry) -> Bool {
        for index in entry.numbers {
            for word in slot.words where book.slotWords[word] == numbers[Int(index)] { return true }
        }
        return false
    }
}
