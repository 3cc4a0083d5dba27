import Testing

@testable import Markup

struct FrontMatterTests {
    @Test(arguments: [
        "", "a\n", "\n---\na: b\n---\n", " ---\na: b\n---\n", "--\na: b\n--\n", "----\na: b\n----\n",
        "--- a\na: b\n---\n", "...\na: b\n---\n", "***\na: b\n***\n", "- --\n",
    ])
    func `without a first line of three hyphens there is none`(_ text: String) {
        #expect(FrontMatter(of: Source(Array(text.utf8))) == nil)
    }

    @Test(arguments: [
        ("---\na: b\n---\nc", 3),
        ("\u{FEFF}---\na: b\n---\n", 3),
        ("---  \t\na: b\n--- \n", 3),
        ("---\r\na: b\r\n...\r\n", 3),
        ("---\ra: b\r---\rc", 3),
        ("---\na: b\n...\n---\n", 3),
        ("---\n---\n", 2),
        ("---\n\n\n---", 4),
        ("---\na: b\n ---\n----\n--- x\n---", 6),
    ])
    func `it reaches to the line that closes it`(_ text: String, last: Int) throws {
        let frontMatter = try #require(FrontMatter(of: Source(Array(text.utf8))))
        #expect(frontMatter.lines == 1..<last + 1)
    }

    @Test(arguments: ["---", "---\n", "---\na: b\n", "---\na: b\n ---\n-- -\n....\n", "---\r\n"])
    func `unclosed, it takes no line`(_ text: String) throws {
        let frontMatter = try #require(FrontMatter(of: Source(Array(text.utf8))))
        #expect(frontMatter.lines.isEmpty)
        guard case .failure(.unclosed) = frontMatter.content else {
            Issue.record("\(frontMatter.content)")
            return
        }
    }

    @Test(arguments: [
        ("a: b\n", ["2:1 a = 2:4 b"]),
        ("é: \"ü\"\n", ["2:1 é = 2:5 \"ü\""]),
        ("'😀' : x\n", ["2:1 😀 = 2:10 x"]),
        ("A: b\nA: c\n", ["2:1 A = 2:4 b", "3:1 A = 3:4 c"]),
        ("a: [b,  'c']\n", ["2:1 a = 2:4 [2:5 b, 2:9 \"c\"]"]),
        (
            "a:\n- b\n- [c, [d]]\n- {e: f}\n- &g h\n- *g\n",
            ["2:1 a = 3:1 [3:3 b, 4:3 [4:4 c, 4:7 [4:8 d]], 5:3 {}, 6:3 h, 7:3 *]"]
        ),
        ("a: {b: c, d: {e: [f]}}\ng: h\n", ["2:1 a = 2:4 {}", "3:1 g = 3:4 h"]),
        ("a: &b c\nd: *b\n", ["2:1 a = 2:4 c", "3:1 d = 3:4 *"]),
        ("? a\n: b\n", ["2:3 a = 3:3 b"]),
        ("[a]: b\nc: d\n", ["3:1 c = 3:4 d"]),
        ("a:\nb: ~\nc: ''\n", ["2:1 a = 2:3 ", "3:1 b = 3:4 ~", "4:1 c = 4:4 \"\""]),
        ("a: |\n  b\n  c\nd: e\n", ["2:1 a = 2:4 \"b\nc\n\"", "5:1 d = 5:4 e"]),
        ("{a: b, c: d}\n", ["2:2 a = 2:5 b", "2:8 c = 2:11 d"]),
        ("# a\n\n  b: c # d\n", ["4:3 b = 4:6 c"]),
        ("a: b\rc: d\r\ne: f\n", ["2:1 a = 2:4 b", "3:1 c = 3:4 d", "4:1 e = 4:4 f"]),
        ("", []),
        ("# only a comment\n", []),
    ])
    func `its pairs are listed in order, with their positions`(_ yaml: String, pairs: [String]) throws {
        let frontMatter = try #require(FrontMatter(of: Source(Array("---\n\(yaml)---\n".utf8))))
        let found = try frontMatter.content.get()
        #expect(
            found.map { "\(Self.text($0.keyStart)) \($0.key) = \(Self.text($0.value, at: $0.valueStart))" }
                == pairs)
    }

    @Test(arguments: [
        ("a: b: c\n", "2:5"),
        ("a: @b\n", "2:4"),
        ("ok: x\na: [b\n", "4:1"),
        ("é: \"ü\n", "3:1"),
        ("a: b\n\tc: d\n", "3:1"),
        ("a: \u{0}\n", "2:4"),
        ("a: b\nc: \u{1}\n", "3:4"),
        ("\"\\x\"\n", "2:4"),
    ])
    func `YAML that does not parse fails at its position`(_ yaml: String, position: String) throws {
        let frontMatter = try #require(FrontMatter(of: Source(Array("---\n\(yaml)---\n".utf8))))
        guard case .failure(.syntax(let problem, let found)) = frontMatter.content else {
            Issue.record("\(frontMatter.content)")
            return
        }
        #expect(Self.text(found) == position, "\(problem)")
    }

    @Test(arguments: ["- a\n", "a\n", "\"a\"\n", "[a, b]\n", "*a\n"])
    func `what is no mapping fails as such`(_ yaml: String) throws {
        let frontMatter = try #require(FrontMatter(of: Source(Array("---\n\(yaml)---\n".utf8))))
        guard case .failure(.notAMapping(let position)) = frontMatter.content else {
            Issue.record("\(frontMatter.content)")
            return
        }
        #expect(position == Position(line: 2, column: 1))
    }

    @Test func `bytes that are not UTF-8 read as U+FFFD`() throws {
        let source = Source(Array("---\na: ".utf8) + [0xE9, 0x0A] + Array("b: c\n---\n".utf8))
        let pairs = try #require(FrontMatter(of: source)).content.get()
        #expect(pairs.map { Self.text($0.value, at: $0.valueStart) } == ["2:4 \u{FFFD}", "3:4 c"])
    }

    @Test func `over 64 KiB it is refused, up to that it is read`() throws {
        let line = "key: value\n"
        let fitting = String(repeating: line, count: FrontMatter.largest / line.utf8.count)
        let pairs = try #require(FrontMatter(of: Source(Array("---\n\(fitting)---\n".utf8)))).content.get()
        #expect(pairs.count == FrontMatter.largest / line.utf8.count)
        let larger = try #require(FrontMatter(of: Source(Array("---\n\(fitting)\(line)---\n".utf8))))
        guard case .failure(.tooLarge) = larger.content else {
            Issue.record("\(larger.content)")
            return
        }
        #expect(larger.lines.upperBound == pairs.count + 4)
    }

    private static func text(_ position: Position) -> String { "\(position.line):\(position.column)" }

    private static func text(_ value: FrontMatter.Value, at position: Position) -> String {
        let text =
            switch value {
            case .scalar(let text, isPlain: true): text
            case .scalar(let text, isPlain: false): "\"\(text)\""
            case .list(let items):
                "[\(items.map { Self.text($0.value, at: $0.start) }.joined(separator: ", "))]"
            case .mapping: "{}"
            case .alias: "*"
            }
        return "\(Self.text(position)) \(text)"
    }
}
