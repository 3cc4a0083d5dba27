import Markup
import Notebook

/// Every report can be made of every index, is the same when it is made again, and has the structure that it
/// is meant to have, whatever the notes say.
enum ReportProperty {
    /// - Parameter repeats: whether to make them a second time.
    static func check(_ index: Index, repeating repeats: Bool) throws(Violation) {
        let reports = reports(of: index)
        for (name, report) in reports {
            try require(Encoding.firstInvalidByte(in: report) == nil, "\(name) is not UTF-8")
            if name.hasSuffix(".json") {
                try require(JSONValue(report) != nil, "\(name) is no JSON")
            }
            if name.hasSuffix(".md") { try checkHeadings(of: report, name) }
        }
        if repeats {
            // Sets and dictionaries have another order each time that they are made.
            for ((name, report), (_, again)) in zip(reports, Self.reports(of: index)) {
                try require(report == again, "\(name) is not the same the second time")
            }
        }
        let file = Checklist(index, all: true).file()
        let read = NoteFile.index(
            of: file, path: NotePath("actions.md"), today: .day, configuration: .standard)
        try require(read.notes.isEmpty && read.diagnostics.isEmpty, "a checklist is read as a note")
    }

    private static func reports(of index: Index) -> [(name: String, bytes: [UInt8])] {
        let diagnosis = Diagnosis(index.diagnostics)
        var actions = Listing.Query()
        actions.actions = true
        let base = LinkBase(prefix: Array("../notes (old)/".utf8))
        var reports: [(String, String)] = [
            ("summary.md", Summary(index).markdown()),
            ("explained summary.md", Summary(index).markdown(linkingFrom: base, explaining: true)),
            ("checklist.md", Checklist(index, all: true).markdown(linkingFrom: base)),
            ("requests.md", AskList(index, all: true).markdown()),
        ]
        var occasions = index.notes.compactMap { index.occasion(of: $0.path) }
        if let next = index.nextOccasion() { occasions.append(next) }
        for occasion in occasions {
            let sheet = PrepSheet(index, for: occasion)
            reports.append(("prep.md", sheet.markdown()))
            reports.append(
                ("full prep.md", sheet.markdown(isFull: true, isExplained: true, linkingFrom: base)))
        }
        if occasions.isEmpty { reports.append(("no prep.md", NothingScheduled(index).markdown())) }
        var filter = Filter()
        if let company = index.notes.lazy.compactMap(\.company).first { filter.companies = [company] }
        if let place = index.allFeedback.first { filter.topics = Array(index[place].topics.prefix(1)) }
        reports.append(("filtered summary.md", Summary(index, filter: filter).markdown()))
        let topics = TopicReport(index, linkingFrom: base)
        for place in index.allFeedback.prefix(3) {
            for topic in index[place].topics.prefix(2) {
                reports.append(("topic", topics.markdown(of: topic) ?? ""))
            }
            reports.append(("lesson", topics.markdown(ofLessonWith: place) ?? ""))
        }
        return reports.map { ($0, Array($1.utf8)) } + [
            ("list.json", Listing(index, Listing.Query()).json()),
            ("actions.json", Listing(index, actions).json()),
            ("export.json", Export(index, suggesting: true).json()),
            ("diagnosis.json", diagnosis.json()),
            ("sarif.json", SARIF(index.diagnostics, version: "1").json()),
        ]
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
                (level == 1) == isFirst && block.depth == 0 && text.hasPrefix("#"), "\(name) has “\(text)”")
            if level > 1, !name.hasSuffix("prep.md") {
                try require(headings.contains(text), "\(name) has “\(text)”")
            }
            isFirst = false
        }
        try require(!isFirst, "\(name) has no heading")
    }

    /// Those of the summary, the checklist and the list of requests.
    private static let headings: Set<String> = [
        "## Do next", "## What people say", "## Course corrections", "## Hunches",
        "## Spat out, and back again", "## Interviews", "## Overdue", "## Next seven days", "## Later",
        "## No date", "## In progress", "## Done", "## Dropped",
    ]
}
