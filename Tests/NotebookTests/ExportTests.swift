import Notebook
import Testing

struct ExportTests {
    @Test(arguments: [0, 1, 1023, 1024, 1025, 2500])
    func `written on all cores, the JSON is the same`(count: Int) async {
        let notes = (0..<count).map { Note(path: NotePath("\($0).md"), title: "Note \($0) \"é😀\"\u{1}\\") }
        let index = Index(today: CalendarDate(dayNumber: 20_000), notes: notes, diagnostics: [])
        let json = Export(index).json()
        #expect(await Export(index).jsonOnAllCores() == json)
        #expect(String(decoding: json, as: UTF8.self).partCount(separatedBy: "\"path\"") == count + 1)
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
