internal import Markup

/// A phrase of the lexicon: several words in order. For each there may be a choice of words.
struct Phrase: Sendable, Equatable {
    enum Word: Hashable, Sendable {
        case stem([UInt8])
        /// The word exactly as it is.
        case exact([UInt8])
        /// The beginning of a word.
        case beginning([UInt8])
    }

    struct Slot: Sendable, Equatable {
        /// The words of which any one fits.
        var words: [Word]
        /// Whether other words may stand before this one.
        var isAfterGap: Bool
    }

    /// Why a text is not a phrase.
    enum Problem: Error, Sendable {
        case empty
        /// The phrase begins or ends with a gap.
        case openGap
        /// One of the choices for a word is more than one word.
        case severalWords(String)

        var description: String {
            switch self {
            case .empty: "has no word in it"
            case .openGap: "begins or ends with a gap; `…` stands between words"
            case .severalWords(let text):
                "has \"\(text)\" as a choice, which is more than one word; write a phrase for each"
            }
        }
    }

    let slots: [Slot]

    init(_ text: String) throws(Problem) {
        let bytes = Self.smallLetters(text)
        var slots: [Slot] = []
        var isAfterGap = false
        var at = 0
        while let word = bytes.span.word(from: at) {
            at = word.upperBound
            let part = bytes[word]
            if part.count == 3, part.elementsEqual("…".utf8) || part.elementsEqual("...".utf8) {
                if slots.isEmpty { throw .openGap }
                isAfterGap = true
                continue
            }
            let choices = part.contains(.ascii("/")) ? part.split(separator: .ascii("/")) : [part]
            if choices.count == 1, let only = choices.first, case let words = Self.words(only),
                words.count > 1
            {
                // "long-winded" is two words, one after the other.
                for word in words {
                    slots.append(Slot(words: [word], isAfterGap: isAfterGap))
                    isAfterGap = false
                }
                continue
            }
            var words: [Word] = []
            for choice in choices {
                let found = Self.words(choice)
                if found.count != 1 { throw .severalWords(String(decoding: choice, as: UTF8.self)) }
                words += found
            }
            if words.isEmpty { throw .empty }
            slots.append(Slot(words: words, isAfterGap: isAfterGap))
            isAfterGap = false
        }
        if slots.isEmpty { throw .empty }
        if isAfterGap { throw .openGap }
        self.slots = slots
    }

    private static func smallLetters(_ text: String) -> [UInt8] {
        let bytes = text.utf8.map { $0.lowercased }
        // Nearly all characters outside ASCII are the sign of a gap, which does not change in small letters.
        let hasOthers = bytes.contains { $0 >= 0x80 && !"…".utf8.contains($0) }
        return hasOthers ? Array(text.lowercased().utf8) : bytes
    }

    private static func words(_ text: ArraySlice<UInt8>) -> [Word] {
        let isExact = text.first == .ascii("=")
        let isBeginning = !isExact && text.last == .ascii("*")
        let core = text.dropFirst(isExact ? 1 : 0).dropLast(isBeginning ? 1 : 0)
        if !core.isEmpty, core.allSatisfy({ $0.isLetter || $0.isDigit }) {
            let word = Array(core)
            return [isExact ? .exact(word) : isBeginning ? .beginning(word) : .stem(Stem.of(word))]
        }
        var all: [[UInt8]] = []
        var words = Words()
        words.split(Array(core)) { word, _, _ in all.append(word) }
        if isExact { return all.map { .exact($0) } }
        guard isBeginning, let last = all.popLast() else { return all.map { .stem(Stem.of($0)) } }
        return all.map { .stem(Stem.of($0)) } + [.beginning(last)]
    }
}
