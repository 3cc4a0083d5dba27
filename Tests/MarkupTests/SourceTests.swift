import Properties
import Testing

@testable import Markup

struct SourceTests {
    @Test(arguments: [
        ("", [""]),
        ("a", ["a"]),
        ("a\n", ["a"]),
        ("a\nb", ["a", "b"]),
        ("a\r\nb\r\n", ["a", "b"]),
        ("a\rb\r", ["a", "b"]),
        ("\n", [""]),
        ("\r", [""]),
        ("\r\n", [""]),
        ("\n\n", ["", ""]),
        ("\r\r", ["", ""]),
        ("\n\r", ["", ""]),
        ("\r\n\r\n", ["", ""]),
        ("\r\r\n\n", ["", "", ""]),
        ("a\rb\nc\r\nd", ["a", "b", "c", "d"]),
        ("\u{FEFF}", [""]),
        ("\u{FEFF}a\r\nb", ["a", "b"]),
        ("\u{FEFF}\n", [""]),
        ("a\u{FEFF}\nb", ["a\u{FEFF}", "b"]),
        ("a\u{B}b\u{C}c\u{85}d\u{2028}e\u{2029}f", ["a\u{B}b\u{C}c\u{85}d\u{2028}e\u{2029}f"]),
        ("a\0b\n\0", ["a\0b", "\0"]),
        ("é😀\n結論\r\n", ["é😀", "結論"]),
    ])
    func `lines end in LF, CRLF or CR`(_ text: String, lines: [String]) {
        let source = Source(Array(text.utf8))
        #expect(source.lineCount == lines.count)
        #expect((1...source.lineCount).map { source.text(source.content(ofLine: $0)) } == lines)
    }

    @Test func `lines cover the file without gap or overlap`() {
        for source in Self.sources {
            var end = source.bytes.starts(with: Byte.byteOrderMark) ? 3 : 0
            for line in 1...source.lineCount {
                let (whole, content) = (source.whole(line: line), source.content(ofLine: line))
                #expect(whole.lowerBound == end)
                #expect(content.lowerBound == whole.lowerBound)
                #expect(
                    ["", "\n", "\r", "\r\n"].contains(
                        Self.text(source, content.upperBound..<whole.upperBound)))
                #expect(!source.bytes[content].contains { $0 == Byte.lf || $0 == Byte.cr })
                end = whole.upperBound
            }
            #expect(end == source.bytes.count)
        }
    }

    @Test func `an offset's position leads back to it`() {
        for source in Self.sources {
            let start = source.whole(line: 1).lowerBound
            for offset in start...source.bytes.count {
                let position = source.position(of: offset)
                let line = source.whole(line: position.line)
                #expect(line.lowerBound + position.column - 1 == offset)
                #expect(line.contains(offset) || offset == source.bytes.count)
                // A line's end has no position of its own to lead back from.
                let content = source.content(ofLine: position.line)
                #expect(source.offset(of: position) == min(offset, max(content.upperBound, start)))
            }
        }
    }

    @Test func `every position leads to an offset in the file, and to the nearest`() {
        let source = Source(Array("ab\r\nc\n".utf8))
        #expect(source.offset(of: Position(line: 1, column: 1)) == 0)
        #expect(source.offset(of: Position(line: 1, column: 3)) == 2)
        #expect(source.offset(of: Position(line: 1, column: 99)) == 2)
        #expect(source.offset(of: Position(line: 1, column: -99)) == 0)
        #expect(source.offset(of: Position(line: 2, column: 0)) == 4)
        #expect(source.offset(of: Position(line: 2, column: 2)) == 5)
        #expect(source.offset(of: Position(line: 3, column: 1)) == 6)
        #expect(source.offset(of: Position(line: -5, column: 2)) == 1)
        #expect(source.offset(of: Position(line: .max, column: .max)) == 6)
        #expect(source.offset(of: Position(line: .min, column: .min)) == 0)
        #expect(source.offset(of: Position(line: 1, column: .max)) == 2)
    }

    @Test func `every offset has a position, and one outside the file the nearest`() {
        let source = Source(Array("ab\r\nc\n".utf8))
        #expect(source.position(of: -1) == Position(line: 1, column: 1))
        #expect(source.position(of: .min) == Position(line: 1, column: 1))
        #expect(source.position(of: 4) == Position(line: 2, column: 1))
        #expect(source.position(of: 6) == source.position(of: .max))
        #expect(source.content(ofLine: 0) == source.content(ofLine: 1))
        #expect(source.content(ofLine: .min) == source.content(ofLine: 1))
        #expect(source.content(ofLine: .max) == source.content(ofLine: 2))
    }

    @Test func `a byte order mark is no part of line 1`() {
        let source = Source(Array("\u{FEFF}é\n".utf8))
        #expect(source.position(of: 3) == .start)
        #expect(source.position(of: 0) == .start)
        #expect(source.offset(of: .start) == 3)
    }

    @Test func `text shows what is not UTF-8 as U+FFFD, and a range outside the file as what is in it`() {
        let source = Source([0x61, 0xFF, 0x62])
        #expect(source.text(0..<3) == "a\u{FFFD}b")
        #expect(source.text(-5..<99) == "a\u{FFFD}b")
        #expect(source.text(50..<99) == "")
    }

    private static func text(_ source: Source, _ range: Range<Int>) -> String {
        String(decoding: source.bytes[range], as: UTF8.self)
    }

    /// Small random files of line ends, letters and byte order marks, some with no CR at all.
    private static let sources: [Source] = {
        var random = SeededGenerator(seed: 5)
        let pieces: [[UInt8]] = [
            [0x0A], [0x0D, 0x0A], [0x61], [0xC3, 0xA9], [0x09], [0x00], [0xFF], [0xEF, 0xBB, 0xBF], [0x0D],
        ]
        return (0..<1500).map { number in
            let count = Int.random(in: 0...12, using: &random)
            let usable = number.isMultiple(of: 3) ? pieces.filter { !$0.contains(Byte.cr) } : pieces
            return Source((0..<count).flatMap { _ in usable.randomElement(using: &random) ?? [] })
        }
    }()
}
