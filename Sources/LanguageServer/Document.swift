internal import Markup
internal import Notebook

/// A text that is open in the editor, as of its last change, and what it says.
struct Document: Sendable {
    let uri: String
    let version: Int?
    /// Its path in the notebook; of a text from elsewhere the name that it goes by.
    let path: NotePath
    let isInNotebook: Bool
    let places: TextPlaces
    /// The index of the one note that the text is; of none for a report of ours, or a text that is not read.
    let part: Index

    var source: Source { places.source }
    var note: Note? { part.notes.first }

    /// The text taken apart.
    var text: NoteText { NoteText(source, vocabulary: vocabulary) }

    /// The words of the notebook.
    var vocabulary: Vocabulary { part.configuration.vocabulary }

    /// Whether editors might disagree on where its lines begin: some take a carriage return alone for the end
    /// of a line, as the protocol does, and some for a character of it. Nothing may be edited by line then.
    var hasAmbiguousLines: Bool { source.hasLoneReturn }
}

extension Source {
    /// Whether a carriage return stands anywhere without a line feed behind it.
    var hasLoneReturn: Bool {
        bytes.indices.contains {
            bytes[$0] == Byte.cr && ($0 + 1 == bytes.count || bytes[$0 + 1] != Byte.lf)
        }
    }
}
