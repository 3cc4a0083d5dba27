package import Insights
internal import Markup
public import Notes

/// Names the note and the line that something comes from, as a link: `[Acme, onsite:14](….md#L14)`.
package struct Citation {
    package let base: LinkBase

    /// Returns a link to a line.
    ///
    /// `isShort` says whether it names the line alone, after another citation of the same note.
    package func link(to note: Note, line: Int, isShort: Bool = false) -> Inline {
        link((isShort ? ":" : note.shortName + ":") + line.description, base.destination(note, line: line))
    }

    package func link(to note: Note) -> Inline {
        link(note.shortName, base.destination(note, line: nil))
    }

    private func link(_ text: String, _ destination: String?) -> Inline {
        destination.map { .link(text, destination: $0) } ?? .text(text)
    }

    /// Returns links to several pieces of feedback, separated by commas.
    ///
    /// After the first link to a note, those that follow it are short. At most `most` are written, and then
    /// how many more there are.
    package func links(_ pieces: some Collection<FeedbackID>, in index: NotebookIndex, most: Int = 5)
        -> [Inline]
    {
        links(pieces.map { ($0.note, index[$0].position.line) }, in: index, most: most)
    }

    /// Returns links to several lines, separated by commas.
    ///
    /// After the first link to a note, those that follow it are short. At most `most` are written, and then
    /// how many more there are.
    package func links(_ lines: [(note: Int, line: Int)], in index: NotebookIndex, most: Int = 5) -> [Inline]
    {
        var inlines: [Inline] = []
        var last: Int?
        for (note, line) in lines.prefix(most) {
            if last != nil { inlines.append(", ") }
            inlines.append(link(to: index.notes[note], line: line, isShort: last == note))
            last = note
        }
        if lines.count > most { inlines.append(" and \(lines.count - most) more") }
        return inlines
    }
}

extension Note {
    /// What a person calls the interview: its company and round, or its title if it has no company.
    public var shortName: String {
        let name = company.map { company in round.map { company + ", " + $0 } ?? company }
        return TextWidth.cut(name ?? title, to: 40)
    }
}
