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
    private(set) var numbers: [Int32] = []
    private var entryOfWord: [WordBytes: Int32] = [:]
    /// The entries of words with letters outside ASCII, which can be encoded in several ways.
    private var entryOfWideWord: [String: Int32] = [:]
    private var numberOfStem: [WordBytes: Int32] = [:]

    init(_ book: PhraseBook) {
        self.book = book
    }

    /// The first word that was met with each stem.
    private(set) var wordOfStem: [String] = []

    /// Returns the number of a word's entry.
    mutating func entry(of word: [UInt8]) -> Int32 {
        let bytes = WordBytes(word)
        if let known = entryOfWord[bytes] { return known }
        let text = String(decoding: word, as: UTF8.self)
        if Encoding.isASCII(word.span) {
            let number = add(text, lookedUpAs: word)
            entryOfWord[bytes] = number
            return number
        }
        if let known = entryOfWideWord[text] { return known }
        let number = add(text, lookedUpAs: Array(text.lowercased().utf8))
        entryOfWideWord[text] = number
        return number
    }

    private mutating func add(_ text: String, lookedUpAs word: [UInt8]) -> Int32 {
        let found = book.look(up: word)
        let stem = numberOfStem[WordBytes(found.stem)] ?? Int32(wordOfStem.count)
        if Int(stem) == wordOfStem.count {
            numberOfStem[WordBytes(found.stem)] = stem
            wordOfStem.append(text.lowercased())
        }
        let first = Int32(numbers.count)
        numbers += found.numbers
        entries.append(
            Entry(
                stem: stem, numbers: first..<Int32(numbers.count), isFiller: found.isFiller,
                isSmall: found.isSmall, isAdvice: found.isAdvice, isTurn: found.isTurn,
                isDenial: found.isDenial))
        return Int32(entries.count - 1)
    }

    /// Returns whether a word fits a slot of a phrase.
    func fits(_ slot: PhraseBook.Slot, _ entry: Entry) -> Bool {
        for index in entry.numbers {
            for word in slot.words where book.slotWords[word] == numbers[Int(index)] { return true }
        }
        return false
    }
}
