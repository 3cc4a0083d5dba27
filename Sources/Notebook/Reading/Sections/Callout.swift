internal import Markup

/// The first line of one of Obsidian's callouts: `[!feedback]- From the panel`.
struct Callout {
    /// Where the type stands.
    let type: Range<Int>
    /// Where the title stands; empty where there is none.
    let title: Range<Int>

    /// - Parameter line: the first line in a block quote.
    init?(_ line: Span<UInt8>) {
        guard line.has("[!", at: 0), let close = line.firstIndex(of: .ascii("]"), in: 2..<line.count),
            close > 2
        else { return nil }
        // What follows a bar is how it looks: `[!note|left]`.
        let end = line.firstIndex(of: .ascii("|"), in: 2..<close) ?? close
        type = LineText.trimmed(line, 2..<end)
        var start = close + 1
        if start < line.count, line[start] == .ascii("-") || line[start] == .ascii("+") { start += 1 }
        title = LineText.trimmed(line, start..<line.count)
    }

    /// Whether the type is one of Obsidian's own, which says something only where there is no title.
    func isObsidians(_ line: Span<UInt8>) -> Bool {
        let type = line.extracting(type)
        return type.isWord("question") || type.isWord("todo")
    }
}
