internal import Markup
package import Notes

// This check finds what is wrong with the names of stories in the whole notebook.

extension NotebookIndex {
    /// Returns the diagnostics of names that no story has, or that more than one story has.
    ///
    /// If a number of a note is given, only that note is checked.
    package func storyNameFaults(in only: Int? = nil) -> [Diagnostic] {
        let asked = only.map { [$0] } ?? Array(notes.indices)
        guard asked.contains(where: { !notes[$0].tellings.isEmpty || !notes[$0].stories.isEmpty }) else {
            return []
        }
        let names = StoryNames(self)
        return asked.flatMap { number -> [Diagnostic] in
            let note = notes[number]
            var faults: [Diagnostic] = []
            for story in note.stories {
                guard let id = story.id, let first = names.stories(named: id).first else { continue }
                let other = names.stories[first]
                // Within one note, another check reports every repeated name.
                if other.note != number {
                    faults.append(
                        .secondStory(
                            id, first: self[other].position, notes[other.note].path, note.path,
                            at: story.position))
                }
            }
            for telling in note.tellings {
                guard let id = telling.id else { continue }
                let found = names.stories(named: id)
                if found.isEmpty {
                    faults.append(.unknownStory(id, note.path, at: telling.position))
                } else if names.story(named: id, in: number) == nil {
                    faults.append(.ambiguousStory(id, count: found.count, note.path, at: telling.position))
                }
            }
            return faults
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownStory(_ id: String, _ path: NotePath, at position: Position) -> Diagnostic
    {
        Diagnostic(
            .unknownStory, path: path, at: position,
            "no story is named ^\(id); write the name at the end of its line, `- story: … ^\(id)`")
    }

    fileprivate static func ambiguousStory(
        _ id: String, count: Int, _ path: NotePath, at position: Position
    ) -> Diagnostic {
        Diagnostic(
            .unknownStory, path: path, at: position,
            "\(count) stories are named ^\(id), so it is not known which was told; give each a name of its own"
        )
    }

    fileprivate static func secondStory(
        _ id: String, first: Position, _ other: NotePath, _ path: NotePath, at position: Position
    ) -> Diagnostic {
        Diagnostic(
            .duplicateID, path: path, at: position,
            "the story in \(other):\(first.line) is named ^\(id) too; give each a name of its own")
    }
}
