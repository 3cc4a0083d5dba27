import Foundation
import Notebook
import Testing

@testable import LanguageServer

struct TopicTests {
    private static let notes = [
        "2026-01-01-a.md": """
        ---\r
        company: Acme\r
        interviewers: Dana\r
        tags: ["structure", other]\r
        ---\r
        - é😀 chew: no tag #Structure\r
        - chew: First é😀 (#structure) #delivery/pace
        """,
        "2026-02-01-b.md": """
        ---
        company: Initech
        interviewers: [Lee]
        tags: '#structure #x'
        ---
        - swallow: Lead. #structure ^lead
          - [x] Practise #structure
          - if: a → b
        - spit: `#structure` [x](#structure) #structures
        """,
        "2026-03-01-c.md": "---\ncompany: Hooli\n---\n- worked: é😀 ^lead did it #structure\n",
    ]

    @Test func `references are found in bullets and front matter, in UTF-16`() throws {
        var session = try EditorSession(Self.notes)
        let result = try session.request(
            "textDocument/references", "d.md", marked: "- x #struc‸ture",
            ["context": ["includeDeclaration": true]])
        let locations = try (result.array ?? []).map { location -> String in
            let name = try #require(location["uri"]?.string?.split(separator: "/").last)
            let start = location["range"]?["start"]
            return "\(name.prefix(12)) \(start?["line"]?.int ?? -1):\(start?["character"]?.int ?? -1)"
        }
        #expect(
            locations == [
                "2026-01-01-a 3:8", "2026-01-01-a 5:20", "2026-01-01-a 6:20", "2026-02-01-b 3:8",
                "2026-02-01-b 5:18",
                "2026-02-01-b 6:18", "2026-03-01-c 3:28", "d.md 0:5",
            ])
    }

    @Test func `a topic is renamed wherever it is one, and nowhere else`() throws {
        var session = try EditorSession(Self.notes)
        let edit = try session.request(
            "textDocument/rename", "d.md", marked: "- x #‸structure/deep #structure", ["newName": "#form"])
        #expect(try session.applying(edit, to: "d.md") == "- x #form #structure")
        let all = try session.request(
            "textDocument/rename", "d.md", marked: "- x #structure/deep #s‸tructure", ["newName": "form"])
        #expect(try session.applying(all, to: "d.md") == "- x #form/deep #form")
        for (name, text) in Self.notes {
            let change = try #require(
                all["documentChanges"]?.array?.first {
                    $0["textDocument"]?["uri"]?.string == session.uri(name)
                })
            #expect(change["textDocument"]?["version"] == .null)
            let after = try ClientText(text).applying(change["edits"]?.array ?? [])
            let expected = text.replacing("#Structure", with: "#form").replacing(
                "(#structure)", with: "(#form)"
            )
            .replacing("\"structure\"", with: "\"form\"").replacing("'#structure", with: "'#form")
            .replacing("Lead. #structure", with: "Lead. #form").replacing(
                "Practise #structure", with: "Practise #form"
            )
            .replacing("did it #structure", with: "did it #form")
            .replacing("](#form)", with: "](#structure)")
            #expect(after == expected)
        }
    }

    @Test(arguments: ["", "#", "a b", "chew", "feedback/spit", "12", "a#b", "-", "a/", "a\nb", "(a)"])
    func `a name that would be no topic is refused`(name: String) throws {
        var session = try EditorSession(Self.notes)
        var parameters = try session.parameters("d.md", marked: "- x #struc‸ture")
        if case .object(let members) = parameters {
            parameters = .object(members + [.init(key: "newName", value: .string(name))])
        }
        let reply = try session.reply("textDocument/rename", parameters)
        #expect(reply["error"]?["message"]?.string?.isEmpty == false)
    }

    @Test(arguments: [
        Data("- x #structure\r- y".utf8), Data([0x2D, 0x20, 0xFF] + Array(" #structure".utf8)),
    ])
    func `a note whose positions an editor might see elsewhere is refused by name`(bytes: Data) throws {
        var session = try EditorSession()
        try bytes.write(to: session.folder.appending(path: "odd.md"))
        session.notify("workspace/didChangeWatchedFiles", ["changes": []])
        var parameters = try session.parameters("d.md", marked: "- x #struc‸ture")
        if case .object(let members) = parameters {
            parameters = .object(members + [.init(key: "newName", value: "form")])
        }
        let reply = try session.reply("textDocument/rename", parameters)
        #expect(reply["error"]?["message"]?.string?.contains("odd.md") == true)
    }

    @Test func `what can be renamed is the topic's name`() throws {
        var session = try EditorSession()
        let range = try session.request(
            "textDocument/prepareRename", "d.md", marked: "- é😀 ‸#structure x")
        #expect(range["placeholder"]?.string == "structure")
        #expect(range["range"]?["start"]?["character"]?.int == 7)
        let none = try session.request("textDocument/prepareRename", "d.md", marked: "- é😀 ‸structure")
        #expect(none == .null)
    }

    @Test func `a topic is defined where it was learned, a block id where it stands`() throws {
        var session = try EditorSession(Self.notes)
        for marked in ["- x #struc‸ture", "- worked: x ^le‸ad y", "- worked: x ‸^lead"] {
            let location = try session.request("textDocument/definition", "d.md", marked: marked)
            #expect(location["uri"]?.string == session.uri("2026-02-01-b.md"))
            #expect(location["range"]?["start"] == ["line": 5, "character": 0])
        }
        let said = try session.request("textDocument/definition", "d.md", marked: "- x #delivery/pa‸ce")
        #expect(said["uri"]?.string == session.uri("2026-01-01-a.md"))
        #expect(try session.request("textDocument/definition", "d.md", marked: "- x #no‸ne") == .null)
        #expect(try session.request("textDocument/definition", "d.md", marked: "‸") == .null)
    }

    @Test func `hovering on a story, or where it was told, tells where that was and what showed`() throws {
        let story = "- story: The outage #ownership ^outage\n  - R: forty minutes\n"
        let told =
            "---\ncompany: Acme\nround: onsite\n---\n## Questions\n- Why?\n  - told: ^outage\n  - worked: yes\n"
        for (name, text, mark) in [("s.md", story, "- story: The ‸"), ("a.md", told, "  - told: ^out‸")] {
            var session = try EditorSession(["s.md": story, "a.md": told])
            let end = mark.dropLast()
            let marked = text.replacing(end, with: mark)
            let hover = try session.request("textDocument/hover", name, marked: marked)
            // Where lines break depends on how long the folder's name is.
            let shown = try #require(hover["contents"]?["value"]?.string).split(
                whereSeparator: \.isWhitespace
            )
            .joined(separator: " ")
            #expect(shown.contains("**The outage** #ownership, told once."), "\(shown)")
            #expect(
                shown.contains("Result: forty minutes") && shown.contains("Worked at [Acme, onsite:8]"),
                "\(shown)")
            #expect(shown.contains("It has no situation, no task and no action."), "\(shown)")
        }
    }

    @Test func `hovering on a topic tells who said it, when, and what came of it`() throws {
        var session = try EditorSession(Self.notes)
        let hover = try session.request("textDocument/hover", "d.md", marked: "- é😀 #struc‸ture")
        let text = try #require(hover["contents"]?["value"]?.string).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        for words in [
            "**#structure**: 2 people, 2026-01 – 2026-02; 1 in chew and 1 swallowed.",
            "- 2026-02-01, Lee: \"Lead.\"", "[Initech:6](\(session.uri("2026-02-01-b.md"))#L6)",
            "1 of 1 action done, 1 plan",
            "- 2026-01-01, Dana: \"First é😀", "Worked at [Hooli:4]",
        ] { #expect(text.contains(words), "\(text)") }
        #expect(hover["range"]?["start"]?["character"]?.int == 7)
    }

    @Test(
        arguments: [
            (["markdown", "plaintext"], "markdown"), (["plaintext", "markdown"], "plaintext"),
            (["plaintext"], "plaintext"), ([], "plaintext"), (["html", "markdown"], "markdown"),
        ] as [([String], String)])
    func `a client gets the first kind of text that it names, and text alone has no markup`(
        formats: [String], kind: String
    ) throws {
        let hover: JSON = ["contentFormat": .array(formats.map(JSON.string))]
        var session = try EditorSession(Self.notes, capabilities: ["textDocument": ["hover": hover]])
        for marked in ["- é😀 #struc‸ture", Self.notes["2026-02-01-b.md"]?.replacing("Lead.", with: "Le‸ad.")]
        {
            let name = marked == "- é😀 #struc‸ture" ? "d.md" : "2026-02-01-b.md"
            let hover = try session.request("textDocument/hover", name, marked: try #require(marked))
            #expect(hover["contents"]?["kind"]?.string == kind)
            let text = try #require(hover["contents"]?["value"]?.string)
            #expect(text.contains("Lead."))
            let hasMarkup = text.contains("**") || text.contains("](") || text.contains("file://")
            #expect(hasMarkup == (kind == "markdown"), "\(text)")
        }
    }

    @Test func `hovering on a lesson tells its evidence`() throws {
        var session = try EditorSession(Self.notes)
        let text = try #require(Self.notes["2026-02-01-b.md"])
        let hover = try session.request(
            "textDocument/hover", "2026-02-01-b.md", marked: text.replacing("Lead.", with: "Le‸ad."))
        let value = try #require(hover["contents"]?["value"]?.string)
        #expect(value.contains("**Lead.** #structure, 2 people, 1 of 1 action done."))
        #expect(value.contains("If a → b"))
        // How long the name of the folder is decides where the line is broken.
        #expect(value.split { $0.isWhitespace }.joined(separator: " ").contains("Worked at [Hooli:4]"))
        #expect(try session.request("textDocument/hover", "d.md", marked: "- pro‸se") == .null)
    }

    @Test func `a lens tells how many people said the like`() throws {
        var session = try EditorSession(Self.notes)
        let text = try #require(Self.notes["2026-02-01-b.md"])
        let lenses = try session.request("textDocument/codeLens", "2026-02-01-b.md", marked: "‸" + text)
        let titles = (lenses.array ?? []).compactMap { $0["command"]?["title"]?.string }
        #expect(titles == ["#structure: 2 people · worked last time", "#structures: 1 person"])
        #expect(lenses.array?.first?["range"]?["start"]?["line"]?.int == 5)
    }
}

