import Notebook
import Properties
import Testing

@testable import Markup

/// What `ask --sent` and its like write.
@Suite struct `A date of a request` {
    private static let day = CalendarDate("2026-11-23")
    private static let later = CalendarDate("2026-11-30")

    private func recorded(
        _ text: String, _ change: (inout RequestDates) -> Void = { $0.asked = day }
    ) throws -> NoteEdit {
        try recorded(Array(text.utf8), change)
    }

    private func recorded(_ bytes: [UInt8], _ change: (inout RequestDates) -> Void) throws -> NoteEdit {
        var dates = RequestDates()
        change(&dates)
        var editor = try NoteEditor(bytes, path: path)
        try editor.record(dates)
        return try editor.edit()
    }

    private let path = NotePath("note.md")

    @Test(arguments: [
        (
            "company:: [[A]]\ndate:: [[2026-10-14]]\n\n- chew: x\n",
            "company:: [[A]]\ndate:: [[2026-10-14]]\nasked:: [[2026-11-23]]\n\n- chew: x\n"
        ),
        (
            "# A\n\n**Company:** A\n**Date:** 2026-10-14",
            "# A\n\n**Company:** A\n**Date:** 2026-10-14\n**Asked:** 2026-11-23"
        ),
        (
            "# A\r\nCompany: A\r\nAsked:\r\n\r\ntext\r\n",
            "# A\r\nCompany: A\r\nAsked: 2026-11-23\r\n\r\ntext\r\n"
        ),
        ("asked:: Nov 1st, 2026\n- chew: x\n", "asked:: 2026-11-23\n- chew: x\n"),
        ("---\nround: b\n---\nCompany: A\n", "---\nround: b\nasked: 2026-11-23\n---\nCompany: A\n"),
        ("---\nround: b\n---\nasked:: 2026-10-14\n", "---\nround: b\n---\nasked:: 2026-11-23\n"),
        ("# A\nServings: 4\n", "---\nasked: 2026-11-23\n---\n# A\nServings: 4\n"),
    ])
    func `goes among the properties of a note that has those`(old: String, new: String) throws {
        #expect(String(decoding: try recorded(old).newBytes, as: UTF8.self) == new)
    }

