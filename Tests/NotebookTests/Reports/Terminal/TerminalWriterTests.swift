import Notebook
import Testing

@testable import Reports

struct TerminalWriterTests {
    private static func shown(
        _ columns: Int, isStyled: Bool = false, hasLinks: Bool = false, _ fill: (inout Markdown) -> Void
    ) -> String {
        var report = Markdown()
        fill(&report)
        let look = TerminalLook(columns: columns, isStyled: isStyled, hasLinks: hasLinks)
        return String(decoding: TerminalWriter.bytes(report, look), as: UTF8.self)
    }

    private static let table = Markdown.Table(
        columns: [
            .init(title: "topic"), .init(title: "people", isNumber: true),
            .init(title: "seen", isSpare: true),
            .init(title: "JF"),
        ],
        rows: [
            [.text("- one_ 結論"), .text("3"), .text("2026-01 – 2026-11"), .chart([1, 4], highest: 4)],
            [.link("two", destination: "a"), .text(""), .text(""), .chart([0, 0], highest: 4)],
        ])

    @Test func `a table takes the room that there is, and is a list where there is none`() {
        let wide = Self.shown(80) { $0.table(Self.table) }
        #expect(
            wide == """
                topic        people  seen               JF
                - one_ 結論       3  2026-01 – 2026-11  ▂█
                two                                     ··

                """)
        let narrow = Self.shown(40) { $0.table(Self.table) }
        #expect(narrow == "topic        people  JF\n- one_ 結論       3  ▂█\ntwo                  ··\n")
        let list = Self.shown(22) { $0.table(Self.table) }
        #expect(list == "- - one_ 結論, people\n  3, seen 2026-01 –\n  2026-11\n- two\n")
    }

    @Test func `a citation is a link where the terminal knows links, else its name`() {
        let content: [Inline] = ["See ", .link("Acme, b:3", destination: "file:///n/é a.md"), "."]
        #expect(Self.shown(80) { $0.paragraph(content) } == "See Acme, b:3.\n")
        let open = "\u{1B}]8;;file:///n/%C3%A9%20a.md\u{1B}\\"
        let close = "\u{1B}]8;;\u{1B}\\"
        #expect(
            Self.shown(80, isStyled: true, hasLinks: true) { $0.paragraph(content) }
                == "See \(open)\u{1B}[2mAcme,\u{1B}[0m\(close) \(open)\u{1B}[2mb:3\u{1B}[0m\(close).\n")
    }

    @Test func `what a note says is text and nothing more`() {
        for text in HostileText.invisible {
            let shown = Self.shown(80, isStyled: true, hasLinks: true) {
                $0.heading(1, text)
                $0.paragraph([.text(text), .strong(text), .code(text), .link(text, destination: text)])
                $0.list([
                    .init(box: "x", [.text(text)], lines: [[.text(text)]], items: [.init([.text(text)])])
                ])
            }
            // By scalars, because what is invisible is one character with the mark before it.
            let rest = shown.replacing(/\u{1B}\[[0-9;]*m/.matchingSemantics(.unicodeScalar), with: "")
                .replacing(/\u{1B}\]8;;[!-~]*\u{1B}\\/.matchingSemantics(.unicodeScalar), with: "")
            for scalar in rest.unicodeScalars where scalar != "\n" {
                let isText = scalar.properties.generalCategory != .control && !scalar.properties.isBidiControl
                #expect(isText || scalar.value == 0x200E, "\(text.debugDescription)")
            }
        }
    }

    @Test(arguments: [60, 80, 120])
    func `a report is no wider than the terminal, and says within a screen what to do next`(columns: Int) {
        let look = TerminalLook(columns: columns, isStyled: false, hasLinks: false)
        for (_, index) in RenderedMarkdownTests.indexes {
            let text = String(decoding: Summary(index).bytes(as: .terminal(look)), as: UTF8.self)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.prefix(24).contains("## Do next"))
            for line in lines { #expect(TextWidth.of(String(line)) <= columns, "\(line)") }
        }
    }
}
