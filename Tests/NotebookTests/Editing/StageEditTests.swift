import Notebook
import Testing

@Suite struct `Moving a bullet to another stage` {
    @Test(arguments: [
        ("- chew: Lead with it.", "- swallow: Lead with it. since:2026-11-23"),
        ("- Chew: Lead", "- Swallow: Lead since:2026-11-23"),
        ("- CHEW: Lead", "- SWALLOW: Lead since:2026-11-23"),
        ("- stew: Lead", "- swallow: Lead since:2026-11-23"),
        ("- **chew:** Lead", "- **swallow:** Lead since:2026-11-23"),
        ("- **Chew**: Lead", "- **Swallow**: Lead since:2026-11-23"),
        ("- _chew_: Lead", "- _swallow_: Lead since:2026-11-23"),
        ("- [chew] Lead", "- [swallow] Lead since:2026-11-23"),
        ("- [chew]: Lead", "- [swallow]: Lead since:2026-11-23"),
        ("- Lead #chew with it", "- Lead #swallow with it since:2026-11-23"),
        ("- #Chew Lead", "- #Swallow Lead since:2026-11-23"),
        ("- Lead #feedback/chew", "- Lead #feedback/swallow since:2026-11-23"),
        ("- Lead [digest:: chew]", "- Lead [digest:: swallow] [since:: 2026-11-23]"),
        ("- Lead (digest:: chew)", "- Lead (digest:: swallow) (since:: 2026-11-23)"),
        ("- chew: Lead #chew", "- swallow: Lead #swallow since:2026-11-23"),
        ("- [ ] chew: Lead", "- [ ] swallow: Lead since:2026-11-23"),
        ("1) chew: Lead", "1) swallow: Lead since:2026-11-23"),
        ("- chew: #a", "- swallow: #a since:2026-11-23"),
        ("- chew: é😀\u{0}", "- swallow: é😀\u{0} since:2026-11-23"),
    ])
    func `keeps its spelling`(old: String, new: String) throws {
        #expect(try Editing.mark(old, as: .swallow) == new)
        #expect(try Editing.mark(old + "\r\n\r\nmore", as: .swallow) == new + "\r\n\r\nmore")
    }

    @Test(arguments: [
        ("- chew: x since:2026-01-02 #a", "- spit: x since:2026-11-23 #a"),
        ("- chew: x [since:: 2026-01-02]", "- spit: x [since:: 2026-11-23]"),
        ("- chew: x [from:: Dana]", "- spit: x [from:: Dana] [since:: 2026-11-23]"),
        ("- chew: x #structure ^id-1", "- spit: x #structure since:2026-11-23 ^id-1"),
        ("- chew: x  \n", "- spit: x since:2026-11-23  \n"),
        ("- chew: x\n  more ^id\n", "- spit: x\n  more since:2026-11-23 ^id\n"),
        ("- chew: x\nlazy\n", "- spit: x\nlazy since:2026-11-23\n"),
        ("- chew: x\n  ^id\n", "- spit: x since:2026-11-23\n  ^id\n"),
        ("> - chew: x\r> more\r", "> - spit: x\r> more since:2026-11-23\r"),
        ("- [ ] chew: x #a 📅 2026-11-30 #b ^id", "- [ ] spit: x #a since:2026-11-23 📅 2026-11-30 #b ^id"),
        (
            "- [ ] chew: x 🔁 every week 📅 2026-11-30",
            "- [ ] spit: x since:2026-11-23 🔁 every week 📅 2026-11-30"
        ),
        ("- chew: x due:2026-12-01", "- spit: x due:2026-12-01 since:2026-11-23"),
    ])
    func `dates it in the line's dialect`(old: String, new: String) throws {
        #expect(try Editing.mark(old, as: .spit) == new)
    }

    @Test(arguments: [
        ("- Lead", "- chew: Lead since:2026-11-23"),
        ("- (A) Lead", "- chew: (A) Lead since:2026-11-23"),
        ("- #a ^id", "- chew: #a since:2026-11-23 ^id"),
        ("- Lead\n- **Spit:** y", "- **Chew:** Lead since:2026-11-23\n- **Spit:** y"),
        ("- Lead ^id\n- y #spit", "- Lead #chew since:2026-11-23 ^id\n- y #spit"),
        ("- Lead\n- #spit y", "- #chew Lead since:2026-11-23\n- #spit y"),
    ])
    func `tags what is unsorted as the note does elsewhere`(old: String, new: String) throws {
        #expect(try Editing.mark("# Feedback\n" + old, line: 2, as: .chew) == "# Feedback\n" + new)
    }

    @Test(arguments: [
        ("- swalow: Draw first", "- chew: Draw first since:2026-11-23"),
        ("- **Swallow** Draw first", "- Chew: Draw first since:2026-11-23"),
        ("- spit - Draw first", "- chew: Draw first since:2026-11-23"),
        ("- *spat*: Draw first", "- *chew*: Draw first since:2026-11-23"),
        ("- **Swalow:** Draw", "- **Chew:** Draw since:2026-11-23"),
        ("- SPITT: Draw #a", "- CHEW: Draw #a since:2026-11-23"),
        ("- chwe: Draw", "- chew: Draw since:2026-11-23"),
        ("- hunhc: Draw", "- chew: hunhc: Draw since:2026-11-23"),
        ("- swalow: Draw #spit", "- swalow: Draw #chew since:2026-11-23"),
    ])
    func `replaces a stage's word with a slip in it`(old: String, new: String) throws {
        #expect(try Editing.mark("# Feedback\n" + old, line: 2, as: .chew) == "# Feedback\n" + new)
    }

