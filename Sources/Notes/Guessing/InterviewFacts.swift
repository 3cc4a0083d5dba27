package import Markup

/// Facts about an interview that a note lacks and that can be written into it.
package struct InterviewFacts {
    package var company: String?
    package var date: CalendarDate?

    /// The facts in words: `company: Acme` and `date: 2026-10-14`.
    package var description: String {
        [company.map { "`company: \($0)`" }, date.map { "`date: \($0)`" }].compactMap(\.self).joined(
            separator: " and ")
    }

    /// Returns the replacements that write the facts into a note, in the way in which the note writes others:
    /// into its front matter, or into its properties. If the note has neither, it gets front matter.
    package func replacements(in source: Source, path: NotePath) throws(FrontMatterRefusal) -> [Edit
        .Replacement]
    {
        var edit = try FrontMatterEdit(of: source, path: path)
        if let company { try edit.set(.company, toText: company) }
        if let date { try edit.set(.date, to: date) }
        return edit.replacements
    }
}
