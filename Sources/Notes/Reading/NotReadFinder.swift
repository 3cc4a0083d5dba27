package import Markup

/// Finds what looks meant in a note but is not read, while the note's blocks are read.
package struct NotReadFinder {
    package private(set) var found: [NotRead] = []
    /// Whether the note has a heading or a label by which the table knows feedback, praise or hunches.
    package var isOfInterview = false
    /// Whether nothing has stood below the last heading so far.
    package private(set) var isBelowHeading = false
    /// For each depth, whether an item of the current list has been reported already.
    private var toldLists: [Bool] = []

    package mutating func begin() {
        found.removeAll(keepingCapacity: true)
        isOfInterview = false
        isBelowHeading = false
        toldLists.removeAll(keepingCapacity: true)
    }

    package mutating func enterHeading() { isBelowHeading = true }
    package mutating func passBlock() { isBelowHeading = false }

    package mutating func beginList(atDepth depth: Int) {
        if toldLists.count > depth { toldLists[depth] = false }
    }

    package mutating func add(_ shape: NotRead.Shape, in section: Section?, at position: Position) {
        found.append(NotRead(shape: shape, section: section, position: position))
    }

    /// Adds a bullet, unless an item of its list has been reported already.
    package mutating func add(_ shape: NotRead.Shape, bulletIn section: Section?, _ block: Outline.Block) {
        while toldLists.count <= block.depth { toldLists.append(false) }
        if toldLists[block.depth] { return }
        toldLists[block.depth] = true
        add(shape, in: section, at: block.start)
    }

    // MARK: Lines

    /// Returns whether some lines may look like something that is meant: they have a colon, or they begin
    /// with a sign.
    package static func mayHaveShape(_ lines: Span<UInt8>) -> Bool {
        guard !lines.isEmpty else { return false }
        let all = 0..<lines.count
        return !lines[0].isLetter || lines.firstIndex(of: .ascii(":"), in: all) != nil
            || lines.firstIndex(of: Byte.lf, in: all) != nil || lines.firstIndex(of: 0xEF, in: all) != nil
    }

    /// Finds out what a line of a paragraph or bullet looks like that is not read.
    ///
    /// - Parameters:
    ///   - line: the bytes of the line.
    ///   - isAboveList: whether a list follows directly below the line.
    ///   - goesOn: whether the next line belongs to what the line says.
    ///   - table: the table of headings.
    /// - Returns: what the line looks like; nil if it is plain text.
    package mutating func shape(
        ofLine line: Span<UInt8>, isAboveList: Bool, goesOn: Bool = false, _ table: HeadingTable
    ) -> NotRead.Shape? {
        let text = line.extracting(LineText.trimmed(line, 0..<line.count))
        guard !text.isEmpty else { return nil }
        let start = Self.endOfTightMarker(text)
        if text[start] == .ascii("["), let box = TaskMarker.box(text, start), box.end < text.count {
            return .boxWithoutBullet
        }
        if text[0] == .ascii("#"), let word = Self.wordOfTightHeading(text) { return .heading(word) }
        if let bold = LineText.bold(text), let word = Self.word(in: text.extracting(bold)) {
            return .heading(word)
        }
        guard let colon = Self.firstColon(in: text), colon > 0 else { return nil }
        let count = LineText.wordCount(text, 0..<colon, limit: LineText.mostLabelWords)
        guard count > 0, count <= LineText.mostLabelWords || isAboveList else { return nil }
        let label = text.extracting(0..<colon)
        guard let word = Self.word(in: label) else { return nil }
        if count <= LineText.mostLabelWords, table.meaning(of: label).isOfFeedbackOrHunches {
            isOfInterview = true
        }
        if word == .feedback, !isAboveList, !goesOn {
            let value = text.extracting(Self.startOfValue(in: text, after: colon)..<text.count)
            if let answer = NoAnswer(value) { return answer == .refusal ? .refusal : nil }
            if Self.isNothing(value) { return nil }
        }
        return .label(word)
    }

    /// Returns where a list marker ends that has no blank behind it: `-[ ] x`, `1.[ ] x`; 0 if there is none.
    package static func endOfTightMarker(_ text: Span<UInt8>) -> Int {
        guard text.count > 1 else { return 0 }
        if "-*+".utf8.contains(text[0]) { return 1 }
        var end = 0
        while end < text.count, end < 9, text[end].isDigit { end += 1 }
        let isMarker = end > 0 && end + 1 < text.count && ".)".utf8.contains(text[end])
        return isMarker ? end + 1 : 0
    }

    private static func isNothing(_ value: Span<UInt8>) -> Bool {
        !value.isEmpty && (LineText.saysNothing(value) || MailParts.areAsides(Array(value.text.utf8)))
    }

    /// Returns whether a line is a label of feedback after which nothing is said that can be feedback:
    /// `Feedback: none`.
    static func isEmptyLabel(_ line: Span<UInt8>) -> Bool {
        guard let colon = firstColon(in: line), colon > 0, word(in: line.extracting(0..<colon)) == .feedback
        else { return false }
        return isNothing(line.extracting(startOfValue(in: line, after: colon)..<line.count))
    }

    /// Returns where the text after a label's colon begins, without marks of emphasis before it.
    private static func startOfValue(in text: Span<UInt8>, after colon: Int) -> Int {
        var start = colon + (text[colon] == .ascii(":") ? 1 : 3)
        while start < text.count, text[start].isWhiteSpace || ":*_".utf8.contains(text[start]) { start += 1 }
        return start
    }

    /// Returns whether what one line of a paragraph says goes on in the next line, which has no label of its
    /// own.
    static func goesOn(afterLine number: Int, of lines: [Range<Int>], in source: Source) -> Bool {
        guard number + 1 < lines.count else { return false }
        let next = source.bytes.span.extracting(lines[number + 1])
        guard let colon = firstColon(in: next) else { return true }
        return LineText.wordCount(next, 0..<colon, limit: LineText.mostLabelWords) > LineText.mostLabelWords
    }

    private static func firstColon(in text: Span<UInt8>) -> Int? {
        let colon = text.firstIndex(of: .ascii(":"), in: 0..<text.count)
        var start = 0
        while let wide = text.firstIndex(of: 0xEF, in: start..<(colon ?? text.count)) {
            if text.has("：", at: wide) { return wide }
            start = wide + 1
        }
        return colon
    }

    /// Returns the word of a heading whose marks have no blank after them: `##Feedback`.
    private static func wordOfTightHeading(_ text: Span<UInt8>) -> NotRead.Word? {
        var marks = 0
        while marks < text.count, text[marks] == .ascii("#") { marks += 1 }
        guard (2...6).contains(marks), marks < text.count, !text[marks].isWhiteSpace else { return nil }
        return word(in: text.extracting(marks..<text.count))
    }

    package static func word(in text: Span<UInt8>) -> NotRead.Word? {
        guard filter.passes(text) else { return nil }
        return NotRead.Word(in: HeadingWords(text).small)
    }

    private static let filter = WordFilter(
        HeadingTable.methodWords, misspelt: HeadingTable.misspeltMethodWords)

    // MARK: Paragraphs

    /// Returns the byte ranges of a paragraph's lines, without the marks of quotes.
    package static func lines(of text: Outline.Text, in source: Source) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        read(text, of: source, into: &lines)
        return lines
    }

    /// Replaces the contents of `lines` by the lines of a paragraph.
    package static func read(_ text: Outline.Text, of source: Source, into lines: inout [Range<Int>]) {
        lines.removeAll(keepingCapacity: true)
        for line in text.start.line...max(text.lastLine, text.start.line) {
            let content = source.content(ofLine: line)
            let start =
                line == text.start.line
                ? min(content.lowerBound + text.start.column - 1, content.upperBound)
                : Paragraph.continuation(of: content, quotes: text.quotes, in: source.bytes)
            lines.append(start..<content.upperBound)
        }
    }

    /// Returns what a paragraph in a section looks like; nil if it is plain text.
    package static func shape(ofParagraph lines: [Range<Int>], in source: Source) -> NotRead.Shape? {
        let bytes = source.bytes.span
        if lines.contains(where: { isImitatedItem(bytes.extracting($0)) }) { return .imitatedList }
        if lines.count > 1, isDelimiterRow(bytes.extracting(lines[1])) { return .table }
        return nil
    }

    private static let imitatedMarks: [StaticString] = ["•", "–", "—", "·", "▪", "◦", "‣", "●", "○", "→"]

    package static func isImitatedItem(_ line: Span<UInt8>) -> Bool {
        !line.isEmpty && line[0] >= 0x80 && mark(imitatedMarks, line) != nil
    }

    /// Returns where a mark ends that imitates a list marker or a box; nil if a line does not begin with one.
    package static func imitatedMark(_ line: Span<UInt8>) -> Int? {
        mark(imitatedMarks + imitatedBoxes, line)
    }

    /// Returns whether a line begins with a sign that looks like an empty box.
    package static func imitatesBox(_ line: Span<UInt8>) -> Bool { mark(imitatedBoxes, line) != nil }

    private static let imitatedBoxes: [StaticString] = ["☐", "▢", "□", "🔲"]

    private static func mark(_ marks: [StaticString], _ line: Span<UInt8>) -> Int? {
        let mark = marks.first { mark in
            let count = mark.utf8CodeUnitCount
            return line.has(mark, at: 0) && count < line.count && line.whiteSpace(at: count) > 0
        }
        return mark?.utf8CodeUnitCount
    }

    private static func isDelimiterRow(_ line: Span<UInt8>) -> Bool {
        var (dashes, bars) = (0, 0)
        for at in 0..<line.count {
            switch line[at] {
            case .ascii("-"): dashes += 1
            case .ascii("|"): bars += 1
            case .ascii(":"), Byte.space, Byte.tab: break
            default: return false
            }
        }
        return dashes > 0 && bars > 0
    }

    /// Returns whether a line would be a list item if it were not indented so far.
    package static func isIndentedItem(_ line: Range<Int>, in source: Source) -> Bool {
        var at = line.lowerBound
        while at < line.upperBound, source.bytes[at].isBlank || source.bytes[at] == .ascii(">") { at += 1 }
        guard at < line.upperBound else { return false }
        if isImitatedItem(source.bytes.span.extracting(at..<line.upperBound)) { return true }
        guard case .container(let length) = Marker(source.bytes.span, at: at, end: line.upperBound) else {
            return false
        }
        return at + length < line.upperBound
    }
}
