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
            self.init(today: today, notes: [note], diagnostics: diagnostics)
        case .generated: self.init(today: today, notes: [], diagnostics: [])
        }
    }
}
