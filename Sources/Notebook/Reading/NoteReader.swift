internal import Markup

/// What reading one file gave.
package struct ReadResult: Sendable, Equatable {
    /// What was read, also where it is no note.
    fileprivate(set) var content: Note
    package fileprivate(set) var diagnostics: [Diagnostic] = []
    /// Whether it is a report that Debrief wrote, about which there is nothing to say.
    fileprivate(set) var isGenerated = false

    fileprivate init(path: NotePath) {
        content = Note(path: path, title: "")
    }

    /// Nil for a report that Debrief wrote.
    package var note: Note? { isGenerated ? nil : content }
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
        // Everything is put in its place here, and no note is ever copied.
        var result = ReadResult(path: path)
        if let bad = Encoding.firstInvalidByte(in: source.bytes) {
            result.diagnostics.append(.invalidUTF8(path, at: source.position(of: bad)))
        }
        result.content.date = CalendarDate(ascii: path.name.prefix(11))
        var masked = 1..<1
        switch frontMatterReader.read(source, into: &result.content, reporting: &result.diagnostics) {
        case .absent: break
        case .generated:
            result.diagnostics = []
            result.isGenerated = true
            return result
        case .read(let lines): masked = lines
        }
        outline = outlineReader.outline(of: source, masking: masked)
        result.diagnostics += bodyReader.read(outline, of: source, into: &result.content)
        if result.content.title.isEmpty { result.content.title = String(decoding: path.stem, as: UTF8.self) }
        return result
    }
}
