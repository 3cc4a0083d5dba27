internal import Markup

/// What can be written of an interview that a note lacks.
struct InterviewFacts {
    var company: String?
    var date: CalendarDate?

    /// In words: `company: Acme` and `date: 2026-10-14`.
    var description: String {
        [company.map { "`company: \($0)`" }, date.map { "`date: \($0)`" }].compactMap(\.self).joined(
            separator: " and ")
    }

    /// What writes them into a note as it writes them elsewhere: into its front matter, or as one more of its
    /// properties; where it has neither, into front matter of its own.
    func replacements(in source: Source, path: NotePath) throws(FrontMatterRefusal) -> [Edit.Replacement] {
        var edit = try FrontMatterEdit(of: source, path: path)
        if let company { try edit.set(.company, toText: company) }
        if let date { try edit.set(.date, to: date) }
        return edit.replacements
    }
}
