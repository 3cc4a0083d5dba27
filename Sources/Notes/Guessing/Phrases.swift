/// Some phrases that may stand in a text, kept by their first words.
///
/// So a text is looked through once, however many phrases there are. Texts are given by their words in small
/// letters.
struct Phrases: ExpressibleByArrayLiteral {
    /// The words after the first, of each phrase that begins with a word.
    private let endings: [String: [ArraySlice<String>]]

    init(arrayLiteral phrases: String...) {
        let words = phrases.map { $0.split(separator: " ").map(String.init) }
        endings = Dictionary(grouping: words) { $0.first ?? "" }.mapValues { $0.map { $0.dropFirst() } }
    }

    /// Returns whether one of the phrases stands in a text.
    func stand(in words: [String]) -> Bool { index(in: words) != nil }

    /// Returns whether a text begins with one of the phrases.
    func begin(_ words: [String]) -> Bool { length(atBeginningOf: words[...]) != nil }

    /// Returns the index of the word at which the first of the phrases begins; nil if none stands in the text.
    func index(in words: [String]) -> Int? {
        words.indices.first { length(atBeginningOf: words[$0...]) != nil }
    }

    /// Returns how many words the longest phrase has with which a text begins; nil if it begins with none.
    func length(atBeginningOf words: ArraySlice<String>) -> Int? {
        guard let first = words.first, let endings = endings[first] else { return nil }
        let rest = words.dropFirst()
        return endings.lazy.filter { rest.starts(with: $0) }.map { $0.count + 1 }.max()
    }
}
