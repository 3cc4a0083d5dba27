public import Notes

/// What came of looking at a watched notebook, for a person who looks on.
public enum WatchEvent: Sendable {
    /// A report was written.
    case wrote(path: String, GeneratedFile.Outcome)
    /// A tick was carried into a note.
    case carried(NoteEdit)
    /// A tick was not carried. `line` is its line in the checklist.
    case refused(path: String, line: Int, text: String, reason: String)
    /// A report stays as it is, because something in this line would be lost with it.
    case held(path: String, line: Int, reason: String)
    /// A report could not be written.
    case failed(path: String, reason: String)
    /// What could not be read as meant, if some of it is new.
    case errors([Diagnostic])
    /// Files that a Debrief left when it was ended.
    case leftovers([Diagnostic])
    /// Such files beside reports outside the notebook. Their paths lead from the working directory.
    case leftoversOfReports([Diagnostic])
    /// Everything is read as meant again.
    case noErrors
    /// The number of warnings has changed to this one.
    case warnings(Int)
    /// The notes are gone. The reports stay as they are until there are notes again.
    case gone(reason: String)
    case back
}
