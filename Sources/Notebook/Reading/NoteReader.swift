internal import Markup

/// What reading one file gave.
enum ReadResult: Sendable {
    case note(Note, [Diagnostic])
    /// A report that Debrief wrote: no note, and nothing to say about it.
    case generated
}

/// Reads notes out of bytes, one after another. Total: any bytes give a note.
struct NoteReader: ~Copyable {
    private var frontMatterParser = FrontMatterParser()
    private var outlineReader = OutlineReader()
    private var bulletReader: BulletReader

    /// The blocks of the note that was read last.
    private(set) var outline = Outline()

    init(vocabulary: Vocabulary = .standard) {
        bulletReader = BulletReader(vocabulary: vocabulary)
    }

    mutating func read(_ bytes: [UInt8], path: NotePath) -> ReadResult {
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
        if let frontMatter = frontMatterParser.frontMatter(of: source) {
            masked = frontMatter.lines
            switch frontMatter.content {
            case .success(let pairs):
                if FrontMatterReader.isGenerated(pairs) { return .generated }
                var reader = FrontMatterReader(
                    source: source, path: path, aliases: bulletReader.vocabulary.aliases)
                reader.read(pairs, into: &note)
                diagnostics += reader.diagnostics
            case .failure(let failure): diagnostics.append(.frontMatter(failure, in: source, path))
            }
        }
        outline = outlineReader.outline(of: source, masking: masked)
        var body = BodyReader(source: source, note: note)
        body.read(outline, with: &bulletReader)
        diagnostics += body.diagnostics
        note = body.note
        if note.title.isEmpty { note.title = String(decoding: path.stem, as: UTF8.self) }
        return .note(note, diagnostics)
    }
}
