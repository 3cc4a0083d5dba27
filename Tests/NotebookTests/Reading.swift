@testable import Notebook

extension CalendarDate {
    /// The day on which the format's examples are read.
    static let formatDay = CalendarDate(year: 2026, month: 11, day: 23) ?? CalendarDate(dayNumber: 0)
}

extension Index {
    /// The index of a notebook with one note.
    init(reading bytes: [UInt8], as name: String = "note.md", today: CalendarDate = .formatDay) {
        var reader = NoteReader()
        switch reader.read(bytes, path: NotePath(name)) {
        case .note(let note, let diagnostics):
            self.init(today: today, notes: [note], faults: diagnostics)
        case .generated: self.init(today: today, notes: [], faults: [])
        }
    }
}

extension Index {
    /// The index of a notebook with several notes, given by name and text.
    init(readingNotes texts: [(name: String, text: String)], today: CalendarDate = .formatDay) {
        var reader = NoteReader()
        var notes: [Note] = []
        var diagnostics: [Diagnostic] = []
        for (name, text) in texts.sorted(by: { NotePath($0.name) < NotePath($1.name) }) {
            guard case .note(let note, let found) = reader.read(Array(text.utf8), path: NotePath(name)) else {
                continue
            }
            notes.append(note)
            diagnostics += found
        }
        self.init(today: today, notes: notes, faults: diagnostics)
    }
}
