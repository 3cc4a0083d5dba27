import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// A report as GitHub shows it: read by GitHub's own cmark, and taken apart again.
final class RenderedMarkdown: NSObject, XMLParserDelegate {
    /// One element of the document, with what is within it.
    final class Node {
        let kind: String
        let destination: String
        fileprivate(set) var children: [Node] = []
        fileprivate(set) var literal = ""

        fileprivate init(_ kind: String, destination: String = "") {
            (self.kind, self.destination) = (kind, destination)
        }

        /// All text, a line break as a line feed.
        var text: String {
            switch kind {
            case "softbreak": " "
            case "linebreak": "\n"
            default: literal + children.map(\.text).joined()
            }
        }

        /// The elements of a kind, at any depth.
        func all(_ kind: String) -> [Node] {
            (self.kind == kind ? [self] : []) + children.flatMap { $0.all(kind) }
        }

        /// The text of a list's item without the lists below it.
        var ownText: String {
            children.filter { $0.kind != "list" }.map(\.text).joined()
        }
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private(set) var root = Node("nothing")
    private var open: [Node] = []

    /// - Throws: where `cmark-gfm`, which `make test` installs, is not there.
    init(_ markdown: String) throws {
        super.init()
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "cmark-gfm", "-t", "xml", "-e", "table", "-e", "tasklist", "-e", "strikethrough", "-e",
            "autolink",
        ]
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        let writer = Thread {
            try? input.fileHandleForWriting.write(contentsOf: Data(markdown.utf8))
            try? input.fileHandleForWriting.close()
        }
        writer.start()
        let xml = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(description: "cmark-gfm is missing; `make test` installs it")
        }
        let parser = XMLParser(data: xml)
        parser.delegate = self
        guard parser.parse() else { throw Failure(description: "what cmark-gfm wrote does not parse") }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        let node = Node(name, destination: attributes["destination"] ?? "")
        open.last?.children.append(node)
        if open.isEmpty { root = node }
        open.append(node)
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        // Between elements the XML is indented.
        guard let node = open.last, ["text", "code", "html_block", "html_inline"].contains(node.kind) else {
            return
        }
        node.literal += text
    }
}
