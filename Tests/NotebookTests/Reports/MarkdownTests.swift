import Notebook
import Testing

@testable import Reports
@testable import Storage

struct MarkdownTests {
    private func text(_ content: [Inline]) -> String {
        var markdown = Markdown()
        markdown.paragraph(content)
        return MarkdownWriter.text(markdown)
    }

    @Test func `parts stand together unless white space is between them`() {
        #expect(
            text(["One ", .strong("two  three"), ", ", .code("four"), "."]) == "One **two three**, `four`.\n")
        #expect(text([.link("a b", destination: "c"), .text("\u{2003}"), "d"]) == "[a b](c) d\n")
        #expect(text(["a", "", "b", .strong(""), "c"]) == "abc\n")
        #expect(text([.strong(""), " ", .strong(" a ")]) == "**a**\n")
    }

    @Test func `an accent after white space is not lost`() {
        #expect(text(["pause \u{301}x"]) == "pause \u{301}x\n")
    }

    @Test(arguments: [
        ("1. One", "1\\. One"), ("12) x", "12\\) x"), ("1.x", "1.x"), ("# x", "\\# x"), ("#x", "\\#x"),
        ("####### x", "####### x"), ("> x", "\\> x"), ("--- x", "\\--- x"), ("-a", "-a"), ("* x", "\\* x"),
        ("~~~x", "\\~\\~\\~x"), ("a*b", "a\\*b"), ("a_b _c_", "a_b \\_c\\_"), ("&amp; & x", "\\&amp; & x"),
        ("<b> < 3", "\\<b> < 3"), ("C:\\dir \\*", "C:\\dir \\\\\\*"), ("", ""), ("a|b", "a\\|b"),
    ])
    func `text means itself`(text: String, markdown: String) {
        #expect(self.text([.text(text)]) == markdown + "\n")
    }

    @Test func `a line is broken where it would be too wide, and its next word begins no block`() {
        var markdown = Markdown()
        markdown.list([.init(box: "x", ["one two - 結論 four"], lines: [["five"]]), .init([])])
        let text = MarkdownWriter.text(markdown, layout: .init(widest: 12))
        #expect(text == "- [x] one\n  two - 結論\n  four  \n  five\n-\n")
        let narrow = MarkdownWriter.text(markdown, layout: .init(widest: 7))
        #expect(narrow == "- [x] one\n  two -\n  結論\n  four  \n  five\n-\n")
        let narrowest = MarkdownWriter.text(markdown, layout: .init(widest: 5))
        #expect(narrowest == "- [x] one\n  two\n  \\-\n  結論\n  four  \n  five\n-\n")
    }

    @Test func `no line begins with a topic, of which older markdown makes a heading`() {
        let words: [Inline] = ["one two #pace #design three"]
        let markdown = { (widest: Int) in
            var markdown = Markdown()
            markdown.paragraph(words)
            return MarkdownWriter.text(markdown, layout: .init(widest: widest))
        }
        #expect(markdown(9) == "one\ntwo #pace\n\\#design\nthree\n")
        #expect(markdown(20) == "one\ntwo #pace #design\nthree\n")
        #expect(markdown(21) == "one two #pace #design\nthree\n")
    }

    @Test func `a cell that looks like a chart is text, and a chart is kept as it is`() {
        var markdown = Markdown()
        markdown.table(
            .init(
                columns: [.init(title: "a"), .init(title: "months"), .init(title: "n", isNumber: true)],
                rows: [
                    [.text("█|b"), .chart([0, 1, 0, 0, 4], highest: 4), .text("3")],
                    [.text("結論"), .chart([0, 0, 0, 0, 0], highest: 4), .text("")],
                ]))
        #expect(
            MarkdownWriter.text(markdown) == """
                | a    | months  |   n |
                | ---- | ------- | --: |
                | █\\|b | `·▂··█` |   3 |
                | 結論 | `·····` |     |

                """)
    }

    @Test(arguments: [
        ("", 0), ("abc", 3), ("Größer", 6), ("e\u{301}", 1), (" \u{301}", 1), ("結論", 4), ("한", 2), ("😀", 2),
        ("👩‍👩‍👧", 2), ("❤️", 2), ("©️", 1), ("🇩🇪", 2), ("soft\u{AD}", 4), ("a\u{200B}b", 2), ("“a” – …", 7),
        ("\t", 0), ("ö\u{301}x", 2), ("xö\u{35C}ē", 3), ("ĀȰ", 2), ("\u{C2}\u{A0}ß", 3),
        ("a\r\nb", 2), ("ｗ", 2), ("▂▄", 2), ("é😀x", 4),
    ])
    func `text is as wide as in a terminal`(text: String, width: Int) {
        #expect(TextWidth.of(text) == width)
    }

    @Test(arguments: [
        ("one two", 7, "one two"), ("one two", 6, "one t…"), ("one two", 5, "one…"), ("結論x", 4, "結…"),
        ("e\u{301}e\u{301}", 1, "…"), ("ab", 0, "…"), ("", 0, ""),
    ])
    func `text is cut between characters, and before white space`(text: String, width: Int, cut: String) {
        #expect(Array(TextWidth.cut(text, to: width).utf8) == Array(cut.utf8))
    }

    @Test(arguments: [
        ("a  b", "a b"), (" a", "a"), ("a b", "a b"), ("a\tb\r\n", "a b"),
        ("a\u{A0}b\u{2028}c\u{3000}d", "a b c d"),
        ("\u{85}a\u{1680}b\u{2007}c\u{202F}d\u{205F}", "a b c d"), ("a\u{200B}b", "a\u{200B}b"),
        ("\u{1C}", "\u{1C}"),
        ("", ""), (" \u{2029} ", ""),
    ])
    func `white space is Unicode's`(text: String, folded: String) {
        #expect(Array(text.folded.utf8) == Array(folded.utf8))
    }

    @Test func `of all scalars, those are white space that Unicode says`() {
        for scalar in (0...UInt32(0x10FFFF)).lazy.compactMap(Unicode.Scalar.init) {
            let isWord = !String(scalar).splitWords().isEmpty
            if isWord == scalar.properties.isWhitespace {
                Issue.record("U+\(String(scalar.value, radix: 16))")
            }
        }
    }
}
