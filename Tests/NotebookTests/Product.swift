import Markup
import Testing

@testable import Notebook

/// Something that is made of a notebook of one note, and takes as long as it takes.
struct Product: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable (_ index: Index, _ bytes: [UInt8]) -> Void

    private init(_ name: String, _ make: @escaping @Sendable (_ index: Index, _ bytes: [UInt8]) -> Void) {
        testDescription = name
        self.make = make
    }

    static let all = [
        Product("summary") { index, _ in _ = Summary(index).markdown(explaining: true) },
        Product("checklist") { index, _ in _ = Checklist(index, all: true).file() },
        Product("requests") { index, _ in _ = AskList(index, all: true).markdown() },
        Product("prep") { index, _ in
            guard !index.notes.isEmpty else { return }
            let sheet = PrepSheet(index, for: Occasion(of: 0, in: index))
            _ = sheet.markdown()
            _ = sheet.markdown(isFull: true, isExplained: true)
        },
        Product("lists") { index, _ in
            var query = Listing.Query()
            _ = Listing(index, query).json()
            query.actions = true
            _ = Listing(index, query).text(pathPrefix: [])
        },
        Product("export with suggestions") { index, _ in _ = Export(index, suggesting: true).json() },
        Product("diagnoses") { index, _ in
            let diagnosis = Diagnosis(index.diagnostics)
            _ = (
                diagnosis.text(pathPrefix: []), diagnosis.json(),
                SARIF(index.diagnostics, version: "1").json()
            )
        },
        Product("what a topic and a lesson are") { index, _ in
            guard let place = index.allFeedback.last else { return }
            let report = TopicReport(index, linkingFrom: .notebook)
            _ = report.markdown(ofLessonWith: place)
            _ = index[place].topics.last.map { report.markdown(of: $0) }
        },
        Product("sync") { index, _ in
            let list = Checklist(index, all: true).file()
            var ticked = list
            if let box = ticked.lastIndex(of: UInt8(ascii: "[")) { ticked[box + 1] = UInt8(ascii: "x") }
            _ = SyncPlan(checklist: ticked, index: index)
        },
        Product("sync of a hostile list") { index, bytes in _ = SyncPlan(checklist: bytes, index: index) },
        Product("an edit") { index, bytes in
            guard let place = index.allFeedback.last.map({ index[$0].place }),
                var editor = try? NoteEditor(bytes, path: NotePath("note.md")),
                (try? editor.mark(line: place.line, as: .spit, because: "So.", today: .formatDay)) != nil,
                let edit = try? editor.edit()
            else { return }
            _ = edit.diff()
        },
    ]
}
