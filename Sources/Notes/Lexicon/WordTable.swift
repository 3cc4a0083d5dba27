internal import Markup

/// A table of all distinct words, each of which is looked up in the phrase book only once.
///
/// A notebook repeats its words, so that reading a word costs little more than hashing it.
struct WordTable {
    struct Entry {
        /// The number of the word's stem. Two words are compared by it.
        let stem: Int32
        /// The range in `numbers` of the lexicon's words that fit the word.
        let numbers: Range<Int32>
        let isFiller: Bool
        let isSmall: Bool
        let isAdvice: Bool
        let isTurn: Bool
        let isDenial: Bool
    }

    private let book: PhraseBook
    private(set) var entries: [Entry] = []
    private(set) var numbers: [PhraseBook.WordNumber] = []
    /// The words of ASCII letters, and the entry of each, by the number of the word.
    private var words = KnownBytes()
    private var entryOfWord: [Int] = []
    /// The entries of words with letters outside ASCII, which can be encoded in several ways.
    private var entryOfWideWord: [String: Int] = [:]
    private var stems = KnownBytes()
    /// The first word that was met with each stem.
    private(set) var wordOfStem: [String] = []

    init(_ book: PhraseBook) {
        self.book = book
    }

    /// Returns the number of a word's entry.
    mutating func entry(of word: [UInt8]) -> Int {
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
                isFiller: found.isFiller, isSmall: found.isSmall, isAdvice: found.isAdvice,
                isTurn: found.isTurn, isDenial: found.isDenial))
        return entries.count - 1
    }

    /// Returns whether a word fits a slot of a phrase.
    func fits(_ slot: PhraseBook.Slot, _ entry: Entry) -> Bool {
        for index in entry.numbers {
            for word in slot.words where book.slotWords[word] == numbers[Int(index)] { return true }
        }
        return false
    }
}
