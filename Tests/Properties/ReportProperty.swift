import Markup
import Notebook

/// Every report can be made of every index, is the same when it is made again, and has the structure that it
/// is meant to have, whatever the notes say.
enum ReportProperty {
    /// How many bytes at an input's front say which report to make and how; the rest is notes.
    ///
    /// To make all of them takes twenty times as long, in which as many other notes can be asked.
    static let choices = 8

    private enum Kind: CaseIterable {
        case summary, checklist, requests, prep, lesson, list, export, diagnosis, log
    }

    private enum Report {
        /// A page of markdown, which begins with a heading.
        case page(String)
        /// What is shown beside something, and has no heading of its own.
        case piece(String)
        /// So many lines.
        case lines([UInt8], count: Int)
        case json([UInt8])

        var bytes: [UInt8] {
            switch self {
            case .page(let text), .piece(let text): Array(text.utf8)
            case .lines(let bytes, _), .json(let bytes): bytes
            }
        }
    }

    static func check(_ bytes: [UInt8]) throws(Violation) {
        var input = Input(bytes, choices: choices)
        let index = NotebookIndex(of: notes(in: input.rest))
        let kind = input.choose(of: Kind.allCases) ?? .summary
        var sameChoices = input
        let report = report(kind, of: index, &input)
        let bytes = report.bytes
        try require(Encoding.firstInvalidByte(in: bytes) == nil, "the \(kind) is not UTF-8")
        switch report {
        case .page: try checkHeadings(of: bytes, "the \(kind)")
        case .piece: break
        case .lines(_, let count):
            try require(bytes.count { $0 == 0x0A } == count, "the \(kind) has not \(count) lines")
        case .json: try require(JSONValue(bytes) != nil, "the \(kind) is no JSON")
        }
        // Sets and dictionaries have another order each time that they are made.
        try require(
            self.report(kind, of: index, &sameChoices).bytes == bytes,
            "the \(kind) is not the same the second time")
        if kind == .checklist { try checkIsNoNote(Checklist(index, all: true).file()) }
    }

    private static func report(_ kind: Kind, of index: NotebookIndex, _ input: inout Input) -> Report {
        let base = input.chooses() ? LinkBase(prefix: Array("../notes (old)/".utf8)) : .notebook
        switch kind {
        case .summary:
            let summary = Summary(index, filter: filter(index, &input))
            return .page(summary.markdown(linkingFrom: base, explaining: input.chooses()))
        case .checklist:
            return .page(Checklist(index, all: !input.chooses()).markdown(linkingFrom: base))
        case .requests: return .page(AskList(index, all: !input.chooses()).markdown())
        case .prep:
            var occasions = index.notes.compactMap { index.occasion(of: $0.path) }
            if let next = index.nextOccasion() { occasions.append(next) }
            guard let occasion = input.choose(of: occasions) else {
                return .page(NothingScheduled(index).markdown())
            }
            let (isFull, isExplained) = (input.chooses(), input.chooses())
            let sheet = PrepSheet(index, for: occasion)
            return .page(sheet.markdown(isFull: isFull, isExplained: isExplained, linkingFrom: base))
        case .lesson:
            guard let id = input.choose(of: index.allFeedback) else { return .piece("") }
            let report = TopicReport(index, linkingFrom: base)
            let topic = input.choose(of: index[id].topics).flatMap { report.text(of: $0) }
            return .piece((topic ?? "") + (report.text(ofLessonWith: id) ?? ""))
        case .list:
            var query = Listing.Query()
            query.actions = input.chooses()
            let list = Listing(index, query)
            let count = query.actions ? index.notes.flatMap(\.allActions).count : index.allFeedback.count
            return input.chooses() ? .lines(list.text(pathPrefix: []), count: count) : .json(list.json())
        case .export: return .json(Export(index, suggesting: !input.chooses()).json())
        case .diagnosis:
            let diagnosis = Diagnosis(index.diagnostics)
            return input.chooses()
                ? .lines(diagnosis.text(pathPrefix: []), count: index.diagnostics.count)
                : .json(diagnosis.json())
        case .log: return .json(SARIF(index.diagnostics, version: "1").json())
        }
    }

    /// Everything, or a company and a topic of the notes.
    private static func filter(_ index: NotebookIndex, _ input: inout Input) -> Filter {
        var filter = Filter()
        if let company = input.choose(of: [nil] + index.notes.map(\.company)) ?? nil {
            filter.companies = [company]
        }
        if input.chooses(), let id = input.choose(of: index.allFeedback) {
            filter.topics = Array(index[id].topics.prefix(1))
        }
        return filter
    }

    private static func checkIsNoNote(_ file: [UInt8]) throws(Violation) {
        let read = NoteFile.index(
            of: file, path: NotePath("actions.md"), today: .day, configuration: .standard)
        try require(read.notes.isEmpty && read.diagnostics.isEmpty, "a checklist is read as a note")
    }

    /// A heading that the writer did not mean would be one that a note's words have made.
    private static func checkHeadings(of report: [UInt8], _ name: String) throws(Violation) {
        let source = Source(report)
        var reader = OutlineReader()
        var isFirst = true
        for block in reader.outline(of: source, masking: 1..<1).blocks {
            guard case .heading(let level) = block.kind else { continue }
            let text = source.text(source.content(ofLine: block.start.line))
            try require(
                level == (isFirst ? 1 : 2) && block.depth == 0 && text.hasPrefix("#"), "\(name) has “\(text)”"
            )
            if !isFirst {
                // Of a long section a part may be shown: `## Carry in (3 of 5)`.
                let title = text.dropFirst("## ".count).split(separator: " (").first.map(String.init) ?? ""
                try require(headings.contains(title), "\(name) has “\(text)”")
            }
            isFirst = false
        }
        try require(!isFirst, "\(name) has no heading")
    }

    /// Those that stand in pages, below each one's title.
    private static let headings: Set<String> = [
        "Do next", "What people say", "Course corrections", "Hunches", "Spat out, and back again",
        "Interviews", "What they liked", "Overdue", "Next seven days", "Later", "No date",
        "In progress", "Done", "Dropped",
        "Carry in", "Watch for", "Lean on", "Your hunches", "They asked before", "Ask them",
        "Finish before", "Right afterwards", "Why in this order", "Stories", "Why these stories",
        "Where it ends",
    ]
}
