internal import Markup

/// The lines of a report's body in the form in which they are compared with others.
///
/// What somebody may change without a loss is left out: blank lines, white space at a line's end, and the day in
/// the title; in a checklist also the boxes, the days beside them, and items of one's own, which are kept.
struct BodyLines {
    private let lines: [(number: Int, text: [UInt8])]
    /// Of all of them: the same where nothing was changed that counts.
    let hash: String

    init(of body: [UInt8], _ kind: GeneratedFile.Kind) {
        let source = Source(body)
        self.init(of: source, in: 1..<source.lineCount + 1, kind)
    }

    init(of source: Source, in numbers: Range<Int>, _ kind: GeneratedFile.Kind) {
        let isChecklist = kind == .checklist
        let own = isChecklist ? Set(ChecklistReader.ownItems(of: source, in: numbers).joined()) : []
        var scanner = BulletScanner(vocabulary: .standard)
        lines = numbers.compactMap { number in
            if own.contains(number) { return nil }
            var line = source.bytes[source.content(ofLine: number)]
            while line.last?.isWhiteSpace == true { line.removeLast() }
            if line.isEmpty { return nil }
            return (number, isChecklist && line.isItem ? line.unticked(&scanner) : line.withoutDayOfTitle)
        }
        var hash = StableHash()
        for line in lines { hash.add(line.text + [Byte.lf]) }
        self.hash = String(hash.value, radix: 36)
    }

    /// The first line that none of the others have.
    func firstLine(missingIn others: [BodyLines]) -> Int? {
        let known = Set(others.flatMap(\.lines).map(\.text))
        let missing = lines.filter { !known.contains($0.text) }
        // One whose numbers alone are other than those that are known is rather an older one than somebody's.
        let words = Set(known.map(\.withoutDigits))
        return (missing.first { !words.contains($0.text.withoutDigits) } ?? missing.first)?.number
    }
}

extension ArraySlice<UInt8> {
    /// Whether it is the first line of an item at the list's top level.
    fileprivate var isItem: Bool {
        guard let first, dropFirst().first?.isBlank == true else { return false }
        return first == .ascii("-") || first == .ascii("*") || first == .ascii("+")
    }

    /// An item's text without its marker, its box and the days on which it was done or dropped.
    fileprivate func unticked(_ scanner: inout BulletScanner) -> [UInt8] {
        let text = Array(dropFirst())
        scanner.scan(text.span)
        var rest: [UInt8] = []
        var start = 0
        for token in scanner.tokens {
            guard token.isOfState, token.range.lowerBound >= start else { continue }
            rest += text[start..<token.range.lowerBound]
            start = token.range.upperBound
        }
        rest += text[start...]
        return Array(rest.split { $0.isWhiteSpace }.joined(separator: [Byte.space]))
    }

    /// A title without the day that it ends in.
    fileprivate var withoutDayOfTitle: [UInt8] {
        let day = suffix(10)
        let isDated = starts(with: "# ".utf8) && CalendarDate(ascii: day) != nil
        return Array(isDated ? dropLast(day.count) : self)
    }
}

extension Token {
    /// Whether it is what a tick changes.
    fileprivate var isOfState: Bool {
        switch kind {
        case .box, .date(.done, _), .date(.dropped, _): true
        default: false
        }
    }
}

extension [UInt8] {
    fileprivate var withoutDigits: [UInt8] { filter { !$0.isDigit } }
}
