import Notebook

/// A tiny notebook, and what the reports claim of it.
///
/// All text stands on one line, with single spaces.
struct ClaimedNotebook {
    private let index: NotebookIndex

    init(_ notes: String...) {
        index = NotebookIndex(readingNotes: notes.enumerated().map { ("n\($0).md", $1) })
    }

    /// Returns a note by its company, who interviewed there, its day and what stands below.
    static func note(
        _ company: String, _ interviewers: String = "", on date: String? = "2026-05-01", keys: String = "",
        _ body: String
    ) -> String {
        let lines = [
            "company: \(company)", interviewers.isEmpty ? "" : "interviewers: [\(interviewers)]",
            date.map { "date: \($0)" } ?? "", keys,
        ].filter { !$0.isEmpty }
        return "---\n\(lines.joined(separator: "\n"))\n---\n\(body)\n"
    }

    var summary: String { Self.folded(Summary(index).markdown()) }
    var stories: String {
        Self.folded(String(decoding: StoriesReport(index).bytes(as: .markdown), as: UTF8.self))
    }
    var asking: String { Self.folded(AskList(index, all: true).markdown()) }
    /// The codes of what `check` says, each with the path of its note.
    var diagnostics: [String] { index.diagnostics.map { "\($0.path) \($0.code.rawValue)" } }
    var sheet: String { sheet() }

    /// Returns the sheet for an onsite at Hooli.
    func sheet(isFull: Bool = false, isExplained: Bool = false, interviewers: [String] = []) -> String {
        var occasion = Occasion(company: "Hooli", round: "onsite")
        occasion.interviewers = interviewers
        let sheet = PrepSheet(index, for: occasion)
        return Self.folded(sheet.markdown(isFull: isFull, isExplained: isExplained))
    }

    private static func folded(_ text: String) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ")
    }
}
