internal import Markup

/// A phrase of the lexicon: words in their order, for which there may be a choice.
struct Phrase: Sendable, Equatable {
    enum Word: Hashable, Sendable {
        case stem([UInt8])
        /// The word as it is.
        case exact([UInt8])
        /// What a word begins with.
        case beginning([UInt8])
    }

    struct Slot: Sendable, Equatable {
        /// Any of these.
        var words: [Word]
        /// Whether other words may stand before it.
        var isAfterGap: Bool
    }

    /// Why a text is no phrase.
    enum Problem: Error, Sendable {
        case empty
        /// There is nothing that a gap could lie between.
        case openGap
        /// Of several words in one place, one is more than a word.
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
        var slots: [Slot] = []
        var isAfterGap = false
        for part in text.split(whereSeparator: \.isWhitespace) {
            if part == "…" || part == "..." {
                if slots.isEmpty { throw .openGap }
                isAfterGap = true
                continue
            }
            let choices = part.split(separator: "/").map { (text: String($0), words: Self.words($0)) }
            if choices.count == 1, let words = choices.first?.words, words.count > 1 {
                // "long-winded" is two words, one behind the other.
                for word in words {
                    slots.append(Slot(words: [word], isAfterGap: isAfterGap))
                    isAfterGap = false
                }
                continue
            }
            if let bad = choices.first(where: { $0.words.count != 1 }) { throw .severalWords(bad.text) }
            let words = choices.flatMap(\.words)
            if words.isEmpty { throw .empty }
            slots.append(Slot(words: words, isAfterGap: isAfterGap))
            isAfterGap = false
        }
        if slots.isEmpty { throw .empty }
        if isAfterGap { throw .openGap }
        self.slots = slots
    }

    private static func words(_ text: some StringProtocol) -> [Word] {
        var all: [[UInt8]] = []
        var words = Words()
        words.split(Array(text.lowercased().utf8)) { word, _, _ in all.append(word) }
        if text.hasPrefix("=") { return all.map { .exact($0) } }
        guard text.hasSuffix("*"), let last = all.popLast() else { return all.map { .stem(Stem.of($0)) } }
        return all.map { .stem(Stem.of($0)) } + [.beginning(last)]
    }
}
