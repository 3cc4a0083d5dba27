/// Feedback that nobody has judged yet.
enum Unsorted: Check {
    static func diagnostics(of note: Note, today: CalendarDate, _ configuration: Configuration)
        -> [Diagnostic]
    {
        note.feedback.filter { $0.stage == .unsorted }.map {
            Diagnostic(
                .unsorted, path: note.path, at: $0.place,
                "not sorted yet: chew on it, swallow it or spit it out")
        }
    }
}
