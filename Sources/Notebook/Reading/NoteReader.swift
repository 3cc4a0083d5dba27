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
        var diagnostics: [Diagnostic] = []
        if let bad = Encoding.firstInvalidByte(in: source.bytes) {
            diagnostics.append(.invalidUTF8(path, at: source.position(of: bad)))
        }
        var note = Note(path: path, title: "")
        note.date = CalendarDate(ascii: path.name.prefix(11))
        var masked = 1..<1
        switch frontMatterReader.read(source, into: &note, reporting: &diagnostics) {
        case .absent: break
        case .generated: return ReadResult(note: nil, diagnostics: [])
        case .read(let lines): masked = lines
        }
        outline = outlineReader.outline(of: source, masking: masked)
        diagnostics += bodyReader.read(outline, of: source, into: &note)
        if note.title.isEmpty { note.title = String(decoding: path.stem, as: UTF8.self) }
        return ReadResult(note: note, diagnostics: diagnostics)
    }
}
