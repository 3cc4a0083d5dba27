import Markup
import Notebook
import Testing

@testable import Storage

/// What somebody writes into a checklist is seen, wherever it stands; what a checklist is for is in nobody's
/// way.
struct ChecklistWordsTests {
    private static let note = """
        ## Feedback

        - swallow: Lead with the conclusion. #structure
          - [ ] Rewrite three stories due:2026-11-25
        - swallow: Bring numbers. #numbers
          - [ ] Look up the numbers
          - [x] Ask Noor done:2026-11-20

        """

    private static let index = NotebookIndex(reading: Array(note.utf8))
    private static let list = String(decoding: Checklist(index, all: true).file(), as: UTF8.self)

    /// When the ticks of the list are in the note, too, and when the note says something else.
    private static let carried = NotebookIndex(
        reading: Array(note.replacing("[ ] Rewrite", with: "[x] Rewrite").utf8))
    private static let later = NotebookIndex(
        reading: Array(note.replacing("conclusion", with: "end").replacing("numbers", with: "figures").utf8))

    /// The line that would be lost with a list, under one that is made today or later.
    private static func lostLine(_ list: String, isToday: Bool = true) throws -> Int? {
        do throws(WriteFailure) {
            _ = try rewritten(Array(list.utf8), isToday: isToday)
            return nil
        } catch .handWritten(let line) {
            return line
        }
    }

    private static func rewritten(_ list: [UInt8], isToday: Bool = true) throws(WriteFailure) -> Source {
        let index = isToday ? carried : later
        return try GeneratedRegion(of: Source(list)).edit(
            to: Array(Checklist(index).markdown().utf8), of: .checklist, after: nil,
            besides: { Checklist.everything(in: index, linkingFrom: .notebook) }
        ).applied()
    }

    @Test func `an item whose id is gone is somebody's own, with its tick`() throws {
        let lines = Self.list.split(separator: "\n", omittingEmptySubsequences: false)
        let item = try #require(lines.first { $0.hasPrefix("- [ ] Look up the numbers") })
        let own = "- [x] Look up the numbers"
        let written = Self.list.replacing(item, with: own)
        let text = String(decoding: try Self.rewritten(Array(written.utf8)).bytes, as: UTF8.self)
        #expect(text.contains("\(own)\n"))
    }

    @Test(arguments: [
        "@done(2026-11-20 MINE)", "[completion:: 2026-11-20 MINE]", "[cancelled:: 2026-11-20 MINE]",
    ])
    func `words beside a day in its brackets are seen`(_ annotation: String) throws {
        let written = Self.list.replacing(
            "Look up the numbers ^", with: "Look up the numbers \(annotation) ^")
        #expect(written != Self.list)
        #expect(try Self.lostLine(written) != nil)
    }

