import Notebook
import Testing

@testable import Storage

@Suite struct `A report's file` {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func write(_ body: String, to name: String = "report.md") throws(WriteFailure)
        -> GeneratedFile.Outcome
    {
        try GeneratedFile(path: "\(folder.path)/\(name)", kind: .summary).write(Array(body.utf8))
    }

    private func text(_ name: String = "report.md") throws -> String {
        String(
            decoding: try FileReader.contents(of: Array("\(folder.path)/\(name)".utf8)).bytes, as: UTF8.self)
    }

    @Test func `is made, written anew, and left alone`() throws {
        #expect(try write("# One\n") == .created)
        #expect(
            try text() == """
                ---
                generated-by: debrief
                report: summary
                ---

                <!-- debrief:begin 3i5w726rb9oi9 -->
                # One
                <!-- debrief:end -->

                """)
        #expect(try write("# One\n") == .unchanged)
        #expect(try write("# Two") == .updated)
        #expect(try text().contains("-->\n# Two\n<!-- debrief:end"))
    }

    @Test func `keeps what a person adds around it, and their line ends`() throws {
        let before = "---\r\ntitle: mine\r\ngenerated-by: debrief\r\n---\r\nmine\r\n"
        let after = "<!-- debrief:end -->  \r\nmine too\u{FF}"
        try folder.add("report.md", before + "<!-- debrief:begin -->\t\r\n" + after)
        #expect(try write("a\n\nb\n") == .updated)
        let written = try text()
        #expect(written.hasPrefix(before + "<!-- debrief:begin "))
        #expect(written.hasSuffix(" -->\t\r\na\r\n\r\nb\r\n" + after))
        #expect(try write("a\n\nb\n") == .unchanged)
        #expect(try write("c\n") == .updated)
        #expect(try text().hasSuffix(" -->\t\r\nc\r\n" + after))
    }

    @Test(arguments: [
        ("# One", "# One, and more", 7), ("# One", "# Mine 2026-11-23", 7), ("# One", "Mine\n\n# One", 7),
        ("Two.", "Two. Mine", 9), ("Two.", "Two.\nMine", 10), ("Two.", "two.", 9),
        ("- Three 3", "- Three 4", 11), ("- Three 3", "- Three 3\n  - Mine", 12),
    ])
    func `is not written over what somebody wrote into it`(old: String, new: String, line: Int) throws {
        let body = "# One\n\nTwo.\n\n- Three 3\n"
        _ = try write(body)
        let changed = try text().replacing(old, with: new)
        try folder.add("report.md", changed)
        // Older lines of its own, whose numbers alone are others now, do not hide which line it is.
        for body in [body, body.replacing("3", with: "5")] where new != "- Three 4" || body.contains("3") {
            #expect(throws: WriteFailure.handWritten(line: line)) { try write(body) }
        }
        #expect(throws: WriteFailure.self) { try write("# Other\n") }
        #expect(try text() == changed)
        // When it is gone again, or the whole part is, nothing is in the way.
        try folder.add("report.md", changed.replacing(new, with: old))
        #expect(try write("# Other\n") == .updated)
        try folder.add("report.md", changed.replacing(/-->[^<]*</, with: "-->\n<"))
        #expect(try write("# Another\n") == .updated)
    }

    @Test func `is written anew where only words of its own are gone, or white space has changed`() throws {
        _ = try write("# One, 2026-11-22\n\nTwo.\n\n- Three\n")
        let old = try text()
        try folder.add("report.md", old.replacing("\n", with: "  \r\n").replacing("Two.", with: "\r\nTwo."))
        #expect(try write("# Other\n") == .updated)
        try folder.add("report.md", old.replacing("- Three\n", with: ""))
        #expect(try write("# One, 2026-11-23\n\n- Three\n- Four\n\nTwo.\n") == .updated)
    }

    @Test func `is no note`() throws {
        _ = try write("- chew: x\n")
        #expect(throws: Refusal(path: NotePath("report.md"), line: 1, reason: .generated)) {
            try NoteEditor(Array(try text().utf8), path: NotePath("report.md"))
        }
    }

    @Test(arguments: [
        "", "# Mine\n", "---\ntitle: x\n---\n<!-- debrief:begin -->\n<!-- debrief:end -->\n",
        "<!-- debrief:begin -->\n<!-- debrief:end -->\n", "---\ngenerated-by: someone\n---\n",
    ])
    func `is never written over a file of somebody else's`(bytes: String) throws {
        try folder.add("report.md", bytes)
        #expect(throws: WriteFailure.notGenerated()) { try write("x") }
        #expect(try text() == bytes)
    }

    @Test(arguments: [
        "", "<!-- debrief:begin -->\n", "<!-- debrief:end -->\n<!-- debrief:begin -->\n",
        "<!-- debrief:begin -->\n<!-- debrief:begin -->\n<!-- debrief:end -->\n",
        "<!-- debrief:begin -->\n<!-- debrief:end -->\n<!-- debrief:end -->\n",
        "<!-- debrief:begin my words -->\n<!-- debrief:end -->\n",
        "<!-- debrief:begin --> my words -->\n<!-- debrief:end -->\n",
    ])
    func `is not written where its region is unclear`(body: String) throws {
        let bytes = "---\ngenerated-by: debrief\n---\n" + body
        try folder.add("report.md", bytes)
        #expect(throws: WriteFailure.noRegion) { try write("x") }
        #expect(try text() == bytes)
    }

    @Test func `is not written over a folder, nor in one that is not there`() throws {
        try folder.add(.init("report.md", .folder))
        #expect(throws: WriteFailure.notAFile(kind: "a folder")) { try write("x") }
        #expect(throws: WriteFailure.self) { try write("x", to: "no/report.md") }
    }

    @Test func `is written over no checklist but the one that was read`() throws {
        let file = GeneratedFile(path: "\(folder.path)/list.md", kind: .checklist)
        #expect(try file.write(Array("- [ ] a\n".utf8)) == .created)
        // Nobody has read this one, so that nobody has carried its ticks.
        #expect(throws: WriteFailure.changed) { try file.write(Array("- [ ] b\n".utf8)) }
        let read = try ChecklistFile(path: file.path)
        let ticked = try text("list.md").replacing("[ ]", with: "[x]")
        try folder.add("list.md", ticked)
        #expect(throws: WriteFailure.changed) { try file.write(Array("- [ ] b\n".utf8), over: read) }
        #expect(try text("list.md") == ticked)
        let readAgain = try ChecklistFile(path: file.path)
        #expect(try file.write(Array("- [ ] b\n".utf8), over: readAgain) == .updated)
    }

    @Test func `is not written over a report of another kind`() throws {
        #expect(try write("# One\n") == .created)
        #expect(throws: WriteFailure.otherReport("summary")) {
            try GeneratedFile(path: "\(folder.path)/report.md", kind: .checklist).write(Array("x".utf8))
        }
        #expect(try text().contains("# One"))
    }
}
