import Foundation
import Testing

/// One example of the format's document: an input, and what reading it is expected to give.
struct FormatExample: Sendable, CustomTestStringConvertible {
    enum Input: Sendable {
        case note(name: String, bytes: [UInt8])
        case folder([TemporaryFolder.Entry])

        var isFolder: Bool { if case .folder = self { true } else { false } }
    }

    let document: String
    /// The line of the document on which the example begins.
    let line: Int
    let input: Input
    let expectation: String
    /// The first line of the input, to know the example by.
    let firstLine: String

    var testDescription: String { "\(document).md:\(line) \(firstLine)" }

    /// An example whose form is not that of examples.
    struct Malformed: Error, CustomStringConvertible {
        let description: String
    }

    private static let fence = String(repeating: "`", count: 32)

    static func examples(in document: String) throws -> [FormatExample] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Notebook/Notebook.docc/\(document).md")
        let lines = try String(contentsOf: file, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var examples: [FormatExample] = []
        var at = 0
        while at < lines.count {
            guard lines[at].hasPrefix(fence + " example") else {
                at += 1
                continue
            }
            let end = lines[at...].firstIndex(of: fence) ?? lines.count
            let info = lines[at].dropFirst(fence.count + " example".count).drop { $0 == " " }
            examples.append(
                try FormatExample(String(info), lines[(at + 1)..<end], in: document, line: at + 1))
            at = end + 1
        }
        return examples
    }

    private init(_ info: String, _ lines: ArraySlice<String>, in document: String, line: Int) throws {
        guard let dot = lines.firstIndex(of: ".") else {
            throw Malformed(description: "\(document).md:\(line): the example has no line with a single dot")
        }
        self.document = document
        self.line = line
        let written = lines[..<dot]
        expectation = lines[(dot + 1)...].joined(separator: "\n")
        firstLine = written.first ?? "(nothing)"
        input =
            info == "folder"
            ? .folder(Self.entries(written))
            : .note(name: info.isEmpty ? "note.md" : info, bytes: Self.bytes(of: written))
    }

    // MARK: Folders

    private static func entries(_ lines: ArraySlice<String>) -> [TemporaryFolder.Entry] {
        let starts = lines.indices.filter { lines[$0].hasPrefix("=== ") }
        let ends = starts.dropFirst() + [lines.endIndex]
        return zip(starts, ends).map { start, end in
            entry(String(lines[start].dropFirst(4)), content: bytes(of: lines[(start + 1)..<end]))
        }
    }

    private static func entry(_ text: String, content: [UInt8]) -> TemporaryFolder.Entry {
        if let arrow = text.range(of: " -> ") {
            return .init(String(text[..<arrow.lowerBound]), .link(to: String(text[arrow.upperBound...])))
        }
        if text.hasSuffix(" |") { return .init(String(text.dropLast(2)), .fifo) }
        if text.hasSuffix("/") { return .init(String(text.dropLast()), .folder) }
        if text.hasSuffix("MiB"), let x = text.range(of: " x", options: .backwards),
            let size = Int(text[x.upperBound...].dropLast(3))
        {
            return .init(String(text[..<x.lowerBound]), .zeros(mebibytes: size))
        }
        return .init(text, .file(content))
    }

    // MARK: Escapes

    /// The bytes of an input, each line with its end.
    ///
    /// `⟨EF BB BF⟩` is bytes, and at `⟨end⟩` all ends.
    static func bytes(of lines: ArraySlice<String>) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = lines.map { $0 + "\n" }.joined()[...]
        while let open = rest.firstIndex(of: "⟨"), let close = rest[open...].firstIndex(of: "⟩") {
            let escape = rest[rest.index(after: open)..<close]
            bytes += rest[..<open].utf8
            rest = rest[rest.index(after: close)...]
            if escape == "end" { return bytes }
            let escaped = escape.split(separator: " ").map { $0.count == 2 ? UInt8($0, radix: 16) : nil }
            if escaped.isEmpty || escaped.contains(nil) {
                bytes += "⟨\(escape)⟩".utf8
            } else {
                bytes += escaped.compactMap(\.self)
            }
        }
        return bytes + rest.utf8
    }
}
