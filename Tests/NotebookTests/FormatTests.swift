import Foundation
import Notebook
import Testing

@testable import Storage

/// The format's document is its test suite: each example is read, and the index compared with what the
/// document says.
struct FormatTests {
    @Test(arguments: try FormatExample.examples(in: "Format"))
    func `the format's example reads as it says`(_ example: FormatExample) throws {
        try example.run()
    }

    @Test(arguments: try FormatExample.examples(in: "Configuration"))
    func `the configuration's example reads as it says`(_ example: FormatExample) throws {
        try example.run()
    }

    @Test(arguments: try FormatExample.examples(in: "Regressions"))
    func `the regression's example reads as it says`(_ example: FormatExample) throws {
        try example.run()
    }

    @Test func `the format has an example for every rule`() throws {
        #expect(try FormatExample.examples(in: "Format").count >= 150)
    }

    @Test func `every diagnostic has an example`() throws {
        let expectations = try FormatExample.examples(in: "Format").map(\.expectation)
        for code in Diagnostic.Code.allCases where code != .unreadable {
            #expect(expectations.contains { $0.contains(" \(code.rawValue)\"") }, "none of \(code.rawValue)")
        }
    }
}

extension FormatExample {
    fileprivate func run() throws {
        let index: NotebookIndex
        switch input {
        case .note(let name, let bytes): index = NotebookIndex(reading: bytes, as: name)
        case .folder(let entries):
            let folder = try TemporaryFolder(entries)
            index = try NotebookFolder(path: folder.path).read(today: .formatDay)
        }
        let expected = try JSONSerialization.jsonObject(
            with: Data(expectation.utf8), options: .fragmentsAllowed)
        let condensed = try CondensedIndex(index, comparedWith: expected)
        let actual = try CondensedIndex.text(input.isFolder ? condensed.folder : condensed.note)
        let wanted = try CondensedIndex.text(expected)
        if !actual.utf8.elementsEqual(wanted.utf8) {
            Issue.record("\(testDescription)\nexpected:\n\(wanted)\nactual:\n\(actual)")
        }
    }
}
