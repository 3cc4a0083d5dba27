internal import Markup

extension String {
    /// The text without the quotation marks, marks of emphasis and brackets that close at its end.
    package var withoutClosingMarks: Substring {
        var text = self[...]
        while let last = text.last, "\"”*_)".contains(last) { text.removeLast() }
        return text
    }

    /// Returns the words of a sentence in small letters, with plain apostrophes.
    package var sentenceWords: [String] {
        let text = lowercased()
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            return text.utf8.split { !$0.isLetter && !$0.isDigit && $0 != .ascii("'") }.map {
                String(Substring($0))
            }
        }
        return text.replacing("’", with: "'").split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(
            String.init)
    }
}