    @Test func `is refused where a merge has left two versions, and in TOML`() {
        #expect(throws: Refusal(path: path, line: 2, reason: .mergeConflict)) {
            try recorded("- x\n<<<<<<< a\n=======\n>>>>>>> b\n")
        }
        #expect(throws: Refusal.self) { try recorded("+++\nx = 1\n+++\n") }
    }

    @Test(arguments: [
        ("---\ncompany: A\n---\n# A\n", "---\ncompany: A\nasked: 2026-11-23\n---\n# A\n"),
        ("---\n---\nx", "---\nasked: 2026-11-23\n---\nx"),
        ("---\ncompany: A\n...\nx", "---\ncompany: A\nasked: 2026-11-23\n...\nx"),
        ("---\n  company: A\n  round: b\n---\n", "---\n  company: A\n  round: b\n  asked: 2026-11-23\n---\n"),
        ("---\nnotes: |\n  a\n\n  b\n\n---\n", "---\nnotes: |\n  a\n\n  b\n\nasked: 2026-11-23\n---\n"),
        (
            "---\ninterviewers:\n  - A\n  - B # he\n---\n",
            "---\ninterviewers:\n  - A\n  - B # he\nasked: 2026-11-23\n---\n"
        ),
        ("---\ninterviewers: [A, B]\n---\n", "---\ninterviewers: [A, B]\nasked: 2026-11-23\n---\n"),
        ("# only a comment\n", "---\nasked: 2026-11-23\n---\n# only a comment\n"),
        ("- [ ] a #b\n  - c\n", "---\nasked: 2026-11-23\n---\n- [ ] a #b\n  - c\n"),
        ("", "---\nasked: 2026-11-23\n---\n"), ("no line end", "---\nasked: 2026-11-23\n---\nno line end"),
        ("\n\nx\n", "---\nasked: 2026-11-23\n---\n\n\nx\n"),
    ])
    func `goes into the front matter, and makes one where there is none`(old: String, new: String) throws {
        #expect(try recorded(old).newBytes == Array(new.utf8))
    }

    @Test(arguments: [
        ("asked: 2026-10-01", "asked: 2026-11-23"), ("asked:", "asked: 2026-11-23"),
        ("asked: ", "asked: 2026-11-23"),
        ("asked: # when?", "asked: 2026-11-23 # when?"),
        ("Asked: 2026-10-01 # first", "Asked: 2026-11-23 # first"),
        ("asked: '2026-10-01'", "asked: '2026-11-23'"), ("asked: \"2026-10-01\"", "asked: \"2026-11-23\""),
        ("asked: ~", "asked: 2026-11-23"), ("asked:   soon", "asked:   2026-11-23"),
        ("asked: 2026-10-01T09:30+02:00", "asked: 2026-11-23"), ("\"asked\": x", "\"asked\": 2026-11-23"),
    ])
    func `takes the place of another value`(old: String, new: String) throws {
        let edit = try recorded("---\n\(old)\ncompany: A\n---\nx\n")
        #expect(String(decoding: edit.newBytes, as: UTF8.self) == "---\n\(new)\ncompany: A\n---\nx\n")
    }

    @Test func `that is there already changes nothing`() throws {
        #expect(try recorded("---\nasked: 2026-11-23\n---\n").isEmpty)
    }

    @Test func `stands after the one before it`() throws {
        let edit = try recorded("---\nasked: 2026-11-01\ncompany: A\n---\n") {
            $0.answered = Self.day
            $0.thanked = Self.later
        }
        #expect(
            edit.newBytes
                == Array(
                    "---\nasked: 2026-11-01\nanswered: 2026-11-23\nthanked: 2026-11-30\ncompany: A\n---\n"
                        .utf8))
    }

    @Test func `comes with others into new front matter`() throws {
        let edit = try recorded("x\n") {
            $0.asked = Self.day
            $0.refused = Self.later
        }
        #expect(edit.newBytes == Array("---\nasked: 2026-11-23\nrefused: 2026-11-30\n---\nx\n".utf8))
        #expect(edit.after.requestDates.refused == Self.later)
    }

    // MARK: Bytes

    static let ends = ["\n", "\r\n", "\r"]

    @Test(arguments: ends, [true, false])
    func `changes no other byte`(end: String, hasMark: Bool) throws {
        let mark = hasMark ? Byte.byteOrderMark : []
        let body = Array("# é😀\u{0}\ttab\(end)\(end)- chew: x #y\(end)\u{A0}last".utf8) + [0xFF]
        let front = Array("---\(end)company: \"é😀\"  \(end)".utf8)
        let close = Array("---  \(end)".utf8)
        let edit = try recorded(mark + front + close + body) { $0.asked = Self.day }
        #expect(edit.newBytes == mark + front + Array("asked: 2026-11-23\(end)".utf8) + close + body)

        let bare = try recorded(mark + body) { $0.asked = Self.day }
        #expect(bare.newBytes == mark + Array("---\(end)asked: 2026-11-23\(end)---\(end)".utf8) + body)
        #expect(bare.after.feedback.map(\.position.line) == [6])
    }

    // MARK: Refusals

    @Test(arguments: [
        ("---\n{company: A}\n---\n", FrontMatterRefusal.flowStyle(line: 2)),
        ("---\n# x\n\n{}\n---\n", .flowStyle(line: 4)),
        ("---\ncompany: &a A\n---\n", .anchor(line: 2)),
        ("---\nx: &a [b]\ncompany: *a\n---\n", .anchor(line: 2)),
        ("---\ninterviewers: [*a]\nx: &a b\n---\n", .anchor(line: 2)),
        ("---\n&a company: A\n---\n", .anchor(line: 2)),
        ("---\n!!map\ncompany: A\n---\n", .anchor(line: 2)), ("---\nasked: !!str x\n---\n", .anchor(line: 2)),
        ("---\ncompany: A\nx: 1\nX: 2\n---\n", .duplicateKey("X", line: 4)),
        ("---\nrole: A\nposition: B\n---\n", .duplicateKey("position", line: 3)),
        ("---\nasked: [2026-10-01]\n---\n", .unclearValue("asked", line: 2)),
        ("---\nasked:\n  soon\n---\n", .unclearValue("asked", line: 2)),
        ("---\nasked: |\n  soon\n---\n", .unclearValue("asked", line: 2)),
        ("---\nasked: \"a\\tb\"\n---\n", .unclearValue("asked", line: 2)),
        ("---\ncompany: a: b\n---\n", .notRead), ("---\n- a\n---\n", .notRead), ("---\nx\n", .unclosed),
    ])
    func `is refused where a line more is a guess, with the line to add by hand`(
        text: String, refusal: FrontMatterRefusal
    ) throws {
        var editor = try NoteEditor(Array(text.utf8), path: path)
        var dates = RequestDates()
        dates.asked = Self.day
        let failure = #expect(throws: Refusal.self) { try editor.record(dates) }
        #expect(failure?.reason == .frontMatter(refusal, lines: ["asked: 2026-11-23"]))
        #expect(failure?.line == refusal.line)
        #expect(failure?.description.hasSuffix("so add by hand: `asked: 2026-11-23`") == true)
    }

    @Test func `is not written into a report of Debrief's`() {
        #expect(throws: Refusal.self) {
            try recorded("---\ngenerated-by: debrief\n---\n")
        }
    }

    /// Whatever front matter comes: the edit is proven, or it is refused.
    @Test(arguments: 0..<300 as Range<UInt64>)
    func `is proven or refused`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let parts = [
            "---", "asked:", "asked: 2026-01-02", "company: A", "x: |", "  y", "- a", "# c", "{", "}", "&a",
            "*a", "\"", "'",
            ": ", "answered: ~", "...", "\t", "é😀", "? k", "%YAML", "!!str", "  asked: b", "- swallow: c #d",
            "",
        ]
        var text = "---"
        for _ in 0..<Int.random(in: 0...9, using: &random) {
            text += ["\n", "\r\n", "\r", " "].randomElement(using: &random) ?? "\n"
            text += parts.randomElement(using: &random) ?? ""
        }
        do {
            let edit = try recorded(text) {
                $0.asked = Self.day
                $0.thanked = Self.later
            }
            #expect(
                edit.after.requestDates.asked == Self.day && edit.after.requestDates.thanked == Self.later)
            #expect(edit.after.feedback.map(\.text) == edit.before.feedback.map(\.text))
        } catch is Refusal {
        }
    }
}
