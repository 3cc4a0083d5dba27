import Notebook
import Properties
import Testing

/// Every ordering that the ranking holds: of two lessons that differ in one thing alone, the one with more of
/// it comes first, whatever the two have in common.
@Suite struct `The ranking of lessons` {
    static let seeds = 0..<80 as Range<UInt64>

    @Test(arguments: seeds)
    func `more distinct sources come before fewer`(seed: UInt64) throws {
        var pair = LessonPair(seed)
        pair.first.people += Int.random(in: 1...3, using: &pair.random)
        try pair.check()
    }

    @Test(arguments: seeds)
    func `what one person says three times counts as one`(seed: UInt64) throws {
        var pair = LessonPair(seed)
        pair.second.repetitions = 3
        pair.first.people += 1
        try pair.check()
    }

    @Test(arguments: seeds)
    func `a newer one comes before an older one`(seed: UInt64) throws {
        var pair = LessonPair(seed)
        pair.second.day = pair.first.day.adding(days: -Int.random(in: 1...900, using: &pair.random))
        try pair.check()
    }

    @Test(arguments: seeds)
    func `one from the same company comes before one from elsewhere`(seed: UInt64) throws {
        var pair = LessonPair(seed)
        (pair.first.isOfCompany, pair.second.isOfCompany) = (true, false)
        try pair.check()
    }

    @Test(arguments: seeds)
    func `one from the same kind of round comes before one from another`(seed: UInt64) throws {
        var pair = LessonPair(seed)
        (pair.first.isOfRound, pair.second.isOfRound) = (true, false)
        try pair.check()
    }

    @Test(arguments: seeds)
    func `one from the same role comes before one from another`(seed: UInt64) throws {
        var pair = LessonPair(seed)
        (pair.first.isOfRole, pair.second.isOfRole) = (true, false)
        try pair.check()
    }

    /// Showings, oldest first, from what needs most care to what needs least.
    static let standings: [[String]] = [
        ["slipped", "slipped"], ["worked", "slipped"], ["slipped", "worked"], [], ["worked", "worked"],
    ]

    @Test(arguments: seeds)
    func `what slips more comes before what slips less, and what was not tried before what works`(
        seed: UInt64
    ) throws {
        var pair = LessonPair(seed)
        for (more, less) in zip(Self.standings, Self.standings.dropFirst()) {
            (pair.first.showings, pair.second.showings) = (more, less)
            try pair.check()
        }
    }

    @Test(arguments: seeds)
    func `the newest three times count`(seed: UInt64) throws {
        var pair = LessonPair(seed)
        let (worked, slipped) = (
            ["slipped", "worked", "worked", "worked"], ["worked", "slipped", "slipped", "slipped"]
        )
        (pair.first.showings, pair.second.showings) = ([], worked)
        try pair.check()
        (pair.first.showings, pair.second.showings) = (slipped, ["worked", "slipped", "slipped"])
        try pair.check()
    }

    @Test(arguments: seeds)
    func `what showed over two years ago says nothing`(seed: UInt64) throws {
        var pair = LessonPair(seed, oldest: 1000)
        (pair.first.day, pair.second.day) = (
            pair.first.day.adding(days: -900), pair.second.day.adding(days: -900)
        )
        pair.shownDaysAgo = 800
        (pair.first.showings, pair.second.showings) = (["worked"], ["slipped"])
        pair.first.people += 1
        try pair.check()
    }

    @Test(arguments: seeds)
    func `in this kind of round it counts what showed there`(seed: UInt64) throws {
        var pair = LessonPair(seed)
        (pair.first.showings, pair.second.showings) = (
            ["slipped here", "worked", "worked"], ["worked here", "slipped"]
        )
        try pair.check()
    }

    @Test(arguments: seeds)
    func `an action and a plan speak for nothing`(seed: UInt64) throws {
        var pair = LessonPair(seed)
        pair.second.below = ["  - [/] Cut the story", "  - if: asked why → one sentence"]
        pair.second.day = pair.second.day.adding(days: -1)
        try pair.check()
    }

    @Test(arguments: seeds)
    func `praise and what is not sorted speak for nothing`(seed: UInt64) throws {
        for stage in ["keep: ", ""] {
            var pair = LessonPair(seed)
            pair.second.day = pair.second.day.adding(days: -1)
            pair.second.others = (stage, 4)
            try pair.check()
        }
    }

    @Test(arguments: seeds)
    func `more than five people say no more`(seed: UInt64) throws {
        var pair = LessonPair(seed)
        (pair.first.people, pair.second.people) = (5, 9)
        (pair.first.isOfRole, pair.second.isOfRole) = (true, false)
        try pair.check()
        (pair.first.isOfRole, pair.first.people, pair.second.people) = (pair.second.isOfRole, 9, 5)
        try pair.check()
    }

    // MARK: Two things at once

    /// What makes one of two lessons the more worth carrying in.
    enum Factor: CaseIterable {
        case people, newer, company, round, role, standing

        fileprivate func favor(_ pair: inout LessonPair) {
            switch self {
            case .people: pair.first.people += 1
            case .newer: pair.second.day = pair.second.day.adding(days: -30)
            case .company: (pair.first.isOfCompany, pair.second.isOfCompany) = (true, false)
            case .round: (pair.first.isOfRound, pair.second.isOfRound) = (true, false)
            case .role: (pair.first.isOfRole, pair.second.isOfRole) = (true, false)
            case .standing: (pair.first.showings, pair.second.showings) = (["slipped"], ["worked"])
            }
        }
    }

    @Test(arguments: seeds)
    func `what has more of two things comes first`(seed: UInt64) throws {
        for one in Factor.allCases {
            for other in Factor.allCases where other != one {
                var pair = LessonPair(seed)
                one.favor(&pair)
                other.favor(&pair)
                try pair.check()
            }
        }
    }

