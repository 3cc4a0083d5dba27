import Testing

@testable import Markup

/// What is read without libyaml is what libyaml reads.
struct PlainYAMLTests {
    private static let pieces = [
        "title: Acme, onsite", "company: Acme", "role: \"Engineer, platform\"", "date: 2026-10-14",
        "x: é結論 b ",
        "interviewers: [Dana Ruiz, \"Lee Park\"]", "tags: [a]", "tags:\n  - a\n  - b/c",
        "tags:\n- a\n- \"b\"",
        "a: [b, c ]  ", "a: [ b , \"c\" ]", "a:\n  - b\n  c: d", "a:\n  - b\n - c", "a:\n   -  b  \n   - c",
        "a: b:",
        "a: b c: d", "a: b # c", "a: b#c", "a:", "a: ", "a:b", "a : b", "a: 'b'", "a: \"b\" c", "a: \"\\t\"",
        "a: \"b",
        "a: [b, c", "a: [b c]d", "a: []", "a: [[b]]", "a: [b?c]", "a: b?c", "a: b, [c] {d}", "a: *b",
        "a: &b c",
        "a: |\n  b", "a: b\n  c", "a: !!str b", "a: - b", "- a", "", "  a: b", "a: b\tc", "a: 😀",
        "a: \u{85}b",
        "a: b\u{2028}c", "a: \u{FEFF}b", "a: b\u{A0}c", "true: null", "a: ~", "a_b-c: 1", "1: a", "a: b-c",
        "a: b'c\"d",
        "a: b%c@d`e", "a: b&c*d!e|f>g", "? a", "a: [é, 結]", "a: [\"b\",c]", "a: [b,c]", "a: [b\n]",
        "a:\n  - b: c",
    ]

    @Test func `where it has an answer, it is libyaml's`() throws {
        var random = SeededGenerator(seed: 20_261_123)
        var answers = 0
        for _ in 0..<40_000 {
            let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
            let lines = (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in
                Self.pieces.randomElement(using: &random)
            }
            let text = "---\n\(lines.map { $0 + "\n" }.joined())---\n"
            var bytes = text.utf8.flatMap { $0 == Byte.lf ? Array(end.utf8) : [$0] }
            if Int.random(in: 0..<20, using: &random) == 0, bytes.count > 12 {
                bytes[Int.random(in: 4..<bytes.count - 6, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            let source = Source(bytes)
            let last = source.lineCount
            guard let pairs = PlainYAML.pairs(source, lines: 2..<last) else { continue }
            answers += 1
            var events = YAMLEvents(
                source, source.whole(line: 2).lowerBound..<source.whole(line: last).lowerBound, firstLine: 2)
            let expected = try? events.pairs()
            guard expected.map({ "\($0)" }) == "\(pairs)" else {
                Issue.record(
                    """
                    \(String(decoding: bytes, as: UTF8.self).debugDescription)
                    expected: \(expected.map { "\($0)" } ?? "no YAML")
                    actual: \(pairs)
                    """)
                return
            }
        }
        #expect(answers > 10_000)
    }
}
