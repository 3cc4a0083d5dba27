import Notebook
import Testing

@testable import Markup

@Suite struct `A template` {
    private static let values: [String: Template.Value] = [
        "name": .text("a & <b> {{c}}"), "empty": .text(""), "people": .list(["Ann", "Bo", "Cy"]),
        "nobody": .list([]), "yes": .flag(true), "no": .flag(false),
    ]

    private func filled(_ text: String) throws -> String {
        let template = try Template(Array(text.utf8), names: Self.values.keys.sorted())
        return String(decoding: template.filled(with: Self.values), as: UTF8.self)
    }

    @Test(arguments: [
        ("no tags at all { } }}", "no tags at all { } }}"),
        (
            "{{name}}|{{ name }}|{{{name}}}|{{&name}}",
            "a & <b> {{c}}|a & <b> {{c}}|a & <b> {{c}}|a & <b> {{c}}"
        ),
        ("[{{empty}}]", "[]"),
        ("{{people}}", "Ann, Bo and Cy"),
        ("{{#people}}<{{.}}>{{/people}}", "<Ann><Bo><Cy>"),
        ("{{#name}}{{.}}{{/name}}", "a & <b> {{c}}"),
        ("{{#empty}}x{{/empty}}{{#nobody}}x{{/nobody}}{{#no}}x{{/no}}{{#yes}}y{{/yes}}", "y"),
        ("{{^empty}}a{{/empty}}{{^nobody}}b{{/nobody}}{{^no}}c{{/no}}{{^yes}}d{{/yes}}", "abc"),
        ("{{#yes}}{{#people}}{{.}}{{^no}}-{{/no}}{{/people}}{{/yes}}!", "Ann-Bo-Cy-!"),
        ("{{#no}}{{#yes}}x{{/yes}}{{/no}}z", "z"),
        ("a{{! a comment, {{ in it }}b", "ab"),
        ("é😀{{#yes}}渡{{/yes}}", "é😀渡"),
    ])
    func `is filled in`(text: String, expected: String) throws {
        #expect(try filled(text) == expected)
    }

    @Test(arguments: [
        ("a\n{{#yes}}\nb\n{{/yes}}\nc\n", "a\nb\nc\n"),
        ("a\r\n  {{#yes}}  \r\nb\r\n{{/yes}}\r\nc", "a\r\nb\r\nc"),
        ("a\r{{#no}}\rb\r{{/no}}\rc", "a\rc"), ("{{! first }}\na", "a"), ("a\n{{! last }}", "a\n"),
        ("a\n{{name}}\n", "a\na & <b> {{c}}\n"), ("- {{#yes}}\nb{{/yes}}\n", "- \nb\n"),
        ("{{#yes}}{{/yes}}\nb", "\nb"),
    ])
    func `loses the lines that tags have for themselves`(text: String, expected: String) throws {
        #expect(try filled(text).utf8.elementsEqual(expected.utf8))
    }

    @Test(arguments: [
        ("a\n é {{name", 2, 5, "this tag is never closed"), ("{{{name}}", 1, 1, "this tag is never closed"),
        ("x\n{{#yes}}", 2, 1, "{{#yes}} is never closed"), ("{{/yes}}", 1, 1, "{{/yes}} closes nothing"),
        ("{{#yes}}\n{{/no}}", 2, 1, "{{/no}} closes nothing, for yes of line 1 is open"),
        ("{{nmae}}", 1, 1, "there is no nmae here; there are empty, name, no, nobody, people and yes"),
        ("{{ }}", 1, 1, "a tag without a name"), ("{{.}}", 1, 1, "there is no . here;"),
        ("{{#yes}}{{> other}}{{/yes}}", 1, 9, "tags with > are not understood"),
        ("{{=<% %>=}}", 1, 1, "tags with = are not understood"),
    ])
    func `that does not parse tells its position and the reason`(
        text: String, line: Int, column: Int, reason: String
    ) throws {
        let failure = #expect(throws: Template.Failure.self) { try filled(text) }
        #expect(failure?.position == Position(line: line, column: column))
        #expect(failure?.reason.hasPrefix(reason) == true, "\(failure?.reason ?? "")")
    }

    @Test func `is UTF-8`() {
        let bytes: [UInt8] = [0x61, 0x0A, 0xFF]
        let failure = #expect(throws: Template.Failure.self) { try Template(bytes, names: []) }
        #expect(failure?.position == Position(line: 2, column: 1))
    }

    @Test func `keeps no byte order mark`() throws {
        let template = try Template(Byte.byteOrderMark + Array("a".utf8), names: [])
        #expect(template.filled(with: [:]) == Array("a".utf8))
    }

    @Test func `may nest as deeply as it likes`() throws {
        let depth = 100_000
        let text =
            String(repeating: "{{#yes}}", count: depth) + "x" + String(repeating: "{{/yes}}", count: depth)
        #expect(try filled(text) == "x")
    }

    @Test(arguments: TemplateKind.allCases)
    func `is there for every kind, without one of one's own`(kind: TemplateKind) throws {
        _ = try Template(Array(kind.standardText.utf8), names: kind.names)
    }
}
