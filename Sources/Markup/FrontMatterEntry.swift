/// A part of front matter that libyaml can be asked about by itself.
///
/// A line that begins with a letter begins an entry, and where each entry is a mapping by itself, all of them
/// together are the mapping that they are one by one. Entries recur from note to note (`outcome: waiting`,
/// `company: Acme`), so that each that is different need be parsed once. Where some entry is none by itself, as
/// one with a bracket that is closed behind the next, libyaml is to parse the whole.
package struct FrontMatterEntry: Sendable {
    /// The bytes of its lines.
    package let range: Range<Int>
    /// The number of its first line.
    package let line: Int

    /// Its pairs, in their places in the note; nil where it is no mapping by itself.
    package func pairs(in source: Source) -> [FrontMatter.Pair]? {
        try? YAMLEvents.pairs(of: source, range, firstLine: line)
    }
}

extension FrontMatter.Enclosed {
    /// Takes the front matter apart.
    ///
    /// - Parameter entries: is given the entries, and keeps its memory.
    /// - Returns: whether they are all there is; else libyaml is to parse the whole.
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
                // Of what ends a document or begins another one, only the whole can tell.
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
