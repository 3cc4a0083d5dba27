import Notebook
import Testing

/// What a filter lets pass, at its edges.
struct FilterTests {
    private static func index(_ notes: String...) -> NotebookIndex {
        NotebookIndex(readingNotes: notes.enumerated().map { ("n\($0).md", $1) })
    }

    private static func note(_ keys: String, _ body: String = "- chew: Too long. #brevity") -> String {
        "---\n\(keys)\n---\n\(body)\n"
    }

    private static func paths(_ index: NotebookIndex, _ change: (inout Filter) -> Void) -> [String] {
        var filter = Filter()
        change(&filter)
        return index.filtered(by: filter).notes.map(\.path.text)
    }

    private static func isIn(_ note: String, _ change: (inout Filter) -> Void) -> Bool {
        !paths(index(note), change).isEmpty
    }

    // MARK: Days

    @Test(arguments: [
        (Filter.Bounded.came, "2026-10-19", "2026-10-20", "2026-10-21"),
        (.interview, "2026-09-30", "2026-10-01", "2026-10-02"),
    ])
    func `both ends are included`(by: Filter.Bounded, before: String, day: String, after: String) {
        let note = Self.note("date: 2026-10-01\nanswered: 2026-10-20")
        func isIn(since: String? = nil, until: String? = nil) -> Bool {
            Self.isIn(note) {
                $0.by = by
                $0.since = since.flatMap { CalendarDate($0) }
                $0.until = until.flatMap { CalendarDate($0) }
            }
        }
        #expect(isIn(since: before) && isIn(since: day) && !isIn(since: after))
        #expect(!isIn(until: before) && isIn(until: day) && isIn(until: after))
        #expect(isIn(since: day, until: day))
        #expect(!isIn(since: after, until: before))
    }

    @Test func `what has no day is in no span`() {
        let note = Self.note("company: Acme")
        #expect(!Self.isIn(note) { $0.since = CalendarDate(dayNumber: 0) })
        #expect(!Self.isIn(note) { $0.until = .formatDay })
        #expect(Self.isIn(note) { $0.companies = ["Acme"] })
    }

    // MARK: Names

    @Test func `case and a company's legal form make no difference`() {
        let note = Self.note("company: Acme Inc.\nrole: Staff Engineer\nround: Phone Screen")
        #expect(Self.isIn(note) { $0.companies = ["ACME"] })
        #expect(Self.isIn(note) { $0.roles = ["staff engineer"] })
        #expect(Self.isIn(note) { $0.rounds = ["onsite", "phone SCREEN"] })
        #expect(!Self.isIn(note) { $0.roles = ["staff"] } && !Self.isIn(note) { $0.rounds = ["phone"] })
        #expect(
            !Self.isIn(note) {
                $0.companies = ["Acme"]
                $0.roles = ["designer"]
            })
    }

    @Test func `names are listed as they were written first`() {
        let index = Self.index(
            Self.note("company: Globex"), Self.note("company: Acme"), Self.note("company: ACME"))
        #expect(index.names(\.company) == ["Acme", "Globex"])
    }

    // MARK: Topics

    @Test(arguments: [
        ("delivery", true), ("Delivery", true), ("delivery/pace", true), ("delivery/pace/slow", true),
        ("deliveries", false), ("delivery-pace", false), ("pace", false),
    ])
    func `a topic has those within it, and none that only begins so`(topic: String, isIn: Bool) {
        #expect(
            Self.isIn(Self.note("company: Acme", "- chew: Too long. #\(topic)")) {
                $0.topics = [Topic("delivery")]
            } == isIn)
    }

    @Test func `a topic within another has not the other`() {
        let note = Self.note("company: Acme", "- chew: Too long. #delivery")
        #expect(!Self.isIn(note) { $0.topics = [Topic("delivery/pace")] })
    }

    @Test(arguments: [
        "- chew: It. #it", "- hunch: It. #it", "- worked: It. #it", "- slipped: It. #it", "- [ ] It #it",
        "- story: It. #it",
    ])
    func `a note is kept for any one thing that is on the topic`(body: String) {
        let note = Self.note("company: Acme", body + "\n- chew: Something else. #else\n- hunch: Else. #else")
        #expect(Self.isIn(note) { $0.topics = [Topic("it")] })
        #expect(!Self.isIn(note) { $0.topics = [Topic("nothing")] })
    }

    @Test func `a note that is on the topic itself is kept, without what is not`() {
        let index = Self.index(Self.note("company: Acme\ntags: [it]", "- chew: Something else. #else"))
        var filter = Filter()
        filter.topics = [Topic("it")]
        #expect(index.filtered(by: filter).notes.map(\.feedback.count) == [0])
    }

    // MARK: What goes with it

    @Test func `what is wrong with other notes goes with them, but not the configuration's faults`() {
        let index = NotebookIndex(
            today: .formatDay, notes: Self.index(Self.note("company: Acme"), Self.note("company: B")).notes,
            faults: [Configuration.path, NotePath("n0.md"), NotePath("n1.md")].map {
                Diagnostic(.badValue, path: $0, at: .start, "it was left out")
            })
        var filter = Filter()
        filter.companies = ["Acme"]
        #expect(index.filtered(by: filter).faults.map(\.path) == [Configuration.path, NotePath("n0.md")])
    }

    @Test func `a filter says what it lets pass`() {
        var filter = Filter()
        filter.companies = ["Acme", "Globex"]
        filter.rounds = ["onsite"]
        filter.topics = [Topic("a"), Topic("b")]
        #expect("\(filter)" == "company Acme or Globex, round onsite, topic #a or #b")
        filter = Filter()
        (filter.since, filter.until) = (CalendarDate("2026-10-01"), CalendarDate("2026-10-31"))
        #expect("\(filter)" == "what came since 2026-10-01 and until 2026-10-31")
        (filter.by, filter.since) = (.interview, nil)
        #expect("\(filter)" == "interviews until 2026-10-31")
        #expect(!filter.isEmpty && Filter().isEmpty)
    }
}
