import Notebook
import Testing

@testable import LanguageServer

struct CodeActionTests {
    private static func actions(_ session: inout EditorSession, _ marked: String, only: JSON? = nil)
        throws
        -> [JSON]
    {
        let parameters = try session.parameters("n.md", marked: marked)
        guard case .object(let members) = parameters else { return [] }
        let context: JSON = ["diagnostics": [], "only": only]
        let others = members.filter { $0.key != "context" }
        let all = JSON.object(others + [.init(key: "context", value: context)])
        return try session.request("textDocument/codeAction", all).array ?? []
    }

    @Test(arguments: [
        (
            "Chew on it", "## Feedback\r\n\r\n- é😀 y‸\r\n",
            "## Feedback\r\n\r\n- chew: é😀 y since:2026-11-23\r\n"
        ),
        ("Swallow it", "- é😀#a **chew**: x‸\n", nil),
        ("Swallow it", "- **Chew:** ‸é😀 #a ^id", "- **Swallow:** é😀 #a since:2026-11-23 ^id"),
        ("Spit it out", "> - #chew x\r\n>   é‸😀", "> - #spit x\r\n>   é😀 since:2026-11-23"),
        ("Leave it unsorted", "# Feedback\n- chew: é😀‸\n", "# Feedback\n- é😀 since:2026-11-23\n"),
        ("Leave it unsorted", "- chew: é😀‸\n", nil),
        ("Add an action", "- swallow: é😀‸\r\n\r\nx", "- swallow: é😀\r\n  - [ ] What to do\r\n\r\nx"),
        ("Add a plan", "1. chew: é😀‸", "1. chew: é😀\n   - if: … → …"),
        ("Add an action", "- chew: a\r\n\t- because: b‸", nil),
        (
            "Add an action", "- chew: a‸\r\n\t- because: b",
            "- chew: a\r\n\t- [ ] What to do\r\n\t- because: b"
        ),
        (
            "Name its topic: #brevity (“rambled”)", "- chew: You rambled‸ ^id\r\n",
            "- chew: You rambled #brevity ^id\r\n"
        ),
        ("Name its topic: #brevity (“rambled”)", "- hunch: I rambled‸", "- hunch: I rambled #brevity"),
        ("Name its topic: #brevity (“rambled”)", "- hunch: I rambled‸ #x", nil),
        ("Name its topic: #brevity (“rambled”)", "- chew: You rambled‸ #x", nil),
        ("Tick it off", "- [ ] é😀‸ #a\r\n", "- [x] é😀 #a done:2026-11-23\r\n"),
        ("Tick it off", "- [ ] é😀‸ 📅 2026-11-02", "- [x] é😀 📅 2026-11-02 ✅ 2026-11-23"),
        ("Open it again", "- [x] é😀‸ done:2026-11-01\n", "- [ ] é😀\n"),
        ("Begin it", "- TODO é😀‸", "- DOING é😀"), ("Drop it", "- [ ] x‸", "- [-] x dropped:2026-11-23"),
        ("Did you mean `swallow:`?", "# Feedback\n- **Swalow:** é😀‸", "# Feedback\n- **swallow:** é😀"),
        ("Did you mean `chew:`?", "# Feedback\n- chew - x‸", "# Feedback\n- chew: x"),
        ("Did you mean `rejected`?", "---\noutcome: rejcted‸\n---\n", "---\noutcome: rejected\n---\n"),
        (
            "Record that you asked for feedback today", "---\r\ncompany: é😀\r\n---\r\n\r\n# T‸\r\n",
            "---\r\ncompany: é😀\r\nasked: 2026-11-23\r\n---\r\n\r\n# T\r\n"
        ),
        (
            "Record that you asked for feedback today", "# T‸\r\nx",
            "---\r\nasked: 2026-11-23\r\n---\r\n# T\r\nx"
        ),
        ("Record that you asked for feedback today", "---\nasked:‸\n---\n", "---\nasked: 2026-11-23\n---\n"),
        ("Record that you asked for feedback today", "---\n{company: A}\n---\n‸x", nil),
        ("Record that you asked for feedback today", "---\ncompany: A‸", nil),
        (
            "Record that they refused today", "---\nasked: 2026-11-01‸\n---",
            "---\nasked: 2026-11-01\nrefused: 2026-11-23\n---"
        ),
        (
            "Record that you gave thanks today", "# T‸\n- chew: x",
            "---\nthanked: 2026-11-23\n---\n# T\n- chew: x"
        ),
    ])
    func `an action changes the bytes that it means to change`(title: String, marked: String, after: String?)
        throws
    {
        var session = try EditorSession()
        let actions = try Self.actions(&session, marked)
        let action = actions.first { $0["title"]?.string == title }
        guard let after else {
            #expect(action == nil)
            return
        }
        let edit = try #require(action, "\(actions.map { $0["title"]?.string ?? "" })")["edit"]
        #expect(Array(try session.applying(edit, to: "n.md").utf8) == Array(after.utf8))
    }

    @Test func `what does away with a diagnostic is a quick fix`() throws {
        var session = try EditorSession()
        let marked = "# Feedback\n- x‸"
        #expect(try Self.actions(&session, marked, only: ["quickfix"]).count == 4)
        #expect(try Self.actions(&session, marked, only: ["refactor"]).isEmpty)
        #expect(try Self.actions(&session, "- chew: x‸", only: ["refactor"]).count == 5)
        #expect(try Self.actions(&session, "- chew: x‸", only: ["source"]).isEmpty)
    }

    @Test(arguments: [
        "- chew: x\rb‸", "- [ ] x‸\n\r", "---\ngenerated-by: debrief\n---\n- chew: x‸", "prose‸ - chew: x\r",
    ])
    func `nothing is offered where editors may disagree on lines, nor in a report`(marked: String)
        throws
    {
        var session = try EditorSession()
        #expect(try Self.actions(&session, marked).isEmpty)
    }

    @Test func `a client without versions gets the plain form`() throws {
        var session = try EditorSession(capabilities: [:])
        let edit = try Self.actions(&session, "- chew: x‸").first?["edit"]
        #expect(edit?["changes"]?[session.uri("n.md")]?.array?.isEmpty == false)
    }
}
