internal import Insights
internal import Markup
internal import Notes
internal import Reports

/// The lines of a report's body in the form in which they are compared with others.
///
/// The form leaves out what somebody may change without a loss: blank lines, white space at a line's end, and
/// the day in the title. In a checklist an item, a heading or a paragraph is compared as a whole, by its
/// letters and digits, so that it may be wrapped anew. Its boxes, and the days and ids that go with them, are
/// left out too.
struct BodyLines {
    private let source: Source
    /// The lines that are compared as a whole.
    private let pieces: [Range<Int>]
    private let isChecklist: Bool

    init(of body: [UInt8], _ kind: ReportKind) {
        let source = Source(body)
        self.init(of: source, in: [1..<source.lineCount + 1], kind)
    }

    /// Reads the lines of a source that have some numbers.
    init(of source: Source, in numbers: [Range<Int>], _ kind: ReportKind) {
        self.source = source
        isChecklist = kind == .checklist
        pieces =
            isChecklist
            ? numbers.flatMap { ChecklistPiece.pieces(of: source, in: $0) }
            : numbers.joined().map { $0..<$0 + 1 }
    }

    /// A hash of all lines, which stays the same unless something that counts was changed.
    var hash: String {
        let hashes = concurrently(
            pieces.count, with: { ChecklistPiece() },
            each: { number, reader in form(pieces[number], &reader).map { StableHash($0).value } })
        var hash = StableHash()
        for case let piece? in hashes {
            hash.add((0..<8).lazy.map { UInt8(truncatingIfNeeded: piece >> ($0 * 8)) })
        }
        return String(hash.value, radix: 36)
    }

    /// Returns the number of the first line that none of the others have.
    func firstLine(missingIn others: [BodyLines]) -> Int? {
        var known: Set<ArraySlice<UInt8>> = []
        for other in others { other.visit { known.insert($1) } }
        var missing: [Range<Int>] = []
        visit { if !known.contains($1) { missing.append($0) } }
        guard let first = missing.first else { return nil }
        // A piece may have several lines, and the line that is somebody's is wanted.
        var reader = ChecklistPiece()
        var lines: Set<ArraySlice<UInt8>> = []
        for other in others {
            for line in other.pieces.joined() {
                if let form = other.form(line..<line + 1, &reader) { lines.insert(form) }
            }
        }
        let unknown = missing.joined().compactMap { line in
            form(line..<line + 1, &reader).map { (line: line, form: $0) }
        }.filter { !lines.contains($0.form) }
        // A line that differs from a known one only in its numbers is more likely an older version than
        // somebody's own.
        let words = Set(lines.map(\.withoutDigits))
        let line = unknown.first { !words.contains($0.form.withoutDigits) } ?? unknown.first
        return line?.line ?? first.lowerBound
    }

    private func visit(_ act: (_ lines: Range<Int>, _ form: ArraySlice<UInt8>) -> Void) {
        var reader = ChecklistPiece()
        for piece in pieces {
            if let form = form(piece, &reader) { act(piece, form) }
        }
    }

    /// Returns some lines in the form in which they are compared; nil if they are blank.
    private func form(_ lines: Range<Int>, _ reader: inout ChecklistPiece) -> ArraySlice<UInt8>? {
        if isChecklist { return reader.form(of: lines, in: source) }
        var line = source.bytes[source.content(ofLine: lines.lowerBound)]
        while line.last?.isWhiteSpace == true { line.removeLast() }
        return line.isEmpty ? nil : line.withoutDayOfTitle
    }
}

extension ArraySlice<UInt8> {
    /// A title without the day at its end.
    var withoutDayOfTitle: ArraySlice<UInt8> {
        guard first == .ascii("#"), dropFirst().first == Byte.space else { return self }
        let day = suffix(10)
        return CalendarDate(ascii: day) == nil ? self : dropLast(day.count)
    }

    fileprivate var withoutDigits: [UInt8] { filter { !$0.isDigit } }
}
