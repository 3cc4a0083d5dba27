import Markup
import Notebook
import Testing

struct ExportTests {
    @Test(arguments: [0, 1, 63, 64, 65, 2500])
    func `written piece by piece, the JSON is the same`(count: Int) throws {
        let notes = (0..<count).map { Note(path: NotePath("\($0).md"), title: "Note \($0) \"é😀\"\u{1}\\") }
        let index = NotebookIndex(today: CalendarDate(dayNumber: 20_000), notes: notes, faults: [])
        let json = Export(index).json()
        var pieces: [[UInt8]] = []
        try Export(index).write { pieces.append($0) }
        #expect(Array(pieces.joined()) == json)
        #expect(pieces.allSatisfy { $0.count < 64 * 1024 })
        #expect(String(decoding: json, as: UTF8.self).partCount(separatedBy: "\"path\"") == count + 1)
    }

    @Test(arguments: [1, 255, 256, 257, 5000])
    func `so it is with many diagnostics`(count: Int) throws {
        let faults = (1...count).map { line in
            Diagnostic(
                .unknownTag, path: NotePath("a.md"), at: Position(line: line, column: 1), "\"é😀\" is no tag")
        }
        let index = NotebookIndex(
            today: CalendarDate(dayNumber: 20_000), notes: [Note(path: NotePath("a.md"), title: "A")],
            faults: faults)
        let json = Export(index).json()
        var pieces: [[UInt8]] = []
        try Export(index).write { pieces.append($0) }
        #expect(Array(pieces.joined()) == json)
        #expect(pieces.allSatisfy { $0.count < 64 * 1024 })
        #expect(String(decoding: json, as: UTF8.self).partCount(separatedBy: "\"path\"") == count + 2)
    }

    @Test func `what cannot be written ends the writing`() {
        let notes = (0..<5000).map { Note(path: NotePath("\($0).md"), title: "Note \($0)") }
        let index = NotebookIndex(today: CalendarDate(dayNumber: 20_000), notes: notes, faults: [])
        struct Full: Error {}
        var count = 0
        #expect(throws: Full.self) {
            try Export(index).write { _ in
                count += 1
                if count == 3 { throw Full() }
            }
        }
        #expect(count == 3)
    }
}

extension String {
    /// How many parts a separator makes of the text.
    fileprivate func partCount(separatedBy separator: String) -> Int {
        var parts = 1
        var rest = self[...]
        while let found = rest.firstRange(of: separator) {
            parts += 1
            rest = rest[found.upperBound...]
        }
        return parts
    }
}
