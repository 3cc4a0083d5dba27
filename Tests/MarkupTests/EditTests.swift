import Properties
import Testing

@testable import Markup

@Suite struct `An edit` {
    let source = Source(Array("one\r\ntwo\rthree".utf8))

    private func edit(_ replacements: (Range<Int>, String)...) throws -> Edit {
        try Edit(of: source, replacements.map { Edit.Replacement($0.0, with: $0.1.utf8) })
    }

    private func text(_ edit: Edit) -> String { String(decoding: edit.applied().bytes, as: UTF8.self) }

    @Test func `replaces, puts in and takes out, given in any order`() throws {
        let edit = try edit((9..<14, "3"), (0..<0, "> "), (3..<5, ""))
        #expect(text(edit) == "> onetwo\r3")
        #expect(edit.replacements.map(\.range) == [0..<0, 3..<5, 9..<14])
    }

    @Test func `keeps the order of what is put in at one offset`() throws {
        #expect(text(try edit((3..<3, "a"), (3..<3, "b"), (3..<5, "c"))) == "oneabctwo\rthree")
    }

    @Test func `tells what it leaves of a range, with what is put in at its ends`() throws {
        let edit = try Edit(
            of: Source(Array("abcdef".utf8)),
            [
                .init(2..<2, with: [0x31]), .init(3..<4, with: []), .init(4..<4, with: [0x32]),
                .init(5..<6, with: []),
            ])
        #expect(edit.applied(to: 2..<4) == Array("1c2".utf8))
        #expect(edit.applied(to: 3..<5) == Array("2e".utf8))
        #expect(edit.applied(to: 0..<6) == edit.applied().bytes)
    }

    @Test func `leaves out what changes nothing`() throws {
        #expect(try edit((0..<3, "one"), (5..<5, "")).isEmpty)
        #expect(try edit().applied().bytes == source.bytes)
    }

    @Test func `refuses ranges outside of the source`() {
        #expect(throws: Edit.Failure.outside(13..<15)) { try edit((13..<15, "")) }
    }

    @Test func `refuses ranges that overlap`() {
        #expect(throws: Edit.Failure.overlapping(0..<3, 2..<4)) { try edit((2..<4, "x"), (0..<3, "")) }
    }

    @Test(arguments: [
        ("one\r\ntwo\rthree", "one\r\nTWO\rthree"), ("new\none\r\ntwo\rthree", "new\none\r\nTWO\rthree"),
        ("two\rthree", "TWO\rthree"), ("one\r\ntwo\r3\n\n", "one\r\nTWO\r3\n\n"),
        ("one\r\none\r\ntwo\rthree", "one\r\none\r\nTWO\rthree"),
        ("one\r\ntwo\r", "one\r\nTWO\r"), ("one\r\ntwo!\rthree", nil), ("one\r\ntwo\nthree", nil),
        ("1\r\ntwo\r3", nil), ("", nil),
    ])
    func `is made again where the lines around it have changed`(other: String, changed: String?) throws {
        let rebased = try edit((5..<8, "TWO")).rebased(onto: Source(Array(other.utf8)))
        #expect(rebased.map(text) == changed)
    }

    /// Whatever changes on other lines: it is made as it would have been before, or not at all.
    @Test(arguments: 0..<200 as Range<UInt64>)
    func `is made again beside any other change`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let ends = ["\n", "\r\n", "\r"]
        func line(_ text: String) -> String { text + ends[Int.random(in: 0..<3, using: &random)] }
        var lines = (0..<8).map { line("line \($0)") }
        let edited = Int.random(in: 0..<8, using: &random)
        // What is put in after a last line without an end would be on that line.
        if edited < 7, Bool.random(using: &random) { lines[7] = "line 7" }
        let start = lines[..<edited].reduce(0) { $0 + $1.utf8.count }
        let edit = try Edit(
            of: Source(Array(lines.joined().utf8)), [Edit.Replacement(start..<start + 4, with: "é😀".utf8)])
        // Some lines before or after it are taken out, and others put in.
        let isBefore = Bool.random(using: &random)
        let others = isBefore ? 0..<edited : edited + 1..<8
        let from = Int.random(in: others.lowerBound...others.upperBound, using: &random)
        let to = Int.random(in: from...others.upperBound, using: &random)
        var changed = lines
        changed.replaceSubrange(
            from..<to, with: (0..<Int.random(in: 0...2, using: &random)).map { line("new \($0)") })
        let index = isBefore ? edited + changed.count - 8 : edited
        var expected = changed
        expected[index] = "é😀" + expected[index].dropFirst(4)
        let rebased = try #require(edit.rebased(onto: Source(Array(changed.joined().utf8))))
        #expect(text(rebased) == expected.joined())
        #expect(
            text(try #require(edit.inverse().rebased(onto: Source(Array(expected.joined().utf8)))))
                == changed.joined())
    }

    @Test func `is not made again where that is not certain`() throws {
        let source = Source(Array("a\nb\n".utf8))
        let edit = try Edit(of: source, [Edit.Replacement(2..<2, with: "x".utf8)])
        #expect(edit.rebased(onto: Source(Array("a\nc\nb\n".utf8))).map(text) == "a\nc\nxb\n")
        #expect(edit.rebased(onto: Source(Array("a\nc\n".utf8))) == nil)
        #expect(edit.rebased(onto: Source(Array("a\n".utf8))) == nil)
    }

    @Test func `tells where bytes stand afterwards`() throws {
        let edit = try edit((0..<0, "> "), (3..<5, ""), (10..<12, "xyz"))
        #expect(
            [0, 2, 3, 4, 5, 9, 10, 11, 12, 14].map(edit.offset(after:)) == [2, 4, 5, 5, 5, 9, 10, 10, 13, 15])
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `is undone by its inverse`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let source = Source(random.bytes())
        let edit = try random.edit(of: source)
        #expect(edit.inverse().applied().bytes == source.bytes)
        #expect(edit.inverse().inverse().replacements == edit.replacements)
    }
}

extension SeededGenerator {
    /// Up to 60 pieces of what notes are made of, line ends of all kinds and bytes that are no text.
    mutating func bytes() -> [UInt8] {
        let pieces = ["a", "b", " ", "\n", "\n", "\r\n", "\r", "\t", "\0", "é😀", "- x", "\\ No"]
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...60, using: &self) {
            if Int.random(in: 0..<20, using: &self) == 0 {
                bytes.append(0xFF)
            } else {
                bytes += (pieces.randomElement(using: &self) ?? "").utf8
            }
        }
        return bytes
    }

    mutating func edit(of source: Source) throws -> Edit {
        var replacements: [Edit.Replacement] = []
        var at = 0
        while at <= source.bytes.count {
            let start = at + Int.random(in: 0...12, using: &self)
            let end = start + Int.random(in: 0...6, using: &self)
            guard end <= source.bytes.count else { break }
            replacements.append(Edit.Replacement(start..<end, with: bytes().prefix(7)))
            at = end + 1
        }
        return try Edit(of: source, replacements)
    }
}
