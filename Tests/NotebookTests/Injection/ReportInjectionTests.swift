import Foundation
import Notebook
import Testing

@testable import Storage

/// Whatever stands in a note, a report of it has the headings, items, tables and links that its writer meant,
/// and says the words as they are.
///
/// A notebook with hostile text in every place is compared with the same one with a plain word there, each
/// report as cmark reads it.
struct ReportInjectionTests {
    struct Report: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let markdown: @Sendable (NotebookIndex) -> String

        init(_ name: String, _ markdown: @escaping @Sendable (NotebookIndex) -> String) {
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
            let topics = index.topicHistories().compactMap { report.text(of: $0.topic) }
            return (topics + index.allFeedback.compactMap { report.text(ofLessonWith: $0) }).joined(
                separator: "\n---\n\n")
        },
    ]

    private static func prep(_ index: NotebookIndex, isFull: Bool) -> String {
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
            // Quotation marks that a whole text stands in are not written twice.
            let otherWords = Self.difference(
                Self.words(tree.text.filter { !"“”".contains($0) }),
                Self.words(said.filter { !"“”".contains($0) }))
            #expect(otherWords == nil, "\(name): \(otherWords ?? "")")
        }
    }

    /// Names of files and folders, as many as the notebook has notes.
    private static let names: [[UInt8]] =
        HostileText.all.flatMap { text in
            let bytes = Array(text.utf8).filter { $0 != 0 && $0 != 0x2F }
            return [bytes + Array(".md".utf8), bytes + Array("/x".utf8) + bytes + Array("  y.md".utf8)]
        } + [[0xFF, 0x2E, 0x6D, 0x64], [0x61, 0xC3, 0x28, 0x2F, 0x9B, 0x2E, 0x6D, 0x64]]

    @Test(arguments: reports)
    func `a link leads to its file, whatever that is called`(_ report: Report) {
        let plain = MarkdownTree(report.markdown(WordNotebook.harmless))
        for name in Self.names {
            let index = WordNotebook.index(with: WordNotebook.word) { NotePath(bytes: $0.bytes + name) }
            let tree = MarkdownTree(report.markdown(index))
            #expect(tree.structure == plain.structure, "\(name)")
            let paths = tree.destinations.map { Self.decoded($0.prefix { $0 != "#" }.utf8) }
            let meant = plain.destinations.map { Array($0.prefix { $0 != "#" }.utf8) + name }
            #expect(paths == meant, "\(name)")
        }
    }

    /// A link's destination without its escapes: of markdown and of addresses.
    private static func decoded(_ destination: some Collection<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(destination)[...]
        while let byte = rest.popFirst() {
            let hex = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), let escaped = UInt8(hex, radix: 16) {
                bytes.append(escaped)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }

    @Test func `a command in a report names the file to a shell, whatever that is called`() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        let arguments = Self.names.map(Wording.argument).joined(separator: " ")
        process.arguments = ["-c", "printf '%s\\0' \(arguments)"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let meant = Self.names.map { $0.first == UInt8(ascii: "-") ? Array("./".utf8) + $0 : $0 }
        #expect(Array(output) == meant.flatMap { $0 + [0] })
    }

    /// Without the ids of a checklist's items, which are made of the words, and the full stop that a text
    /// gets where it has no mark at its end.
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
