import Notebook
import Testing

@testable import LanguageServer

struct CompletionTests {
    private static let notes = [
        "2026-01-01-a.md": """
        ---
        company: Acme
        role: Engineer
        round: onsite
        interviewers: [Dana Ruiz, Lee]
        tags: [platform]
        ---
        - chew: x #structure
        - chew: y #structure #delivery/pace
        - swallow: z #brevity from:"Ana Kovač"
          - [ ] w #énergie
        """,
        "2026-01-02-b.md": "---\ncompany: ACME\n---\n# B\n",
        "stories.md": "- story: The outage ^outage\n- story: The quarrel ^quarrel\n- story: No name\n",
        "2026-01-03-c.md": "---\ncompany: \"Initech: Labs\"\n---\n",
    ]

    /// What a text becomes with each of the things offered at its mark, in their order.
    private static func offered(_ marked: String) throws -> [String] {
        var session = try EditorSession(notes)
        let result = try session.request("textDocument/completion", "new.md", marked: marked)
        let items = result["items"]?.array ?? []
        let sorted = items.map { $0["sortText"]?.string ?? "" }
        #expect(sorted == sorted.sorted())
        let text = ClientText(session.texts[session.uri("new.md")] ?? "")
        let line =
            marked.split(separator: "‸")[0].split(separator: "\n", omittingEmptySubsequences: false).count - 1
        return try items.map { item in
            let edit = try #require(item["textEdit"])
            return String(ClientText(try text.applying([edit])).lines[line])
        }
    }

    @Test(arguments: [
        (
            "- ‸",
            [
                "- chew: ", "- swallow: ", "- spit: ", "- keep: ", "- hunch: ", "- worked: ", "- slipped: ",
                "- story: ", "- told: ",
            ]
        ),
        ("- s‸", ["- swallow: ", "- spit: ", "- slipped: ", "- story: "]),
        ("1. [ ] sw‸", ["1. [ ] swallow: "]),
        ("> * SWA‸", ["> * swallow: "]), ("- chew: x\n  - be‸", ["  - because: "]),
        ("- chew: x\n  - y\n    - i‸", ["    - if: "]),
        ("- é😀 s‸", []), ("s‸", []), ("    s‸", []), ("-‸ s", []), ("```\n- s‸", []), ("- [ ] chew: s‸", []),
    ])
    func `tag words are offered in front of a bullet`(marked: String, lines: [String]) throws {
        let offered = try Self.offered(marked)
        #expect(offered == lines)
    }

    @Test(arguments: [
        ("- Why?\n  - told: ^‸", ["  - told: ^outage", "  - told: ^quarrel"]),
        ("- Why?\n  - told: ^qu‸", ["  - told: ^quarrel"]), ("- told: ^qu‸arr", ["- told: ^quarrel"]),
        ("- Why? ^‸", []), ("- told: x^‸ y", []), ("- told: qu‸", []),
    ])
    func `the names of stories are offered where one was told`(marked: String, lines: [String]) throws {
        #expect(try Self.offered(marked) == lines)
    }

    @Test(arguments: [
        // Quotation marks and brackets that the editor has closed by itself.
        ("---\ncompany: \"Ac‸\"\n---\n", "company: \"Acme\""),
        ("---\ninterviewers: [\"Da‸\"]\n---\n", "interviewers: [\"Dana Ruiz\"]"),
        ("---\ninterviewers: [Da‸, Bo]\n---\n", "interviewers: [Dana Ruiz, Bo]"),
        ("- chew: x from:\"Da‸\" #y", "- chew: x from:\"Dana Ruiz\" #y"),
        ("- chew: x [from:: Da‸] #y", "- chew: x [from:: Dana Ruiz] #y"),
        // The rest of what is written anew.
        ("---\ncompany: Ac‸tion Corp # sic\n---\n", "company: Acme # sic"),
        ("---\ncompany: \"Ac‸tion Corp\"\n---\n", "company: \"Acme\""),
        ("---\nout‸tcome: waiting\n---\n", "outcome: waiting"),
        ("---\nout‸\n---\n", "outcome: "),
        ("- chew: x from:Da‸no, they said", "- chew: x from:\"Dana Ruiz\", they said"),
        ("- chew: x from:\"Da‸na R\" #y", "- chew: x from:\"Dana Ruiz\" #y"),
        ("- [ ] x due:2026-12‸-01 #y", "- [ ] x due:2026-12-07 #y"),
        // What may be something else stays.
        (
            "- chew: said from:\"Da‸ that \"quick\" is good",
            "- chew: said from:\"Dana Ruiz\" that \"quick\" is good"
        ),
        (
            "- chew: x [from:: Da‸ and see [my notes](x)",
            "- chew: x [from:: Dana Ruiz and see [my notes](x)"
        ),
        ("---\ntags: [\"stru‸, \"lead\"]\n---\n", "tags: [\"structure\", \"lead\"]"),
        ("- chew: x from:\"Da‸: he said", "- chew: x from:\"Dana Ruiz\": he said"),
        ("- [ ] x due:‸5 pm", "- [ ] x due:2026-11-235 pm"),
        ("- sw‸alow: x é😀", "- swallow: x é😀"), ("- sw‸ x", "- swallow:  x"),
        ("- chew: x #str‸uktur é😀", "- chew: x #structure é😀"),
    ])
    func `what stands after the cursor is part of it`(marked: String, line: String) throws {
        let offered = try Self.offered(marked)
        #expect(offered.first == line)
    }

