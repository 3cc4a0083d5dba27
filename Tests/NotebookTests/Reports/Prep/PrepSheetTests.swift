import Notebook
import Properties
import Testing

@testable import Markup

@Suite struct `A prep sheet` {
    private static let scheduled = """
        ---
        company: Acme
        role: Engineer
        round: onsite
        date: 2026-12-01
        interviewers: [Dana Ruiz]
        outcome: scheduled
        ---
        ## Questions to ask them

        - What breaks?

        ## Before

        - [ ] Draw it again due:2026-11-28
        - [x] Book the train
        """

    private static let earlier = """
        ---
        company: Acme
        role: Engineer
        round: phone screen
        date: 2026-11-05
        outcome: advanced
        ---
        ## Questions they asked

        - Why us?

        ## Feedback

        - Please come to the point.
        - chew: You seemed tired. #energy
        - spit: Too senior. #overqualified
        - swallow: Say the number. #numbers from:dana
          - if: asked what it saved → the number first
          - [ ] Work it out due:2026-12-20
        """

    private static let elsewhere = """
        ---
        company: Globex
        round: onsite
        date: 2026-10-01
        ---
        ## Questions they asked

        - Why not us?

        ## Feedback

        - Not sorted, and not of this company.
        - swallow: Pause first. #pace
          - [ ] Overdue, this one due:2026-11-01

        ## What showed

        - worked: Two minutes each. #brevity
        """

    private static let index = NotebookIndex(readingNotes: [
        ("a.md", earlier), ("b.md", elsewhere), ("c.md", scheduled),
    ])

    private func lines(of section: String, in sheet: String) -> [String] {
        let lines = sheet.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let start = lines.firstIndex(where: { $0.hasPrefix("## \(section)") }) else { return [] }
        return lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }.filter { !$0.isEmpty }
    }

    private func sheet(_ index: NotebookIndex = index, full: Bool = false) throws -> String {
        PrepSheet(index, for: try #require(index.nextOccasion())).markdown(isFull: full)
    }

    @Test(arguments: [
        ("time: 14:30", "14:30, in 8 days, with"),
        ("date: 2026-12-01T14:30+01:00", "14:30 (UTC+1), in 8 days"),
        ("date: 2026-12-01T09:00-0530", "09:00 (UTC-5:30), in 8 days"),
        ("date: 2026-12-01T09:00Z", "09:00 (UTC), in 8 days"),
        ("place: Harbour House, room 3", "Dana Ruiz. Place: Harbour House, room 3. [Acme, onsite](b.md)."),
        ("place: https://meet.example/a_b", "Dana Ruiz. <https://meet.example/a_b> [Acme, onsite](b.md)."),
        ("place: \"Video: https://meet.example/x\"", "Place: Video. <https://meet.example/x>"),
        ("place: javascript:alert(1)", "Place: javascript:alert(1). [Acme"),
        ("place: https://meet.example/<b>", "Place: https://meet.example/\\<b>. [Acme"),
    ])
    func `says when and where it is`(key: String, said: String) throws {
        let front = Self.scheduled.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !key.hasPrefix("date") || !$0.hasPrefix("date") }.joined(separator: "\n")
        let note = front.replacing("outcome: scheduled", with: "outcome: scheduled\n\(key)")
        let text = try sheet(NotebookIndex(readingNotes: [("b.md", note)]))
        #expect(text.split(separator: "\n").joined(separator: " ").contains(said))
    }

    @Test func `carries in lessons, with their plans as cues and their citations`() throws {
        let carried = lines(of: "Carry in", in: try sheet())
        #expect(
            carried == [
                "1. **Say the number.** 1 person, here, last in November; not tried yet.",
                "   [Acme, phone screen:17](a.md#L17)",
                "   - If asked what it saved → the number first (:18)",
                "2. **Pause first.** 1 person, last in October; not tried yet.",
                "   [Globex, onsite:13](b.md#L13)",
            ])
    }

    @Test func `says what else helps there`() throws {
        let sheet = try sheet()
        #expect(
            lines(of: "Watch for", in: sheet) == [
                "- Please come to the point. (not sorted yet) [Acme, phone screen:14](a.md#L14)",
                "- You seemed tired. [Acme, phone screen:15](a.md#L15)",
            ])
        #expect(
            lines(of: "Lean on", in: sheet) == ["- Two minutes each. (worked) [Globex, onsite:18](b.md#L18)"])
        #expect(
            lines(of: "Asked before, the nearest first", in: sheet) == [
                "- Why us? [Acme, phone screen:10](a.md#L10)", "- Why not us? [Globex, onsite:8](b.md#L8)",
            ])
        #expect(lines(of: "Ask them", in: sheet) == ["- What breaks? (:11)"])
        #expect(
            lines(of: "Finish before", in: sheet) == [
                "- [ ] Draw it again, by 2026-11-28 (:15)",
                "- [ ] Overdue, this one, overdue: it was due 2026-11-01 [Globex, onsite:14](b.md#L14)",
            ])
    }

    @Test func `never says what was spat out`() throws {
        #expect(try !sheet(full: true).contains("senior"))
        #expect(try !sheet(full: true).contains("overqualified"))
    }

    @Test func `of a company that is new says so, and gives the lessons that hold anywhere`() {
        let sheet = PrepSheet(Self.index, for: Occasion(company: "Initech")).markdown()
        #expect(sheet.contains("Initech is new to this notebook"))
        #expect(lines(of: "Carry in", in: sheet).count >= 4)
    }

    @Test func `of a notebook without lessons says how there come to be some`() {
        let index = NotebookIndex(readingNotes: [("a.md", "- chew: Hm.\n")])
        let sheet = PrepSheet(index, for: Occasion(company: "Acme")).markdown()
        #expect(lines(of: "Carry in", in: sheet).joined().contains("`swallow:`"))
    }

    @Test func `of a day gone by says so`() throws {
        let occasion = try #require(Self.index.occasion(of: NotePath("a.md")))
        let sheet = PrepSheet(Self.index, for: occasion).markdown()
        #expect(sheet.contains("18 days ago"))
        #expect(sheet.contains("That day has gone by"))
        #expect(!sheet.contains("new to this notebook"))
    }

    // MARK: The page

    static let seeds = 0..<12 as Range<UInt64>

    @Test(arguments: seeds)
    func `fits a page, whatever the notebook is`(seed: UInt64) throws {
        var writer = HostileNotebook(seed)
        let index = writer.index()
        let sheet = try sheet(index)
        let lines = sheet.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count <= PrepPage.lines)
        for line in lines where TextWidth.of(String(line)) > PrepPage.columns {
            // Only a word that cannot be broken goes further, and it stands alone.
            let words = line.trimmingPrefix(while: { $0 == " " }).split(separator: " ")
            #expect(words.count <= 3 || line.contains("]("), "\(line)")
        }
    }

    @Test(arguments: seeds)
    func `has the headings that its writer meant, whatever stands in the notes`(seed: UInt64) throws {
        var writer = HostileNotebook(seed)
        let index = writer.index()
        let known: Set<String> = [
            "Carry in", "Watch for", "Lean on", "Your hunches", "They asked before", "Ask them",
            "Finish before", "Right afterwards",
        ]
        for sheet in [try sheet(index), try sheet(index, full: true)] {
            let source = Source(Array(sheet.utf8))
            var reader = OutlineReader()
            let headings = reader.outline(of: source, masking: 1..<1).blocks.filter {
                if case .heading = $0.kind { true } else { false }
            }.map { String(source.text(source.content(ofLine: $0.start.line)).drop { $0 == "#" }) }
            #expect(
                headings.dropFirst().allSatisfy { known.contains(String($0.prefix { $0 != "(" }).trimmed) },
                "\(headings)")
        }
    }

    @Test func `is the same for the same notes and day`() throws {
        var (first, second) = (HostileNotebook(7), HostileNotebook(7))
        #expect(try sheet(first.index()) == sheet(second.index()))
    }
}

