internal import Markup

/// A sentence of a note, with where it stands.
package struct NoteSentence {
    package enum Mark: String {
        case none, bullet, number, arrow
    }

    package let text: String
    /// The range of the sentence, with a label in front of it.
    package let range: Range<Int>
    package let mark: Mark
    package let hasBox: Bool
    package let isQuoted: Bool
    /// The words of a label in front of the sentence, and what they are the heading of.
    package let label: Above
    /// The words of the line above it that ends in a colon or is bold.
    package let line: Above
    /// The words of the list item that it is nested in.
    package let item: Above
    /// The words of the heading above it.
    package let heading: Above

    /// Words above a sentence or in front of it.
    package struct Above {
        package var words: [String] = []
        /// What such words are probably the heading of.
        package var kind: SentenceKind?

        package init(_ words: [String] = [], _ kind: SentenceKind? = nil) {
            (self.words, self.kind) = (words, kind)
        }
    }

    package init(
        _ text: String, _ range: Range<Int>, mark: Mark, hasBox: Bool, isQuoted: Bool, label: Above,
        line: Above,
        item: Above, heading: Above
    ) {
        (self.text, self.range, self.mark, self.hasBox) = (text, range, mark, hasBox)
        (self.isQuoted, self.label, self.line, self.item) = (isQuoted, label, line, item)
        self.heading = heading
    }
}

/// What can be seen of a sentence, as short names: its words, their neighbours, and where it stands.
///
/// `w=answer` is a word, `b=too_long` two neighbours, `h=feedback` a word of the heading above.
package struct SentenceFeatures {
    /// The names, one after the other, and where each ends.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// Finds what can be seen of one of the sentences of a note.
    package init(of number: Int, in sentences: [NoteSentence]) {
        let sentence = sentences[number]
        let words = sentence.text.sentenceWords
        addWords(words)
        addText(sentence.text, words)
        addPlace(sentence)
        for (offset, name) in [(-2, "-2"), (-1, "-1"), (1, "+1")] {
            let other = number + offset
            guard sentences.indices.contains(other) else {
                add("n\(name)=none")
                continue
            }
            if sentences[other].text.contains("?") { add("n\(name)=?") }
            if sentences[other].hasBox { add("n\(name)=box") }
            add("n\(name)=\(sentences[other].mark.rawValue)")
        }
        add("pos=\(5 * number / sentences.count)")
    }

    /// The names of the features.
    package var names: [String] {
        zip([0] + ends, ends).map { String(decoding: bytes[$0..<$1], as: UTF8.self) }
    }

    /// Calls a function with the bytes of each name.
    package func forEach(_ body: (Span<UInt8>) -> Void) {
        var start = 0
        for end in ends {
            body(bytes.span.extracting(start..<end))
            start = end
        }
    }

    private mutating func add(_ name: String) {
        bytes += name.utf8
        ends.append(bytes.count)
    }

    private mutating func add(_ kind: StaticString, _ stem: [UInt8], _ next: [UInt8]? = nil) {
        kind.withUTF8Buffer { unsafe bytes += $0 }
        bytes += stem
        if let next {
            bytes.append(.ascii("_"))
            bytes += next
        }
        ends.append(bytes.count)
    }

    private mutating func addWords(_ words: [String]) {
        let stems = words.map { Stem.of(Array($0.utf8)) }
        for stem in stems { add("w=", stem) }
        for (stem, next) in zip(stems, stems.dropFirst()) { add("b=", stem, next) }
        if let first = words.first { add("f=", Array(first.utf8)) }
        if words.count > 1 { add("f=", Array(words[0].utf8), Array(words[1].utf8)) }
    }

    private mutating func addText(_ text: String, _ words: [String]) {
        if let last = text.last { add("end=\(last)") }
        if text.contains("?") { add("has=?") }
        if text.contains(where: { "\"“”".contains($0) }) { add("has=quote") }
        if let first = text.first, "\"“".contains(first) { add("begins=quote") }
        if text.contains(where: { "→>".contains($0) }) { add("has=arrow") }
        add("length=\(min(words.count / 4, 6))")
        if words.contains(where: Self.me.contains) { add("of=me") }
        if words.contains(where: Self.you.contains) { add("of=you") }
        if words.contains(where: Self.they.contains) { add("of=they") }
        if let kind = SentenceKind(SentenceGuess.section(of: text)) { add("guess=\(kind.rawValue)") }
        if let outcome = OutcomeGuess.outcome(in: text) { add("outcome=\(outcome)") }
    }

    private static let me: Set<String> = ["i", "i'm", "i've", "i'd", "i'll", "my", "me"]
    private static let you: Set<String> = ["you", "your", "you're", "you've", "you'd"]
    private static let they: Set<String> = ["they", "he", "she", "her", "him", "their", "his", "them"]

    private mutating func addPlace(_ sentence: NoteSentence) {
        add("mark=\(sentence.mark.rawValue)")
        if sentence.hasBox { add("mark=box") }
        if sentence.isQuoted { add("mark=quote") }
        let places: [(StaticString, String, NoteSentence.Above)] = [
            ("o=", "label", sentence.label), ("l=", "line", sentence.line), ("p=", "item", sentence.item),
            ("h=", "heading", sentence.heading),
        ]
        for (prefix, name, above) in places {
            for word in above.words.prefix(Self.mostWordsAbove) { add(prefix, Stem.of(Array(word.utf8))) }
            if let kind = above.kind { add("\(name)=\(kind.rawValue)") }
        }
    }

    private static let mostWordsAbove = 10
}
