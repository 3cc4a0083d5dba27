/// Tells, line after line, whether a line belongs to a list that is indented by a tab as a whole.
///
/// Logseq writes a page's blocks in this way if properties or a title stand above them. For CommonMark, such
/// a list is code.
struct TabbedList {
    private enum State {
        /// Only properties, a title and blank lines have come so far.
        case above(hasText: Bool)
        case within
        case none
    }

    private var state = State.above(hasText: false)

    /// Returns whether a line belongs to the list, so that its first tab does not count.
    ///
    /// Lines must be given in order.
    mutating func takes(_ source: Span<UInt8>, _ line: Range<Int>) -> Bool {
        switch state {
        case .none: return false
        case .within:
            if line.isEmpty { return false }
            if source[line.lowerBound] == Byte.tab { return true }
            if !line.allSatisfy({ source[$0].isBlank }) { state = .none }
            return false
        case .above(let hasText):
            var at = line.lowerBound
            while at < line.upperBound, source[at].isBlank { at += 1 }
            if at == line.upperBound { return false }
            if at == line.lowerBound {
                state = Self.isTitleOrProperty(source, line) ? .above(hasText: true) : .none
                return false
            }
            guard hasText, at == line.lowerBound + 1, source[line.lowerBound] == Byte.tab,
                case .container = Marker(source, at: at, end: line.upperBound), source[at] != .ascii(">")
            else {
                state = .none
                return false
            }
            state = .within
            return true
        }
    }

    /// Returns whether a line is a heading or `key:: value`.
    private static func isTitleOrProperty(_ source: Span<UInt8>, _ line: Range<Int>) -> Bool {
        if source[line.lowerBound] == .ascii("#") {
            if case .whole = Marker(source, at: line.lowerBound, end: line.upperBound) { return true }
            return false
        }
        // An item may hold a property too, and what is indented below the item is nested in it.
        if case .container = Marker(source, at: line.lowerBound, end: line.upperBound) { return false }
        guard let colon = source.firstIndex(of: .ascii(":"), in: line) else { return false }
        return colon > line.lowerBound && source.has("::", at: colon) && colon + 1 < line.upperBound
    }
}
