package import Markup

/// The result of reading one file.
package struct ReadResult: Sendable, Equatable {
    /// The note; nil if the file is a template or a report that Debrief wrote.
    package let note: Note?
    package let diagnostics: [Diagnostic]
}

/// Reads notes from bytes, one after another.
///
/// Reading never fails: any bytes give a note.
package struct NoteReader: ~Copyable {
    private let vocabulary: Vocabulary
    private var frontMatterReader: FrontMatterReader
    private var outlineReader = OutlineReader()
    private var bodyReader: BodyReader

    /// The blocks of the note that was read last.
    package private(set) var outline = Outline()
    /// The bytes of that note as they were read, with blanks in place of comments over several lines.
    package private(set) var readable = Source([])

    /// What looks meant in the note that was read last, but is not read.
    package var notRead: [NotRead] { bodyReader.toldNotRead }

    package init(vocabulary: Vocabulary = .standard) {
        self.vocabulary = vocabulary
        frontMatterReader = FrontMatterReader(vocabulary: vocabulary)
        bodyReader = BodyReader(vocabulary: vocabulary)
    }

    package mutating func read(_ bytes: [UInt8], path: NotePath) -> ReadResult {
        read(Source(bytes), path: path)
    }

    package mutating func read(_ source: Source, path: NotePath) -> ReadResult {
        var note = Note(path: path, title: "")
        var diagnostics: [Diagnostic] = []
        let isNote = read(source, into: &note, reporting: &diagnostics)
        return ReadResult(note: isNote ? note : nil, diagnostics: diagnostics)
    }

    /// Reads a source into a note of which only the path is known.
    ///
    /// The note is filled in place, so that it is never copied.
    ///
    /// - Returns: whether the file is a note, and not a template or a report that Debrief wrote.
    package mutating func read(
        _ source: Source, into note: inout Note, reporting diagnostics: inout [Diagnostic]
    ) -> Bool {
        if let bad = Encoding.firstInvalidByte(in: source.bytes) {
            diagnostics.append(.invalidUTF8(note.path, at: source.position(of: bad)))
        }
        note.date = CalendarDate(inName: note.path.stem)
        var source = source
        let conflict = MergeConflict(in: source)
        if let conflict {
            diagnostics.append(.mergeConflict(note.path, atLine: conflict.lines.lowerBound))
            source = conflict.masked(source)
        }
        var particulars = NoteParticulars()
        guard let masked = readFrontMatter(of: source, into: &note, &particulars, reporting: &diagnostics)
        else { return false }
        let (written, plain, hidden) = Comments(in: source, outside: LineMask(masked))
            .removed(from: source, hiding: LineMask(masked))
        guard
            readProperties(
                of: plain, from: masked.upperBound, into: &note, &particulars, reporting: &diagnostics)
        else { return false }
        particulars.finish(&note, reporting: &diagnostics)
        readable = written
        outline = outlineReader.outline(of: written, masking: hidden)
        diagnostics += bodyReader.read(outline, of: plain, written: written, into: &note)
        if note.title.isEmpty { note.title = String(decoding: note.path.stem, as: UTF8.self) }
        note.isInterview = note.speaksOfInterview
        if note.isInterview {
            if note.date == nil { diagnostics.append(.noDate(note.path)) }
            if note.company == nil { diagnostics.append(.noCompany(note.path)) }
        }
        if !particulars.ofInterview.isEmpty, note.isInterview || particulars.speakOfInterview {
            diagnostics += particulars.ofInterview
        }
        return true
    }

    /// Reads what the note says about itself in its front matter.
    ///
    /// - Returns: the lines that are not markdown; nil if the file is not a note.
    private mutating func readFrontMatter(
        of source: Source, into note: inout Note, _ particulars: inout NoteParticulars,
        reporting diagnostics: inout [Diagnostic]
    ) -> Range<Int>? {
        var masked = 1..<1
        switch frontMatterReader.read(source, into: &note, &particulars, reporting: &diagnostics) {
        case .absent:
            guard let lines = FrontMatter.linesOfTOML(in: source) else { break }
            diagnostics.append(.tomlFrontMatter(note.path))
            masked = lines
        case .generated:
            diagnostics = []
            return nil
        case .template: return nil
        case .read(let lines): masked = lines
        }
        return masked
    }

    /// Reads what the note says about itself in properties.
    ///
    /// - Parameters:
    ///   - source: the note's bytes without comments.
    ///   - first: the first line that is not front matter.
    ///   - note: the note that receives the values.
    ///   - particulars: what the front matter has said.
    ///   - diagnostics: receives what is wrong with the properties.
    /// - Returns: whether the file is a note, and not a template.
    private func readProperties(
        of source: Source, from first: Int, into note: inout Note, _ particulars: inout NoteParticulars,
        reporting diagnostics: inout [Diagnostic]
    ) -> Bool {
        let blocks = PropertyBlocks(in: source, from: first)
        if blocks.properties.isEmpty { return true }
        particulars.beginProperties()
        var reader = PropertyReader(source: source, path: note.path, vocabulary: vocabulary)
        if let position = reader.positionOfPlaceholder(in: blocks.properties) {
            diagnostics = [.template(note.path, at: position)]
            return false
        }
        reader.read(blocks.properties, into: &note, &particulars, reporting: &diagnostics)
        return true
    }
}
