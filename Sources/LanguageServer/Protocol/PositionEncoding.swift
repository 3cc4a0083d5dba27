internal import Markup
internal import Notebook

/// The unit in which a client counts columns.
enum PositionEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    /// The unit that every client can use, and that counts unless another one is agreed on.
    case utf16 = "utf-16"
    case utf32 = "utf-32"

    /// Chooses the first unit of a client's offer, in its order, that is known here.
    init(offered: JSON?) {
        let names = (offered?.array ?? []).compactMap(\.string)
        self = names.lazy.compactMap(PositionEncoding.init(rawValue:)).first ?? .utf16
    }

    /// Returns how many units a character takes, by its length in UTF-8.
    fileprivate func units(ofLength length: Int) -> Int {
        switch self {
        case .utf8: length
        case .utf16: length == 4 ? 2 : 1
        case .utf32: 1
        }
    }
}

/// Converts between offsets in a text and the protocol's positions: lines from 0, and columns in the client's
/// units.
///
/// Only here is anything but UTF-8 counted. Every position is accepted: one outside the text is clamped, and
/// one within a character counts as its beginning.
struct TextPositions: Sendable {
    let source: Source
    let encoding: PositionEncoding
    /// Whether the client sees a byte order mark, if there is one, as a character of the first line.
    ///
    /// It does so in text that it has sent. In a file that it opens, it removes the mark.
    let hasVisibleMark: Bool
    /// Offsets in long lines with their columns, in order.
    ///
    /// With these, a column is found without counting from the line's beginning.
    private var milestones: [(offset: Int, units: Int)] = []

    private static let milestoneDistance = 512

    init(_ source: Source, _ encoding: PositionEncoding, isClientText: Bool) {
        self.source = source
        self.encoding = encoding
        hasVisibleMark = isClientText && source.bytes.starts(with: Byte.byteOrderMark)
        for line in 1...source.lineCount where source.whole(line: line).count > Self.milestoneDistance {
            addMilestones(in: content(ofLine: line))
        }
    }

    private mutating func addMilestones(in line: Range<Int>) {
        var at = line.lowerBound
        var units = 0
        var next = at
        while at < line.upperBound {
            if at >= next {
                milestones.append((at, units))
                next = at + Self.milestoneDistance
            }
            let length = length(at: at, end: line.upperBound)
            units += encoding.units(ofLength: length)
            at += length
        }
    }

    private func content(ofLine line: Int) -> Range<Int> {
        let content = source.content(ofLine: line)
        return hasVisibleMark && line == 1 ? 0..<content.upperBound : content
    }

    // MARK: From the client

    func offset(line: Int, character: Int) -> Int {
        if line < 0 { return content(ofLine: 1).lowerBound }
        if line >= source.lineCount { return source.bytes.count }
        let line = content(ofLine: line + 1)
        var at = line.lowerBound
        var left = max(character, 0)
        while at < line.upperBound {
            let length = length(at: at, end: line.upperBound)
            left -= encoding.units(ofLength: length)
            if left < 0 { break }
            at += length
        }
        return at
    }

    /// Returns the offset of a `Position`; nil if the value is not one.
    func offset(_ position: JSON?) -> Int? {
        guard let line = position?["line"]?.int, let character = position?["character"]?.int else {
            return nil
        }
        return offset(line: line, character: character)
    }

    /// Returns the offsets of a `Range`; nil if the value is not one.
    func range(_ range: JSON?) -> Range<Int>? {
        guard let start = offset(range?["start"]), let end = offset(range?["end"]) else { return nil }
        return min(start, end)..<max(start, end)
    }

    // MARK: To the client

    func position(_ offset: Int) -> JSON {
        let offset = min(max(offset, 0), source.bytes.count)
        var line = source.position(of: offset).line
        if offset == source.bytes.count, offset > 0, isLineEnd(source.bytes[offset - 1]) {
            // After the last line end begins a line that `Source` does not count.
            line = source.lineCount + 1
            return ["line": .int(line - 1), "character": 0]
        }
        let content = content(ofLine: line)
        var (at, units) = (content.lowerBound, 0)
        let passed = milestones.partitionPoint { $0.offset > offset }
        if passed > 0, milestones[passed - 1].offset > at { (at, units) = milestones[passed - 1] }
        while at < min(offset, content.upperBound) {
            let length = length(at: at, end: content.upperBound)
            units += encoding.units(ofLength: length)
            at += length
        }
        return ["line": .int(line - 1), "character": .int(units)]
    }

    func range(_ range: Range<Int>) -> JSON {
        ["start": position(range.lowerBound), "end": position(range.upperBound)]
    }

    /// Returns the range from a position to the end of its line's text.
    func restOfLine(_ position: Position) -> Range<Int> {
        let start = source.offset(of: position)
        return start..<max(start, source.content(ofLine: position.line).upperBound)
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == Byte.lf || byte == Byte.cr }

    /// Returns how many bytes the character at an offset has; 1 for a byte that is not UTF-8.
    private func length(at offset: Int, end: Int) -> Int {
        let lead = source.bytes[offset]
        let length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1
        let last = min(offset + length, end)
        let isWhole =
            last - offset == length
            && source.bytes[min(offset + 1, last)..<last].allSatisfy { $0 & 0xC0 == 0x80 }
        return isWhole ? length : 1
    }
}
