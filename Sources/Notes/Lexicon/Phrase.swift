internal import Markup

/// A phrase of the lexicon: several words in order.
///
/// For each there may be a choice of words.
package struct Phrase: Sendable, Equatable {
    package struct Word: Sendable, Equatable {
        package enum Kind: Sendable {
            case stem
            /// The word exactly as it is.
            case exact
            /// The beginning of a word.
            case beginning
        }

        package let kind: Kind
        /// The range of the word in the letters of the phrase.
        package let letters: Range<Int>
        /// Whether the word is a choice in place of the word before it.
        package let isChoice: Bool
        /// Whether other words may stand before this one.
        package let isAfterGap: Bool
    }

    /// Why a text is not a phrase.
    package enum Problem: Error, Sendable {
        case empty
        /// The phrase begins or ends with a gap.
        case openGap
        /// One of the choices for a word is more than one word.
        case severalWords(String)

        package var description: String {
            switch self {
            case .empty: "has no word in it"
            case .openGap: "begins or ends with a gap; `…` stands between words"
            case .severalWords(let text):
                "has \"\(text)\" as a choice, which is more than one word; write a phrase for each"
            }
        }
    }

    package private(set) var words: [Word] = []
    /// The letters of all words, one word after the other.
    package private(set) var letters: [UInt8] = []
    /// Whether the phrase is from the notebook's own lexicon.
    package var isOwn = false

    package init(_ text: String) throws(Problem) {
        let text = Self.smallLetters(text)
        letters.reserveCapacity(text.count)
        words.reserveCapacity(Self.usualWords)
        var isAfterGap = false
        var at = 0
        while let part = text.span.word(from: at) {
            at = part.upperBound
            let isGap = text.span.has("…", at: part.lowerBound) || text.span.has("...", at: part.lowerBound)
            if part.count == 3, isGap {
                if words.isEmpty { throw .openGap }
                isAfterGap = true
                continue
            }
            try addChoices(text, part, isAfterGap: isAfterGap)
            isAfterGap = false
        }
        if words.isEmpty { throw .empty }
        if isAfterGap { throw .openGap }
    }

    /// How many words most phrases have at most, with their choices.
    private static let usualWords = 6

    /// Adds a word of the phrase, or several words of which one is chosen.
    private mutating func addChoices(_ text: [UInt8], _ part: Range<Int>, isAfterGap: Bool) throws(Problem) {
        let first = words.count
        var choices = 0
        var severalWords: Range<Int>?
        var at = part.lowerBound
        while at < part.upperBound {
            let end = text.span.firstIndex(of: .ascii("/"), in: at..<part.upperBound) ?? part.upperBound
            if end > at {
                let known = words.count
                addWords(text, at..<end, isChoice: choices > 0, isAfterGap: isAfterGap)
                choices += 1
                if words.count != known + 1, severalWords == nil { severalWords = at..<end }
            }
            at = end + 1
        }
        // "long-winded" is two words, one after the other.
        if choices == 1, words.count > first { return }
        if let severalWords { throw .severalWords(String(decoding: text[severalWords], as: UTF8.self)) }
        if choices == 0 { throw .empty }
    }

    private mutating func addWords(_ text: [UInt8], _ range: Range<Int>, isChoice: Bool, isAfterGap: Bool) {
        let isExact = text[range.lowerBound] == .ascii("=")
        let isBeginning = !isExact && text[range.upperBound - 1] == .ascii("*")
        let core = text[range.lowerBound + (isExact ? 1 : 0)..<range.upperBound - (isBeginning ? 1 : 0)]
        let kind = isExact ? Word.Kind.exact : .stem
        if !core.isEmpty, core.span.isPlainWord {
            add(core, isBeginning ? .beginning : kind, isChoice: isChoice, isAfterGap: isAfterGap)
            return
        }
        var all: [[UInt8]] = []
        var splitter = Words()
        splitter.split(Array(core)) { word, _, _ in all.append(word) }
        for (number, word) in all.enumerated() {
            let isLast = number == all.count - 1
            add(
                word[...], isBeginning && isLast ? .beginning : kind, isChoice: isChoice,
                isAfterGap: isAfterGap && number == 0)
        }
    }

    private mutating func add(_ word: ArraySlice<UInt8>, _ kind: Word.Kind, isChoice: Bool, isAfterGap: Bool)
    {
        let start = letters.count
        letters += word
        if kind == .stem { Stem.cut(&letters, from: start) }
        words.append(
            Word(kind: kind, letters: start..<letters.count, isChoice: isChoice, isAfterGap: isAfterGap))
    }

    private static func smallLetters(_ text: String) -> [UInt8] {
        // Nearly all phrases are in small letters of ASCII, but for the sign of a gap.
        let isSmall = text.withBytes { bytes in
            var at = 0
            while at < bytes.count {
                let byte = bytes[at]
                if byte >= 0x80 {
                    guard bytes.has("…", at: at) else { return false }
                    at += 3
                } else {
                    if byte.lowercased != byte { return false }
                    at += 1
                }
            }
            return true
        }
        return Array(isSmall ? text.utf8 : text.lowercased().utf8)
    }
}

extension Span<UInt8> {
    /// Whether all bytes are letters and digits of ASCII.
    fileprivate var isPlainWord: Bool {
        for at in 0..<count where !self[at].isLetter && !self[at].isDigit { return false }
        return true
    }
}
