/// A made-up interview: what its note says, before it is written in a dialect.
struct Draft {
    struct Bullet {
        /// How deep it is nested: 0 for the list's top level.
        var depth = 0
        var tag: String?
        var task: Task?
        var text: String
        var topics: [String] = []
        var source: String?
        var since: Day?
        var id: String?
    }

    struct Task {
        var isDone: Bool
        var due: Day?
        var doneOn: Day?
    }

    struct Section {
        let heading: String
        var prose: [String] = []
        var bullets: [Bullet] = []
    }

    struct Day: CustomStringConvertible {
        let year: Int
        let month: Int
        let day: Int

        var description: String { "\(year)-\(padded(month))-\(padded(day))" }

        private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    }

    var number: Int
    var company: String
    var role: String
    var round: String
    var date: Day
    var interviewers: [String]
    var outcome: String
    var asked: Day?
    var answered: Day?
    var topics: [String]
    var sections: [Section]

    var title: String { "\(company), \(round)" }

    /// The note's file name without its ending.
    var name: String {
        let words = "\(company) \(round)".lowercased().split { !$0.isLetter && !$0.isNumber }
        return "\(date)-\(words.joined(separator: "-"))-\(number)"
    }
}

extension Draft {
    /// Makes up one interview of a notebook.
    ///
    /// `size` is about how many bytes the note should have.
    init(number: Int, size: Int, _ random: inout Randomness) {
        self.number = number
        company = random.pick(MadeUpWords.companies) + (random.chance(oneIn: 3) ? " Labs" : "")
        role = random.pick(MadeUpWords.roles)
        round = random.pick(MadeUpWords.rounds)
        date = Day(&random)
        interviewers = (0..<random.number(in: 1...3)).map { _ in random.pick(MadeUpWords.people) }
        outcome = random.pick(MadeUpWords.outcomes)
        asked = random.chance(oneIn: 3) ? nil : Day(&random, year: date.year)
        answered = asked == nil || random.chance(oneIn: 2) ? nil : Day(&random, year: date.year)
        topics = (0..<random.number(in: 0...2)).map { _ in random.pick(MadeUpWords.topics) }
        sections = [
            Section(heading: "What happened", prose: [MadeUpWords.paragraph(&random)]),
            Section(
                heading: "Questions they asked",
                bullets: (0..<random.number(in: 1...3)).map { _ in Bullet(text: MadeUpWords.sentence(&random))
                }),
            Section(
                heading: "Hunches",
                bullets: (0..<random.number(in: 1...2)).map { _ in Bullet(about: 1, &random) }),
            Section(heading: "Feedback"),
            Section(heading: "What showed", bullets: [Bullet(tag: "worked", about: 1, &random)]),
            Section(heading: "Notes"),
        ]
        if random.chance(oneIn: 2) {
            sections[4].bullets.append(Bullet(tag: "slipped", about: 1, &random))
        }
        for _ in 0..<random.number(in: 2...4) { sections[3].addFeedback(from: interviewers, &random) }
        // Prose makes up for what is missing.
        var length = 600 + sections.reduce(0) { $0 + $1.length }
        while length < size {
            let paragraph = MadeUpWords.paragraph(&random)
            length += paragraph.utf8.count + 2
            sections[5].prose.append(paragraph)
        }
    }
}

extension Draft.Section {
    /// Adds a piece of feedback with the bullets that are nested below it.
    fileprivate mutating func addFeedback(from people: [String], _ random: inout Randomness) {
        var feedback = Draft.Bullet(
            tag: random.pick(["chew", "swallow", "swallow", "spit", nil]), about: 1, &random)
        if random.chance(oneIn: 2) { feedback.source = random.pick(people) }
        if random.chance(oneIn: 4) { feedback.since = Draft.Day(&random) }
        if random.chance(oneIn: 8) { feedback.id = "b\(bullets.count)" }
        bullets.append(feedback)
        if random.chance(oneIn: 2) {
            var action = Draft.Bullet(about: random.number(in: 0...1), &random)
            action.depth = 1
            let isDone = random.chance(oneIn: 3)
            action.task = Draft.Task(
                isDone: isDone, due: random.chance(oneIn: 2) ? Draft.Day(&random) : nil,
                doneOn: isDone ? Draft.Day(&random) : nil)
            bullets.append(action)
        }
        if random.chance(oneIn: 4) {
            let plan = "\(MadeUpWords.phrase(&random)) → \(MadeUpWords.phrase(&random))"
            bullets.append(Draft.Bullet(depth: 1, tag: "if", text: plan))
        }
        if random.chance(oneIn: 4) {
            bullets.append(Draft.Bullet(depth: 1, tag: "because", text: MadeUpWords.sentence(&random)))
        }
    }

    fileprivate var length: Int {
        heading.utf8.count + 6 + prose.reduce(0) { $0 + $1.utf8.count + 2 }
            + bullets.reduce(0) { $0 + $1.text.utf8.count + 24 }
    }
}

extension Draft.Bullet {
    fileprivate init(tag: String? = nil, about topicCount: Int, _ random: inout Randomness) {
        let topics = (0..<topicCount).map { _ in random.pick(MadeUpWords.topics) }
        self.init(tag: tag, text: MadeUpWords.sentence(&random), topics: topics)
    }
}

extension Draft.Day {
    fileprivate init(_ random: inout Randomness, year: Int? = nil) {
        self.init(
            year: year ?? random.number(in: 2016...2026), month: random.number(in: 1...12),
            day: random.number(in: 1...28))
    }
}