    @Test(arguments: [
        ("- ‸Lead with it", "- chew: Lead with it"), ("- x #‸ and more", "- x #structure and more"),
        ("---\n‸\ncompany: A\n---\n", "title: "),
    ])
    func `where nothing is written yet, what follows stays`(marked: String, line: String) throws {
        let offered = try Self.offered(marked)
        #expect(offered.first == line)
    }

    @Test(arguments: [
        ("- é😀 #str‸", ["- é😀 #structure"]), ("- chew: (#str‸ and", ["- chew: (#structure and"]),
        ("- x\n  y #PACE‸", ["  y #delivery/pace"]), ("- x #delivery/p‸", ["- x #delivery/pace"]),
        ("- x #éner‸", ["- x #énergie"]), ("- x#str‸", []), ("- `#str‸`", []), ("#str‸", []), ("- x # ‸", []),
    ])
    func `topics are offered after a hash`(marked: String, lines: [String]) throws {
        let offered = try Self.offered(marked)
        #expect(offered == lines)
    }

    @Test func `those used most come first`() throws {
        #expect(
            try Self.offered("- x #‸")
                == ["- x #structure", "- x #brevity", "- x #delivery/pace", "- x #platform", "- x #énergie"])
    }

    @Test(arguments: [
        ("- [ ] x due:‸", ["- [ ] x due:2026-11-23", "- [ ] x due:2026-11-30", "- [ ] x due:2026-12-07"]),
        ("- [ ] x due:2026-11-3‸", ["- [ ] x due:2026-11-30"]),
        ("- x @due(2026-12‸", ["- x @due(2026-12-07"]),
        ("- x [due:: 2026-12‸", ["- x [due:: 2026-12-07"]), ("- x 📅 2026-12‸", ["- x 📅 2026-12-07"]),
        ("- x 📅2026-12‸", ["- x 📅2026-12-07"]), ("- x DEADLINE: <2026-12‸", ["- x DEADLINE: <2026-12-07"]),
        ("- [x] x done:‸", ["- [x] x done:2026-11-23", "- [x] x done:2026-11-22"]), ("- x due: ‸", []),
        ("- x overdue:‸", []), ("due:‸", []), ("- x ✅ ‸", ["- x ✅ 2026-11-23", "- x ✅ 2026-11-22"]),
    ])
    func `dates are offered where one belongs`(marked: String, lines: [String]) throws {
        let offered = try Self.offered(marked)
        #expect(offered == lines)
    }

    @Test(arguments: [
        ("- chew: x from:da‸", ["- chew: x from:\"Dana Ruiz\""]),
        ("- chew: x from:L‸", ["- chew: x from:Lee"]),
        ("- chew: x from:\"Dana‸", ["- chew: x from:\"Dana Ruiz\""]),
        ("- chew: x [from:: Da‸]", ["- chew: x [from:: Dana Ruiz]"]), ("- chew: from:é ‸", []),
        ("- chew: x from:\"A\" ‸", []), ("- chew: x therefrom:Da‸", []),
    ])
    func `people are offered after from`(marked: String, lines: [String]) throws {
        let offered = try Self.offered(marked)
        #expect(offered == lines)
    }

    @Test(arguments: [
        ("---\ncom‸\n---\n", ["company: "]), ("---\ncompany: x\ncom‸\n---\n", []),
        ("---\nas‸\n", ["asked: "]),
        ("---\ncompany: ‸\n---\n", ["company: Acme", "company: \"Initech: Labs\""]),
        ("---\ncompany:‸\n---\n", ["company: Acme", "company: \"Initech: Labs\""]),
        ("---\nCompany: ac‸\n---\n", ["Company: Acme"]),
        ("---\ncompany: \"Ini‸\n---\n", ["company: \"Initech: Labs\""]),
        ("---\nstatus: rej‸\n---\n", ["status: rejected"]),
        ("---\nposition: ‸\n---\n", ["position: Engineer"]),
        ("---\ninterviewers: [Lee, d‸]\n---\n", ["interviewers: [Lee, Dana Ruiz]"]),
        ("---\ninterviewers: [Lee, d‸\n---\n", ["interviewers: [Lee, Dana Ruiz"]),
        ("---\ninterviewers:\n  - Lee\n  - an‸\n---\n", ["  - Ana Kovač"]),
        ("---\ntags: [bre‸\n---\n", ["tags: [brevity"]),
        ("---\nasked: ‸\n---\n", ["asked: 2026-11-23", "asked: 2026-11-22"]), ("---\ntitle: ‸\n---\n", []),
        ("---\nother: ‸\n---\n", []), ("---‸\n---\n", []), ("---\n---‸\n", []),
        ("---\nx:\n  com‸\n---\n", []),
    ])
    func `front matter has its keys and values offered`(marked: String, lines: [String]) throws {
        let offered = try Self.offered(marked)
        #expect(offered == lines)
    }
}
