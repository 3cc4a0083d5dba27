/// A notebook in memory: its notes and what there is to say about them, as of one day.
///
/// A value. It is made anew at every run, and everything that a report says comes from it alone.
public struct Index: Sendable {
    public let today: CalendarDate
    /// What the notebook sets for itself.
    public let configuration: Configuration
    /// In the order of their paths.
    public let notes: [Note]
    /// In the order of paths, and of places within a note.
    public let diagnostics: [Diagnostic]

    /// Makes an index of notes.
    ///
    /// - Parameter diagnostics: what reading the notes brought up. What the method would do next is added.
    public init(
        today: CalendarDate, configuration: Configuration = .standard, notes: [Note],
        diagnostics: [Diagnostic]
    ) {
        var all = diagnostics
        for note in notes { all += note.checked(today: today, configuration) }
        self.init(
            today: today, configuration: configuration, notes: notes,
            allDiagnostics: all.sorted { ($0.path, $0.place) < ($1.path, $1.place) })
    }

    /// - Parameter allDiagnostics: those of the method among them, in order.
    init(
        today: CalendarDate, configuration: Configuration, notes: [Note], allDiagnostics: [Diagnostic]
    ) {
        self.today = today
        self.configuration = configuration
        self.notes = notes
        diagnostics = allDiagnostics
    }

    /// Whether something was not read as meant.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