    @Test(arguments: seeds)
    func `the company counts more than the round, and that more than the role`(seed: UInt64) throws {
        var pair = LessonPair(seed)
        pair.first.isOfRole = pair.second.isOfRole
        (pair.first.isOfCompany, pair.first.isOfRound) = (true, false)
        (pair.second.isOfCompany, pair.second.isOfRound) = (false, true)
        try pair.check()
        (pair.first.isOfCompany, pair.second.isOfCompany) = (false, false)
        (pair.first.isOfRound, pair.first.isOfRole) = (true, false)
        (pair.second.isOfRound, pair.second.isOfRole) = (false, true)
        try pair.check()
    }

    @Test(arguments: seeds)
    func `the company outweighs two people, and three people the company`(seed: UInt64) throws {
        var pair = LessonPair(seed)
        (pair.first.isOfCompany, pair.second.isOfCompany) = (true, false)
        (pair.first.people, pair.second.people) = (1, 3)
        try pair.check()
        (pair.first.isOfCompany, pair.second.isOfCompany) = (false, true)
        (pair.first.people, pair.second.people) = (4, 1)
        try pair.check()
    }

    @Test(arguments: seeds)
    func `what was spat out is no lesson`(seed: UInt64) throws {
        var pair = LessonPair(seed)
        pair.first.stage = "spit"
        let entries = try pair.entries()
        #expect(entries.compactMap(\.lesson.topic?.name) == ["second"])
    }

    @Test func `the order explains itself by points that can be named`() throws {
        var pair = LessonPair(1)
        pair.first = .init(people: 7, day: .formatDay.adding(days: -30))
        pair.first.isOfCompany = true
        pair.first.isOfRound = true
        pair.first.isOfRole = true
        pair.first.showings = ["worked", "slipped"]
        let entry = try #require(try pair.entries().first)
        #expect(
            entry.reasons == [.people(7), .company, .round, .role, .standing(.slippedLast), .recent])
        #expect(entry.points == 5 + 3 + 2 + 1 + 4 + 2)
    }
}

/// Two lessons in a generated notebook, alike in all that is not set.
private struct LessonPair {
    struct Side {
        var people = 1
        var repetitions = 1
        var day: CalendarDate
        var isOfCompany = false
        var isOfRound = false
        var isOfRole = false
        var stage = "swallow"
        /// The oldest first; `here` says that it was in this kind of round.
        var showings: [String] = []
        /// What stands below the first piece of feedback.
        var below: [String] = []
        /// What others said elsewhere on the topic: the tag, and how many they were.
        var others: (tag: String, count: Int) = ("", 0)

        init(people: Int, day: CalendarDate) {
            self.people = people
            self.day = day
        }
    }

    var random: SeededGenerator
    var first: Side
    var second: Side
    /// How long ago the oldest showing was.
    var shownDaysAgo = 20

    init(_ seed: UInt64, oldest: Int = 700) {
        random = SeededGenerator(seed: seed)
        var side = Side(
            people: Int.random(in: 1...4, using: &random),
            day: CalendarDate.formatDay.adding(days: -Int.random(in: 40...min(oldest, 700), using: &random)))
        side.isOfCompany = Bool.random(using: &random)
        side.isOfRound = Bool.random(using: &random)
        side.isOfRole = Bool.random(using: &random)
        side.showings = [[], ["worked"], ["slipped"]].randomElement(using: &random) ?? []
        (first, second) = (side, side)
    }

    private var occasion: Occasion {
        Occasion(company: "Acme", role: "Engineer", round: "On-site 2", date: .formatDay.adding(days: 8))
    }

    mutating func entries() throws -> [LessonRanking.Entry] {
        // The order in the folder decides nothing.
        let sides = [("first", first), ("second", second)].shuffled(using: &random)
        var notes: [(String, String)] = []
        for (number, (topic, side)) in sides.enumerated() {
            notes.append(("\(number)-said.md", Self.note(side, topic)))
            for (later, showing) in side.showings.enumerated() {
                let day = CalendarDate.formatDay.adding(days: -shownDaysAgo + later)
                let words = showing.split(separator: " ")
                let round = words.count > 1 ? "\nround: onsite" : ""
                let head = "---\ncompany: Elsewhere\ndate: \(day)\(round)\n---\n"
                notes.append(("\(number)-shown-\(later).md", "\(head)- \(words[0]): So it was. #\(topic)\n"))
            }
            for other in 0..<side.others.count {
                let text =
                    "---\ncompany: Acme\nround: onsite\nrole: Engineer\ndate: 2026-11-20\n---\n## Feedback\n\n"
                    + "- \(side.others.tag)So. #\(topic) from:\"Other \(other) of \(number)\"\n"
                notes.append(("\(number)-other-\(other).md", text))
            }
        }
        let index = NotebookIndex(readingNotes: notes)
        return LessonRanking(index.lessons(), for: occasion, in: index).entries
    }

    private static func note(_ side: Side, _ topic: String) -> String {
        var lines = [
            "---", "company: \(side.isOfCompany ? "ACME" : "Other")",
            "role: \(side.isOfRole ? "engineer" : "Manager")",
            "round: \(side.isOfRound ? "onsite" : "phone screen")", "date: \(side.day)", "---",
        ]
        for person in 0..<side.people {
            for _ in 0..<side.repetitions {
                lines.append("- \(side.stage): Do it so. #\(topic) from:\"Person Number\(person)\"")
                if person == 0 { lines += side.below }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    mutating func check() throws {
        let entries = try entries()
        try #require(entries.count == 2)
        #expect(entries.compactMap(\.lesson.topic?.name) == ["first", "second"])
    }
}
