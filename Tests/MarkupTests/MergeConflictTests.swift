import Testing

@testable import Markup

@Suite struct `A merge conflict` {
    private func lines(_ text: String) -> ClosedRange<Int>? {
        MergeConflict(in: Source(Array(text.utf8)))?.lines
    }

    private static let conflict = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n"

    @Test(arguments: [
        (conflict, 1...5), ("x\n" + conflict + "y\n" + conflict, 2...12),
        ("<<<<<<<\r\n=======\r\n>>>>>>>\r\n", 1...3), ("<<<<<<< a\n||||||| b\n=======\n>>>>>>> c", 1...4),
        ("- a\n  ```\n  code\n" + conflict, 4...8), ("```\ncode\n```\n" + conflict, 4...8),
        ("<<<<<<< a\n```\n=======\n>>>>>>> b\n", 1...4),
    ])
    func `reaches from the first marker to the last`(text: String, range: ClosedRange<Int>) {
        #expect(lines(text) == range)
    }

    @Test(arguments: [
        "```\n" + conflict + "```\n", "~~~ sh\n" + conflict, " " + conflict, "> " + conflict,
        "<<<<<<< a\n>>>>>>> b\n", "=======\n>>>>>>> b\n", "<<<<<<< a\n=======\n",
        "<<<<<<<<\n=======\n>>>>>>>>\n",
        "<<<<<<< a\n======= \u{3A}\n>>>>>>> b\n", "",
    ])
    func `is not what stands in code or lacks a part`(text: String) {
        #expect(lines(text) == nil)
    }

    @Test func `is blank in the source that is read, and moves nothing`() throws {
        let source = Source(Array("---\na: b\n<<<<<<< x\n---\n=======\n>>>>>>> y\n- c\n".utf8))
        let conflict = try #require(MergeConflict(in: source))
        let masked = conflict.masked(source)
        #expect(masked.bytes.count == source.bytes.count && masked.lineCount == source.lineCount)
        #expect(masked.text(0..<masked.bytes.count) == "---\na: b\n         \n   \n       \n---      \n- c\n")
    }
}
