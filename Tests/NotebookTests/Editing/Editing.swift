import Notebook

extension CalendarDate {
    /// The day on which the tests edit.
    static let editingDay = CalendarDate(year: 2026, month: 11, day: 23) ?? CalendarDate(dayNumber: 0)
}

/// Edits text as bytes, for tests to look at what comes of it.
enum Editing {
    static func edit(
        _ text: String, _ change: (inout NoteEditor) throws(Refusal) -> Void
    ) throws(Refusal) -> NoteEdit {
        var editor = try NoteEditor(Array(text.utf8), path: NotePath("note.md"))
        try change(&editor)
        return try editor.edit()
    }

    static func mark(
        _ text: String, line: Int = 1, as stage: Stage, because reason: String? = nil
    ) throws(Refusal) -> String {
        let edit = try edit(text) { editor throws(Refusal) in
            try editor.mark(line: line, as: stage, because: reason, today: .editingDay)
        }
        return String(decoding: edit.newBytes, as: UTF8.self)
    }

    static func tick(_ text: String, line: Int = 1, _ box: TaskBox) throws(Refusal) -> String {
        let edit = try edit(text) { editor throws(Refusal) in
            try editor.tick(line: line, box, today: .editingDay)
        }
        return String(decoding: edit.newBytes, as: UTF8.self)
    }

    static func refusal(_ edit: () throws(Refusal) -> String) -> Refusal.Reason? {
        do {
            _ = try edit()
            return nil
        } catch {
            return error.reason
        }
    }
}
