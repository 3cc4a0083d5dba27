public import Insights
public import Markup
internal import Notes

/// What there is to know about one story at a glance: where it was told, and what showed of it.
public struct StoryGlance: Sendable {
    private let index: NotebookIndex
    private let base: LinkBase

    /// Prepares a glance.
    ///
    /// - Parameters:
    ///   - index: The notebook.
    ///   - base: What the links to notes are relative to.
    public init(_ index: NotebookIndex, linkingFrom base: LinkBase) {
        self.index = index
        self.base = base
    }

    /// Says what there is to know of the story that a bullet is, or tells of.
    ///
    /// - Parameters:
    ///   - position: The position of the bullet's list marker.
    ///   - note: The index of its note.
    ///   - form: The form to write it in.
    /// - Returns: The text; nil if the bullet neither is a story nor tells of one that is known.
    public func text(
        ofBulletAt position: Position, in note: Int, _ form: TopicReport.Form = .markdown
    ) -> String? {
        let (stories, tellings) = (index.notes[note].stories, index.notes[note].tellings)
        guard
            stories.contains(where: { $0.position == position })
                || tellings.contains(where: { $0.position == position })
        else { return nil }
        let book = StoryBook(index)
        let storiesToldHere = tellings.indices.filter { tellings[$0].position == position }
            .compactMap { book.story(of: TellingID(note: note, number: $0)) }
        let own = book.entries.filter { $0.story.note == note && index[$0.story].position == position }
        guard let entry = (own + storiesToldHere).first else { return nil }
        return form.text(text(of: entry))
    }

    private func text(of entry: StoryBook.Entry) -> Markdown {
        let citation = Citation(base: base)
        let wording = StoryWording(index: index, citation: citation)
        let story = index[entry.story]
        var text = Markdown()
        text.paragraph(
            [
                .strong(story.text),
                .text(story.topics.map { " #\($0)" }.joined() + ", \(wording.timesTold(entry)). "),
                citation.link(to: index.notes[entry.story.note], line: story.position.line), ".",
            ])
        text.list(story.parts.map { .init([.text("\(Wording.sentence($0.kind.rawValue)): \($0.text)")]) })
        if !entry.tellings.isEmpty {
            text.paragraph(["Told: "] + citation.links(entry.tellings, in: index) + ["."])
        }
        if !entry.showings.isEmpty { text.paragraph(wording.showed(entry)) }
        if !story.gaps.isEmpty { text.paragraph([.text("It has \(Wording.list(story.gaps)).")]) }
        return text
    }
}
