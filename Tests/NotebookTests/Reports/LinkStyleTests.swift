import Notebook
import Testing

@testable import Reports

/// What a citation leads to is what `links:` in `.debrief.yml` says.
struct LinkStyleTests {
    private static func read(_ text: String) -> (style: LinkStyle, messages: [String]) {
        let reader = ConfigurationReader(Array("links: \(text)\n".utf8))
        return (reader.configuration.links, reader.diagnostics.map(\.message))
    }

    private static let note = Note(path: NotePath("2026/a b.md"), title: "T")

    @Test(arguments: [
        ("relative", "2026/a%20b.md#L3"), ("vscode", "vscode://file/n/2026/a%20b.md:3"),
        ("Obsidian", "obsidian://open?path=/n/2026/a%20b.md"),
        ("https://git.example/{path}?plain=1#L{line}", "https://git.example/2026/a%20b.md?plain=1#L3"),
        ("../{path}", "../2026/a%20b.md"), ("plain", nil),
    ])
    func `a citation leads where it is said`(text: String, destination: String?) {
        let (style, messages) = Self.read("\"\(text)\"")
        #expect(messages.isEmpty)
        let base = LinkBase.notebook.styled(style, of: NotebookFolder(path: "/n"))
        #expect(base.destination(Self.note, line: 3) == destination)
        let link = Citation(base: base).link(to: Self.note, line: 3)
        #expect(link == destination.map { .link("T:3", destination: $0) } ?? .text("T:3"))
    }

    @Test(arguments: [
        ("https://x.example/", "an address with `{path}`"), ("word", "an address with `{path}`"),
        ("x{path}>", "no address has"), ("x {path}", "no address has"), ("{path}{column}", "no address has"),
        ("{path}}", "no address has"), ("(x){path}", "no address has"),
        ("javascript:alert({line},{path})", "no address has"), ("JavaScript:a/{path}", "would run a script"),
        ("data:text/html,{path}", "would run a script"), ("vbscript:{path}", "would run a script"),
    ])
    func `what is no address is refused, and says why`(text: String, reason: String) {
        let (style, messages) = Self.read("\"\(text)\"")
        #expect(style == .relative)
        #expect(messages.count == 1 && messages[0].contains(reason), "\(messages)")
    }
}
