package import Markup

/// A change of one note that has been proven: only the bytes that were meant differ, and the note then says
/// only what was meant.
public struct NoteEdit: Sendable {
    /// The note's path in its notebook.
    public let path: NotePath
    /// What the note says before the change.
    public let before: Note
    /// What the note says after the change.
    public let after: Note
    package let edit: Edit

    /// Makes a change.
    ///
    /// Only a proof calls this.
    package init(path: NotePath, before: Note, after: Note, edit: Edit) {
        self.path = path
        self.before = before
        self.after = after
        self.edit = edit
    }

    /// Whether it changes no byte, because all is as it was wanted already.
    public var isEmpty: Bool { edit.isEmpty }

    /// The bytes of the note before the change.
    public var oldBytes: [UInt8] { edit.source.bytes }
    /// The bytes of the note after the change.
    public var newBytes: [UInt8] { edit.applied().bytes }

    /// Returns the difference in the form that `patch -p1` reads.
    public func diff() -> [UInt8] { UnifiedDiff(of: edit, path: path.bytes).bytes }

    /// Returns what changed: one line for each changed line of the note, with the old text and the new, so
    /// that a person can restore it by hand.
    ///
    /// The bytes are the note's own.
    public func summary() -> [UInt8] {
        let after = edit.applied()
        var lines: [UInt8] = []
        func add(_ number: Int, _ parts: [UInt8]...) {
            lines += path.onOneLine + Array(":\(number): ".utf8) + parts.flatMap(\.self) + [Byte.lf]
        }
        func quoted(_ source: Source, _ number: Int) -> [UInt8] {
            Array("“".utf8) + source.bytes[source.content(ofLine: number)] + Array("”".utf8)
        }
        let changes = LineChange.changes(
            by: edit, from: edit.source.wholeLines, to: after.wholeLines, after: after)
        let added = linesPutIn(after)
        for change in changes {
            var old = change.old[...]
            // A line that was inserted above an equal one is no change, so the equal one counts as inserted.
            var shifted = (0..<change.new.lowerBound).reversed().prefix(while: added.contains).count
            for line in change.new {
                let isShifted = shifted > 0 && !added.contains(line)
                if isShifted { shifted -= 1 }
                if added.contains(line) || isShifted || old.isEmpty {
                    add(line + 1, quoted(after, line + 1), Array(" is new".utf8))
                } else {
                    let before = quoted(edit.source, old.removeFirst() + 1)
                    add(line + 1, before, Array(" is now ".utf8), quoted(after, line + 1))
                }
            }
            for line in old { add(line + 1, quoted(edit.source, line + 1), Array(" is gone".utf8)) }
        }
        return lines
    }
}

extension NoteEdit {
    /// Returns the lines of the new bytes, counted from 0, that were inserted as whole lines.
    private func linesPutIn(_ after: Source) -> Set<Int> {
        var lines: Set<Int> = []
        var growth = 0
        for replacement in edit.replacements {
            let start = replacement.range.lowerBound + growth
            growth += replacement.bytes.count - replacement.range.count
            let ends = Source(replacement.bytes).lineCount - 1
            guard replacement.range.isEmpty, ends > 0 else { continue }
            let isBelow = replacement.bytes.first == Byte.lf || replacement.bytes.first == Byte.cr
            let first = after.position(of: start).line - (isBelow ? 0 : 1)
            lines.formUnion(first..<first + ends)
        }
        return lines
    }
}

extension Source {
    fileprivate var wholeLines: [Range<Int>] { (1...lineCount).map(whole(line:)) }
}
