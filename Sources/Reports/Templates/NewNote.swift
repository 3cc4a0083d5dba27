internal import Markup
public import Notes

/// A note to be written, with what is known about the interview beforehand.
public struct NewNote: Sendable {
    /// The names that a note's template may use.
    public static let names = [
        "frontMatter", "title", "company", "role", "round", "date", "interviewers", "interviewer", "outcome",
        "scheduled",
    ]

    /// The company, on one line; nil if it is not known.
    public let company: String?
    /// The role, on one line; nil if it is not known.
    public let role: String?
    /// The round, on one line; nil if it is not known.
    public let round: String?
    /// The day of the interview; nil if it is not known.
    public package(set) var date: CalendarDate?
    /// The time at which the interview begins, as `HH:MM`; nil if it is not known.
    public var time: String?
    /// Whether the time is in UTC, rather than local.
    public var isInUTC = false
    /// Where the interview takes place; empty if it is not known.
    public var place = ""
    /// The names of the interviewers, each on one line.
    public let interviewers: [String]
    /// The title of the note if neither company nor round is known.
    public var summary: String?
    /// The outcome in the words of the table that it comes from; nil if only the day tells the outcome.
    package var outcomeText: String?
    package var topics: [String] = []
    /// The text after what the template makes.
    package var appendix = ""
    /// Whether the role is a part of the file's name, because another note has the name without it.
    ///
    /// `number` is added if it is above 1.
    package var isNamedByRole = false
    package var number = 1

    private let today: CalendarDate

    /// Whether the interview is on this day or a later one.
    public var isScheduled: Bool { date.map { $0 >= today } ?? false }

    /// Makes a note from what is known of an interview.
    ///
    /// - Parameters:
    ///   - company: the company.
    ///   - role: the role.
    ///   - round: the round.
    ///   - date: the day of the interview.
    ///   - interviewers: the interviewers.
    ///   - today: the current day. An interview on this day or a later one is still to come.
    public init(
        company: String?, role: String?, round: String?, date: CalendarDate?, interviewers: [String],
        today: CalendarDate
    ) {
        self.company = company.flatMap(Self.folded)
        self.role = role.flatMap(Self.folded)
        self.round = round.flatMap(Self.folded)
        self.date = date
        self.interviewers = interviewers.compactMap(Self.folded)
        self.today = today
    }

    /// Returns a name as one line of visible text; nil if nothing is left of it.
    private static func folded(_ name: String) -> String? {
        var visible = ""
        for scalar in name.unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control
            visible.unicodeScalars.append(isControl ? " " : scalar)
        }
        let folded = visible.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return folded.isEmpty ? nil : folded
    }

    /// The name of the file: `2026-12-01-acme-onsite.md`.
    ///
    /// It is safe whatever the names are.
    public var fileName: String {
        let parts = [
            company.map { Slug.of($0, longest: 80) },
            isNamedByRole ? role.map { Slug.of($0, longest: 60) } : nil,
            round.map { Slug.of($0, longest: 40) },
            number > 1 ? String(number) : nil,
        ]
        let named = parts.compactMap(\.self).filter { !$0.isEmpty }
        let day = date.map { [$0.description] } ?? []
        return (day + (named.isEmpty ? ["interview"] : named)).joined(separator: "-") + ".md"
    }

    /// Returns the note's bytes.
    public func bytes(from template: Template) -> [UInt8] {
        template.filled(with: values) + Array(appendix.utf8)
    }

    /// Returns what is wrong with the note that a template makes; nil if nothing is.
    ///
    /// For example, the front matter could not be read.
    public func problem(with template: Template) -> String? {
        var reader = NoteReader()
        let read = reader.read(bytes(from: template), path: NotePath(fileName))
        if let position = read.diagnostics.first(where: { $0.code == .template })?.position {
            return "line \(position.line) of a note of this template has a placeholder in place of its value"
        }
        guard read.note != nil else {
            return "a note of this template would be taken for a report that Debrief wrote"
        }
        guard let error = read.diagnostics.first(where: { $0.severity == .error }) else { return nil }
        return
            "line \(error.position.line) of a note of this template: \(error.message); {{frontMatter}} writes it as "
            + "it can be read"
    }

    package var values: [String: Template.Value] {
        let title = [company, round].compactMap(\.self).joined(separator: ", ")
        return [
            "frontMatter": .text(frontMatter),
            "title": .text(
                String(
                    decoding: MarkdownEscape.heading(
                        title.isEmpty ? summary.flatMap(Self.folded) ?? "Interview" : title), as: UTF8.self)),
            "company": .text(company ?? ""),
            "role": .text(role ?? ""),
            "round": .text(round ?? ""),
            "date": .text(date?.description ?? ""),
            "interviewers": .text(Wording.list(interviewers)),
            "interviewer": .list(interviewers),
            "outcome": .text(outcome),
            "scheduled": .flag(isScheduled),
        ]
    }

    private var outcome: String {
        outcomeText.flatMap(Self.folded) ?? (isScheduled ? Outcome.scheduled : .waiting).description
    }

    private var frontMatter: String {
        var lines = ["---"]
        if let company { lines.append("company: \(YAMLScalar.text(company))") }
        if let role { lines.append("role: \(YAMLScalar.text(role))") }
        if let round { lines.append("round: \(YAMLScalar.text(round))") }
        if let date { lines.append("date: \(date)\(time != nil && isInUTC ? "T\(time ?? "")Z" : "")") }
        if let time, !isInUTC { lines.append("time: \(YAMLScalar.quoted(time))") }
        if let place = Self.folded(place) { lines.append("place: \(YAMLScalar.text(place))") }
        if !interviewers.isEmpty {
            lines.append("interviewers: [\(interviewers.map(YAMLScalar.text).joined(separator: ", "))]")
        }
        let isSaid = outcomeText != nil || date != nil
        if isSaid { lines.append("outcome: \(YAMLScalar.text(outcome))") }
        if !topics.isEmpty { lines.append("tags: [\(topics.map(YAMLScalar.text).joined(separator: ", "))]") }
        return (lines + ["---"]).joined(separator: "\n")
    }
}
