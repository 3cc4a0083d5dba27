import Testing

@testable import Notebook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// No input, however hostile, takes more than some times what as much of an ordinary note takes.
///
/// What grows with the square of its input fails here by far: the bound is for what is linear, whatever the
/// machine and the build. Time is the thread's own, so that tests which run beside do not count.
struct PathologicalTests {
    /// Bullets are dense: in a megabyte of `- a` are a quarter of a million, where notes have ten thousand. And
    /// what is looked for at each byte, within a bound, costs a build without optimisation the most.
    private static let mostTimesAsLong = 40.0

    @Test(arguments: Attack.all)
    func `hostile input takes no longer than so many times ordinary input`(_ attack: Attack) {
        let bytes = attack.bytes
        let ordinary = Self.secondsPerByte * Double(bytes.count)
        let bound = ordinary * Self.mostTimesAsLong
        var taken = Self.seconds(reading: bytes)
        // On a machine that is busy with other things one try may be unlucky.
        for _ in 0..<2 where taken >= bound { taken = min(taken, Self.seconds(reading: bytes)) }
        #expect(taken < bound, "\(Int(taken / ordinary)) times as long")
    }

    /// What reading takes for each byte of notes as people write them.
    private static let secondsPerByte: Double = {
        let note = """
            ---
            company: Acme
            date: 2026-10-14
            interviewers: [Dana Ruiz, Sam Okafor]
            ---
            ## Feedback

            Dana called on the day after, and took half an hour for it. It went through each of the rounds
            in turn, first what they had liked and then what they had missed; most of it I knew already.

            - swallow: Lead with the conclusion, then the story. #structure since:2026-10-25
              - [ ] Rewrite three stories as STAR in 90 s due:2026-11-01
            - chew: You seemed unsure about the numbers. from:"Sam Okafor" #estimates


            """
        let bytes = Array(String(repeating: note, count: Attack.size / note.utf8.count).utf8)
        let times = (0..<5).map { _ in seconds(reading: bytes) }
        return (times.min() ?? 0) / Double(bytes.count)
    }()

    private static func seconds(reading bytes: [UInt8]) -> Double {
        let start = threadSeconds()
        let json = Export(Index(reading: bytes)).json()
        let end = threadSeconds()
        return withExtendedLifetime(json) { end - start }
    }

    private static func threadSeconds() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// An input made to take long.
struct Attack: Sendable, CustomTestStringConvertible {
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

    /// A piece repeated up to the size, behind a beginning.
    private static func many(_ piece: String, behind start: String = "", upTo size: Int = size) -> Attack {
        let count = max(1, (size - start.utf8.count) / piece.utf8.count)
        let bytes = Array(start.utf8) + Array(repeating: Array(piece.utf8), count: count).joined()
        let name = (start.suffix(24) + piece.prefix(24)).debugDescription
        return Attack("\(name) and so on", bytes)
    }

    /// Numbered pieces up to the size.
    private static func numbered(
        _ name: String, behind start: String = "", upTo size: Int = size, end: String = "",
        _ piece: (Int) -> String
    ) -> Attack {
        var bytes = Array(start.utf8)
        var number = 0
        while bytes.count + end.utf8.count < size {
            bytes += piece(number).utf8
            number += 1
        }
        return Attack(name, bytes + end.utf8)
    }

    static let all =
        cmarkAttacks + nested + beginnings + html + tokens + lists + frontMatter.map(closed) + blanks

    /// What takes libcmark itself long where it is given it. Its time is short at first, hence the size.
    private static let cmarkAttacks: [Attack] = [
        many("![[]()", upTo: 5 * size), many("![[]()", behind: "- chew: ", upTo: 5 * size),
        many("[a](", behind: "- ", upTo: 5 * size), many("[a]: b\n", upTo: 5 * size),
        many("*a **a ", behind: "- ", upTo: 5 * size), many("a**b" + "c* ", behind: "- ", upTo: 5 * size),
        many("a*", behind: String(repeating: ">", count: size / 2)), many("[ (](", behind: "- "),
        many("**x [a*b**c*](d)", behind: "- "), many("[]", behind: "- "), many("&", behind: "- "),
        many("- a\n> "),
        many("[a] ", behind: "[a]: b\n\n"),
    ]

