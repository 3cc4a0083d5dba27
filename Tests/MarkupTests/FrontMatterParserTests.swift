import Testing

@testable import Markup

/// What is parsed entry by entry is what it is as a whole.
struct FrontMatterParserTests {
    @Test(arguments: [
        "company: Acme\nround: onsite\n",
        "company: Acme\n\n# A comment.\nround: onsite\n",
        "tags:\n- a\n- b\nround: onsite\n",
        "tags:\n  - a\n  - b: c\n    d: [e]\n",
        "title: é😀 結論\nasked: 2026-10-20\n",
        "title: |\n  Two\n  lines\n\nround: onsite\n",
        "title: a: b\nround: onsite\n",
        // Not what its entries are one by one.
        "a: [1,\nround: onsite]\n",
        "a: \"one\nround: onsite\"\n",
        "a: {b: c\nround: onsite\n",
        "a: *b\nround: onsite\n",
        "{a: b}\nround: onsite\n",
        "- a\nround: onsite\n",
        "round: onsite\n...\n",
        "company: Acme\n... # end\nround: onsite\n",
        "company: Acme\n--- b\nround: onsite\n",
        "company: Acme\n...\u{2028}\nround: onsite\n",
        "a: b\u{85}round: onsite\n",
        "a: b\u{2028}c\nround: onsite\n",
        "round\n", "", "# Nothing.\n",
    ])
    func `is the same by entries and as a whole`(_ yaml: String) throws {
        var parser = FrontMatterParser()
        // Entries that are known by themselves.
        let known = Source(Array("---\nround: onsite\ncompany: Acme\n---\n".utf8))
        let knownParsed = parser.frontMatter(of: known)
        #expect(knownParsed?.content == FrontMatter(of: known)?.content)
        let source = Source(Array("---\n\(yaml)---\n".utf8))
        let whole = try #require(FrontMatter(of: source))
        for _ in 0..<2 {
            let parsed = parser.frontMatter(of: source)
            #expect(parsed?.lines == whole.lines)
            #expect(parsed?.content == whole.content)
        }
    }

    @Test func `what was known keeps its place where it stands now`() throws {
        var parser = FrontMatterParser()
        _ = parser.frontMatter(of: Source(Array("---\ntags: [a, b]\n---\n".utf8)))
        let source = Source(Array("---\ntitle: x\ntags: [a, b]\n---\n".utf8))
        let parsed = parser.frontMatter(of: source)
        let pairs = try #require(parsed).content.get()
        #expect(pairs.map(\.keyStart) == [Position(line: 2, column: 1), Position(line: 3, column: 1)])
        guard case .list(let items) = pairs[1].value else {
            Issue.record("no list")
            return
        }
        #expect(items.map(\.start) == [Position(line: 3, column: 8), Position(line: 3, column: 11)])
    }
}
