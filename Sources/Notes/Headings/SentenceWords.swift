extension String {
    /// Returns the words of a sentence in small letters, with plain apostrophes.
    package var sentenceWords: [String] {
        lowercased().replacing("’", with: "'").split { !$0.isLetter && !$0.isNumber && $0 != "'" }
            .map(String.init)
    }
}
