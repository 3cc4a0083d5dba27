/// Writes a draft as a note, in one of the dialects that the format knows.
struct DraftWriter {
    /// How dates and similar fields are spelled.
    enum Dialect: CaseIterable {
        case todoTxt, taskPaper, dataview, obsidian, logseq
    }

    /// How a tag is spelled, before the text or after it.
    private enum TagStyle: CaseIterable {
        case colon, bold, bracketed, hash, nestedHash, field
    }

    private var text = ""
    private let dialect: Dialect
    private let lineEnd: String
    private let marker: String
    private let tagStyle: TagStyle

    /// Returns the bytes of the note.
    static func markdown(_ draft: Draft, _ random: inout Randomness) -> [UInt8] {
        var writer = DraftWriter(&random)
        writer.frontMatter(draft)
        writer.line("# \(draft.title)")
        for section in draft.sections {
            writer.line("")
            writer.line("## \(section.heading)")
            for paragraph in section.prose {
                writer.line("")
                for line in paragraph.split(separator: "\n") { writer.line(String(line)) }
            }
            if !section.bullets.isEmpty { writer.line("") }
            for bullet in section.bullets { writer.bullet(bullet) }
        }
        return Array(writer.text.utf8)
    }

    private init(_ random: inout Randomness) {
        dialect = random.pick(Dialect.allCases)
        lineEnd = random.chance(oneIn: 16) ? "\r\n" : "\n"
        marker = random.pick(["-", "-", "-", "*", "+", "1."])
        tagStyle = random.chance(oneIn: 2) ? .colon : random.pick(TagStyle.allCases)
        if random.chance(oneIn: 32) { text = "\u{FEFF}" }
    }

    private mutating func line(_ line: String) {
        text += line
        text += lineEnd
    }

    private mutating func frontMatter(_ draft: Draft) {
        line("---")
        line("title: \"\(draft.title)\"")
        line("company: \(draft.company)")
        line("role: \(draft.role)")
        line("round: \(draft.round)")
        line("date: \(draft.date)")
        line("interviewers: [\(draft.interviewers.map { "\"\($0)\"" }.joined(separator: ", "))]")
        line("outcome: \(draft.outcome)")
        if let asked = draft.asked { line("asked: \(asked)") }
        if let answered = draft.answered { line("answered: \(answered)") }
        if !draft.topics.isEmpty {
            line("tags:")
            for topic in draft.topics { line("  - \(topic)") }
        }
        line("---")
        line("")
    }

    private mutating func bullet(_ bullet: Draft.Bullet) {
        let indentation = String(repeating: " ", count: bullet.depth * (marker.utf8.count + 1))
        var parts = [indentation + marker]
        if let task = bullet.task { parts.append(box(task)) }
        let (before, after) = bullet.tag.map(tag) ?? (nil, nil)
        if let before { parts.append(before) }
        parts.append(bullet.text)
        parts += bullet.topics.map { "#" + $0 }
        if let after { parts.append(after) }
        if let source = bullet.source {
            parts.append(dialect == .dataview ? "[from:: \(source)]" : "from:\"\(source)\"")
        }
        if let since = bullet.since {
            parts.append(dialect == .dataview ? "[since:: \(since)]" : "since:\(since)")
        }
        if let due = bullet.task?.due { parts.append(self.due(due)) }
        if let done = bullet.task?.doneOn { parts.append(self.done(done)) }
        if let id = bullet.id { parts.append("^" + id) }
        line(parts.joined(separator: " "))
    }

    private func box(_ task: Draft.Task) -> String {
        if dialect == .logseq { return task.isDone ? "DONE" : "TODO" }
        return task.isDone ? "[x]" : "[ ]"
    }

    private func tag(_ tag: String) -> (before: String?, after: String?) {
        if tag == "if" || tag == "because" { return (tag + ":", nil) }
        return switch tagStyle {
        case .colon: (tag + ":", nil)
        case .bold: ("**\(tag):**", nil)
        case .bracketed: ("[\(tag)]", nil)
        case .hash: (nil, "#" + tag)
        case .nestedHash: (nil, "#feedback/" + tag)
        case .field: (nil, "[digest:: \(tag)]")
        }
    }

    private func due(_ day: Draft.Day) -> String {
        switch dialect {
        case .todoTxt: "due:\(day)"
        case .taskPaper: "@due(\(day))"
        case .dataview: "[due:: \(day)]"
        case .obsidian: "📅 \(day)"
        case .logseq: "DEADLINE: <\(day) Mon>"
        }
    }

    private func done(_ day: Draft.Day) -> String {
        switch dialect {
        case .todoTxt, .logseq: "done:\(day)"
        case .taskPaper: "@done(\(day))"
        case .dataview: "[completion:: \(day)]"
        case .obsidian: "✅ \(day)"
        }
    }
}
