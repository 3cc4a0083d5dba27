import Foundation
import Markup
import Notebook
import Testing

struct ConfigurationTests {
    private static func read(_ text: String) -> ConfigurationReader { ConfigurationReader(Array(text.utf8)) }

    /// The index of notes that are read by a configuration, and its diagnostics.
    private static func index(_ configuration: String, notes: [String: String]) throws -> NotebookIndex {
        let entries = notes.merging([".debrief.yml": configuration]) { first, _ in first }
        let folder = try TemporaryFolder(entries.map { .init($0.key, .file(Array($0.value.utf8))) })
        return try NotebookFolder(path: folder.path).read(today: .formatDay)
    }

    // MARK: What it sets

    @Test func `every example in the document is one that Debrief understands`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Notebook/Notebook.docc/Configuration.md")
        let blocks = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "```yaml\n")
            .dropFirst().compactMap { $0.components(separatedBy: "\n```").first }
        #expect(blocks.count == 2)
        for block in blocks { #expect(Self.read(block).diagnostics.isEmpty) }
        let configuration = Self.read(try #require(blocks.first)).configuration
        #expect(configuration.silentAfterDays == 21)
        #expect(configuration.staleAfterDays == 10)
    }

    @Test func `the days decide what is silent and what is stale`() throws {
        let note = "---\ncompany: Acme\nasked: 2026-11-13\ndate: 2026-11-10\n---\n"
        let other = "---\ncompany: Acme\ndate: 2026-11-10\n---\n- chew: Slow down.\n"
        let standard = try Self.index("", notes: ["a.md": note, "b.md": other])
        #expect(standard.request(of: standard.notes[0]) == .asked)
        #expect(standard.diagnostics.isEmpty)
        let impatient = try Self.index(
            "waiting-days: 9\nstale-days: 12", notes: ["a.md": note, "b.md": other])
        #expect(impatient.request(of: impatient.notes[0]) == .silent)
        #expect(impatient.diagnostics.map(\.code) == [.staleChew])
        #expect(Summary(impatient).agenda.stale.count == 1)
        #expect(Summary(impatient).agenda.letGo.map(\.note) == [0])
        #expect(Summary(impatient).markdown().contains("still in chew: \"Slow down.\" (13 days"))
        #expect(String(decoding: Export(impatient).json(), as: UTF8.self).contains("\"silent\""))
    }

    @Test func `names of a topic are one in histories, verdicts, lessons and filters`() throws {
        let index = try Self.index(
            "aliases:\n  Brevity: [terse, Zu-Lang]\n  'delivery/pace': speed",
            notes: [
                "a.md": """
                ---
                company: Acme
                interviewers: Dana
                date: 2026-11-10
                topics: [ZU-LANG]
                ---
                - hunch: I went on. #brevity
                - swallow: Stop sooner. #terse #brevity
                - chew: Too fast. #speed #terse/intro
                """,
                "b.md": """
                ---
                company: Globex
                interviewers: Lee
                date: 2026-11-11
                ---
                - swallow: Shorter. #zu-lang
                - worked: Counted to two. #brevity
                """,
            ])
        #expect(index.diagnostics.allSatisfy { $0.code == .noAction })
        let histories = index.topicHistories()
        #expect(histories.map(\.topic.name) == ["Brevity", "brevity/intro", "delivery/pace"])
        #expect(histories.first?.people.count == 2)
        #expect(index.notes[0].hunches.first?.verdict == .confirmed)
        let lessons = index.lessons()
        #expect(lessons.map(\.topic?.name) == ["Brevity"])
        #expect(lessons.first?.statements.count == 2)
        #expect(lessons.first?.standing == .worked)
        var filter = Filter()
        filter.topics = [Topic("terse")]
        #expect(index.filtered(by: filter).notes.count == 2)
        #expect(Summary(index, filter: filter).lessons.count == 1)
        // Each note keeps its spelling.
        #expect(index.notes[0].feedback[0].topics.map(\.name) == ["terse"])
        #expect(index.notes[0].feedback[1].topics.map(\.name) == ["speed", "terse/intro"])
        #expect(index.notes[0].topics.map(\.name) == ["ZU-LANG"])
    }

    @Test func `headings and tags of other languages count beside the English ones`() throws {
        let configuration = """
            headings:
              feedback: [Rückmeldung, Отзывы, 反馈]
              hunches: Vermutung
              questions-to-ask: Fragen an sie
              questions-asked: Fragen
            tags:
              chew: kauen
              swallow: ПРИНЯТЬ
              because: weil
              if: wenn
            """
        let index = try Self.index(
            configuration,
            notes: [
                "a.md": """
                ## RÜCKMELDUNG von Dana

                - Zu leise.
                - kauen: Zu schnell.
                  - weil: Zwei sagten es.
                  - wenn: man mich unterbricht → Pause
                - **Kauen**: Zu lang.
                - принять: Короче.
                - chew: Too long.

                ## 📝 Отзывы

                - Громче.

                ## 反馈

                - 好。

                ## Vermutung beim Warten

                - Ich war müde.

                ## Fragen an sie

                - Wer entscheidet?

                ## Fragen

                - Warum wir?
                """
            ])
        #expect(index.diagnostics.allSatisfy { $0.severity == .note })
        let note = try #require(index.notes.first)
        #expect(
            note.feedback.map(\.stage) == [.unsorted, .chew, .chew, .swallow, .chew, .unsorted, .unsorted])
        #expect(note.feedback[1].reasons.map(\.text) == ["Zwei sagten es."])
        #expect(note.feedback[1].plans.map(\.text) == ["man mich unterbricht → Pause"])
        #expect(note.hunches.map(\.text) == ["Ich war müde."])
        #expect(note.questionsToAsk.map(\.text) == ["Wer entscheidet?"])
        #expect(note.questionsAsked.map(\.text) == ["Warum wir?"])
    }

    @Test func `its words are those of edits too`() throws {
        let vocabulary = Self.read("tags: {chew: kauen}").configuration.vocabulary
        let bytes = Array("- kauen: Zu schnell. #tempo\r\n".utf8)
        var editor = try NoteEditor(bytes, path: NotePath("a.md"), vocabulary: vocabulary)
        try editor.mark(line: 1, as: .swallow, today: .formatDay)
        let edit = try editor.edit()
        #expect(edit.after.feedback.map(\.stage) == [.swallow])
        #expect(
            String(decoding: edit.newBytes, as: UTF8.self)
                == "- swallow: Zu schnell. #tempo since:2026-11-23\r\n")
    }

    @Test func `people, companies, outcomes and words that are no topics are kept`() {
        let configuration = Self.read(
            """
            people: {Dana Ruiz: [Dee R, dana ruiz-vega]}
            companies: {Acme: Acme Logistics}
            outcomes: {rejected: [Absage, nicht genommen]}
            not-topics: [inbox, '#TODO']
            lexicon: {packs: [Nursing, teaching]}
            """
        ).configuration
        #expect(configuration.people.canonical("DEE R") == "Dana Ruiz")
        #expect(configuration.people.canonical("Sam") == "Sam")
        #expect(configuration.people.pairs.map(\.alias) == ["Dee R", "dana ruiz-vega"])
        #expect(configuration.companies.canonical("acme logistics") == "Acme")
        #expect(configuration.vocabulary.outcome(of: "Nicht genommen") == .rejected)
        #expect(configuration.vocabulary.outcome(of: "Zusage") == .other("Zusage"))
        #expect(configuration.vocabulary.notTopics == ["task", "inbox", "todo"])
        #expect(configuration.lexiconPacks == ["nursing", "teaching"])
    }

    @Test func `only notes of an interview have actions where that is set`() throws {
        let notes = ["a.md": "- [ ] laundry\n", "b.md": "---\ncompany: Acme\n---\n- [ ] thank them\n"]
        func actions(_ setting: String) throws -> [String] {
            try Self.index(setting, notes: notes).notes.flatMap { $0.actions.map(\.text) }
        }
        #expect(try actions("actions: interviews") == ["thank them"])
        #expect(try actions("actions: all") == ["laundry", "thank them"])
        #expect(try actions("") == ["laundry", "thank them"])
    }

    // MARK: What is wrong with it

    @Test(arguments: [
        ("waiting-days: soon", "1:15", "no number of days"),
        ("stale-days: 3651", "1:13", "14 is used"),
        ("stale-days: [1]", "1:13", "no number of days"),
        ("waiting-days: 1\nwaiting-days: 2", "2:1", "already given"),
        ("waitingdays: 2", "1:1", "is no setting; there are `waiting-days`"),
        ("aliases: terse", "1:10", "no list of"),
        ("aliases: {brevity: [a b]}", "1:21", "\"a b\" is no topic"),
        ("aliases: {'two words': a}", "1:11", "is no topic"),
        ("aliases: {a: x, b: x}", "1:20", "another name of `a`"),
        ("aliases: {a: b, b: c}", "1:20", "another name of `a`"),
        ("aliases: {a: b, c: a}", "1:20", "another name of `a`"),
        ("aliases: {brevity: [{a: b}]}", "1:21", "one text or a list"),
        ("aliases: &x {brevity: a}\nheadings: *x", "2:11", "no list of"),
        ("headings: {feedbak: a}", "1:12", "is not a section; there are `feedback`"),
        ("headings: {hunches: Feedback}", "1:21", "already the name of `feedback`"),
        ("headings: {feedback: '# x'}", "1:22", "does not begin with a letter"),
        ("headings: {feedback: ''}", "1:22", "does not begin with a letter"),
        ("sections: {stories: Feedback}", "1:21", "already the name of `feedback`"),
        ("outcomes: {lost: Absage}", "1:12", "is not an outcome; there are `scheduled`"),
        ("outcomes: {rejected: Pending}", "1:22", "already means `waiting`"),
        ("outcomes: {rejected: Absage, offer: absage}", "1:37", "already means `rejected`"),
        ("outcomes: {offer: ''}", "1:19", "is empty"),
        ("people: {Dana Ruiz: [Dee], Sam: dee}", "1:33", "another name of \"Dana Ruiz\""),
        ("people: {Dana Ruiz: [Dee], Dee: Sam}", "1:33", "another name of \"Dana Ruiz\""),
        ("companies: {Acme: ''}", "1:19", "is empty"),
        ("companies: Acme", "1:12", "no list of"),
        ("not-topics: [a b]", "1:14", "\"a b\" is no topic"),
        ("ignore: ['*']", "1:10", "matches every file"),
        ("ignore: [a, '/**']", "1:13", "matches every file"),
        ("actions: some", "1:10", "`all` is used"),
        ("tags: {munch: a}", "1:8", "is no tag; there are `chew`"),
        ("tags: {chew: two words}", "1:14", "is no tag word"),
        ("tags: {chew: a-b}", "1:14", "is no tag word"),
        ("tags: {chew: spit}", "1:14", "already means something else"),
        ("tags: {chew: é😀}", "1:14", "is no tag word"),
        ("lexicon: {topic: {a: b}}", "1:11", "is no part of a lexicon"),
        ("lexicon: {topics: {a: …}}", "1:23", "begins or ends with a gap"),
        ("lexicon: {topics: {a: ['']}}", "1:24", "has no word in it"),
        ("lexicon: {topics: {a: ['x/y-z']}}", "1:24", "more than one word"),
        ("lexicon: {topics: {'1': x}}", "1:20", "is no topic"),
        ("lexicon: {standard: maybe}", "1:21", "`yes` or `no`"),
        ("lexicon: [a]", "1:10", "no list of"),
        ("stale-days: [1", "1:15", "not read, and the defaults are used"),
        ("- a", "1:1", "no list of `key: value` lines"),
        ("a: 1\n---\nb: 2", "2:1", "a second document"),
    ])
    func `what is wrong is named with its position, and the rest counts`(
        text: String, position: String, message: String
    ) throws {
        for text in [text, "\u{FEFF}" + text, text.replacing("\n", with: "\r\n")] {
            let reader = Self.read(text)
            let found = try #require(reader.diagnostics.first, "nothing is wrong with \(text)")
            #expect(reader.diagnostics.count == 1, "\(reader.diagnostics)")
            #expect(found.code == .badConfiguration)
            #expect(found.severity == .error)
            #expect(found.path.description == ".debrief.yml")
            #expect("\(found.position.line):\(found.position.column)" == position, "\(text)")
            #expect(found.message.contains(message), "\(found.message)")
        }
    }

    @Test func `one mistake leaves everything else as it is set`() {
        let configuration = Self.read("stale-days: x\nwaiting-days: 3\naliases: {a: [b, '']}\n").configuration
        #expect(configuration.staleAfterDays == 14)
        #expect(configuration.silentAfterDays == 3)
        #expect(configuration.vocabulary.aliases.topic(named: "B") == Topic("a"))
    }

    @Test func `what is too large, not UTF-8 or nested without end is refused`() {
        let large = Self.read(String(repeating: "# \n", count: 30_000))
        #expect(large.diagnostics.map(\.code) == [.badConfiguration])
        let bad = ConfigurationReader(Array("stale-days: 3 # ".utf8) + [0xFF])
        #expect(bad.diagnostics.map(\.position) == [Position(line: 1, column: 17)])
        #expect(bad.configuration.staleAfterDays == 14)
        let deep = Self.read("lexicon: " + String(repeating: "[", count: 30_000))
        #expect(deep.diagnostics.map(\.code) == [.badConfiguration])
    }

    @Test func `a broken one is an error of the index, whatever part of it is looked at`() throws {
        let index = try Self.index("stale-days: x", notes: ["a.md": "- chew: Fine.\n"])
        #expect(index.hasErrors)
        #expect(index.notes.count == 1)
        var filter = Filter()
        filter.companies = ["Nobody"]
        #expect(index.filtered(by: filter).hasErrors)
    }
}
