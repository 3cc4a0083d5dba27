/// A part of front matter that libyaml can be asked about separately.
///
/// A line that begins with a letter begins an entry. If each entry is a mapping by itself, the whole is
/// simply these mappings, one after another. Entries recur from note to note (`outcome: waiting`,
/// `company: Acme`), so that each different one is parsed once. If an entry is not a mapping by itself,
/// libyaml parses the whole. An entry with a bracket that closes in the next entry is an example.
package struct FrontMatterEntry: Sendable {
    /// The bytes of its lines.
    package let range: Range<Int>
    /// The number of its first line.
    package let line: Int

    /// Returns the entry's pairs with their positions in the note; nil if the entry is not a mapping by
    /// itself.
    package func pairs(in source: Source) -> [FrontMatter.Pair]? {
        try? YAMLEvents.pairs(of: source, range, firstLine: line)
    }
}

extension FrontMatter.Enclosed {
    /// Separates the front matter into entries.
    ///
    /// - Parameters:
    ///   - source: the source that the front matter stands in.
    ///   - entries: receives the entries. Its memory is reused.
    /// - Returns: whether the entries are all there is. If not, libyaml has to parse the whole.
    package func separate(in source: Source, into entries: inout [FrontMatterEntry]) -> Bool {
        entries.removeAll(keepingCapacity: true)
        guard isReadable else { return false }
        let end = lines.upperBound - 1
        var line = lines.lowerBound + 1
        while line < end {
            let start = source.whole(line: line).lowerBound
            guard source.bytes[start].isLetter else { return false }
            var next = line + 1
            while next < end, !source.bytes[source.whole(line: next).lowerBound].isLetter {
                // Such a line ends a document or begins another one, and only parsing the whole shows which.
                let start = source.bytes[source.content(ofLine: next)].prefix(3)
                if start.elementsEqual("...".utf8) || start.elementsEqual("---".utf8) { return false }
                next += 1
            }
            entries.append(
                FrontMatterEntry(range: start..<source.whole(line: next).lowerBound, line: line))
            line = next
        }
        return true
    }
}
