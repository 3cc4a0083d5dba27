import Testing

@testable import Notebook

/// Whatever stands in a note, a report of it has the headings, items, tables and links that its writer meant, and
/// says the words as they are.
///
/// A notebook with hostile text in every place is compared with the same one with a plain word there, each report as
/// cmark reads it.
struct ReportInjectionTests {
    struct Report: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let markdown: @Sendable (Index) -> String

        init(_ name: String, _ markdown: @escaping @Sendable (Index) -> String) {
            testDescription = name
            self.markdown = markdown
        }
    }

    static let reports: [Report] = [
        Report("summary") { Summary($0).markdown() },
        Report("checklist") { Checklist($0, all: true).markdown() },
        Report("prep") { Self.prep($0, isFull: false) },
        Report("prep, in full") { Self.prep($0, isFull: true) },
        Report("ask") { AskList($0, all: true).markdown() },
        Report("hovers") { index in
            let report = TopicReport(index, linkingFrom: .notebook)
            let topics = index.topicHistories().compactMap { report.markdown(of: $0.topic) }
            return (topics + index.allFeedback.compactMap { report.markdown(ofLessonWith: $0) }).joined(
                separator: "\n---\n\n")
        },
    ]

    private static func prep(_ index: Index, isFull: Bool) -> String {
        guard let note = index.notes.firstIndex(where: { $0.outcome == .scheduled }) else { return "" }
        return PrepSheet(index, for: Occasion(of: note, in: index)).markdown(
            isFull: isFull, isExplained: isFull)
    }

    @Test(arguments: reports)
    func `hostile text adds no structure, and is there as it is`(_ report: Report) {
        let plain = report.markdown(WordNotebook.harmless)
        let expected = MarkdownTree(plain)
        #expect(expected.text.contains(WordNotebook.word))
        #expect(!expected.structure.contains { $0.hasPrefix("html") || $0 == "image" || $0 == "emph" })
        for text in HostileText.all {
            let markdown = report.markdown(WordNotebook.index(with: text))
            let tree = MarkdownTree(markdown)
            let name = text.debugDescription
            let difference = Self.difference(tree.structure, expected.structure)
            #expect(difference == nil, "\(name): \(difference ?? "")\n\(markdown)")
            #expect(tree.destinations == expected.destinations, "\(name)")
            #expect(MarkdownTree.cells(of: markdown) == MarkdownTree.cells(of: plain), "\(name)\n\(markdown)")
            // Longer text is cut here and there.
            guard TextWidth.of(text) <= 8 else { continue }
            let said = expected.text.replacing(WordNotebook.word, with: MarkdownTree.withoutSpace(text))
            let otherWords = Self.difference(Self.words(tree.text), Self.words(said))
            #expect(otherWords == nil, "\(name): \(otherWords ?? "")")
        }
    }

    /// Without the ids of a checklist's items, which are made of the words, and the full stop that a text gets where
    /// it has no mark at its end.
    private static func words(_ text: String) -> [Unicode.Scalar] {
        Array(
            text.replacing(/\^[a-z][a-z0-9]{6}/.matchingSemantics(.unicodeScalar), with: "").replacing(
                ".", with: ""
            ).unicodeScalars)
    }

    /// Where the first of two begins to be another than the second; nil where it is the same.
    private static func difference<Element: Equatable>(_ a: [Element], _ b: [Element]) -> String? {
        if a == b { return nil }
        let same = zip(a, b).prefix { $0 == $1 }.count
        return
            "after \(a[max(0, same - 9)..<same]) comes \(a[same...].prefix(9)), not \(b[same...].prefix(9))"
    }
}