struct SymbolTests {
    private static let text = """
        # T

        ## Feedback

        - é😀 unsorted #a
        - swallow: Lead
          - [ ] Practise due:2026-12-01
          - if: a → b
        - chew: Weigh
        - [x] Alone
        - hunch: H
        - worked: W
        """

    private static func names(_ symbols: JSON?, depth: Int = 0) -> [String] {
        (symbols?.array ?? []).flatMap { symbol -> [String] in
            let own = String(repeating: " ", count: depth) + (symbol["name"]?.string ?? "")
            return [own] + names(symbol["children"], depth: depth + 1)
        }
    }

    @Test func `a note's symbols are its feedback by stage, its actions, and what showed`() throws {
        var session = try EditorSession()
        let symbols = try session.request(
            "textDocument/documentSymbol", "a.md", marked: "‸" + Self.text)
        #expect(
            Self.names(symbols) == [
                "Unsorted", " é😀 unsorted", "Chew", " Weigh", "Swallow", " Lead", "  [ ] Practise", "  a → b",
                "Actions", " [x] Alone", "Hunches", " H", "What showed", " W",
            ])
        let swallow = symbols.array?[2]
        #expect(swallow?["range"]?["end"] == ["line": 7, "character": 13])
    }

    @Test func `a client that knows no trees gets a list`() throws {
        var session = try EditorSession(capabilities: [:])
        let symbols = try session.request(
            "textDocument/documentSymbol", "a.md", marked: "‸" + Self.text)
        #expect(symbols.array?.count == 14)
        #expect(symbols.array?[1]["location"]?["uri"]?.string == session.uri("a.md"))
        #expect(symbols.array?[1]["containerName"]?.string == "Unsorted")
    }

    @Test func `symbols of the notebook are found by any of their words`() throws {
        var session = try EditorSession(["a.md": Self.text, "b.md": "# Other\n"])
        func names(_ query: String) throws -> [String] {
            let symbols = try session.request("workspace/symbol", ["query": .string(query)])
            return (symbols.array ?? []).compactMap { $0["name"]?.string }
        }
        #expect(try names("prac") == ["[ ] Practise"])
        #expect(try names("LEAD swallow") == ["swallow: Lead"])
        #expect(try names("#a") == ["#a"])
        #expect(try names("other") == ["Other"])
        #expect(try names("nowhere").isEmpty)
        #expect(try names("").count == 8)
    }
}
