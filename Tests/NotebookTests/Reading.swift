import Notebook

extension CalendarDate {
    /// The day on which the format's examples are read.
    static let formatDay = CalendarDate(year: 2026, month: 11, day: 23) ?? CalendarDate(dayNumber: 0)
}

extension NotebookIndex {
    /// The index of a notebook with one note.
    init(reading bytes: [UInt8], as name: String = "note.md", today: CalendarDate = .formatDay) {
        var reader = NoteReader()
        let read = reader.read(bytes, path: NotePath(name))
        self.init(today: today, notes: read.note.map { [$0] } ?? [], faults: read.diagnostics)
    }
}

extension NotebookIndex {
    /// The index of a notebook with several notes, given by name and text.
    init(readingNotes texts: [(name: String, text: String)], today: CalendarDate = .formatDay) {
        var reader = NoteReader()
        var notes: [Note] = []
        var diagnostics: [Diagnostic] = []
        for (name, text) in texts.sorted(by: { NotePath($0.name) < NotePath($1.name) }) {
            let read = reader.read(Array(text.utf8), path: NotePath(name))
            if let note = read.note { notes.append(note) }
            diagnostics += read.diagnostics
        }
        self.init(today: today, notes: notes, faults: diagnostics)
    }
}
