import Markup
import Notebook
import Testing
import WordTables

@testable import Notes

struct TopicFinderTests {
    /// The topics that are proposed for a text, each with the words that say so.
    private static func proposals(for text: String, by lexicon: Lexicon = .standard) -> [String] {
        var finder = TopicFinder(PhraseBook(lexicon))
        finder.read(text)
        return finder.proposals().map { "\($0.topic): \($0.words)" }
    }

    /// A lexicon of one's own, as it stands in a configuration.
    private static func lexicon(_ yaml: String) throws -> Lexicon {
        let reader = ConfigurationReader(Array("lexicon:\n  standard: no\n\(yaml)".utf8))
        try #require(reader.diagnostics.isEmpty, "\(reader.diagnostics)")
        return reader.configuration.lexicon
    }

    // MARK: The standard lexicon

    @Test func `the lexicon that ships is read without a problem`() throws {
        let pairs = try YAMLFile(Source(WordTables.lexicon)).content.get()
        var reader = LexiconReader()
        reader.read(pairs)
        #expect(reader.problems.isEmpty, "\(reader.problems)")
        #expect((30...40).contains(Lexicon.standard.topics.count))
        #expect(Lexicon.standard.topics.allSatisfy { $0.phrases.count >= 5 })
        let names = Lexicon.standard.topics.map(\.topic)
        for topic in [
            "brevity", "structure", "examples", "depth", "energy", "confidence", "listening", "questions",
            "research", "salary",
        ] {
            #expect(names.contains(topic))
        }
    }

