internal import Markup

/// Tells quickly that a text has none of some words.
///
/// Most texts have none of them.
///
/// The filter looks only at runs of ASCII letters, so that it may pass a text without any of the words. It
/// never rejects a text that has one of them in the sense of `HeadingWords`.
package struct WordFilter: Sendable {
    /// The first eight letters of each word as one number, in alphabetical order.
    private let words: [UInt64]
    /// The range in `words` of the words that begin with each letter.
    private var ranges: [Range<Int>] = Array(repeating: 0..<0, count: 26)
    /// Whether every text passes, because one of the words does not begin with a letter.
    private let passesAll: Bool
    /// The words that also pass with one slip.
    private let misspelt: [StaticString]

    /// Makes a filter.
    ///
    /// - Parameters:
    ///   - words: the words in small letters.
    ///   - misspelt: the words that also pass with one slip.
    package init(_ words: some Sequence<String>, misspelt: [StaticString] = []) {
        // Words with other letters are left out. A text of ASCII does not have them, and every other text
        // passes.
        let plain = words.filter { word in word.utf8.allSatisfy { $0 < 0x80 } }
        passesAll = plain.contains { $0.utf8.first.map(\.isLetter) != true }
        self.words = Set(plain.map { Self.number(of: $0.utf8.prefix(while: \.isLetter)) }).sorted()
        for (index, word) in self.words.enumerated() where !passesAll {
            let letter = Int(word >> 56) - 0x61
            let first = ranges[letter].isEmpty ? index : ranges[letter].lowerBound
            ranges[letter] = first..<index + 1
        }
        self.misspelt = misspelt
    }

    private static func number(of letters: some Sequence<UInt8>) -> UInt64 {
        var number: UInt64 = 0
        for (index, letter) in letters.prefix(8).enumerated() {
            number |= UInt64(letter) << UInt64(56 - 8 * index)
        }
        return number
    }

    /// Returns whether one of the words may stand in a text.
    package func passes(_ text: Span<UInt8>) -> Bool {
        if passesAll { return true }
        var at = 0
        while at < text.count {
            if text[at] >= 0x80 { return true }
            guard text[at].isLetter else {
                at += 1
                continue
            }
            let start = at
            var number: UInt64 = 0
            var shift = 56
            while at < text.count, text[at].isLetter {
                // From the ninth letter on, the shift leaves nothing of a letter.
                number |= UInt64(text[at] | 0x20) << shift
                shift -= 8
                at += 1
            }
            if has(number) || goesOnAfterMarks(text, at) { return true }
            if !misspelt.isEmpty, mayBeMisspelt(text, start..<at) { return true }
        }
        return false
    }

    private func has(_ number: UInt64) -> Bool {
        for index in ranges[Int(number >> 56) - 0x61] where words[index] == number { return true }
        return false
    }

    /// Returns whether a word goes on after marks that `HeadingWords` drops.
    private func goesOnAfterMarks(_ text: Span<UInt8>, _ end: Int) -> Bool {
        var at = end
        while at < text.count {
            switch text[at] {
            case .ascii("*"), .ascii("`"), .ascii("="), .ascii("~"), .ascii("["), .ascii("]"): at += 1
            default: return at > end && text[at].isLetter
            }
        }
        return false
    }

    private func mayBeMisspelt(_ text: Span<UInt8>, _ run: Range<Int>) -> Bool {
        misspelt.contains { word in
            word.withUTF8Buffer { letters in
                let first = unsafe letters[0]
                guard text[run.lowerBound] | 0x20 == first else { return false }
                // A digit or a sign within the word may be the slip.
                if run.upperBound < text.count, !text[run.upperBound].isWhiteSpace { return true }
                guard abs(run.count - letters.count) <= 1 else { return false }
                let common = min(run.count, letters.count)
                var same = 0
                while same < common, unsafe text[run.lowerBound + same] | 0x20 == letters[same] { same += 1 }
                var last = 0
                while last < common - same,
                    unsafe text[run.upperBound - 1 - last] | 0x20 == letters[letters.count - 1 - last]
                {
                    last += 1
                }
                // Two swapped letters are one slip.
                return same + last + 2 >= letters.count
            }
        }
    }
}
