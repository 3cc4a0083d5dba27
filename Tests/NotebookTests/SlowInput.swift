import Testing

/// An input made to take long.
struct SlowInput: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]

    /// How large an input is: enough for a time that grows with the square to show.
    #if DEBUG
        static let size = 40_000
    #else
        static let size = 1_000_000
    #endif

    private init(_ description: String, _ bytes: [UInt8]) {
        testDescription = description
        self.bytes = bytes
    }

    /// A piece repeated up to the size, after a beginning.
    private static func many(_ piece: String, after start: String = "", upTo size: Int = size) -> SlowInput {
        let count = max(1, (size - start.utf8.count) / piece.utf8.count)
        let bytes = Array(start.utf8) + Array(repeating: Array(piece.utf8), count: count).joined()
        let name = (start.suffix(24) + piece.prefix(24)).debugDescription
        return SlowInput("\(name) and so on", bytes)
    }

    /// Numbered pieces up to the size.
    private static func numbered(
        _ name: String, after start: String = "", upTo size: Int = size, end: String = "",
        _ piece: (Int) -> String
    ) -> SlowInput {
        var bytes = Array(start.utf8)
        var number = 0
        while bytes.count + end.utf8.count < size {
            bytes += piece(number).utf8
            number += 1
        }
        return SlowInput(name, bytes + end.utf8)
    }

    static let all =
        cmarkInputs + cmarksOwn + crowds + nested + beginnings + html + tokens + dresses + lists
        + frontMatter.map(closed) + blanks

    /// What takes libcmark itself long where it is given it.
    ///
    /// Its time is short at first, hence the size.
    private static let cmarkInputs: [SlowInput] = [
        many("![[]()", upTo: 5 * size), many("![[]()", after: "- chew: ", upTo: 5 * size),
        many("[a](", after: "- ", upTo: 5 * size), many("[a]: b\n", upTo: 5 * size),
        many("*a **a ", after: "- ", upTo: 5 * size), many("a**b" + "c* ", after: "- ", upTo: 5 * size),
        many("a*", after: String(repeating: ">", count: size / 2)), many("[ (](", after: "- "),
        many("**x [a*b**c*](d)", after: "- "), many("[]", after: "- "), many("&", after: "- "),
        many("- a\n> "),
        many("[a] ", after: "[a]: b\n\n"),
    ]

    /// cmark's own pathological tests, as they are and within a bullet.
    private static let cmarksOwn: [SlowInput] = {
        let n = size / 4
        func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
        let inputs: [(String, String)] = [
            ("nested strong emphasis", times("*a **a ", n / 8) + "b" + times(" a** a*", n / 8)),
            ("emphasis closers without openers", times("a_ ", n)),
            ("emphasis openers without closers", times("_a ", n)),
            ("link closers without openers", times("a]", n)),
            ("link openers without closers", times("[a", n)),
            ("mismatched openers and closers", times("*a_ ", n)),
            (
                "openers and closers that do not match, and then do",
                times("*a ", n / 4) + times("_a*_ ", n / 4)
            ),
            ("openers and closers a multiple of three", "a**b" + times("c* ", n)),
            ("link openers and emphasis closers", times("[ a_", n)),
            ("brackets and parentheses", times("[ (](", n)),
            ("images of links", times("![[]()", n / 2)),
            ("links in emphasis", times("**x [a*b**c*](d)", n / 8)),
            ("nested brackets", times("[", n) + "a" + times("]", n)),
            ("nested quotes", times("> ", n) + "a"),
            ("nested lists", (0..<Int(Double(n).squareRoot())).map { times("  ", $0) + "* a\n" }.joined()),
            ("NUL", "abc\u{0}de\u{0}" + times("\u{0}", n)),
            ("runs of backticks", (1..<Int(Double(n).squareRoot())).map { "e" + times("`", $0) }.joined()),
            ("unclosed links with an angle", times("[a](<b", n / 2)),
            ("unclosed links", times("[a](b", n / 2)),
            ("unclosed comments", "</" + times("<!--", n / 2)),
            ("unclosed instructions", "</" + times("<?", n)),
            ("unclosed declarations", "</" + times("<!A ", n / 2)),
            ("unclosed CDATA", "</" + times("<![CDATA[", n / 4)),
            ("blank lines in nested lists", times("- ", n) + "x" + times("\n", n)),
            ("blank lines in nested lists in a quote", "> " + times("- ", n) + "x\n" + times(">\n", n)),
            ("emphasis in nested quotes", times(">", n) + times("a*", n)),
            ("many references", (0..<n / 8).map { "[\($0)]: u\n" }.joined() + times("[0] ", n / 8)),
            ("references that collide", collidingReferences(n / 16)),
        ]
        return inputs.flatMap { name, text in
            [
                SlowInput("cmark's own: \(name)", Array(text.utf8)),
                SlowInput("cmark's own, in a bullet: \(name)", Array("- chew: \(text)".utf8)),
            ]
        }
    }()

    /// References whose names come to the same in the hash that cmark had.
    private static func collidingReferences(_ count: Int) -> String {
        func hash(_ name: String) -> UInt32 {
            name.utf8.reduce(0) { UInt32($1) &+ ($0 << 6) &+ ($0 << 16) &- $0 }
        }
        let names = (0..<count * 16).lazy.map { "x\($0)" }.filter { hash($0) % 16 == 0 }.prefix(count)
        return names.map { "[\($0)]: /url\n\n" }.joined() + names.map { "[\($0)] " }.joined()
    }

    /// As many of one thing as no notebook has: with optimisation a million of them, and else fewer.
    private static let crowds: [SlowInput] = {
        func crowd(_ name: String, _ count: Int, _ piece: String, after start: String = "") -> SlowInput {
            SlowInput(name, Array(start.utf8) + Array(repeating: Array(piece.utf8), count: count).joined())
        }
        return [
            crowd(
                "hunches without a topic behind feedback with one", size / 22, "- hunch: a\n",
                after: String(repeating: "- chew: #a\n", count: size / 22)),
            crowd("a million bullets", size, "- a\n"), crowd("a million actions", size, "- [ ] a\n"),
            numbered("actions, all in boxes of their own") {
                "- [\(Unicode.Scalar(UInt32(0x4E00 + $0 % 20_000)) ?? "x")] a\n"
            },
            crowd("a million topics on a line", size, "#a ", after: "- chew: "),
            crowd("100,000 diagnostics", size / 10, "- a due:soon\n"),
            numbered("10,000 keys of front matter", after: "---\n", upTo: size / 10, end: "\n---\n") {
                "k\($0): a\n"
            },
            crowd("a line of 50 MB", 50 * size, "a"), crowd("a line of 50 MB in words", 10 * size, "- #a "),
        ]
    }()

    private static let nested: [SlowInput] = [
        many("\n", after: String(repeating: "- ", count: size / 3) + "a"),
        many("\n", after: String(repeating: "- ", count: 49) + "a"),
        many("\n>", after: "> " + String(repeating: "- ", count: 48) + "a"),
        many("\n", after: String(repeating: "> ", count: size / 3) + "a"),
        many("a\n", after: String(repeating: ">", count: 49) + "a\n"),
        many(String(repeating: ">", count: 49) + "a\n"),
        many(String(repeating: ">", count: 2000) + "a\n"),
        many("- "), many("> "), many("1. "), many("- > "), many("* - + "), many("-\t"), many("- a\n  - b\n"),
        numbered("items each deeper than the one above") { String(repeating: "  ", count: $0) + "- a\n" },
        numbered("items each a column deeper") { String(repeating: " ", count: $0) + "- a\n" },
        numbered("quotes each deeper than the one above") { String(repeating: "> ", count: $0) + "# a\n" },
        many("\n", after: (0..<50).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()),
        many("* ", after: "a\n"), many("- - - a\n"), many("_ "), many("=", after: "a\n"),
        many("=\n", after: "a\n"),
        many("```\n"), many("~~~ a\n"), many("- ```\n"), many("# a\n"), many("a\n=\n"), many("> # a\n"),
    ]

    /// What begins something that never ends: on a line each, as items, and all on one line.
    private static let beginnings: [SlowInput] = [
        "`", "](", "[[", "[due:: ", "(due:: ", "[from:: ", "from:\"", "@due(", "DEADLINE: < ", "<", "</",
        "<a ",
        "<!--", "<!", "<?", "<![CDATA[", "🔁 ", "a://", "\\", "(", "![", "**", "[x", "- [", "^a ", "`a `` ",
        "%%", "% %", "(📅 ", "[ due ::", "( due::", "due: ", "⛔ a, ", "via:\"", "“", "~~", "==",
        "SCHEDULED: <",
    ].flatMap { beginning in
        [
            many(beginning, after: "- chew: "), many("- \(beginning)\n"),
            many("  \(beginning)\n", after: "- chew: a\n"),
        ]
    }

    private static let html: [SlowInput] = [
        "<a", "<a b=\"", "<a b='", "<?", "<!--", "<!A", "<![CDATA[", "<script>", "<pre>", "<div>",
        "<textarea ", "</a", "<",
    ].flatMap {
        [
            many("\($0)\n"), many("\($0)\n", after: "a\n"), many($0),
            many("\($0) - -- ]] ", after: "\($0)\n"),
        ]
    }

    private static let tokens: [SlowInput] = [
        many("#a ", after: "- "), many("#a", after: "- "), many("#a/", after: "- "),
        many("#", after: "- "),
        many("#\u{301}", after: "- a "), many("\u{301}", after: "- #a"), many("\u{301}", after: "- [e"),
        many("due:soon ", after: "- a "), many("due:soon\n", after: "- a\n"), many("- a due:soon\n"),
        many("due:", after: "- "), many("due:2026-11-02 ", after: "- "), many("📅 ", after: "- "),
        many("📅", after: "- "), many("✅ 2026-11-02", after: "- "), many("from:a ", after: "- chew: "),
        many("from:\"A b\" ", after: "- chew: "), many("[priority:: a] ", after: "- "),
        many("swalow: ", after: "- "),
        many("#chew #spit ", after: "- "), many("#feedback/chew ", after: "- "), many("- swalow: a\n"),
        many("- a ^a\n"), many("- chew: spit: hunch: "), many("- [ ] TODO "),
        many("if a then ", after: "- "),
        many("i am ", after: "- chew: "), many(":", after: "- a"), many("e\u{301}", after: "- "),
        numbered("code spans, each with a longer fence", after: "- ") {
            String(repeating: "`", count: $0) + " "
        },
        numbered("topics, all different, in one bullet", after: "- ") { "#t\($0) " },
        numbered("topics, all different, in bullets") { "- chew: a #t\($0)\n" },
        numbered("sources, all different, in one bullet", after: "- chew: ") { "from:p\($0) " },
        numbered("block ids, all different") { "- a ^a\($0)\n" },
        numbered("hunches beside feedback") { "- hunch: a #h\($0)\n- chew: b #f\($0)\n" },
    ]

    /// What may stand on lines of a text, before a tag, or around a date.
    private static let dresses: [SlowInput] = [
        many("%%a%% ", after: "- "), many("%%%%", after: "- a "), many("<!-- a --> ", after: "- "),
        many("🔁 %%a%% ", after: "- a "), many("#task ", after: "- "),
        many("(due:2026-11-02) ", after: "- a "),
        many("9:30-", after: "- a due:2026-11-02 "), many("1", after: "- a due:"),
        many("1-", after: "- a due:"),
        many("due:2026-11 ", after: "- a "), many("⛔ a1,", after: "- a "), many("a1,", after: "- a ⛔ "),
        many("rec:1w ", after: "- a "), many("via:a ", after: "- chew: "), many(" ", after: "- chew"),
        many("\u{A0}", after: "- chew"), many("-", after: "- chew "), many("*", after: "- "),
        many("a", after: "- **"), many("- chew - a\n", after: "## Feedback\n"), many("- a\n  id:: b\n"),
        many("  a:: b\n", after: "- a\n"), many("  :A:\n", after: "- a\n"),
        many("  :A:\n  :END:\n", after: "- a\n"),
        many("  SCHEDULED: <2026-11-02>\n", after: "- a\n  id:: b\n"), many("a", after: "- a\n  :"),
        many("SCHEDULED: <2026-11-02> ", after: "- a\n  "), many("→ when ", after: "- chew: a\n  - when "),
    ]

    private static let lists: [SlowInput] = [
        many("- a\n"), many("-\n"), many("-\n\n"), many("- \n  a\n"), many("1) a\n"),
        many("a\n", after: "- "),
        many("a\n", after: "> - "), many("- a\n", after: "## Feedback\n"), many("## Feedback\n- a\n"),
        many("# a\n## Hunch\n### Feedback\n- a\n"), many("  - [ ] a\n", after: "- chew: a\n"),
        many("  - if: a\n", after: "- chew: a\n"), many("- [ ] a\n"), many("- hunch: a #a\n"),
        many("- worked: a\n"), many("a ", after: "# "), many("a\n", after: "- chew: "),
    ]

    /// Within the 64 KB that front matter may have.
    private static let frontMatter: [SlowInput] = [
        numbered("a mapping of many keys", upTo: 65_000) { "k\($0): a\n" },
        numbered("many anchors", upTo: 65_000) { "k\($0): &a\($0) b\n" },
        numbered("many aliases", after: "a: &a b\n", upTo: 65_000) { "k\($0): *a\n" },
        numbered("aliases of aliases", after: "k0: &a0 [x, x, x, x, x, x, x, x, x]\n", upTo: 65_000) {
            number in
            "k\(number + 1): &a\(number + 1) ["
                + Array(repeating: "*a\(number)", count: 9).joined(separator: ", ") + "]\n"
        },
        numbered("one key again and again", upTo: 65_000) { _ in "date: x\n" },
        numbered("flow lists, one in the other", after: "a: ", upTo: 65_000) { _ in "[" },
        numbered("flow mappings, one in the other", after: "a: ", upTo: 65_000) { _ in "{a: " },
        numbered("flow lists side by side", after: "a: [", upTo: 65_000, end: "]\n") { _ in "[]," },
        numbered("flow lists nested as deep as may be", upTo: 65_000) { _ in
            "a: " + String(repeating: "[", count: 60) + String(repeating: "]", count: 60) + "\n"
        },
        numbered("lists, one in the other", after: "a:\n", upTo: 65_000) { _ in "- " },
        numbered("complex keys", upTo: 65_000) { _ in "? " },
        numbered("mappings, one in the other", upTo: 65_000) { String(repeating: " ", count: $0) + "a:\n" },
        numbered("a list of texts on one line", after: "tags: [", upTo: 65_000, end: "]\n") { "t\($0)," },
        numbered("a list of lists", after: "tags:\n", upTo: 65_000) { _ in "- []\n" },
        numbered("a text of many tags", after: "tags: ", upTo: 65_000, end: "\n") { "t\($0) " },
        numbered("a quote that never ends", after: "a: \"", upTo: 65_000) { _ in "b\n " },
        numbered("tags of types", after: "a: ", upTo: 65_000) { _ in "!b " },
        numbered("directives", upTo: 65_000) { _ in "%TAG !a! b\n" },
        numbered("colons", after: "a", upTo: 65_000) { _ in ": " },
        numbered("comments", upTo: 65_000) { _ in "#\n" },
        numbered("many interviewers", after: "interviewers: [", upTo: 65_000, end: "]\n") { "p\($0)," },
    ]

    private static func closed(_ frontMatter: SlowInput) -> SlowInput {
        let feedback = many("- a\n", after: "## Feedback\n", upTo: size / 8).bytes
        return SlowInput(
            "front matter: \(frontMatter.testDescription)",
            Array("---\n".utf8) + frontMatter.bytes + Array("\n---\n".utf8) + feedback)
    }

    private static let blanks: [SlowInput] = [
        many("\n"), many("\r"), many("\r\n"), many(" "), many("\t"), many("\0"), many("\u{FEFF}"), many("a"),
        many("\t", after: "- "), many("\u{A0}", after: "# "), many("\u{A0}", after: "- "),
        many("a\r", after: "- "),
        SlowInput("bytes that are not UTF-8", Array("- ".utf8) + Array(repeating: 0xFF, count: size)),
        SlowInput(
            "bytes that go on without a beginning", Array("- #".utf8) + Array(repeating: 0x80, count: size)),
        many("a: b\n", after: "---\n"), many("--- a\n", after: "---\n"), many("...a\n", after: "---\n"),
        many("k: v\n", after: "---\n---\n"),
    ]
}
