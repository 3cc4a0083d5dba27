internal import Markup
internal import Notebook

/// A text that is open in the editor, as of its last change, and what it says.
struct Document: Sendable {
    let uri: String
    let version: Int?
    /// Its path in the notebook.
    ///
    /// A text from elsewhere has the name that the editor uses.
    let path: NotePath
    let isInNotebook: Bool
    let positions: TextPositions
    /// The index of the text's one note.
    ///
    /// It has no note if the text is a report of ours, or is not read.
    let part: NotebookIndex

    var source: Source { positions.source }
    var note: Note? { part.notes.first }

    /// The text taken apart.
    var text: NoteText { NoteText(source, vocabulary: vocabulary) }

    /// The words of the notebook.
    var vocabulary: Vocabulary { part.configuration.vocabulary }

    /// Whether editors might disagree on where its lines begin.
    ///
    /// Some, like the protocol, end a line at a single carriage return, and some do not. Such a text must not
    /// be edited by line.
    var hasAmbiguousLines: Bool { source.hasLoneReturn }
}

extension Source {
    /// Whether there is a carriage return without a line feed after it.
    var hasLoneReturn: Bool {
        bytes.indices.contains {
            bytes[$0] == Byte.cr && ($0 + 1 == bytes.count || bytes[$0 + 1] != Byte.lf)
        }
    }
}