extension String {
    fileprivate var trimmed: String { splitWords().joined(separator: " ") }
}

/// Notes full of what a page has no room for, and of what looks like markdown.
private struct HostileNotebook {
    private var random: SeededGenerator

    init(_ seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    private mutating func words() -> String {
        let parts = [
            "# no heading", "<b>bold", "``` fence", "[link](http://x.y)", "é😀", "渡辺さん", "a|b", "***",
            "\"quoted\"",
            "1. one", "- dash", "a/b\\c", "&amp;", "![x][y]", "---", "plain words that go on",
        ]
        let count = Int.random(in: 1...14, using: &random)
        return (0..<count).compactMap { _ in parts.randomElement(using: &random) }.joined(separator: " ")
    }

    mutating func index() -> NotebookIndex {
        var notes: [(String, String)] = [("0-next.md", scheduled())]
        for number in 0..<Int.random(in: 0...15, using: &random) {
            notes.append(("\(number) note (x) [y].md", interview(number)))
        }
        return NotebookIndex(readingNotes: notes)
    }

    private mutating func quoted() -> String { YAMLScalar.text(words()) }

    private mutating func scheduled() -> String {
        let names = (0..<Int.random(in: 0...40, using: &random)).map { _ in quoted() }.joined(separator: ", ")
        return """
            ---
            company: \(quoted())
            role: \(quoted())
            round: \(quoted())
            date: 2026-12-01
            outcome: scheduled
            interviewers: [\(names)]
            ---
            ## Questions to ask

            \(list("", 20))
            """
    }

    private mutating func interview(_ number: Int) -> String {
        """
        ---
        company: \(quoted())
        round: \(quoted())
        date: 2026-0\(number % 9 + 1)-11
        ---
        ## Questions

        \(list("", 9))

        ## Feedback

        \(list("swallow: ", 4))
        \(list("chew: ", 4))
        \(list("worked: ", 3))
        \(list("hunch: ", 3))
        \(list("[ ] due:2026-11-28 ", 5))
        """
    }

    private mutating func list(_ front: String, _ limit: Int) -> String {
        (0..<Int.random(in: 0...limit, using: &random)).map { _ in
            "- \(front)x \(words()) #t\(Int.random(in: 0...6, using: &random))"
        }.joined(separator: "\n")
    }
}
