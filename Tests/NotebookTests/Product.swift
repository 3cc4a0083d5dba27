import Markup
import Notebook
import Testing

/// Something that is made of a notebook of one note, and takes as long as it takes.
struct Product: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Makes it, and says how many bytes were written, or read beside the note's.
    let make: @Sendable (_ index: NotebookIndex, _ bytes: [UInt8]) -> Int

    private init(
        _ name: String, _ make: @escaping @Sendable (_ index: NotebookIndex, _ bytes: [UInt8]) -> Int
    ) {
        testDescription = name
        self.make = make
    }

    static let all = [
        Product("summary") { index, _ in Summary(index).markdown(explaining: true).utf8.count },
        Product("checklist") { index, _ in Checklist(index, all: true).file().count },
        Product("requests") { index, _ in AskList(index, all: true).markdown().utf8.count },
        Product("prep sheet") { index, _ in prepSheet(index)?.markdown().utf8.count ?? 0 },
        Product("prep sheet in full") { index, _ in
            prepSheet(index)?.markdown(isFull: true, isExplained: true).utf8.count ?? 0
        },
        Product("list") { index, _ in Listing(index, Listing.Query()).json().count },
        Product("list of actions") { index, _ in
            var query = Listing.Query()
            query.actions = true
            return Listing(index, query).text(pathPrefix: []).count
        },
        Product("summary of a topic") { index, _ in
            var filter = Filter()
            filter.topics = [index.allFeedback.last.flatMap { index[$0].topics.last } ?? Topic("a")]
            return Summary(index, filter: filter).markdown().utf8.count
        },
        Product("list of actions of feedback in chew") { index, _ in
            var query = Listing.Query()
            (query.actions, query.stages) = (true, [.chew])
            return Listing(index, query).json().count
        },
        Product("export with suggestions") { index, _ in Export(index, suggesting: true).json().count },
        Product("diagnosis") { index, _ in Diagnosis(index.diagnostics).text(pathPrefix: []).count },
        Product("log") { index, _ in SARIF(index.diagnostics, version: "1").json().count },
        Product("what is known of a topic") { index, _ in
            guard let topic = index.allFeedback.last.flatMap({ index[$0].topics.last }) else { return 0 }
            return TopicReport(index, linkingFrom: .notebook).text(of: topic)?.utf8.count ?? 0
        },
        Product("what is known of a lesson") { index, _ in
            guard let id = index.allFeedback.last else { return 0 }
            return TopicReport(index, linkingFrom: .notebook).text(ofLessonWith: id)?.utf8.count ?? 0
        },
        Product("sync") { index, _ in
            var list = Checklist(index, all: true).file()
            if let box = list.lastIndex(of: UInt8(ascii: "[")) { list[box + 1] = UInt8(ascii: "x") }
            // It is written, and then it is read.
            return SyncPlan(checklist: list, index: index) == nil ? list.count : 2 * list.count
        },
        Product("edit") { index, bytes in
            guard let line = index.allFeedback.last.map({ index[$0].position.line }),
                var editor = try? NoteEditor(bytes, path: NotePath("note.md")),
                (try? editor.mark(line: line, as: .spit, because: "So.", today: .formatDay)) != nil,
                let edit = try? editor.edit()
            else { return 0 }
            // The new bytes are read, too, and those that the way back leads to.
            return edit.diff().count + 2 * edit.newBytes.count
        },
    ]

    private static func prepSheet(_ index: NotebookIndex) -> PrepSheet? {
        index.notes.isEmpty ? nil : PrepSheet(index, for: Occasion(of: 0, in: index))
    }
}
