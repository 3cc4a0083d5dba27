/// The change that an edit makes, in the form that `patch -p1` takes and people read.
///
/// The lines are those of `diff` and `patch`: they end in LF alone, so that a CR is an ordinary byte of its
/// line. The bytes of the file are written unchanged, whatever they are.
package struct UnifiedDiff: Sendable {
    /// The diff as bytes; empty if the edit changes nothing.
    package private(set) var bytes: [UInt8] = []

    private static let context = 3

    /// Makes the diff of an edit.
    ///
    /// - Parameters:
    ///   - edit: the edit.
    ///   - path: the file's path. The head of the diff shows it after `a/` and `b/`.
    package init(of edit: Edit, path: [UInt8]) {
        let after = edit.applied()
        let (oldLines, newLines) = (Self.lines(of: edit.source.bytes), Self.lines(of: after.bytes))
        let changes = LineChange.changes(by: edit, from: oldLines, to: newLines, after: after)
        guard !changes.isEmpty else { return }
        writeName("--- ", "a/", path)
        writeName("+++ ", "b/", path)
        var first = 0
        for next in 1...changes.count {
            // Changes whose contexts touch go into one hunk.
            if next < changes.count,
                changes[next].old.lowerBound - changes[next - 1].old.upperBound <= 2 * Self.context
            {
                continue
            }
            writeHunk(changes[first..<next], edit.source.bytes, oldLines, after.bytes, newLines)
            first = next
        }
    }

    private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: Byte.lf).map { $0 + 1 } ?? bytes.count
            lines.append(start..<end)
            start = end
        }
        return lines
    }

    // MARK: Writing

    private mutating func writeHunk(
        _ changes: ArraySlice<LineChange>, _ old: [UInt8], _ oldLines: [Range<Int>], _ new: [UInt8],
        _ newLines: [Range<Int>]
    ) {
        guard let first = changes.first, let last = changes.last else { return }
        let before = min(Self.context, first.old.lowerBound)
        let after = min(Self.context, oldLines.count - last.old.upperBound)
        write("@@ -")
        writeRange(first.old.lowerBound - before..<last.old.upperBound + after)
        write(" +")
        writeRange(first.new.lowerBound - before..<last.new.upperBound + after)
        write(" @@\n")
        var at = first.old.lowerBound - before
        for change in changes {
            for line in at..<change.old.lowerBound { writeLine(" ", old[oldLines[line]]) }
            for line in change.old { writeLine("-", old[oldLines[line]]) }
            for line in change.new { writeLine("+", new[newLines[line]]) }
            at = change.old.upperBound
        }
        for line in at..<at + after { writeLine(" ", old[oldLines[line]]) }
    }

    /// Writes the number of the first line and the count of lines.
    ///
    /// An empty range is written with the number of the line before it.
    private mutating func writeRange(_ lines: Range<Int>) {
        write(String(lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1))
        if lines.count != 1 { write("," + String(lines.count)) }
    }

    private mutating func writeLine(_ mark: StaticString, _ line: ArraySlice<UInt8>) {
        write(mark.description)
        bytes += line
        if line.last != Byte.lf { write("\n\\ No newline at end of file\n") }
    }

    /// Writes a file's name as git does.
    ///
    /// A name that would break the line or its quotes is quoted as in C. A name with a space is followed by a
    /// tab.
    private mutating func writeName(_ mark: StaticString, _ folder: StaticString, _ path: [UInt8]) {
        write(mark.description)
        let isQuoted = path.contains { $0 < 0x20 || $0 == 0x7F || $0 == .ascii("\"") || $0 == .ascii("\\") }
        if isQuoted { write("\"") }
        write(folder.description)
        for byte in path {
            if byte == .ascii("\"") || byte == .ascii("\\") {
                bytes += [.ascii("\\"), byte]
            } else if byte < 0x20 || byte == 0x7F {
                bytes += [.ascii("\\"), 0x30 + (byte >> 6), 0x30 + (byte >> 3 & 7), 0x30 + (byte & 7)]
            } else {
                bytes.append(byte)
            }
        }
        if isQuoted { write("\"") } else if path.contains(Byte.space) { bytes.append(Byte.tab) }
        bytes.append(Byte.lf)
    }

    private mutating func write(_ text: String) {
        bytes += text.utf8
    }
}
