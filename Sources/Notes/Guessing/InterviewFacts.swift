package import Markup

/// Facts about an interview that a note lacks and that can be written into it.
package struct InterviewFacts: Sendable {
    package var company: String?
    package var date: CalendarDate?
    package var outcome: Outcome?
    package var interviewers: [String]

    package init(
        company: String? = nil, date: CalendarDate? = nil, outcome: Outcome? = nil,
        interviewers: [String] = []
    ) {
        self.company = company
        self.date = date
        self.outcome = outcome
        self.interviewers = interviewers
    }

    /// The facts in words: `company: Acme`, `date: 2026-10-14` and `interviewers: Dana, Lee`.
    package var description: String {
        var facts: [String] = []
        if let company { facts.append("`company: \(company)`") }
        if let date { facts.append("`date: \(date)`") }
        if let outcome { facts.append("`outcome: \(outcome)`") }
        if !interviewers.isEmpty {
            facts.append("`interviewers: \(interviewers.joined(separator: ", "))`")
        }
        return Wording.list(facts)
    }

    /// Returns the replacements that write the facts into a note, in the way in which the note writes others:
    /// into its front matter, or into its properties.
    ///
    /// If the note has neither, it gets front matter.
    package func replacements(in source: Source, path: NotePath) throws(FrontMatterRefusal) -> [Edit
        .Replacement]
    {
        var edit = try FrontMatterEdit(of: source, path: path)
        if let company { try edit.set(.company, toText: company) }
        if let date { try edit.set(.date, to: date) }
        if let outcome { try edit.set(.outcome, toText: "\(outcome)") }
        if !interviewers.isEmpty { try edit.set(.interviewers, toNames: interviewers) }
        return edit.replacements
    }
}
