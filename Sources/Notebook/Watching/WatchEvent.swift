/// What came of looking at a notebook that is watched, for a person who looks on.
public enum WatchEvent: Sendable {
    /// A report was written.
    case wrote(path: String, GeneratedFile.Outcome)
    /// A tick was carried into a note.
    case carried(NoteEdit)
    /// A tick was not carried; by its line in the checklist.
    case refused(path: String, line: Int, text: String, reason: String)
    /// A report stays as it is, for something in this line would be lost with it.
    case held(path: String, line: Int, reason: String)
    /// A report could not be written.
    case failed(path: String, reason: String)
    /// What could not be read as meant, where that is something new.
    case errors([Diagnostic])
    /// Files that a Debrief left when it was ended.
    case leftovers([Diagnostic])
    /// The same of a report outside the notebook. Their paths lead from the working directory.
    case leftoversOfReports([Diagnostic])
    /// Everything is read as meant again.
    case noErrors
    /// There are now so many warnings.
    case warnings(Int)
    /// The notes are gone. The reports stay as they are until there are notes again.
    case gone(reason: String)
    case back
}
