internal import Markup

/// Splits a text into words in the form in which they are looked up: in small letters, and without what an
/// apostrophe cuts off.
///
/// A word is letters and digits of any script. "didn't" becomes the two words `did` and `not`, and "I'd" becomes
/// `i` and `would`. "you're" becomes `you`.
package struct Words {
    package init() {}

    /// What stands between a word and the one before it.
    package enum Boundary {
        case none
        /// A comma, a dash or a bracket.
        case clause
        /// The end of a sentence.
        case sentence
    }

    private var letters: [UInt8] = []
    /// The offset of the apostrophe in the word that is being read.
    private var apostrophe: Int?

    /// Calls a function with each word of a text.
    ///
    /// - Parameters:
    ///   - text: the bytes of the text.
    ///   - found: receives the word's bytes, its range in the text, and what stands before it.
    package mutating func split(_ text: [UInt8], found: (_ word: [UInt8], Range<Int>, Boundary) -> Void) {
        var boundary = Boundary.none
        var start = 0
        var at = 0
        letters.removeAll(keepingCapacity: true)
        apostrophe = nil
        while at < text.count {
            let byte = text[at]
            if byte.isLetter || byte.isDigit {
                if letters.isEmpty { start = at }
                letters.append(byte.lowercased)
                at += 1
                continue
            }
            let (kind, length) = Self.mark(text, at)
            switch kind {
            case .letter:
                if letters.isEmpty { start = at }
                letters.append(contentsOf: text[at..<at + length])
            case .apostrophe where !letters.isEmpty && apostrophe == nil: apostrophe = letters.count
            default:
                if end(start..<at, boundary, found) { boundary = .none }
                if kind == .sentence || kind == .clause && boundary == .none {
                    boundary = kind == .sentence ? .sentence : .clause
                }
            }
            at += length
        }
        _ = end(start..<at, boundary, found)
    }

    /// Ends the word that is being read.
    ///
    /// Returns false if there is none.
    private mutating func end(
        _ range: Range<Int>, _ boundary: Boundary, _ found: (_ word: [UInt8], Range<Int>, Boundary) -> Void
    ) -> Bool {
        defer {
            letters.removeAll(keepingCapacity: true)
            apostrophe = nil
        }
        if letters.isEmpty { return false }
        guard let apostrophe else {
            found(letters, range, boundary)
            return true
        }
        let tail = letters[apostrophe...]
        if tail.elementsEqual("t".utf8), letters[apostrophe - 1] == .ascii("n") {
            letters.removeSubrange((apostrophe - 1)...)
            if !letters.isEmpty { found(letters, range, boundary) }
            found(Array("not".utf8), range, letters.isEmpty ? boundary : .none)
            return true
        }
        // "I'd" and "we'd" wish for something more often than not.
        let isWish =
            tail.elementsEqual("d".utf8)
            && ["i", "we"].contains {
                letters[..<apostrophe].elementsEqual($0.utf8)
            }
        if ["", "s", "d", "m", "re", "ve", "ll"].contains(where: { tail.elementsEqual($0.utf8) }) {
            letters.removeSubrange(apostrophe...)
        }
        found(letters, range, boundary)
        if isWish { found(Array("would".utf8), range, .none) }
        return true
    }

    // MARK: Between words

    private enum Mark {
        case letter, apostrophe, blank, clause, sentence
    }

    private static func mark(_ text: [UInt8], _ at: Int) -> (Mark, length: Int) {
        let byte = text[at]
        if byte < 0x80 {
            switch byte {
            case .ascii("'"): return (.apostrophe, 1)
            case .ascii("."), .ascii("!"), .ascii("?"), .ascii(";"): return (.sentence, 1)
            case .ascii(","), .ascii(":"), .ascii("("), .ascii(")"): return (.clause, 1)
            default: return (.blank, 1)
            }
        }
        guard let (scalar, length) = UnicodeText.scalar(in: text.span, at: at) else { return (.blank, 1) }
        switch scalar {
        case "’": return (.apostrophe, length)
        case "–", "—", "，", "、": return (.clause, length)
        case "…", "。", "！", "？", "；": return (.sentence, length)
        default: return (TopicName.isLetter(scalar) ? .letter : .blank, length)
        }
    }
}