    @Test func `what the lexicon says of words alone is its last part`() {
        let (all, words) = (Lexicon.standard, Lexicon.standardWords)
        #expect(words.topics.isEmpty && words.idioms.isEmpty && words.packs.isEmpty)
        #expect(words.forms.map(\.word) == all.forms.map(\.word) && words.forms.count > 20)
        #expect(words.forms.map(\.looks) == all.forms.map(\.looks))
        #expect(
            words.fillers == all.fillers && words.smallWords == all.smallWords && words.fillers.count > 20)
        let text = "We didn't speak longer, hardly rambling about the children's stories."
        var (finder, stems) = (TopicFinder(.standard), TopicFinder(.standardWords))
        let expected = finder.stems(of: text).map { finder.word(ofStem: $0) }
        #expect(stems.stems(of: text).map { stems.word(ofStem: $0) } == expected)
        #expect(expected.count > 3)
    }

    @Test(arguments: [
        ("You went on and on.", ["brevity: went on and on"]),
        ("Not concise.", ["brevity: concise"]),
        ("Concise!", ["brevity: Concise"]),
        ("RAMBLING", ["brevity: RAMBLING"]),
        ("Your answers were not too long.", ["brevity: answers were not too long"]),
        ("You didn’t answer the question.", ["listening: didn’t answer the question"]),
        ("You asked clarifying questions before you began.", ["reasoning: asked clarifying questions"]),
        ("You asked us good questions.", ["questions: asked us good questions"]),
        ("When we asked a question, you paused.", ["delivery: you paused"]),
        ("It had nothing to do with your salary.", []),
        ("It had nothing to do with salary, more with your energy.", ["energy: energy"]),
        ("For example, we met.", []),
        ("We went with another candidate.", []),
        ("Thank you for your interest.", []),
        ("", []),
        ("😀 !? …", []),
        ("Warm, but answers were long.", ["rapport: Warm", "brevity: answers were long"]),
    ])
    func `a proposal names the words that say so`(text: String, expected: [String]) {
        #expect(Self.proposals(for: text) == expected)
    }

    // MARK: Packs

    @Test(arguments: [
        ("Staff Nurse", ["nursing"]), ("Senior Nursing Officer", ["nursing"]),
        ("Teacher of maths", ["teaching"]),
        ("Product Designer", ["design"]), ("Graduate Software Engineer", ["engineering", "graduate"]),
        ("Account Executive", ["sales"]), ("Clown", []), ("", []),
    ])
    func `a role is of a profession by its words`(role: String, packs: [String]) {
        var finder = TopicFinder(.standard)
        let names = finder.packs(ofRole: role).map { PhraseBook.standard.packs[$0] }
        #expect(names.sorted() == packs)
    }

    @Test func `a notebook chooses packs, and has its own`() throws {
        func index(_ settings: String, role: String) -> NotebookIndex {
            let reader = ConfigurationReader(Array(settings.utf8))
            let note = "---\ncompany: A\nrole: \(role)\n---\n## Feedback\n\n- Zig zag.\n"
            let notes = NotebookIndex(
                reading: Array(note.utf8), as: "a.md"
            ).notes
            return NotebookIndex(
                today: .formatDay, configuration: reader.configuration, notes: notes,
                faults: reader.diagnostics)
        }
        func topics(_ index: NotebookIndex) -> [String]? {
            TopicSuggestions(index).topics(of: FeedbackID(note: 0, number: 0))?.map(\.name)
        }
        let own = "lexicon:\n  packs: {dance: {roles: [dancer], topics: {steps: [zig zag]}}}\n"
        #expect(topics(index(own, role: "Dancer")) == ["steps"])
        #expect(topics(index(own, role: "Baker")) == [])
        let unknown = index("lexicon: {packs: [nursing, jugglers]}", role: "Dancer")
        #expect(unknown.configuration.lexiconPacks == ["nursing"])
        #expect(unknown.faults.map(\.message).first?.contains("`jugglers` is not a pack") == true)
    }

    // MARK: Phrases

    @Test(arguments: [
        ("speak … fast", "spoke a bit too fast", true),
        ("speak … fast", "speaking, we felt, rather fast", true),
        ("speak … fast", "you speak and then two others run fast", false),
        ("speak … fast", "You speak. Fast work!", false),
        ("speak fast", "you spoke so fast", true),
        ("speak fast", "you spoke clearly fast", false),
        ("long-winded", "Long-winded", true),
        ("long-winded", "long   winded", true),
        ("hesita*", "hesitancy", true),
        ("hesita*", "hesitate", true),
        ("hesita*", "hesit", false),
        ("=basics", "the basics", true),
        ("=basics", "a basic one", false),
        ("ask/put question", "puts questions", true),
        ("Rückfrage", "RÜCKFRAGE", true),
        ("кратко", "Кратко", true),
        ("not ask", "never asked", true),
        ("not ask", "couldn't ask", true),
        ("not ask", "without asking", true),
        ("stop", "stopped", true),
        ("try", "tries", true),
        ("story", "stories", true),
        ("general", "generic", false),
    ])
    func `a phrase fits`(phrase: String, text: String, fits: Bool) throws {
        let lexicon = try Self.lexicon("  topics: {x: ['\(phrase)']}\n  forms: {speak: [spoke]}")
        #expect(Self.proposals(for: text, by: lexicon).isEmpty == !fits)
    }

    @Test func `an idiom takes its words away, and a longer phrase takes them back`() throws {
        let lexicon = try Self.lexicon(
            "  topics: {x: [number, hard number of bugs]}\n  idioms: [number of]")
        #expect(Self.proposals(for: "the number of applicants", by: lexicon).isEmpty)
        #expect(Self.proposals(for: "a number", by: lexicon) == ["x: number"])
        #expect(Self.proposals(for: "the hard number of bugs", by: lexicon) == ["x: hard number of bugs"])
    }

    @Test func `a clause is about its longest phrase, or else its first`() throws {
        let lexicon = try Self.lexicon("  topics: {x: [one], y: [two], z: [three four]}")
        #expect(Self.proposals(for: "one two", by: lexicon) == ["x: one"])
        #expect(Self.proposals(for: "one, two", by: lexicon) == ["x: one", "y: two"])
        #expect(Self.proposals(for: "one two three four", by: lexicon) == ["z: three four"])
    }

    @Test func `a notebook's lexicon adds to the standard one, or stands in its place`() throws {
        let adding = ConfigurationReader(
            Array("lexicon: {topics: {brevity: [yada], own: [zig zag]}, idioms: [concise writing]}".utf8))
        let lexicon = adding.configuration.lexicon
        #expect(Self.proposals(for: "Yada yada", by: lexicon) == ["brevity: Yada"])
        #expect(Self.proposals(for: "You rambled", by: lexicon) == ["brevity: rambled"])
        #expect(Self.proposals(for: "Zigs and zags; zig-zag", by: lexicon) == ["own: zig-zag"])
        #expect(Self.proposals(for: "A book on concise writing", by: lexicon).isEmpty)
        let replacing = try Self.lexicon("  topics: {own: [zig zag]}")
        #expect(Self.proposals(for: "You rambled", by: replacing).isEmpty)
    }

    // MARK: Leanings

    @Test func `leanings are read line by line`() {
        let text = "# Nothing.\ntopics\tspeed size none\n\tA1C-2\nword\tA12B-3\nword next\tB5Z9\n"
        let leanings = Leanings(Array(text.utf8))
        func amounts(_ amounts: some Sequence<Leanings.Amount>) -> [[Int]] {
            amounts.map { [$0.number, $0.amount] }
        }
        #expect(leanings.topics == ["speed", "size", "none"])
        #expect(amounts(leanings.always) == [[0, 1], [2, -2]])
        let word = leanings.number(of: Array("word".utf8).span) ?? -1
        let next = leanings.number(of: Array("next".utf8).span) ?? -1
        #expect(amounts(leanings.amounts(of: word)) == [[0, 12], [1, -3]])
        #expect(leanings.amounts(of: next).isEmpty)
        #expect(amounts(leanings.amounts(of: word, next)) == [[1, 5]])
        #expect(leanings.amounts(of: next, word).isEmpty)
        #expect(leanings.number(of: Array("other".utf8).span) == nil)
        #expect(leanings.amounts(of: -1).isEmpty && leanings.amounts(of: word, -1).isEmpty)
    }

    @Test func `what words lean to are topics of the standard lexicon`() {
        let names = Set(Lexicon.standard.topics.map(\.topic))
        #expect(Leanings.standard.topics.dropLast().allSatisfy(names.contains))
        #expect(Leanings.standard.topics.last == "none")
        #expect(Leanings.standard.topics.count == names.count + 1)
    }

    @Test func `words lean to a topic without a phrase, and away from a phrase unless it is one's own`() {
        func topics(_ text: String, by lexicon: Lexicon = .standard) -> [String] {
            Self.proposals(for: text, by: lexicon).map { String($0.prefix { $0 != ":" }) }
        }
        #expect(topics("You needed a few hints to find the bug.") == ["reasoning"])
        #expect(topics("You had not read a line about us.") == ["research"])
        let text = "I kept waiting to hear what it led to."
        #expect(topics(text) == ["results"])
        let reader = ConfigurationReader(Array("lexicon: {topics: {brevity: [hear what it led]}}".utf8))
        #expect(topics(text, by: reader.configuration.lexicon) == ["brevity"])
    }

    // MARK: Hard text

    @Test func `of a text without end the beginning is read`() {
        let start = "You should smile more, and bring more energy. "
        let rest = String(repeating: "one two three four five six seven eight nine ten ", count: 20_000)
        let end = "You went on and on."
        #expect(!Self.proposals(for: start).isEmpty)
        #expect(!Self.proposals(for: end).isEmpty)
        #expect(Self.proposals(for: start + rest + end) == Self.proposals(for: start))
    }

    @Test func `words are split as people read them`() {
        var words: [String] = []
        var splitter = Words()
        splitter.split(Array("Didn't they’ve é😀ü re-do it? O'Hara can’t 2x “ja” don't".utf8)) { word, _, _ in
            words.append(String(decoding: word, as: UTF8.self))
        }
        #expect(
            words == [
                "did", "not", "they", "é", "ü", "re", "do", "it", "ohara", "ca", "not", "2x", "ja", "do",
                "not",
            ])
    }
}
