import Notebook
import Testing

/// What is said of one topic.
struct TopicReportTests {
    private static func text(_ body: String) -> String {
        let index = NotebookIndex(reading: Array("---\ncompany: Acme\ndate: 2026-10-01\n---\n\(body)\n".utf8))
        return TopicReport(index, linkingFrom: .notebook).text(of: Topic("IT")) ?? ""
    }

    @Test(arguments: [(8, false), (9, true)])
    func `eight pieces are listed`(count: Int, hasMore: Bool) {
        let text = Self.text((0..<count).map { "- chew: Piece \($0). #it" }.joined(separator: "\n"))
        #expect(text.contains("**#it**: 1 person, 2026-10; \(count) in chew."))
        #expect(text.contains("And 1 more.") == hasMore && text.contains("And ") == hasMore)
    }

    @Test func `a piece says what became of it`() {
        let text = Self.text(
            """
            - swallow: Shorter. #it
              - [x] Cut
              - [/] Read
              - [ ] Write
              - if: asked → stop
              - because: One.
              - because: Two.
            """)
        #expect(text.contains("Swallowed, 1 of 3 actions done, 1 plan, because One."))
    }

    @Test func `stages are told in their order, and only those that are there`() {
        let text = Self.text("- keep: A #it\n- spit: B #it\n- chew: C #it")
        #expect(text.contains("; 1 in chew, 1 spat out and 1 kept."))
    }

    @Test func `a topic that is nowhere has no report`() {
        #expect(Self.text("- chew: A #other").isEmpty)
        #expect(Self.text("- chew: A #it/within").isEmpty)
    }
}
