internal import Markup

/// The words of an action or of a checklist's item, so that they can be compared whatever another tool has made of
/// them: letters and digits alone count, for lines are wrapped anew, quotes bent, and backslashes come and go.
struct ItemWords: Hashable {
    /// The letters and digits of all words.
    private var letters: [UInt8] = []
    /// How many of them stand in front of each word, and whether the word is a topic or a date.
    private var words: [(start: Int, isAdded: Bool)] = []

    init(_ texts: ArraySlice<UInt8>...) {
        for text in texts {
            let bytes = text.span
            var at = 0
            while let word = bytes.word(from: at) {
                add(bytes.extracting(word))
                at = word.upperBound
            }
        }
    }

    init(_ text: String) {
        self.init(Array(text.utf8)[...])
    }

    private mutating func add(_ word: Span<UInt8>) {
        words.append((letters.count, Self.isAdded(word)))
        var at = 0
        while at < word.count {
            let byte = word[at]
            // A bent quote, a dash, an ellipsis.
            if byte == 0xE2, at + 2 < word.count, word[at + 1] == 0x80 {
                at += 3
                continue
            }
            if byte.isLetter || byte.isDigit || byte >= 0x80 { letters.append(byte) }
            at += 1
        }
    }

    /// Whether a word may be one of those after the text in a list's line: a topic or a date.
    private static func isAdded(_ word: Span<UInt8>) -> Bool {
        var start = 0
        while start < word.count, word[start] == .ascii("\\") { start += 1 }
        let bytes = word.extracting(start..<word.count)
        if !bytes.isEmpty, bytes[0] == .ascii("#") { return true }
        let names: [StaticString] = ["due:", "scheduled:", "done:", "dropped:"]
        return names.contains { name in
            bytes.has(name, at: 0) && CalendarDate(ascii: bytes, at: name.utf8CodeUnitCount) != nil
        }
    }

    /// Whether these are an action's words, and perhaps topics and dates after them.
    func say(_ action: ItemWords) -> Bool {
        guard letters.starts(with: action.letters) else { return false }
        var count = letters.count
        for word in words.reversed() where count > action.letters.count {
            guard word.isAdded else { return false }
            count = word.start
        }
        return count == action.letters.count
    }

    /// These words, and what is left of them without the last that may be a topic or a date, and so on.
    var withoutAdded: [ItemWords] {
        var all = [self]
        while var next = all.last, let word = next.words.popLast(), word.isAdded, all.count < Self.mostAdded {
            next.letters.removeSubrange(word.start...)
            all.append(next)
        }
        return all
    }

    /// A line of ours has seldom more topics and dates than this.
    private static let mostAdded = 32

    static func == (a: ItemWords, b: ItemWords) -> Bool { a.letters == b.letters }

    func hash(into hasher: inout Hasher) { hasher.combine(letters) }
}
