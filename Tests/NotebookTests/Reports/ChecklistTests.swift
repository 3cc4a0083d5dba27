import Notebook
import Testing

/// The edges of a checklist: which day belongs where, and what its lines say once.
struct ChecklistTests {
    private static func index(_ body: String) -> NotebookIndex {
        NotebookIndex(reading: Array("---\ncompany: Acme\ndate: 2026-10-01\n---\n\(body)\n".utf8))
    }

    private static func sections(_ body: String, all: Bool = false) -> [String] {
        let list = Checklist(index(body), all: all)
        return list.sections.map { section in
            let texts = section.entries.map { list.index[$0.action].text }
            return "\(section.title.rawValue): \(texts.joined(separator: ", "))"
        }
    }

    private static func markdown(_ body: String, _ filter: Filter = Filter()) -> String {
        Checklist(index(body), filter: filter).markdown()
    }

    @Test(arguments: [
        ("2026-11-22", "Overdue"), ("2026-11-23", "Next seven days"), ("2026-11-29", "Next seven days"),
        ("2026-11-30", "Later"),
    ])
    func `an action stands where its day is`(day: String, title: String) {
        #expect(Self.sections("- [ ] Cut it due:\(day)") == ["\(title): Cut it"])
        #expect(Self.sections("- [/] Cut it due:\(day)") == ["In progress: Cut it"])
    }

    @Test(arguments: [
        ("2026-11-20", "Next seven days"), ("2026-11-29", "Next seven days"), ("2026-11-30", "Later"),
    ])
    func `an action that is only scheduled stands where its day is, and is never overdue`(
        day: String, title: String
    ) {
        #expect(Self.sections("- [ ] Cut it scheduled:\(day)") == ["\(title): Cut it"])
    }

    @Test func `what is over stands at the end of the whole list, the last first`() {
        let body =
            "- [x] One done:2026-11-01\n- [x] Two done:2026-11-10\n- [-] Three\n- [ ] Four\n- [x] Five done:2026-10-01"
        #expect(Self.sections(body) == ["No date: Four"])
        #expect(
            Self.sections(body, all: true) == ["No date: Four", "Done: Two, One, Five", "Dropped: Three"])
    }

    @Test func `the earliest day comes first, and equals as they are written`() {
        let body = "- [ ] One due:2026-11-25\n- [ ] Two due:2026-11-24\n- [ ] Three due:2026-11-24"
        #expect(Self.sections(body) == ["Next seven days: Two, Three, One"])
    }

    @Test func `an action is on the topics of its feedback too`() {
        var filter = Filter()
        filter.topics = [Topic("brevity")]
        let body = "- swallow: Shorter. #brevity\n  - [ ] Cut it\n- [ ] Walk #brevity\n- [ ] Sleep"
        let text = Self.markdown(body, filter)
        #expect(text.contains("Cut it") && text.contains("Walk") && !text.contains("Sleep"))
    }

    @Test(arguments: [
        ("Shorter", "Shorter. ["), ("Shorter.", "Shorter. ["), ("Shorter!", "Shorter! ["),
        ("Shorter?", "Shorter? ["), ("Shorter…", "Shorter… ["),
    ])
    func `the feedback behind an action ends as a sentence once`(text: String, line: String) {
        #expect(Self.markdown("- swallow: \(text)\n  - [ ] Cut it").contains("  \(line)"))
    }

    @Test(arguments: [
        "Cut #brevity in half", "Cut it #brevity", "Cut (#brevity), then stop", "Cut #brevity: now",
    ])
    func `a topic is said once`(text: String) {
        #expect(Self.markdown("- [ ] \(text)").ranges(of: "#brevity").count == 1)
    }

    @Test func `an action that is its own lesson is said once`() {
        let text = Self.markdown("- [ ] swallow: Cut it. #brevity")
        #expect(text.ranges(of: "Cut it").count == 1)
    }

    @Test func `an id reads as what it was made of`() throws {
        let index = Self.index("- [ ] One\n- [x] Two\n- [/] Three\n- [-] Four\n- [?] Five\n- [é] Six")
        for entry in index.actionEntries() {
            let text = Array(entry.id.text.utf8)
            let id = try #require(ChecklistID(text))
            #expect(id == entry.id && id.hasHad(index[entry.action].box))
            #expect(id.usualBox == (text.count == 8 ? index[entry.action].box : nil))
            #expect((UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[0]))
            #expect((UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[1]))
        }
        #expect(Set(index.actionEntries().map(\.id)).count == 6)
    }
}
