/// Tells, line after line, whether text at the margin stands in fenced code.
struct FenceTracker {
    private var open: (sign: UInt8, count: Int, indentation: Int, isInItem: Bool)?
    /// The indentation of the last list item's text, while the item may go on.
    private var itemIndentation: Int?

    /// Returns whether a line is fenced code or a fence.
    ///
    /// Lines must be given in order.
    mutating func isInCode(_ line: Range<Int>, of source: Source) -> Bool {
        let text = source.bytes[line]
        let start = text.firstIndex { !$0.isBlank } ?? line.upperBound
        if start == line.upperBound { return open != nil }
        let indentation = start - line.lowerBound
        if let fence = open {
            // Code in a list item ends with the item.
            if fence.isInItem, indentation < min(fence.indentation, itemIndentation ?? 0) {
                open = nil
            } else {
                if closes(fence.sign, fence.count, text[start...]) { open = nil }
                return true
            }
        }
        if let item = itemIndentation, indentation < item { itemIndentation = nil }
        let run = text[start...].prefix { $0 == text[start] }.count
        if run >= 3, text[start] == .ascii("`") || text[start] == .ascii("~") {
            let hasTicks = text[(start + run)...].contains(.ascii("`"))
            if text[start] == .ascii("~") || !hasTicks {
                open = (text[start], run, indentation, itemIndentation != nil)
                return true
            }
        }
        if let width = itemWidth(text[start...]) { itemIndentation = indentation + width }
        return false
    }

    private func closes(_ sign: UInt8, _ count: Int, _ text: ArraySlice<UInt8>) -> Bool {
        let run = text.prefix { $0 == sign }.count
        return run >= count && text.dropFirst(run).allSatisfy(\.isBlank)
    }

    /// Returns the width of a list marker and its blank; nil if there is no marker.
    private func itemWidth(_ text: ArraySlice<UInt8>) -> Int? {
        let digits = text.prefix(10).prefix(while: \.isDigit).count
        guard let sign = text.dropFirst(digits).first else { return nil }
        let isMarker = digits > 0 ? ".)".utf8.contains(sign) : "-*+".utf8.contains(sign)
        guard isMarker, text.dropFirst(digits + 1).first.map(\.isBlank) ?? true else { return nil }
        return digits + 2
    }
}
