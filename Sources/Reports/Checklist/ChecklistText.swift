public import Insights
internal import Markup
package import Notes

extension Checklist {
    /// Returns the checklist as markdown.
    ///
    /// - Parameter base: What the links to notes are relative to.
    /// - Returns: The text of the checklist.
    public func markdown(linkingFrom base: LinkBase = .notebook) -> String {
        String(decoding: bytes(as: .markdown, linkingFrom: base), as: UTF8.self)
    }

    /// Returns the checklist in a form.
    ///
    /// - Parameters:
    ///   - form: The form to write it in.
    ///   - base: What the links to notes are relative to.
    /// - Returns: The checklist as UTF-8.
    public func bytes(as form: ReportForm, linkingFrom base: LinkBase = .notebook) -> [UInt8] {
        form.bytes(report(linkingFrom: base), as: .checklist)
    }

    private func report(linkingFrom base: LinkBase) -> Markdown {
        let citation = Citation(base: base)
        var text = Markdown()
        text.heading(1, "Actions, \(index.today)")
        if !filter.isEmpty { text.paragraph([.text("Only \(filter).")]) }
        if sections.isEmpty {
            text.paragraph([
                "Nothing to do. Actions are bullets with a box, below the feedback that they come from: ",
                .code("- [ ] Tell three stories again due:\(index.today.adding(days: 7))"), ".",
            ])
        }
        for section in sections {
            text.heading(2, section.title.rawValue)
            text.list(section.entries.count) { item(section.entries[$0], citation) }
        }
        return text
    }

    /// Returns all that a checklist of this index may say: every action, below every heading.
    ///
    /// If a file says nothing else, it can be overwritten without losing anything.
    public static func everything(in index: NotebookIndex, linkingFrom base: LinkBase) -> [UInt8] {
        let headings = Section.Title.allCases.map { "## \($0.rawValue)\n" }.joined()
        return Array((Checklist(index, all: true).markdown(linkingFrom: base) + headings).utf8)
    }

    private func item(_ entry: Entry, _ citation: Citation) -> Markdown.Item {
        let action = index[entry.action]
        let link = citation.link(to: index.notes[entry.action.note], line: action.position.line)
        // An action that is its own lesson needs no second line that repeats it.
        let lesson = entry.action.lesson.map { index[$0].$text }
        let text = lesson.flatMap { $0 == action.$text ? nil : $0.wrappedValue } ?? ""
        let isSentence = text.last.map { $0 == "." || $0 == "!" || $0 == "?" || $0 == "…" } ?? true
        let reason: Inline = .text(text + (isSentence ? " " : ". "))
        return Markdown.Item(
            box: action.box.character,
            oneLine: [.text(entry.line(of: action)), " ", .mark("^\(entry.id.text)")],
            lines: [[reason, link]])
    }
}

extension Checklist.Entry {
    /// Returns the action's text with its topics and dates in todo.txt's form.
    fileprivate func line(of action: Action) -> String {
        var line = action.oneLine
        line.reserveCapacity(line.utf8.count + 64)
        // The text already has the topics within the sentence.
        for topic in action.topics where !action.says(topic) {
            line += " #"
            line += topic.name
        }
        let dates: [(StaticString, CalendarDate?)] = [
            (" due:", action.due), (" scheduled:", action.scheduled), (" done:", action.done),
            (" dropped:", action.dropped),
        ]
        for case (let name, let date?) in dates {
            line += name.description
            line += date.description
        }
        return line
    }
}

extension Action {
    /// Whether the action's text has a topic, between white space and punctuation.
    package func says(_ topic: Topic) -> Bool {
        let name = "#\(topic)"
        return $text.withBytes { text in
            var start = 0
            for end in 0...text.count {
                let space = end < text.count ? text.whiteSpace(at: end) : 0
                if end < text.count, space == 0, !Self.isMark(text[end]) { continue }
                if start < end, text[start] == .ascii("#"), text.extracting(start..<end).text == name {
                    return true
                }
                start = end + max(space, 1)
            }
            return false
        }
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case .ascii("."), .ascii(","), .ascii(";"), .ascii(":"), .ascii("!"), .ascii("?"), .ascii("("),
            .ascii(")"):
            true
        default: false
        }
    }
}
