import Notebook
import Testing

/// How a refusal names actions.
struct SyncReasonTests {
    @Test(arguments: [
        (1, "a.md:1"), (3, "a.md:1, a.md:2, a.md:3"), (4, "a.md:1, a.md:2, a.md:3 and 1 more"),
        (5, "a.md:1, a.md:2, a.md:3 and 2 more"),
    ])
    func `three positions are named`(count: Int, words: String) {
        let positions = SyncPlan.Positions(Array(1...count)) { (NotePath("a.md"), $0) }
        #expect("\(positions)" == words)
    }
}
