internal import Markup

/// The words of an action or of a checklist's item, in a form that another tool's changes do not affect.
///
/// Only letters and digits count, because tools wrap lines anew, bend quotes, and add or remove backslashes.
package struct ItemWords: Hashable {
    /// The letters and digits of all words.
    package private(set) var letters: [UInt8] = []
    /// For each word, how many of the letters come before it, and where in the text it stands.
    private var words: [(letters: Int, range: Range<Int>)] = []

    package init(_ text: ArraySlice<UInt8>) {
        let bytes = text.span
        var at = 0
        while let word = bytes.word(from: at) {
            words.append((letters.count, word))
            Self.addLetters(of: bytes.extracting(word), to: &letters)
            at = word.upperBound
        }
    }

    package init(_ text: String) {
        self.init(Array(text.utf8)[...])
    }

    private static func addLetters(of word: Span<UInt8>, to letters: inout [UInt8]) {
        var at = 0
        while at < word.count {
            let byte = word[at]
            // These are bent quotes, dashes and ellipses.
            if byte == 0xE2, at + 2 < word.count, word[at + 1] == 0x80 {
                at += 3
                continue
            }
            if byte.isLetter || byte.isDigit || byte >= 0x80 { letters.append(byte) }
            at += 1
        }
    }

    /// How many words have a letter or a digit.
    package var count: Int {
        zip(words, words.dropFirst().map(\.letters) + [letters.count]).count { $0.letters < $1 }
    }

    /// The letters and digits of each word that has any.
    package var each: [ArraySlice<UInt8>] {
        let ends = words.dropFirst().map(\.letters) + [letters.count]
        return zip(words, ends).map { letters[$0.letters..<$1] }.filter { !$0.isEmpty }
    }

    /// Returns where these words go on after others that they begin with; nil if they begin otherwise.
    package func end(of others: ItemWords) -> Int? {
        guard letters.starts(with: others.letters) else { return nil }
        if let next = words.first(where: { $0.letters >= others.letters.count }) {
            return next.letters == others.letters.count ? next.range.lowerBound : nil
        }
        guard letters.count == others.letters.count else { return nil }
        return words.last?.range.upperBound ?? 0
    }

    /// Returns where others begin that are the last of these words; nil if these end otherwise.
    package func start(ofLast others: ItemWords) -> Int? {
        guard !others.letters.isEmpty, letters.count >= others.letters.count else { return nil }
        let before = letters.count - others.letters.count
        guard letters[before...].elementsEqual(others.letters) else { return nil }
        return words.first { $0.letters == before }?.range.lowerBound
    }

    package static func == (a: ItemWords, b: ItemWords) -> Bool { a.letters == b.letters }

    package func hash(into hasher: inout Hasher) { hasher.combine(letters) }
}

/// The words of an action, as the note writes them and as a list writes them.
package struct ActionWords {
    private let plain: ItemWords
    /// The words with markdown's escapes, which may contain letters.
    private let escaped: ItemWords
    /// How many boxes its own text begins with.
    package let boxCount: Int

    package init(_ text: String) {
        plain = ItemWords(text)
        var bytes: [UInt8] = []
        text.withBytes { MarkdownEscape.appendWords(of: $0, to: &bytes) }
        escaped = ItemWords(bytes[...])
        boxCount = ListedBox.all(inFrontOf: Array(text.utf8)[...]).count
    }

    package var letters: [UInt8] { plain.letters }
    package var count: Int { plain.count }
    package var each: [ArraySlice<UInt8>] { plain.each }

    /// Returns where these words end in a text that begins with them.
    package func end(in text: ItemWords) -> Int? { text.end(of: plain) ?? text.end(of: escaped) }

    /// Returns where these words begin in a text that ends with them.
    package func start(atEndOf text: ItemWords) -> Int? {
        text.start(ofLast: plain) ?? text.start(ofLast: escaped)
    }
}
