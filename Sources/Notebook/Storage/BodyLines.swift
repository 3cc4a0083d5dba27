internal import Markup

/// The lines of a report's body in the form in which they are compared with others.
///
/// What somebody may change without a loss is left out: blank lines, white space at a line's end, and the day in
/// the title; in a checklist also the boxes, and the days and ids that go with them.
struct BodyLines {
    private let source: Source
    private let numbers: [Range<Int>]
    private let isChecklist: Bool

    init(of body: [UInt8], _ kind: GeneratedFile.Kind) {
        let source = Source(body)
        self.init(of: source, in: [1..<source.lineCount + 1], kind)
    }

    /// - Parameter numbers: those of the lines.
    init(of source: Source, in numbers: [Range<Int>], _ kind: GeneratedFile.Kind) {
        (self.source, self.numbers) = (source, numbers)
        isChecklist = kind == .checklist
    }

    /// Of all lines: the same where nothing was changed that counts.
    var hash: String {
        let numbers = Array(numbers.joined())
        let hashes = concurrently(
            numbers.count, with: { ItemReader() },
            each: { number, reader in line(numbers[number], &reader).map { StableHash($0).value } })
        var hash = StableHash()
        for case let line? in hashes {
            hash.add((0..<8).lazy.map { UInt8(truncatingIfNeeded: line >> ($0 * 8)) })
        }
        return String(hash.value, radix: 36)
    }

    /// The number of the first line that none of the others have.
    func firstLine(missingIn others: [BodyLines]) -> Int? {
        var known: Set<ArraySlice<UInt8>> = []
        for other in others { other.visit { known.insert($1) } }
        var missing: [(number: Int, text: ArraySlice<UInt8>)] = []
        visit { if !known.contains($1) { missing.append(($0, $1)) } }
        // One whose numbers alone are other than those that are known is rather an older one than somebody's.
        let words = Set(known.map(\.withoutDigits))
        return (missing.first { !words.contains($0.text.withoutDigits) } ?? missing.first)?.number
    }

    private func visit(_ act: (_ number: Int, _ line: ArraySlice<UInt8>) -> Void) {
        var reader = ItemReader()
        for number in numbers.joined() {
            if let line = line(number, &reader) { act(number, line) }
        }
    }

    /// A line in the form in which it is compared; nil for a blank one.
    private func line(_ number: Int, _ reader: inout ItemReader) -> ArraySlice<UInt8>? {
        var line = source.bytes[source.content(ofLine: number)]
        while line.last?.isWhiteSpace == true { line.removeLast() }
        if line.isEmpty { return nil }
        return isChecklist && line.isItem ? reader.unticked(line) : line.withoutDayOfTitle
    }
}

/// Reads the first lines of a checklist's items, one after another.
private struct ItemReader {
    private var scanner = BulletScanner(vocabulary: .standard)

    /// An item's text without its marker, its box, and the days on which it was done or dropped. Of an id, which
    /// tells what the box was, only that there is one: without it an item is somebody's own. White space is folded.
    mutating func unticked(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let text = line.dropFirst()
        scanner.scan(text.span)
        var rest: [UInt8] = []
        rest.reserveCapacity(text.count)
        var start = text.startIndex
        for token in scanner.tokens where token.isOfState(in: text.span) {
            let range = text.startIndex + token.range.lowerBound..<text.startIndex + token.range.upperBound
            guard range.lowerBound >= start else { continue }
            Self.fold(text[start..<range.lowerBound], into: &rest)
            start = range.upperBound
        }
        Self.fold(text[start...], into: &rest)
        if rest.last == Byte.space { rest.removeLast() }
        Self.removeNameOfID(from: &rest)
        return rest[...]
    }

    private static func fold(_ bytes: ArraySlice<UInt8>, into text: inout [UInt8]) {
        for byte in bytes {
            if !byte.isWhiteSpace {
                text.append(byte)
            } else if let last = text.last, last != Byte.space {
                text.append(Byte.space)
            }
        }
    }

    /// Of the last word that is an id its mark is left.
    private static func removeNameOfID(from text: inout [UInt8]) {
        var end = text.count
        while let mark = text[..<end].lastIndex(of: .ascii("^")) {
            let name = mark + 1..<(text[mark...].firstIndex(of: Byte.space) ?? text.count)
            let isID = ChecklistID(text[name]) != nil || ChecklistID.hasOlderForm(text[name])
            if mark == 0 || text[mark - 1] == Byte.space, isID {
                text.removeSubrange(name)
                return
            }
            end = mark
        }
    }
}

extension Token {
    /// Whether it is what a tick changes: a box, or a day with nothing else in its brackets.
    fileprivate func isOfState(in text: Span<UInt8>) -> Bool {
        switch kind {
        case .box: return true
        case .date(.done, _), .date(.dropped, _):
            for at in value.upperBound..<max(range.upperBound, value.upperBound)
            where text[at] != .ascii(")") && text[at] != .ascii("]") && !text[at].isWhiteSpace {
                return false
            }
            return true
        default: return false
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether it is the first line of an item at the list's top level.
    fileprivate var isItem: Bool {
        guard let first, dropFirst().first?.isBlank == true else { return false }
        return first == .ascii("-") || first == .ascii("*") || first == .ascii("+")
    }

    /// A title without the day that it ends in.
    fileprivate var withoutDayOfTitle: ArraySlice<UInt8> {
        guard first == .ascii("#"), dropFirst().first == Byte.space else { return self }
        let day = suffix(10)
        return CalendarDate(ascii: day) == nil ? self : dropLast(day.count)
    }

    fileprivate var withoutDigits: [UInt8] { filter { !$0.isDigit } }
}
