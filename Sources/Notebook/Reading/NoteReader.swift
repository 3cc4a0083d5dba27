internal import Markup

/// What reading one file gave.
package struct ReadResult: Sendable, Equatable {
    /// Nil for a report that Debrief wrote, about which there is nothing to say.
    package let note: Note?
    package let diagnostics: [Diagnostic]
}

/// Reads notes out of bytes, one after another. Total: any bytes give a note.
package struct NoteReader: ~Copyable {
    private var frontMatterReader: FrontMatterReader
    private var outlineReader = OutlineReader()
    private var bodyReader: BodyReader

    /// The blocks of the note that was read last.
    private(set) var outline = Outline()

    package init(vocabulary: Vocabulary = .standard) {
        frontMatterReader = FrontMatterReader(aliases: vocabulary.aliases)
        bodyReader = BodyReader(vocabulary: vocabulary)
    }

    package mutating func read(_ bytes: [UInt8], path: NotePath) -> ReadResult {
        read(Source(bytes), path: path)
    }

    mutating func read(_ source: Source, path: NotePath) -> ReadResult {
        var note = Note(path: path, title: "")
        var diagnostics: [Diagnostic] = []
        let isNote = read(source, into: &note, reporting: &diagnostics)
        return ReadResult(note: isNote ? note : nil, diagnostics: diagnostics)
    }

    /// Reads into a note of which nothing is known but its path, where it is, so that none is ever copied.
    ///
    /// - Returns: whether it is a note, and not a report that Debrief wrote.
    mutating func read(
        _ source: Source, into note: inout Note, reporting diagnostics: inout [Diagnostic]
    ) -> Bool {
        if let bad = Encoding.firstInvalidByte(in: source.bytes) {
            diagnostics.append(.invalidUTF8(note.path, at: source.position(of: bad)))
        }
        note.date = CalendarDate(ascii: note.path.name.prefix(11))
        var masked = 1..<1
        switch frontMatterReader.read(source, into: &note, reporting: &diagnostics) {
        case .absent: break
        case .generated:
            diagnostics = []
            return false
        case .read(let lines): masked = lines
        }
        outline = outlineReader.outline(of: source, masking: masked)
        diagnostics += bodyReader.read(outline, of: source, into: &note)
        if note.title.isEmpty { note.title = String(decoding: note.path.stem, as: UTF8.self) }
        return true
    }
}