    @Test func `keeps the bytes beside a stage's word with a slip that are not UTF-8`() throws {
        let start = Array("# Feedback\n- ".utf8)
        let text = Array(": Lead with ".utf8) + [0xFF, 0x20] + Array("the end.".utf8)
        var editor = try NoteEditor(start + Array("swalow".utf8) + text, path: NotePath("note.md"))
        try editor.mark(line: 2, as: .swallow, today: .editingDay)
        #expect(
            try editor.edit().newBytes
                == start + Array("swallow".utf8) + text + Array(" since:2026-11-23".utf8))
    }

    @Test(arguments: [
        ("- chew: Lead", "- Lead since:2026-11-23"),
        ("- **chew**: Lead #chew", "- Lead since:2026-11-23"),
        ("- Lead #chew with since:2026-01-01", "- Lead with since:2026-11-23"),
        ("- chew:\n  Lead", "- Lead since:2026-11-23"),
        ("- Lead\n  #chew\n  more", "- Lead\n  more since:2026-11-23"),
        ("- Lead [digest:: chew]", "- Lead [since:: 2026-11-23]"),
    ])
    func `takes the tag of what is unsorted again`(old: String, new: String) throws {
        #expect(
            try Editing.mark("# Feedback\n" + old + "\n- z\n", line: 2, as: .unsorted)
                == "# Feedback\n" + new + "\n- z\n")
    }

    @Test func `changes nothing of what is in the stage already`() throws {
        #expect(try Editing.mark("- stew: x", as: .chew) == "- stew: x")
    }

    @Test func `finds the bullet by any line of its text`() throws {
        let note = "- a\n  - b\n    chew: c\n- chew: d\n  more\n"
        #expect(
            try Editing.mark(note, line: 5, as: .spit)
                == "- a\n  - b\n    chew: c\n- spit: d\n  more since:2026-11-23\n")
        #expect(try Editing.mark("-\n  chew: d", line: 1, as: .spit) == "-\n  spit: d since:2026-11-23")
        #expect(try Editing.mark("- - chew: d", line: 1, as: .spit) == "- - spit: d since:2026-11-23")
    }

    @Test func `compares the hunches anew`() throws {
        let note = "- hunch: y #a\n- chew: x #a\n"
        #expect(
            try Editing.mark(note, line: 2, as: .spit) == "- hunch: y #a\n- spit: x #a since:2026-11-23\n")
    }

    @Test(arguments: [
        ("# A\n", 2, Refusal.Reason.noSuchLine(last: 1)), ("# A\n", 0, .noSuchLine(last: 1)),
        ("# A\n\ntext\n", 3, .noBullet), ("- a\n\n", 2, .noBullet), ("- a\n", 1, .noFeedback),
        ("- hunch: a #chew\n", 1, .noFeedback), ("- chew: a #spit", 1, .conflictingStages(.chew, .spit)),
        ("```\n- chew: a\n```\n", 2, .noBullet), ("<!--\n- chew: a\n-->\n", 2, .noBullet),
        ("---\ngenerated-by: debrief\n---\n- chew: a\n", 4, .generated),
    ])
    func `refuses what it is not sure of`(note: String, line: Int, reason: Refusal.Reason) {
        #expect(
            Editing.refusal { () throws(Refusal) in try Editing.mark(note, line: line, as: .swallow) }
                == reason)
    }

    @Test(arguments: [
        "- chew: a", "# Feedback\n- [ ] chew: a", "# Feedback\n- b\n  - chew: a",
        "# Feedback\n- chew: hunch: a",
    ])
    func `refuses unsorted where nothing says that it is feedback`(note: String) {
        let line = note.split(separator: "\n").count
        #expect(
            Editing.refusal { () throws(Refusal) in try Editing.mark(note, line: line, as: .unsorted) }
                == .cannotBeUnsorted)
    }

    @Test(arguments: [
        ("- kauen: x", "- übernehmen: x since:2026-11-23"),
        ("- Kauen: x", "- Übernehmen: x since:2026-11-23"),
        ("- KAUEN: x", "- ÜBERNEHMEN: x since:2026-11-23"),
        ("- x #kauen", "- x #übernehmen since:2026-11-23"),
        ("- chew: x", "- swallow: x since:2026-11-23"),
    ])
    func `stays with the notebook's own words`(old: String, new: String) throws {
        var vocabulary = Vocabulary.standard
        vocabulary.add("kauen", for: .stage(.chew))
        vocabulary.add("übernehmen", for: .stage(.swallow))
        var editor = try NoteEditor(Array(old.utf8), path: NotePath("note.md"), vocabulary: vocabulary)
        try editor.mark(line: 1, as: .swallow, because: "x", today: .editingDay)
        #expect(String(decoding: try editor.edit().newBytes, as: UTF8.self) == new + "\n  - because: x")
    }

    @Test func `says a stage that the notebook has no word for in the usual one`() throws {
        var vocabulary = Vocabulary.standard
        vocabulary.add("kauen", for: .stage(.chew))
        var editor = try NoteEditor(
            Array("- kauen: x".utf8), path: NotePath("note.md"), vocabulary: vocabulary)
        try editor.mark(line: 1, as: .spit, today: .editingDay)
        #expect(String(decoding: try editor.edit().newBytes, as: UTF8.self) == "- spit: x since:2026-11-23")
    }
}