    @Test(arguments: [
        ("Actions, 2026-11-23\n", "Actions, 2026-11-23\n\nMINE below the title\n"),
        ("## No date\n", "## No date\nMINE below a heading\n"),
        ("## No date\n", "### MINE as a heading\n\n## No date\n"),
        ("## No date\n", "## MINE as a section\n\n## No date\n"),
        ("## No date\n", "> MINE as a quote\n\n## No date\n"),
        ("## No date\n", "```\nMINE in a fence\n```\n\n## No date\n"),
        ("## No date\n", "MINE and a line\n===\n\n## No date\n"),
        ("  Lead with", "    - MINE as an item within\n  Lead with"),
        ("  Lead with", "MINE as a lazy line\n  Lead with"),
        ("  Lead with", "  Lead MINE with"),
        ("#L4)\n", "#L4) MINE behind the link\n"),
        ("#L4)\n", "#L4)\n  - MINE below the link\n"),
        ("#L4)\n", "#L4)\n\n  MINE as a paragraph of the item\n"),
        ("stories", "stories MINE"),
        ("stories", "stories #MINE"),
        ("stories due:2026-11-25", "stories MINE due:2026-12-01"),
        ("- [ ] Rewrite", "- [x] MINE Rewrite"),
        ("- [ ] Rewrite", "- [MINE] Rewrite"),
        ("done:2026-11-20", "done:2026-11-20 MINE"),
        ("[ ] Look up the numbers", "[x] Look up the numbers MINE"),
    ])
    func `words of somebody's own are seen, and their line is told`(old: String, new: String) throws {
        let changed = Self.list.replacing(old, with: new, maxReplacements: 1)
        try #require(changed != Self.list, "\(Self.list)")
        let lines = changed.split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.contains("MINE") || $0 == "```" }) + 1
        #expect(try Self.lostLine(changed) == line)
        #expect(try Self.lostLine(changed.replacing("\n", with: "\r\n")) == line)
        #expect(try Self.lostLine(changed, isToday: false) != nil)
    }

    @Test(arguments: [
        "MINE", " MINE ", "\nMINE\n", "\n- MINE\n  ", "\n```\nMINE\n", "\n> - [ ] MINE\n", "<!-- MINE",
    ])
    func `words are kept or hold the list, at whatever byte they stand`(words: String) throws {
        let own = Self.list.replacing("\n## No date", with: "\n- Own\n\n## No date")
        for list in [Array(Self.list.utf8), try Self.rewritten(Array(own.utf8)).bytes] {
            for at in try GeneratedRegion(of: Source(list)).range {
                let changed = list[..<at] + words.utf8 + list[at...]
                guard let new = try? Self.rewritten(Array(changed)) else { continue }
                #expect(new.bytes.contains("MINE".utf8), "at \(String(decoding: changed, as: UTF8.self))")
            }
        }
    }

    @Test(arguments: [
        ("", ""), ("\n", "\r\n"), ("\n", " \n"), ("## No date\n", "\n\n## No date\n\n"),
        ("- [ ] Rewrite", "- [x] Rewrite"), ("- [ ]", "* [-]"), ("[ ]", "[é]"), ("[x]", "[ ]"),
        ("[ ] Rewrite three stories due:2026-11-25", "[x] Rewrite three stories due:2026-11-25 ✅ 2026-11-22"),
        ("due:2026-11-25", "@done(2026-11-22) due:2026-11-25"), (" done:2026-11-20", ""),
        ("## No date\n", "- [ ] Mine\n\n  With more of mine\n\n## No date\n"),
        ("## No date\n", "- Mine\n\n## No date\n"),
    ])
    func `a tick, white space and one's own items are in nobody's way`(old: String, new: String) throws {
        let changed = Self.list.replacing(old, with: new)
        #expect(try Self.lostLine(changed) == nil)
        #expect(try Self.lostLine(changed, isToday: false) == nil)
    }

    @Test func `items may be taken out and put elsewhere, and still be ticked`() throws {
        var lines = Self.list.split(separator: "\n", omittingEmptySubsequences: false)
        let index = try #require(lines.firstIndex { $0.hasPrefix("- [ ] Rewrite") })
        let item = lines[index...index + 1]
        lines.removeSubrange(index...index + 1)
        let shorter = lines.joined(separator: "\n").replacing("[ ]", with: "[x]")
        #expect(try Self.lostLine(shorter) == nil)
        let end = try #require(lines.firstIndex { $0.hasPrefix("<!-- debrief:end") })
        lines.insert(contentsOf: item, at: end)
        #expect(try Self.lostLine(lines.joined(separator: "\n")) == nil)
    }

    @Test func `one's own items are kept as they are, byte for byte`() throws {
        let own = Array("- [ ] Mine \u{FEFF}é😀\n  more\n\n  and more\n* Mine too ".utf8) + [0xFF, 0x0A]
        let file = Array(Self.list.utf8)
        let middle = try #require(file.firstRange(of: "\n## Done".utf8)).lowerBound + 1
        var list = file[..<middle] + own + [Byte.lf] + file[middle...]
        let written = try Self.rewritten(Array(list)).bytes
        #expect(written.contains(Array("\n## Your own\n\n".utf8) + own + Array("<!-- debrief:end".utf8)))
        // And so they stay, until somebody takes them out.
        #expect(try Self.rewritten(written).bytes == written)
        #expect(try Self.rewritten(written, isToday: false).bytes.contains(own))
        list = written[...]
        list.removeSubrange(try #require(list.firstRange(of: own)))
        #expect(try !Self.rewritten(Array(list)).bytes.contains("Your own".utf8))
    }
}
