package import Markup

/// A change of one note that has been proven: the bytes that differ are those that were meant, and so is
/// everything that the note says afterwards.
public struct NoteEdit: Sendable {
    public let path: NotePath
    public let before: Note
    public let after: Note
    package let edit: Edit

    /// Only a proof makes one.
    init(path: NotePath, before: Note, after: Note, edit: Edit) {
        self.path = path
        self.before = before
        self.after = after
        self.edit = edit
    }

    /// Whether it changes no byte, since all is as it was wanted already.
    public var isEmpty: Bool { edit.isEmpty }

    public var oldBytes: [UInt8] { edit.source.bytes }
    public var newBytes: [UInt8] { edit.applied().bytes }

    /// The difference as `patch -p1` takes it.
    public func diff() -> [UInt8] { UnifiedDiff(of: edit, path: path.bytes).bytes }

    /// What changed, a line for each line of the note with the old text and the new, so that it can be
    /// brought back by hand. The bytes are the note's.
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
        for change in changes {
            let both = min(change.old.count, change.new.count)
            for index in 0..<both {
                let (old, new) = (change.old.lowerBound + index + 1, change.new.lowerBound + index + 1)
                add(new, quoted(edit.source, old), Array(" is now ".utf8), quoted(after, new))
            }
            for line in change.old.dropFirst(both) {
                add(line + 1, quoted(edit.source, line + 1), Array(" is gone".utf8))
            }
            for line in change.new.dropFirst(both) {
                add(line + 1, quoted(after, line + 1), Array(" is new".utf8))
            }
        }
        return lines
    }
}

extension Source {
    fileprivate var wholeLines: [Range<Int>] { (1...lineCount).map(whole(line:)) }
}
