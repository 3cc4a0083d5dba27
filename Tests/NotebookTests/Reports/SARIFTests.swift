import Foundation
import Markup
import Notebook
import Testing

/// What becomes of diagnostics in text and in a SARIF log.
struct SARIFTests {
    private static func diagnostic(_ path: String, _ message: String) -> Diagnostic {
        Diagnostic(.badDate, path: NotePath(path), at: Position(line: 3, column: 7), message)
    }

    private static func result(_ path: String, _ message: String) throws -> [String: Any] {
        let json = SARIF([diagnostic(path, message)], version: "1.2").json()
        let log = try #require(JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["version"] as? String == "1.2")
        let rules = try #require(driver["rules"] as? [[String: Any]])
        #expect(rules.map { $0["id"] as? String } == Diagnostic.Code.allCases.map(\.rawValue))
        for (rule, code) in zip(rules, Diagnostic.Code.allCases) {
            let configuration = rule["defaultConfiguration"] as? [String: Any]
            #expect(configuration?["level"] as? String == code.severity.rawValue)
        }
        return try #require((run["results"] as? [[String: Any]])?.first)
    }

    private static func location(_ path: String) throws -> (uri: String?, line: Int?) {
        let locations = try result(path, "no date")["locations"] as? [[String: Any]]
        let physical = locations?.first?["physicalLocation"] as? [String: Any]
        return (
            (physical?["artifactLocation"] as? [String: Any])?["uri"] as? String,
            (physical?["region"] as? [String: Any])?["startLine"] as? Int
        )
    }

    @Test(arguments: [
        ("a/b.md", "a/b.md"), ("my notes/é.md", "my%20notes/%C3%A9.md"), ("/tmp/a.md", "file:///tmp/a.md"),
        ("a:b#c?.md", "a%3Ab%23c%3F.md"), ("a-b_c~d.md", "a-b_c~d.md"),
    ])
    func `a path is a URI`(path: String, uri: String) throws {
        let location = try Self.location(path)
        #expect(location.uri == uri && location.line == 3)
    }

    @Test(arguments: [
        ("no date", "no date"), ("write {x}", "write {{x}}"), ("see [this](that)", "see \\[this](that)"),
        ("see [this]", "see [this]"),
    ])
    func `a message means what it says`(message: String, text: String) throws {
        let result = try Self.result("a.md", message)
        #expect((result["message"] as? [String: Any])?["text"] as? String == text)
        #expect(result["ruleId"] as? String == "bad-date" && result["level"] as? String == "warning")
    }

    @Test func `as text each is a line that an editor can jump to`() {
        let diagnosis = Diagnosis([
            Self.diagnostic("a.md", "no date"), Self.diagnostic("b\rc.md", "no date either"),
        ])
        #expect(
            String(decoding: diagnosis.text(pathPrefix: Array("notes/".utf8)), as: UTF8.self) == """
                notes/a.md:3:7: warning: no date [bad-date]
                notes/b␍c.md:3:7: warning: no date either [bad-date]

                """)
        #expect(diagnosis.worst == .warning && Diagnosis([]).worst == nil)
    }
}
