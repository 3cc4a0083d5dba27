internal import Markup
internal import Notes
internal import Reports

/// Reads the form in which a checklist's items, headings and paragraphs are compared, one after another.
///
/// Other tools wrap lines anew, turn links into wiki links, and add or remove backslashes. The form is the
/// same before and after, because nothing that anybody wrote is lost.
struct ChecklistPiece {
    private var scanner = BulletScanner(vocabulary: .standard)

    /// Returns the lines that belong together.
    ///
    /// An item goes on to the next item, heading or blank line.
    static func pieces(of source: Source, in lines: Range<Int>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        /// The line at which an unfinished piece begins; nil after a heading or a blank line.
        var start: Int?
        for line in lines {
            let bytes = source.bytes[source.content(ofLine: line)]
            let isBlank = bytes.allSatisfy(\.isWhiteSpace)
            let isHeading = bytes.first == .ascii("#")
            if isBlank || isHeading || textOfItem(bytes) != nil, let begin = start {
                pieces.append(begin..<line)
                start = nil
            }
            if isHeading { pieces.append(line..<line + 1) }
            if !isBlank, !isHeading { start = start ?? line }
        }
        if let start { pieces.append(start..<lines.upperBound) }
        return pieces
    }

    /// Returns the text of a line that begins an item, after its marker.
    private static func textOfItem(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let text = line.drop(while: \.isBlank)
        guard let marker = text.first, text.dropFirst().first?.isBlank ?? true else { return nil }
        return marker == .ascii("-") || marker == .ascii("*") || marker == .ascii("+")
            ? text.dropFirst() : nil
    }

    /// Returns the letters and digits of some lines, or the lines as they are if they have none; nil if they
    /// are blank.
    mutating func form(of lines: Range<Int>, in source: Source) -> ArraySlice<UInt8>? {
        var text: [UInt8] = []
        for line in lines {
            var bytes = source.bytes[source.content(ofLine: line)].drop(while: \.isWhiteSpace)
            while bytes.last?.isWhiteSpace == true { bytes.removeLast() }
            if line > lines.lowerBound { text.append(Byte.lf) }
            text += lines.count == 1 ? bytes.withoutDayOfTitle : bytes
        }
        if text.allSatisfy(\.isWhiteSpace) { return nil }
        let item = Self.textOfItem(text[...]).map { unticked(Array($0)) }
        let letters = ItemWords(Self.withLinksAlike(item ?? text)[...]).letters
        return letters.isEmpty ? text[...] : letters[...]
    }

    /// Returns an item's text without its box and the days on which it was done or dropped.
    ///
    /// A byte stands for its id, which tells what the box was. Without that byte the item would be somebody's
    /// own.
    private mutating func unticked(_ text: [UInt8]) -> [UInt8] {
        scanner.scan(text.span)
        var without = scanner.tokens.filter { $0.isOfState(in: text.span) }.map(\.range)
        let start = text.firstIndex { !$0.isWhiteSpace } ?? text.count
        if without.first?.lowerBound != start, let (_, end) = ListedBox.foreign(text.span, start) {
            without.append(start..<end)
        }
        let id = ChecklistID.all(in: text[...]).last?.range ?? Self.olderID(in: text)
        if let id { without.append(id) }
        var (rest, at) = ([UInt8](), 0)
        for range in without.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.lowerBound >= at {
            rest += text[at..<range.lowerBound]
            if range == id { rest.append(Self.mark) }
            at = range.upperBound
        }
        return rest + text[at...]
    }

    /// The byte that stands for an id.
    ///
    /// No text has it.
    private static let mark: UInt8 = 0xFF

    private static func olderID(in text: [UInt8]) -> Range<Int>? {
        let words = text.split { $0.isWhiteSpace }
        let id = words.last { $0.first == .ascii("^") && ChecklistID.hasOlderForm($0.dropFirst()) }
        return id.map { $0.startIndex..<$0.endIndex }
    }

    // MARK: Links

    /// Returns a text with all links written in one way: what is shown, and then the name of the file.
    ///
    /// Obsidian writes `[a](../b/c.md#L1)` as `[[c#L1|a]]`.
    private static func withLinksAlike(_ text: [UInt8]) -> [UInt8] {
        var (parenthesis, bracket, bar) = (NextByte(")"), NextByte("]"), NextByte("|"))
        var new: [UInt8] = []
        var at = 0
        while at < text.count {
            let rest = text[at...]
            if rest.starts(with: "](".utf8), let end = parenthesis.index(in: text, from: at) {
                new.append(Byte.space)
                new += file(text[(at + 2)..<end])
                at = end
            } else if rest.starts(with: "[[".utf8), let end = bracket.index(in: text, from: at),
                let bar = bar.index(in: text, from: at), bar < end
            {
                new += text[(bar + 1)..<end]
                new.append(Byte.space)
                new += file(text[(at + 2)..<bar])
                at = end
            } else {
                new.append(text[at])
                at += 1
            }
        }
        return new
    }

    /// Returns the name of the file that a link leads to, without its ending, and the fragment.
    private static func file(_ target: ArraySlice<UInt8>) -> [UInt8] {
        let path = target.prefix { $0 != .ascii("#") }
        let name = path.split(separator: .ascii("/")).last ?? path
        let isNote = name.count > 3 && name.suffix(3).elementsEqual(".md".utf8)
        return unescaped(isNote ? name.dropLast(3) : name) + target[path.endIndex...]
    }

    /// Returns a path with its percent-encoding decoded: `%20` is a blank.
    private static func unescaped(_ path: ArraySlice<UInt8>) -> [UInt8] {
        var (new, at) = ([UInt8](), path.startIndex)
        while at < path.endIndex {
            let digits = path[at...].dropFirst().prefix(2)
            let code =
                path[at] == .ascii("%") ? UInt8(String(decoding: digits, as: UTF8.self), radix: 16) : nil
            new.append(code ?? path[at])
            at += code == nil ? 1 : 1 + digits.count
        }
        return new
    }
}

/// Finds the next index of a byte.
///
/// It searches every byte only once, because there may be many marks that open nothing.
private struct NextByte {
    private let byte: UInt8
    private var found = -1

    init(_ byte: Unicode.Scalar) { self.byte = .ascii(byte) }

    /// Returns the index of the first such byte from an index on; nil if there is none.
    ///
    /// `start`, the index to start at, must not be less than in the call before.
    mutating func index(in text: [UInt8], from start: Int) -> Int? {
        if found < start { found = text[start...].firstIndex(of: byte) ?? text.count }
        return found < text.count ? found : nil
    }
}

extension Token {
    /// Whether a tick changes it: a box, or a day with nothing else in its brackets.
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
