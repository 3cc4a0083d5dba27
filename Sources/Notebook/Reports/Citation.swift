internal import Markup

/// Where reports' links start from: the folder that a report's links are relative to.
public struct LinkBase: Sendable {
    /// What stands before a note's path in a link, with a `/` at its end, or nothing.
    let prefix: [UInt8]
    /// What stands before that as it is, such as the scheme of a URI.
    let scheme: String

    /// Links relative to the notebook.
    public static let notebook = LinkBase(prefix: [])

    public init(prefix: [UInt8]) {
        self.prefix = prefix
        scheme = ""
    }

    /// Links that lead to the notes from anywhere on this machine.
    ///
    /// - Parameter folder: the notebook's absolute path.
    public init(absolutePath folder: [UInt8]) {
        prefix = folder + [.ascii("/")]
        scheme = "file://"
    }

    /// The way to the notebook's folder.
    public var folder: String {
        prefix.isEmpty ? "." : String(decoding: prefix.dropLast(), as: UTF8.self)
    }
}

/// Names the note and the line that something comes from, as a link: `[Acme, onsite:14](….md#L14)`.
struct Citation {
    let base: LinkBase

    /// - Parameter isShort: the line alone, behind another citation of the same note.
    func link(to note: Note, line: Int, isShort: Bool = false) -> Inline {
        .link(
            (isShort ? ":" : note.shortName + ":") + line.description,
            destination: destination(note, "#L", line.description))
    }

    func link(to note: Note) -> Inline {
        .link(note.shortName, destination: destination(note))
    }

    /// Links to several pieces of feedback, separated by commas, the later ones of a note short.
    func links(_ places: some Collection<FeedbackPlace>, in index: Index, most: Int = 5) -> [Inline] {
        links(places.map { ($0.note, index[$0].place.line) }, in: index, most: most)
    }

    /// Links to several lines, separated by commas, the later ones of a note short.
    func links(_ places: [(note: Int, line: Int)], in index: Index, most: Int = 5) -> [Inline] {
        var inlines: [Inline] = []
        var last: Int?
        for (note, line) in places.prefix(most) {
            if last != nil { inlines.append(", ") }
            inlines.append(link(to: index.notes[note], line: line, isShort: last == note))
            last = note
        }
        if places.count > most { inlines.append(" and \(places.count - most) more") }
        return inlines
    }

    /// - Parameter fragment: what leads to a line of the note.
    private func destination(_ note: Note, _ fragment: String...) -> String {
        var bytes = Array(base.scheme.utf8)
        let path = base.prefix.isEmpty ? note.path.bytes : base.prefix + note.path.bytes
        MarkdownEscape.appendDestination(path, to: &bytes)
        for part in fragment { bytes += part.utf8 }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Note {
    /// What a person calls the interview: company and round, else the title.
    public var shortName: String {
        let name = company.map { company in round.map { company + ", " + $0 } ?? company }
        return TextWidth.cut(name ?? title, to: 40)
    }
}
