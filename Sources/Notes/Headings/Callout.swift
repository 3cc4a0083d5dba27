internal import Markup

/// The first line of one of Obsidian's callouts: `[!feedback]- From the panel`.
package struct Callout {
    /// The range of the callout's type.
    package let type: Range<Int>
    /// The range of the callout's title; empty if there is none.
    package let title: Range<Int>

    /// Reads a callout; nil if the line does not begin one.
    ///
    /// - Parameter line: the first line in a block quote.
    package init?(_ line: Span<UInt8>) {
        guard line.has("[!", at: 0), let close = line.firstIndex(of: .ascii("]"), in: 2..<line.count),
            close > 2
        else { return nil }
        // What follows a bar says how the callout looks: `[!note|left]`.
        let end = line.firstIndex(of: .ascii("|"), in: 2..<close) ?? close
        type = LineText.trimmed(line, 2..<end)
        var start = close + 1
        if start < line.count, line[start] == .ascii("-") || line[start] == .ascii("+") { start += 1 }
        title = LineText.trimmed(line, start..<line.count)
    }

    /// Returns whether the type is one of Obsidian's own.
    ///
    /// Such a type means something only if there is no title.
    package func isObsidians(_ line: Span<UInt8>) -> Bool {
        let type = line.extracting(type)
        return type.isWord("question") || type.isWord("todo")
    }
}
