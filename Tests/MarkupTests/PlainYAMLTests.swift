import Properties
import Testing

@testable import Markup

/// What is read without libyaml is what libyaml reads.
struct PlainYAMLTests {
    @Test(arguments: [
        "company: Acme, Inc.\nround: phone screen\ndate: 2026-10-14\n",
        "title: \"A: b #c\"\nplace: 'Harbour St 4'  \r\nasked: 2026-10-20\r\n",
        "interviewers: [Dana Ruiz, Zoë Müller ]\ntags:\n- a\n- b\n\n# A comment.\ntopics:\n  - c d\n",
        "lexicon:\n  topics:\n    pace:\n      - talk … fast\n      - =went on\n  fillers: [=a, an*]\nstandard: no\n",
    ])
    func `plain lines take no libyaml`(_ yaml: String) throws {
        #expect(try expectSame(yaml))
    }

    @Test(arguments: [
        "a: b: c\n", "a: b #c\n", "a:\n", "a: [b\n", "a: [b,\n  c]\n", "a: \"b\n  c\"\n", "a: \"\\u0041\"\n",
        "a: b\n  c\n",
        "a: |\n  b\n", "a: &x b\n", "a: *x\n", "a: {b: c}\n", "- a\n", "a\n", "a: b\n c: d\n", "a : b\n",
        "\ta: b\n", "a: b\n...\n",
        "a: \u{85}\n", "a: b\u{2028}c\n", "a: 'it''s'\n", "? a\n", "a: - b\n", "a:\n  - b: c\n",
        "a:\n  - b\n - c\n", "", "# a\n",
    ])
    func `anything else is left to libyaml`(_ yaml: String) throws {
        #expect(try !expectSame(yaml))
    }

    @Test func `what is read is the same, whatever the lines`() throws {
        let pieces = [
            "\n", "\n", "a: b", "key: ", "key:", "- x", "  - y z", "    - q/w", "  sub: v", "  sub:",
            "    deep: v",
            "tags: [a, b c]", "[", "]", ", ", "\"q\"", "'s'", ": ", " ", "  ", "#", " # c", "# d\n",
            "2026-10-14", "=went on",
            "a … b", "é", "null", "~", "company: Acme, Inc.\n", "x: \"a b\"\n", "list:\n- a\n- b\n",
            "m:\n  n: o\n  p:\n    - q\n",
            "?", "&", "*", "|", ">", "%", "@", "!", "{", "}", ",", "\t", "\r\n", "\\", "(x)", "_", "/", "a:b",
            "...", "---",
        ]
        var random = SeededGenerator(seed: 20_261_127)
        var count = 0
        for _ in 0..<40_000 {
            var yaml = ""
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                yaml += pieces.randomElement(using: &random) ?? ""
                if Bool.random(using: &random) { yaml += "\n" }
            }
            if try expectSame(yaml) { count += 1 }
        }
        #expect(count > 1_000)
    }

    /// Compares the two where libyaml is not needed; tells whether that is so.
    private func expectSame(_ yaml: String) throws -> Bool {
        let source = Source(Array("---\n\(yaml)".utf8))
        let range = 4..<source.bytes.count
        guard let pairs = PlainYAML.pairs(of: source, range, firstLine: 2) else { return false }
        var events = YAMLEvents(source, range, firstLine: 2)
        let expected = try events.pairs()
        #expect(pairs == expected, "\(yaml.debugDescription)")
        return true
    }
}
