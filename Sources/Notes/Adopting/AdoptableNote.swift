package import Markup

/// A note whose text is to be adopted: its bytes, and everything that reading them gave.
package struct AdoptableNote: Sendable {
    package let path: NotePath
    package let source: Source
    package let note: Note
    /// Everything that the note says, in reading order.
    package let sayings: [Saying]
    package let outline: Outline
    /// The source with blanks in place of the bytes that are not read.
    package let readable: Source
    package let notRead: [NotRead]
    package let diagnostics: [Diagnostic]
    package let vocabulary: Vocabulary
    /// The list marker that the note uses elsewhere.
    package let marker: UInt8
    /// Whether the note indents lists by tabs.
    package let indentsByTabs: Bool
    /// The positions at which the note's headings begin, in order.
    package let headings: [Position]

    /// Reads a note; nil if the bytes are not a note that may be edited.
    package init?(_ source: Source, path: NotePath, vocabulary: Vocabulary) {
        var reader = NoteReader(vocabulary: vocabulary)
        let result = reader.read(source, path: path)
        guard let note = result.note, !result.diagnostics.contains(where: { $0.code == .mergeConflict })
        else {
            return nil
        }
        self.path = path
        self.source = source
        self.note = note
        sayings = Saying.all(of: note)
        self.vocabulary = vocabulary
        outline = reader.outline
        readable = reader.readable
        notRead = reader.notRead
        diagnostics = result.diagnostics
        headings = outline.blocks.compactMap { block in
            if case .heading = block.kind { block.start } else { nil }
        }
        let items = outline.blocks.lazy.filter { $0.kind == .listItem }.map { source.offset(of: $0.start) }
        let marks = items.filter { $0 < source.bytes.count }.map { source.bytes[$0] }
        marker = marks.first { $0 == .ascii("*") || $0 == .ascii("+") || $0 == .ascii("-") } ?? .ascii("-")
        indentsByTabs = items.contains {
            $0 > 0 && $0 <= source.bytes.count && source.bytes[$0 - 1] == Byte.tab
        }
    }
}
