import Properties
import Testing

@testable import Markup

/// What is parsed entry by entry is what it is as a whole.
struct FrontMatterEntryTests {
    @Test(arguments: [
        "company: Acme\nround: onsite\n",
        "company: Acme\n\n# A comment.\nround: onsite\n",
        "tags:\n- a\n- b\nround: onsite\n",
        "tags:\n  - a\n  - b: c\n    d: [e]\n",
        "title: é😀 結論\nasked: 2026-10-20\n",
        "title: |\n  Two\n  lines\n\nround: onsite\n", "",
    ])
    func `entries are one by one what they are as a whole`(_ yaml: String) throws {
        let source = Source(Array("---\n\(yaml)---\n".utf8))
        let pairs = try #require(FrontMatter.pairsByEntries(of: source))
        #expect(FrontMatter(of: source)?.content == .success(pairs))
    }

    @Test(arguments: [
        "title: a: b\nround: onsite\n",
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
        "round\n", "# Nothing.\n",
    ])
    func `what is no mapping entry by entry is for the whole, or the same`(_ yaml: String) throws {
        let source = Source(Array("---\n\(yaml)---\n".utf8))
        let whole = try #require(FrontMatter(of: source))
        if let pairs = FrontMatter.pairsByEntries(of: source) { #expect(whole.content == .success(pairs)) }
    }
}
