import Markup
import Notebook
import Testing

@testable import LanguageServer

struct TextPositionsTests {
    private static let text = "é😀#a\r\nb\rc\n"

    @Test(arguments: [
        // The offset of `#`, of `b`, of `c`, and of the end.
        (PositionEncoding.utf8, [6, 0, 0, 0]), (.utf16, [3, 0, 0, 0]), (.utf32, [2, 0, 0, 0]),
    ])
    func `columns are in the client's units`(encoding: PositionEncoding, columns: [Int]) {
        let positions = TextPositions(Source(Array(Self.text.utf8)), encoding, isClientText: true)
        for (line, (column, offset)) in zip(columns, [6, 10, 12, 14]).enumerated() {
            #expect(positions.position(offset) == ["line": .int(line), "character": .int(column)])
            #expect(positions.offset(line: line, character: column) == offset)
        }
    }

    @Test func `what lies outside is clamped, and the middle of a character is its beginning`() {
        let positions = TextPositions(Source(Array(Self.text.utf8)), .utf16, isClientText: true)
        #expect(positions.offset(line: 0, character: 2) == 2)
        #expect(positions.offset(line: 0, character: 99) == 8)
        #expect(positions.offset(line: 99, character: 99) == 14)
        #expect(positions.offset(line: -1, character: -1) == 0)
        #expect(positions.offset(line: .max, character: .max) == 14)
        #expect(positions.offset(line: .min, character: .min) == 0)
        #expect(positions.offset(line: 1, character: -5) == 10)
        #expect(positions.position(-5) == ["line": 0, "character": 0])
        #expect(positions.position(99) == ["line": 3, "character": 0])
    }

    @Test func `an empty text has a position`() {
        let positions = TextPositions(Source([]), .utf16, isClientText: true)
        #expect(positions.offset(line: 3, character: 3) == 0)
        #expect(positions.position(0) == ["line": 0, "character": 0])
    }

    @Test func `a byte order mark is a character of the client's text, and of no file`() {
        let source = Source(Array("\u{FEFF}a#b\nc".utf8))
        let sent = TextPositions(source, .utf16, isClientText: true)
        #expect(sent.offset(line: 0, character: 2) == 4)
        #expect(sent.position(4) == ["line": 0, "character": 2])
        let file = TextPositions(source, .utf16, isClientText: false)
        #expect(file.offset(line: 0, character: 1) == 4)
        #expect(file.position(4) == ["line": 0, "character": 1])
        #expect(file.position(0) == ["line": 0, "character": 0])
    }

    @Test func `each byte that is not UTF-8 is a character`() {
        let positions = TextPositions(
            Source([0xFF, 0xC3, 0x28, 0xF0, 0x9F, 0x98]), .utf16, isClientText: false)
        #expect(positions.position(6) == ["line": 0, "character": 6])
        #expect(positions.offset(line: 0, character: 2) == 2)
    }

    @Test(arguments: [
        ("file:///a/b%20c.md", "/a/b c.md"), ("FILE:///a%C3%A9", "/aé"), ("file://localhost/a", "/a"),
        ("file:///a#L1", "/a"),
    ])
    func `a file's URI is its path`(uri: String, path: String) {
        #expect(FileURI.path(of: uri) == Array(path.utf8))
    }

    @Test(arguments: [
        "", "file:", "file://", "file:///%", "file:///%zz", "file:///a%00b", "http://x/a", "file://other/a",
        "untitled:1",
    ])
    func `what names no file of this machine is none`(uri: String) {
        #expect(FileURI.path(of: uri) == nil)
    }

    @Test func `a path of any bytes survives its URI`() {
        let path: [UInt8] = [0x2F] + (1...255).map { UInt8($0) }
        #expect(FileURI.path(of: FileURI.uri(of: path)) == path)
    }
}
