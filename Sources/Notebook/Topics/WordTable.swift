internal import Markup

/// Every distinct word that was met, looked up once.
///
/// A notebook repeats its words, so that reading one costs little more than hashing it.
struct WordTable {
    struct Entry {
        /// The number of its stem: two words are compared by it.
        let stem: Int32
        /// The lexicon's words that it is: where they are in `numbers`.
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
    private var entryOfWord: [String: Int32] = [:]
    private var numberOfStem: [[UInt8]: Int32] = [:]

    init(_ book: PhraseBook) {
        self.book = book
    }

    /// The word that each stem was first met in.
    private(set) var wordOfStem: [String] = []

    /// The number of a word's entry.
    mutating func entry(of word: [UInt8]) -> Int32 {
        let key = String(decoding: word, as: UTF8.self)
        if let known = entryOfWord[key] { return known }
        let isASCII = word.allSatisfy { $0 < 0x80 }
        let found = book.look(up: isASCII ? word : Array(key.lowercased().utf8))
        let stem = numberOfStem[found.stem] ?? Int32(wordOfStem.count)
        if Int(stem) == wordOfStem.count {
            numberOfStem[found.stem] = stem
            wordOfStem.append(key.lowercased())
        }
        let first = Int32(numbers.count)
        numbers += found.numbers
        entries.append(
            Entry(
                stem: stem, numbers: first..<Int32(numbers.count), isFiller: found.isFiller,
                isSmall: found.isSmall, isAdvice: found.isAdvice, isTurn: found.isTurn,
                isDenial: found.isDenial))
        let number = Int32(entries.count - 1)
        entryOfWord[key] = number
        return number
    }

    /// Whether a word fits a place of a phrase.
    func fits(_ slot: PhraseBook.Slot, _ entry: Entry) -> Bool {
        for index in entry.numbers {
            for word in slot.words where book.slotWords[word] == numbers[Int(index)] { return true }
        }
        return false
    }
}
