import Notebook
import Testing

/// A page says what its report says, and whatever stands in a note is only text on it.
struct HTMLPageTests {
    struct Page: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let html: @Sendable (NotebookIndex) -> String

        init(_ name: String, _ bytes: @escaping @Sendable (NotebookIndex) -> [UInt8]) {
            testDescription = name
            html = { String(decoding: bytes($0), as: UTF8.self) }
        }
    }

    static let pages: [Page] = [
        Page("summary") { Summary($0).bytes(as: .page) },
        Page("checklist") { Checklist($0, all: true).bytes(as: .page) },
        Page("prep") { prep($0, isFull: false) },
        Page("prep, in full") { prep($0, isFull: true) },
        Page("ask") { AskList($0, all: true).bytes(as: .page) },
    ]

    private static func prep(_ index: NotebookIndex, isFull: Bool) -> [UInt8] {
        guard let note = index.notes.firstIndex(where: { $0.outcome == .scheduled }) else { return [] }
        return PrepSheet(index, for: Occasion(of: note, in: index)).bytes(
            as: .page, isFull: isFull, isExplained: isFull)
    }

    @Test(arguments: pages)
    func `hostile text adds no element and no attribute, and is there as it is`(page: Page) {
        let expected = HTMLTree(page.html(WordNotebook.harmless))
        #expect(expected.text.contains(WordNotebook.word))
        for text in HostileText.all + ["</style><script>a", "</title>", "\"onload=\"a", "' x='"] {
            let html = page.html(WordNotebook.index(with: text))
            let tree = HTMLTree(html)
            let name = text.debugDescription
            // How wide a text is decides how much fits a page and where a legend breaks, and nothing else.
            // What is only a day is kept on one line of a table.
            let isDay = text.wholeMatch(of: /\d{4}-\d{2}(-\d{2})?/) != nil
            if page.testDescription != "prep", !isDay {
                #expect(tree.structure == expected.structure, "\(name)")
                #expect(tree.destinations == expected.destinations, "\(name)")
            }
            #expect(!tree.structure.contains { $0.hasPrefix("script") || $0.contains(" on") }, "\(name)")
            for scalar in html.unicodeScalars where scalar != "\n" {
                let isText =
                    scalar.properties.generalCategory != .control
                    && !(0x202A...0x202E ~= scalar.value || 0x2066...0x2069 ~= scalar.value)
                #expect(isText, "\(name): U+\(String(scalar.value, radix: 16))")
            }
            let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && text.count <= 8
            if isPlain { #expect(tree.text.contains(text), "\(name)") }
        }
    }

    @Test(arguments: pages)
    func `asks nothing of a network, and runs no script`(page: Page) {
        for (_, index) in RenderedMarkdownTests.indexes {
            let html = page.html(index)
            #expect(html.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
            let tree = HTMLTree(html)
            for tag in tree.structure {
                let name = tag.prefix { $0 != " " }
                #expect(
                    !["script", "link", "img", "iframe", "object", "embed", "form"].contains(name), "\(tag)")
                #expect(!tag.contains(" src") && !tag.contains(" style"), "\(tag)")
            }
            #expect(!html.contains("url(http") && !html.contains("@import"))
            #expect(html.utf8.count <= 100_000)
            #expect(html == page.html(index))
        }
    }

    @Test func `each chart has a title, a description and its numbers as a table`() {
        for (_, index) in RenderedMarkdownTests.indexes {
            let html = String(decoding: Summary(index).bytes(as: .page), as: UTF8.self)
            let figures = html.split(separator: "<figure>").dropFirst()
            #expect(figures.count == 5)
            for figure in figures {
                #expect(figure.contains("<figcaption>") && figure.contains("<desc id=\"d"))
                #expect(figure.contains("<details><summary>") && figure.contains("<table>"))
            }
        }
    }

    @Test func `bars have a legend unless each is named as its only part`() {
        func page(_ body: String) -> String {
            let note = "---\ncompany: A\ndate: 2026-11-02\n---\n\(body)\n"
            return String(
                decoding: Summary(NotebookIndex(readingNotes: [("a.md", note)])).bytes(as: .page),
                as: UTF8.self)
        }
        let swatch = "width=\"12\" height=\"12\""
        #expect(page("- chew: Slow. #pace\n- swallow: Loud. #voice").contains(swatch))
        #expect(page("- chew: Slow. #pace").contains(swatch))
        let hunch = page("- hunch: Slow. #pace\n- chew: Slow. #pace")
        let chart = hunch.firstMatch(of: /<figcaption>Hunches[\s\S]*?<\/svg>/)
        #expect(chart.map { !$0.output.contains(swatch) } ?? true)
    }

    @Test func `a long label is cut at its end`() {
        let note = "---\ncompany: A\ndate: 2026-11-02\n---\n- chew: Hm. #communication/whiteboard\n"
        let html = String(
            decoding: Summary(NotebookIndex(readingNotes: [("a.md", note)])).bytes(as: .page), as: UTF8.self)
        #expect(html.contains(">communication/…</text>"))
    }

    @Test func `a notebook of one interview, of none and without feedback has a page`() {
        for notes in [[], [("a.md", "---\ncompany: A\ndate: 2026-11-02\n---\n")]] {
            let index = NotebookIndex(readingNotes: notes)
            for page in Self.pages where !page.testDescription.hasPrefix("prep") {
                let tree = HTMLTree(page.html(index))
                #expect(tree.structure.contains("h1") && tree.structure.last == "/html")
                #expect(!tree.structure.contains("figure"))
            }
        }
    }
}
