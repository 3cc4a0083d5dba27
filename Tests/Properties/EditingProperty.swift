import Markup
import Notebook

/// An edit changes what was meant and no byte besides, or it is refused.
enum EditingProperty {
    /// How many bytes at an input's front say what to do; the rest is the note.
    static let choices = 16

    private static let path = NotePath("2026-10-14-acme-onsite.md")

    static func check(_ bytes: [UInt8]) throws(Violation) {
        var input = Input(bytes, choices: choices)
        var bytes = input.rest
        // One after another, each on what the one before has left.
        for _ in 0..<1 + input.choose(below: 3) {
            guard let random = RandomEdit(in: bytes, &input) else { return }
            guard let edit = try make([random], of: bytes) else { continue }
            try check(edit, random, of: bytes)
            bytes = edit.newBytes
        }
        // And several at once, on the note as it was.
        var randoms: [RandomEdit] = []
        for _ in 0..<3 {
            if let random = RandomEdit(in: input.rest, &input) { randoms.append(random) }
        }
        if let edit = try make(randoms, of: input.rest) { try checkBytes(edit, of: input.rest) }
    }

    /// The edit that random edits come to together; nil where one of them is refused.
    private static func make(_ randoms: [RandomEdit], of bytes: [UInt8]) throws(Violation) -> NoteEdit? {
        do {
            var editor = try NoteEditor(bytes, path: path)
            for random in randoms { try random.apply(to: &editor) }
            return try editor.edit()
        } catch {
            try require(!"\(error)".isEmpty && error.path == path && error.line >= 1, "an empty refusal")
            return nil
        }
    }

    // MARK: Bytes

    /// What holds for every edit: it is what it says, and can be undone.
    static func checkBytes(_ edit: NoteEdit, of bytes: [UInt8]) throws(Violation) {
        try require(edit.oldBytes == bytes, "the edit is one of other bytes")
        try require(edit.edit.inverse().applied().bytes == bytes, "the edit cannot be undone")
        try require(edit.isEmpty == (edit.newBytes == bytes), "an empty edit changes something")
        let read = NotebookIndex(of: [(edit.path, edit.newBytes)]).notes.first
        try require(read == edit.after, "the new bytes do not say what the edit promises")
        if edit.isEmpty {
            try require(edit.diff().isEmpty && edit.summary().isEmpty, "a diff of nothing")
        } else {
            try require(patched(bytes, with: edit.diff()) == edit.newBytes, "the diff leads elsewhere")
            try require(!edit.summary().isEmpty, "the change is not told")
        }
        // What stays of a line's end stays as it is.
        if !bytes.contains(0x0D) { try require(!edit.newBytes.contains(0x0D), "a line end of another kind") }
    }

    private static func check(_ edit: NoteEdit, _ random: RandomEdit, of bytes: [UInt8]) throws(Violation) {
        try checkBytes(edit, of: bytes)
        try random.checkMeaning(of: edit)
        let source = edit.edit.source
        let lines = random.lines(of: source)
        let start = source.whole(line: lines.lowerBound).lowerBound
        let end = lines.isEmpty ? start : source.content(ofLine: lines.upperBound - 1).upperBound
        try require(
            edit.newBytes.starts(with: bytes[..<start])
                && edit.newBytes.reversed().starts(with: bytes[end...].reversed()),
            "a byte changes outside of lines \(lines)")
        // Made again, it is there. The line that was named may be gone, but not the bullet's first.
        var same = random
        same.line = lines.lowerBound
        if random.isIdempotent, !random.completesRepeating(edit.before),
            let again = try make([same], of: edit.newBytes)
        {
            try require(again.isEmpty, "the same again changes something more")
        }
    }
}
