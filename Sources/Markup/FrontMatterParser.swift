/// Parses the front matter of notes, one after another.
///
/// A line that begins with a letter begins an entry, and where each entry is a mapping by itself, all of them
/// together are the mapping that they are one by one. Entries recur from note to note (`outcome: waiting`,
/// `company: Acme`), so libyaml parses each that is different once. Where some entry is none by itself, as one
/// with a bracket that is closed behind the next, libyaml parses the whole.
package struct FrontMatterParser: ~Copyable {
    /// The pairs of entries, whose lines count from the entry's first.
    private var known = KnownValues<[FrontMatter.Pair]>()

    package init() {}

    /// The front matter of a source, nil where its first line is not `---`.
    package mutating func frontMatter(of source: Source) -> FrontMatter? {
        guard let enclosed = FrontMatter.Enclosed(in: source) else { return nil }
        if let pairs = entries(of: enclosed, in: source) {
            return FrontMatter(lines: enclosed.lines, content: .success(pairs))
        }
        return FrontMatter(enclosed, of: source)
    }

    /// The pairs of all entries; nil where they are to be parsed as a whole.
    private mutating func entries(of enclosed: FrontMatter.Enclosed, in source: Source) -> [FrontMatter.Pair]?
    {
        guard enclosed.isReadable else { return nil }
        var all: [FrontMatter.Pair] = []
        all.reserveCapacity(16)
        let end = enclosed.lines.upperBound - 1
        var line = enclosed.lines.lowerBound + 1
        while line < end {
            guard source.bytes[source.whole(line: line).lowerBound].isLetter else { return nil }
            var next = line + 1
            while next < end, !source.bytes[source.whole(line: next).lowerBound].isLetter {
                // Of what ends a document or begins another one, only the whole can tell.
                let start = source.bytes[source.content(ofLine: next)].prefix(3)
                if start.elementsEqual("...".utf8) || start.elementsEqual("---".utf8) { return nil }
                next += 1
            }
            let range = source.whole(line: line).lowerBound..<source.whole(line: next).lowerBound
            guard add(range, line: line, of: source, to: &all) else { return nil }
            line = next
        }
        return all
    }

    private mutating func add(
        _ entry: Range<Int>, line: Int, of source: Source, to all: inout [FrontMatter.Pair]
    ) -> Bool {
        if let pairs = known.value(of: entry, in: source.bytes) {
            for pair in pairs { all.append(pair.moved(byLines: line - 1)) }
            return true
        }
        var events = YAMLEvents(source, entry, firstLine: line)
        guard let parsed = try? events.pairs() else { return false }
        all += parsed
        known.add(parsed.map { $0.moved(byLines: 1 - line) }, of: entry, in: source.bytes)
        return true
    }
}

extension FrontMatter.Pair {
    fileprivate func moved(byLines lines: Int) -> FrontMatter.Pair {
        FrontMatter.Pair(
            key: key, keyStart: keyStart.moved(byLines: lines), value: value.moved(byLines: lines),
            valueStart: valueStart.moved(byLines: lines))
    }
}

extension FrontMatter.Value {
    /// It calls itself no deeper than YAML is read.
    fileprivate func moved(byLines lines: Int) -> FrontMatter.Value {
        switch self {
        case .scalar, .alias: self
        case .list(let items):
            .list(
                items.map {
                    .init(value: $0.value.moved(byLines: lines), start: $0.start.moved(byLines: lines))
                })
        case .mapping(let pairs): .mapping(pairs.map { $0.moved(byLines: lines) })
        }
    }
}

extension Position {
    fileprivate func moved(byLines lines: Int) -> Position { Position(line: line + lines, column: column) }
}
