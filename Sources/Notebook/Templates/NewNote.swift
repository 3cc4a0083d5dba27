internal import Markup

/// A note that is to be written: what is known of the interview beforehand.
public struct NewNote: Sendable {
    public static let names = [
        "frontMatter", "title", "company", "role", "round", "date", "interviewers", "interviewer", "outcome",
        "scheduled",
    ]

    public let company: String?
    public let role: String?
    public let round: String?
    public let date: CalendarDate
    public let interviewers: [String]
    /// Whether the interview is to come, today among them.
    public let isScheduled: Bool

    /// - Parameter today: a later day, or this one, is that of an interview to come.
    public init(
        company: String?, role: String?, round: String?, date: CalendarDate, interviewers: [String],
        today: CalendarDate
    ) {
        self.company = company.flatMap(Self.folded)
        self.role = role.flatMap(Self.folded)
        self.round = round.flatMap(Self.folded)
        self.date = date
        self.interviewers = interviewers.compactMap(Self.folded)
        isScheduled = date >= today
    }

    /// A name as one line of visible text; nil where nothing is left of it.
    private static func folded(_ name: String) -> String? {
        var visible = ""
        for scalar in name.unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control
            visible.unicodeScalars.append(isControl ? " " : scalar)
        }
        let folded = visible.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return folded.isEmpty ? nil : folded
    }

    /// What the file is called: `2026-12-01-acme-onsite.md`, whatever the names are.
    public var fileName: String {
        let parts = [
            company.map { Slug.of($0, longest: 80) }, round.map { Slug.of($0, longest: 40) },
        ]
        let named = parts.compactMap(\.self).filter { !$0.isEmpty }
        return ([date.description] + (named.isEmpty ? ["interview"] : named)).joined(separator: "-") + ".md"
    }

    /// The note's bytes.
    public func bytes(from template: Template) -> [UInt8] { template.filled(with: values) }

    /// What is wrong with the note that a template makes of this: its front matter could not be read. Nil where
    /// nothing is.
    public func problem(with template: Template) -> String? {
        var reader = NoteReader()
        let read = reader.read(bytes(from: template), path: NotePath(fileName))
        if let place = read.diagnostics.first(where: { $0.code == .template })?.place {
            return "line \(place.line) of a note of this template has a placeholder in place of its value"
        }
        guard read.note != nil else {
            return "a note of this template would be taken for a report that Debrief wrote"
        }
        guard let error = read.diagnostics.first(where: { $0.severity == .error }) else { return nil }
        return
            "line \(error.place.line) of a note of this template: \(error.message); {{frontMatter}} writes it as "
            + "it can be read"
    }

    var values: [String: Template.Value] {
        let title = [company, round].compactMap(\.self).joined(separator: ", ")
        return [
            "frontMatter": .text(frontMatter),
            "title": .text(
                title.isEmpty ? "Interview" : String(decoding: MarkdownEscape.heading(title), as: UTF8.self)),
            "company": .text(company ?? ""),
            "role": .text(role ?? ""),
            "round": .text(round ?? ""),
            "date": .text(date.description),
            "interviewers": .text(Wording.list(interviewers)),
            "interviewer": .list(interviewers),
            "outcome": .text(outcome),
            "scheduled": .flag(isScheduled),
        ]
    }

    private var outcome: String { (isScheduled ? Outcome.scheduled : .waiting).description }

    private var frontMatter: String {
        var lines = ["---"]
        if let company { lines.append("company: \(YAMLScalar.text(company))") }
        if let role { lines.append("role: \(YAMLScalar.text(role))") }
        if let round { lines.append("round: \(YAMLScalar.text(round))") }
        lines.append("date: \(date)")
        if !interviewers.isEmpty {
            lines.append("interviewers: [\(interviewers.map(YAMLScalar.text).joined(separator: ", "))]")
        }
        return (lines + ["outcome: \(outcome)", "---"]).joined(separator: "\n")
    }
}
