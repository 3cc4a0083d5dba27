internal import Markup

/// Finds bullets that are prose, though they stand below what looks like a heading that counts, or behind what looks
/// like a tag.
///
/// Only what is strong evidence is one: a heading one slip away from a word that the note has no heading by, or a line
/// that is such a word and a colon, each with a bullet right below that nothing else makes anything of.
struct NearMisses {
    private let path: NotePath
    private let vocabulary: Vocabulary
    /// Sections that the note has headings for.
    private var known: Set<Vocabulary.Section> = []
    /// What may have been meant by the last heading.
    private var pending: (section: Vocabulary.Section, diagnostic: Diagnostic)?
    private var found: [(section: Vocabulary.Section?, diagnostic: Diagnostic)] = []

    init(path: NotePath, vocabulary: Vocabulary) {
        self.path = path
        self.vocabulary = vocabulary
    }

    /// What was found in all of the note.
    var diagnostics: [Diagnostic] {
        found.filter { $0.section.map { !known.contains($0) } ?? true }.map(\.diagnostic)
    }

    /// Takes in a heading, by its text without marks.
    mutating func enter(_ section: Vocabulary.Section?, heading text: ArraySlice<UInt8>, at place: Position) {
        pending = nil
        if let section {
            known.insert(section)
        } else if let word = text.split(whereSeparator: { !$0.isLetter }).first,
            word.startIndex == text.startIndex,
            let meant = vocabulary.headingMeant(by: word)
        {
            let heading = String(decoding: word, as: UTF8.self)
            let name = meant.word.prefix(1).uppercased() + meant.word.dropFirst()
            pending = (meant.section, .nearMiss(heading: heading, meant: name, path, at: place))
        }
    }

    /// Takes in a bullet of the top level that is prose.
    mutating func pass(_ bullet: Position, of source: Source) {
        if let pending { found.append(pending) }
        pending = nil
        if let line = headingLine(above: bullet.line, in: source) { found.append(line) }
    }

    /// The line above a bullet, if it is `Feedback:` or its like; one blank line may be between.
    private func headingLine(above line: Int, in source: Source) -> (Vocabulary.Section?, Diagnostic)? {
        var line = line - 1
        if line > 0, source.bytes[source.content(ofLine: line)].allSatisfy(\.isBlank) { line -= 1 }
        guard line > 0 else { return nil }
        func isMark(_ byte: UInt8) -> Bool { byte == .ascii("*") || byte == .ascii("_") || byte.isBlank }
        let range = source.content(ofLine: line)
        var text = source.bytes[range].drop(while: isMark)
        func trim() { while let last = text.last, isMark(last) { text.removeLast() } }
        trim()
        guard text.popLast() == .ascii(":") else { return nil }
        trim()
        guard let section = vocabulary.section(ofWholeHeading: text) else { return nil }
        let place = Position(line: line, column: 1 + text.startIndex - range.lowerBound)
        return (section, .nearMiss(line: String(decoding: text, as: UTF8.self), path, at: place))
    }

    /// Takes in a bullet without a tag, as its text and where its front ends: the box, if there is one.
    mutating func pass(_ text: [UInt8], behind front: Int, _ place: (Int) -> Position) {
        guard let start = text[front...].firstIndex(where: { !$0.isWhiteSpace }) else { return }
        let word = text[start...].prefix(while: \.isLetter)
        let blanks = text[word.endIndex...].prefix(while: \.isBlank)
        guard !blanks.isEmpty, blanks.endIndex + 1 < text.count, text[blanks.endIndex] == .ascii(":"),
            text[blanks.endIndex + 1].isWhiteSpace, let tag = vocabulary.tag(Array(word).span),
            !tag.needsColon
        else { return }
        found.append((nil, .nearMiss(tag: String(decoding: word, as: UTF8.self), path, at: place(start))))
    }
}