    private static let nested: [Attack] = [
        many("\n", behind: String(repeating: "- ", count: size / 3) + "a"),
        many("\n", behind: String(repeating: "- ", count: 49) + "a"),
        many("\n>", behind: "> " + String(repeating: "- ", count: 48) + "a"),
        many("\n", behind: String(repeating: "> ", count: size / 3) + "a"),
        many("a\n", behind: String(repeating: ">", count: 49) + "a\n"),
        many(String(repeating: ">", count: 49) + "a\n"),
        many(String(repeating: ">", count: 2000) + "a\n"),
        many("- "), many("> "), many("1. "), many("- > "), many("* - + "), many("-\t"), many("- a\n  - b\n"),
        numbered("items each deeper than the one above") { String(repeating: "  ", count: $0) + "- a\n" },
        numbered("items each a column deeper") { String(repeating: " ", count: $0) + "- a\n" },
        numbered("quotes each deeper than the one above") { String(repeating: "> ", count: $0) + "# a\n" },
        many("\n", behind: (0..<50).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()),
        many("* ", behind: "a\n"), many("- - - a\n"), many("_ "), many("=", behind: "a\n"),
        many("=\n", behind: "a\n"),
        many("```\n"), many("~~~ a\n"), many("- ```\n"), many("# a\n"), many("a\n=\n"), many("> # a\n"),
    ]

    /// What begins something that never ends: on a line each, as items, and all on one line.
    private static let beginnings: [Attack] = [
        "`", "](", "[[", "[due:: ", "(due:: ", "[from:: ", "from:\"", "@due(", "DEADLINE: < ", "<", "</",
        "<a ",
        "<!--", "<!", "<?", "<![CDATA[", "🔁 ", "a://", "\\", "(", "![", "**", "[x", "- [", "^a ", "`a `` ",
    ].flatMap { beginning in
        [
            many(beginning, behind: "- chew: "), many("- \(beginning)\n"),
            many("  \(beginning)\n", behind: "- chew: a\n"),
        ]
    }

    private static let html: [Attack] = [
        "<a", "<a b=\"", "<a b='", "<?", "<!--", "<!A", "<![CDATA[", "<script>", "<pre>", "<div>",
        "<textarea ", "</a", "<",
    ].flatMap {
        [
            many("\($0)\n"), many("\($0)\n", behind: "a\n"), many($0),
            many("\($0) - -- ]] ", behind: "\($0)\n"),
        ]
    }

    private static let tokens: [Attack] = [
        many("#a ", behind: "- "), many("#a", behind: "- "), many("#a/", behind: "- "),
        many("#", behind: "- "),
        many("#\u{301}", behind: "- a "), many("\u{301}", behind: "- #a"), many("\u{301}", behind: "- [e"),
        many("due:soon ", behind: "- a "), many("due:soon\n", behind: "- a\n"), many("- a due:soon\n"),
        many("due:", behind: "- "), many("due:2026-11-02 ", behind: "- "), many("📅 ", behind: "- "),
        many("📅", behind: "- "), many("✅ 2026-11-02", behind: "- "), many("from:a ", behind: "- chew: "),
        many("from:\"A b\" ", behind: "- chew: "), many("[priority:: a] ", behind: "- "),
        many("swalow: ", behind: "- "),
        many("#chew #spit ", behind: "- "), many("#feedback/chew ", behind: "- "), many("- swalow: a\n"),
        many("- a ^a\n"), many("- chew: spit: hunch: "), many("- [ ] TODO "),
        many("if a then ", behind: "- "),
        many("i am ", behind: "- chew: "), many(":", behind: "- a"), many("e\u{301}", behind: "- "),
        numbered("code spans, each with a longer fence", behind: "- ") {
            String(repeating: "`", count: $0) + " "
        },
        numbered("topics, all different, in one bullet", behind: "- ") { "#t\($0) " },
        numbered("topics, all different, in bullets") { "- chew: a #t\($0)\n" },
        numbered("sources, all different, in one bullet", behind: "- chew: ") { "from:p\($0) " },
        numbered("block ids, all different") { "- a ^a\($0)\n" },
        numbered("hunches beside feedback") { "- hunch: a #h\($0)\n- chew: b #f\($0)\n" },
    ]

