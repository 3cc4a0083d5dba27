/// A line of a note, with where it stands, in which names and dates are looked for.
package struct NoteLine {
    package enum Place: Equatable {
        /// The file's name.
        case fileName
        /// The front matter.
        case front
        case heading
        /// Any other line, with how many lines with text stand above it.
        case line(Int)

        var name: String {
            switch self {
            case .fileName: "file"
            case .front: "front"
            case .heading: "head"
            case .line(let number): number < 6 ? "line\(number)" : "later"
            }
        }
    }

    /// The text without the marks of lists, quotes and headings.
    package let text: String
    let place: Place
    /// The words of the line above that ends in a colon or is bold.
    package let line: [String]
    /// The words of the heading above.
    package let heading: [String]

    package init(_ text: String, place: Place, line: [String] = [], heading: [String] = []) {
        (self.text, self.place, self.line, self.heading) = (text, place, line, heading)
    }
}

/// What can be seen of the words of a line, as short names.
///
/// `place=head` says where the line stands, `c=asked` is a word of it, `l=panel` and `h=feedback` are words of the line and
/// the heading above, `o=when` is a word of the label in front. `p=with` is the word in front of what is looked at, and
/// `a=asked` the one after it.
struct LineFeatures {
    let tokens: [NameToken]
    private let ofLine: Set<String>
    /// The number of tokens of the label in front of the text, with its colon; 0 without a label.
    private let label: Int
    private let ofLabel: [String]

    init(_ line: NoteLine) {
        tokens = NameToken.tokens(of: line.text)
        var ofLine: Set<String> = ["place=\(line.place.name)"]
        for word in line.line { ofLine.insert("l=\(word)") }
        for word in line.heading { ofLine.insert("h=\(word)") }
        for word in line.text.sentenceWords.prefix(Self.mostWords) { ofLine.insert("c=\(word)") }
        self.ofLine = ofLine
        label = Self.label(of: tokens)
        ofLabel = tokens[..<label].filter(\.isWord).map { "o=\($0.text.lowercased())" }
    }

    private static let mostWords = 25
    private static let (mostLabelWords, mostLabelTokens) = (5, 8)

    private static func label(of tokens: [NameToken]) -> Int {
        guard let colon = tokens.prefix(mostLabelTokens).firstIndex(where: { $0.text == ":" }),
            colon + 1 < tokens.count, tokens[..<colon].count(where: \.isWord) <= mostLabelWords
        else { return 0 }
        return colon + 1
    }

    /// Returns the tokens that stand in a range of the line's characters; nil if none does.
    func tokens(in range: Range<Int>) -> ClosedRange<Int>? {
        guard let first = tokens.firstIndex(where: { $0.range.upperBound > range.lowerBound }),
            let last = tokens.lastIndex(where: { $0.range.lowerBound < range.upperBound }), first <= last
        else { return nil }
        return first...last
    }

    /// Returns what can be seen of some of the line's tokens.
    func features(of range: ClosedRange<Int>) -> Set<String> {
        func word(_ at: Int) -> String? { tokens.indices.contains(at) ? tokens[at].text.lowercased() : nil }
        var features = ofLine
        if range.lowerBound < label { features.insert("label") } else { features.formUnion(ofLabel) }
        let (before, after) = (word(range.lowerBound - 1), word(range.upperBound + 1))
        let isOwner = tokens[range.upperBound].text.replacing("’", with: "'").hasSuffix("'s")
        features.insert("p=\(before ?? "^")")
        features.insert("a=\(isOwner ? "'s" : after ?? "$")")
        if let before, let second = word(range.lowerBound - 2) { features.insert("pp=\(second)_\(before)") }
        if let after, let second = word(range.upperBound + 2) { features.insert("aa=\(after)_\(second)") }
        let inFront = tokens[..<range.lowerBound]
        if inFront.count(where: { $0.text == "(" }) > inFront.count(where: { $0.text == ")" }) {
            features.insert("brackets")
        }
        if inFront.count(where: { $0.text == "[" }) > inFront.count(where: { $0.text == "]" }) + 1 {
            features.insert("link")
        }
        return features
    }
}
