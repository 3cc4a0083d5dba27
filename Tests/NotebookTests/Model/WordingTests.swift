import Notebook
import Testing

/// The edges of the words that reports share.
struct WordingTests {
    @Test(arguments: [(0, "0 pieces"), (1, "1 piece"), (2, "2 pieces")])
    func `only one thing is singular`(number: Int, words: String) {
        #expect(Wording.count(number, "piece") == words)
    }

    @Test(arguments: [(0, "0 people"), (1, "1 person"), (2, "2 people")])
    func `a plural of its own is used for all but one`(number: Int, words: String) {
        #expect(Wording.count(number, "person", plural: "people") == words)
    }

    @Test(arguments: [
        (-2, "in 2 days"), (-1, "tomorrow"), (0, "today"), (1, "yesterday"), (2, "2 days ago"),
    ])
    func `a day is said from today on, both ways`(days: Int, words: String) {
        #expect(Wording.ago(days) == words)
        if days <= 0 { #expect(Wording.ahead(-days) == words) }
    }

    @Test(arguments: [(-1, "-1"), (0, "no"), (1, "one"), (12, "twelve"), (13, "13")])
    func `numbers up to twelve are words`(number: Int, word: String) {
        #expect(Wording.number(number) == word)
    }

    @Test(arguments: [
        ("2026-01-01", "January"), ("2026-12-31", "December"), ("2025-11-23", "November 2025"),
        ("2027-01-01", "January 2027"),
    ])
    func `a month of another year says the year`(day: String, words: String) throws {
        #expect(Wording.month(try #require(CalendarDate(day)), from: .formatDay) == words)
    }

    @Test func `a span of one month says it once`() {
        let (first, second) = (CalendarDate("2026-05-01"), CalendarDate("2026-05-31"))
        #expect(Wording.span(first, second) == ", 2026-05")
        #expect(Wording.span(first, CalendarDate("2026-06-01")) == ", 2026-05 – 2026-06")
        #expect(Wording.span(nil, nil).isEmpty)
    }

    @Test(arguments: [
        ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
    ])
    func `a list has its word before the last`(words: [String], list: String) {
        #expect(Wording.list(words) == list)
    }

    @Test(arguments: [
        ("Too long", "\"Too long\""), ("“Too long”", "\"Too long\""), ("\"Too long\"", "\"Too long\""),
        ("“a” and “b”", "\"“a” and “b”\""), ("«a» or »b»", "\"«a» or »b»\""),
        ("\"\"", "\"\"\"\""), ("“Too long", "\"“Too long\""),
    ])
    func `words that are in quotes get no second ones`(text: String, quoted: String) {
        #expect(Wording.quoted(text) == quoted)
    }

    @Test func `what fits is not cut, and what is one column too wide is`() {
        let sixty = String(repeating: "x", count: 60)
        #expect(Wording.quoted(sixty) == "\"\(sixty)\"")
        #expect(Wording.quoted(sixty + "x") == "\"\(sixty.dropLast())…\"")
        #expect(TextWidth.lines(of: "abc def gh", to: 7) == ["abc def", "gh"])
        #expect(TextWidth.lines(of: "abc def gh", to: 6) == ["abc", "def gh"])
        #expect(TextWidth.lines(of: "abcdefg", to: 3) == ["abc", "def", "g"])
    }

    @Test(arguments: [
        ("a/b.md", "a/b.md"), ("-x.md", "./-x.md"), ("a b.md", "'a b.md'"), ("it's.md", "'it'\\''s.md'"),
        ("", "''"), ("~x", "'~x'"), ("é.md", "é.md"), ("a\nb", "$'a\\x0ab'"), ("a\u{A0}b", "$'a\\xc2\\xa0b'"),
    ])
    func `an argument is what a shell makes of it`(path: String, argument: String) {
        #expect(Wording.argument(Array(path.utf8)) == argument)
    }

    @Test(arguments: [("", ""), ("notes/", " notes"), ("/", " /"), ("my notes/", " 'my notes'")])
    func `the folder of the notebook is an argument where it is another one`(prefix: String, words: String) {
        #expect(Wording.notebookArgument(Array(prefix.utf8)) == words)
    }

    @Test func `a path is one line`() {
        #expect(NotePath("a\nb.md").description == "a␊b.md")
        #expect(NotePath("a\rb.md").description == "a␍b.md")
        #expect(NotePath("a b.md").description == "a b.md")
    }
}
