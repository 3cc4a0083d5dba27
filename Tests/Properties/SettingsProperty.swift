import Markup
import Notebook

/// Whatever a notebook sets for itself, notes are read and edited by it, and what it says wrongly is told.
enum SettingsProperty {
    /// Asks whether the property holds of a configuration, with which a note may come after a separator.
    ///
    /// The bytes of the configuration are each of the templates too.
    static func check(_ bytes: [UInt8]) throws(Violation) {
        let parts = bytes.split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false)
            .map { Array($0) }
        let note = parts.count > 1 ? parts[1] : Array(standardNote.utf8)
        let settings = parts.first ?? []
        let reader = ConfigurationReader(settings)
        for diagnostic in reader.diagnostics {
            try require(
                ReadingProperty.isWithin(Source(settings), diagnostic.position),
                "no such position: \(diagnostic)")
        }
        let index = NotebookIndex(of: [(NotePath("note.md"), note)], reader.configuration)
        // The topics that its lexicon proposes are said there; each report that has them takes as long again.
        try require(JSONValue(Export(index, suggesting: true).json()) != nil, "the export is no JSON")
        try checkMarks(of: note, index, reader.configuration.vocabulary)
        for kind in TemplateKind.allCases { try check(settings, as: kind, index) }
    }

    private static let standardNote =
        "# Acme\n## Feedback\n- Lead with the conclusion. #brevity\n- [swallow] Slow down. #pace from:dana\n"
        + "  - [ ] Read it aloud. due:2026-11-02\n- Kaue: x #stil\n## Hunches\n- Too long. #brevity\n"

    /// A stage is said in the notebook's own words, and is read as that.
    private static func checkMarks(
        of note: [UInt8], _ index: NotebookIndex, _ vocabulary: Vocabulary
    ) throws(Violation) {
        let positions = index.notes.flatMap(\.feedback).map(\.position).prefix(4)
        for (position, stage) in zip(positions, [Stage.spit, .chew, .swallow, .unsorted]) {
            let edit: NoteEdit
            do {
                var editor = try NoteEditor(note, path: NotePath("note.md"), vocabulary: vocabulary)
                try editor.mark(line: position.line, as: stage, today: .day)
                edit = try editor.edit()
            } catch {
                continue
            }
            let marked = edit.after.feedback.first { $0.position.line == position.line }
            try require(
                marked?.stage == stage, "at \(position) \(stage) reads as \(String(describing: marked))")
        }
    }

    private static func check(
        _ bytes: [UInt8], as kind: TemplateKind, _ index: NotebookIndex
    ) throws(Violation) {
        let template: Template
        do {
            template = try Template(bytes, names: kind.names)
        } catch {
            try require(
                ReadingProperty.isWithin(Source(bytes), error.position), "it fails at \(error.position)")
            return
        }
        switch kind {
        case .request, .thanks:
            for note in index.notes { _ = template.filled(with: Letter(about: note, kind).values) }
        case .note:
            let new = NewNote(
                company: "Acme {{title}}", role: nil, round: "a: b", date: .day,
                interviewers: ["Dana", "Lee"],
                today: .day)
            let problem = new.problem(with: template)
            let read = NotebookIndex(of: [(NotePath(new.fileName), new.bytes(from: template))])
            try require(problem != nil || !read.hasErrors, "a new note has \(read.diagnostics)")
        }
    }
}