    private static let lists: [Attack] = [
        many("- a\n"), many("-\n"), many("-\n\n"), many("- \n  a\n"), many("1) a\n"),
        many("a\n", behind: "- "),
        many("a\n", behind: "> - "), many("- a\n", behind: "## Feedback\n"), many("## Feedback\n- a\n"),
        many("# a\n## Hunch\n### Feedback\n- a\n"), many("  - [ ] a\n", behind: "- chew: a\n"),
        many("  - if: a\n", behind: "- chew: a\n"), many("- [ ] a\n"), many("- hunch: a #a\n"),
        many("- worked: a\n"), many("a ", behind: "# "), many("a\n", behind: "- chew: "),
    ]

    /// Within the 64 KB that front matter may have.
    private static let frontMatter: [Attack] = [
        numbered("a mapping of many keys", upTo: 65_000) { "k\($0): a\n" },
        numbered("many anchors", upTo: 65_000) { "k\($0): &a\($0) b\n" },
        numbered("many aliases", behind: "a: &a b\n", upTo: 65_000) { "k\($0): *a\n" },
        numbered("aliases of aliases", behind: "k0: &a0 [x, x, x, x, x, x, x, x, x]\n", upTo: 65_000) {
            number in
            "k\(number + 1): &a\(number + 1) ["
                + Array(repeating: "*a\(number)", count: 9).joined(separator: ", ") + "]\n"
        },
        numbered("one key again and again", upTo: 65_000) { _ in "date: x\n" },
        numbered("flow lists, one in the other", behind: "a: ", upTo: 65_000) { _ in "[" },
        numbered("flow mappings, one in the other", behind: "a: ", upTo: 65_000) { _ in "{a: " },
        numbered("flow lists side by side", behind: "a: [", upTo: 65_000, end: "]\n") { _ in "[]," },
        numbered("flow lists nested as deep as may be", upTo: 65_000) { _ in
            "a: " + String(repeating: "[", count: 60) + String(repeating: "]", count: 60) + "\n"
        },
        numbered("lists, one in the other", behind: "a:\n", upTo: 65_000) { _ in "- " },
        numbered("complex keys", upTo: 65_000) { _ in "? " },
        numbered("mappings, one in the other", upTo: 65_000) { String(repeating: " ", count: $0) + "a:\n" },
        numbered("a list of texts on one line", behind: "tags: [", upTo: 65_000, end: "]\n") { "t\($0)," },
        numbered("a list of lists", behind: "tags:\n", upTo: 65_000) { _ in "- []\n" },
        numbered("a text of many tags", behind: "tags: ", upTo: 65_000, end: "\n") { "t\($0) " },
        numbered("a quote that never ends", behind: "a: \"", upTo: 65_000) { _ in "b\n " },
        numbered("tags of types", behind: "a: ", upTo: 65_000) { _ in "!b " },
        numbered("directives", upTo: 65_000) { _ in "%TAG !a! b\n" },
        numbered("colons", behind: "a", upTo: 65_000) { _ in ": " },
        numbered("comments", upTo: 65_000) { _ in "#\n" },
        numbered("many interviewers", behind: "interviewers: [", upTo: 65_000, end: "]\n") { "p\($0)," },
    ]

    private static func closed(_ frontMatter: Attack) -> Attack {
        let feedback = many("- a\n", behind: "## Feedback\n", upTo: size / 8).bytes
        return Attack(
            "front matter: \(frontMatter.testDescription)",
            Array("---\n".utf8) + frontMatter.bytes + Array("\n---\n".utf8) + feedback)
    }

    private static let blanks: [Attack] = [
        many("\n"), many("\r"), many("\r\n"), many(" "), many("\t"), many("\0"), many("\u{FEFF}"), many("a"),
        many("\t", behind: "- "), many("\u{A0}", behind: "# "), many("\u{A0}", behind: "- "),
        many("a\r", behind: "- "),
        Attack("bytes that are not UTF-8", Array("- ".utf8) + Array(repeating: 0xFF, count: size)),
        Attack(
            "bytes that go on without a beginning", Array("- #".utf8) + Array(repeating: 0x80, count: size)),
        many("a: b\n", behind: "---\n"), many("--- a\n", behind: "---\n"), many("...a\n", behind: "---\n"),
        many("k: v\n", behind: "---\n---\n"),
    ]
}
