import Notebook
import Testing

@Suite struct `Naming a topic` {
    private static func name(
        _ topic: String, _ text: String, line: Int = 1, vocabulary: Vocabulary = .standard
    ) throws(Refusal) -> String {
        var editor = try NoteEditor(Array(text.utf8), path: NotePath("note.md"), vocabulary: vocabulary)
        try editor.name(topic: topic, line: line)
        return String(decoding: try editor.edit().newBytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("- chew: a", "- chew: a #brevity"),
        ("- chew: a  \r\nb", "- chew: a  \r\nb #brevity"),
        ("* **chew:** é😀 a ^id\r\n", "* **chew:** é😀 a #brevity ^id\r\n"),
        ("- chew: a #structure", "- chew: a #structure #brevity"),
        ("- chew: a since:2026-11-02 from:dana\n", "- chew: a since:2026-11-02 from:dana #brevity\n"),
        ("- chew: a 📅 2026-11-02", "- chew: a #brevity 📅 2026-11-02"),
        ("- chew: a 📅 2026-11-02 #b", "- chew: a #brevity 📅 2026-11-02 #b"),
        ("- [ ] swallow: a 🔁 every week", "- [ ] swallow: a #brevity 🔁 every week"),
        ("- [ ] swallow: a due:2026-12-01", "- [ ] swallow: a due:2026-12-01 #brevity"),
        ("> - chew: a\n> b\nlazy\n", "> - chew: a\n> b\nlazy #brevity\n"),
        ("\u{FEFF}- chew: a\r", "\u{FEFF}- chew: a #brevity\r"),
        ("- chew: `#a", "- chew: `#a #brevity"),
        ("- chew: a\n  id:: 1\n", "- chew: a #brevity\n  id:: 1\n"),
        ("## Feedback\n- a", "## Feedback\n- a #brevity"),
        ("- chew: a #Brevity", "- chew: a #Brevity"),
    ])
    func `puts it after the text`(old: String, new: String) throws {
        let line = old.hasPrefix("##") ? 2 : 1
        #expect(try Self.name("brevity", old, line: line) == new)
        #expect(try Self.name("#brevity", old, line: line) == new)
    }

    @Test func `and a topic that goes by another name is there already`() throws {
        let vocabulary = ConfigurationReader(Array("aliases: {brevity: terse}".utf8)).configuration.vocabulary
        #expect(try Self.name("brevity", "- chew: a #terse", vocabulary: vocabulary) == "- chew: a #terse")
        #expect(try Self.name("terse", "- chew: a", vocabulary: vocabulary) == "- chew: a #terse")
    }

    @Test(arguments: ["", "#", "a b", "1", "chew", "feedback/chew", "a\nb", "a,", "a/", "é😀"])
    func `is refused for what is no topic`(name: String) {
        let bare = String(name.drop { $0 == "#" })
        #expect(Editing.refusal { () throws(Refusal) in try Self.name(name, "- chew: a") } == .noTopic(bare))
    }

    @Test func `is refused where there is no feedback`() {
        func refusal(_ text: String, line: Int = 1) -> Refusal.Reason? {
            Editing.refusal { () throws(Refusal) in try Self.name("brevity", text, line: line) }
        }
        #expect(refusal("- [ ] a") == .noFeedback)
        #expect(refusal("- hunch: a") == nil)
        #expect(refusal("a") == .noBullet)
        #expect(refusal("- chew: a", line: 3) == .noSuchLine(last: 1))
        #expect(refusal("- chew: a <!-- b") == nil)
        #expect(refusal("- chew: a \\") == nil)
    }
}
