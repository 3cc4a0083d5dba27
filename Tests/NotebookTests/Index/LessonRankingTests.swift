import Properties
import Testing

@testable import Notebook

/// Every ordering that the ranking holds: of two lessons that differ in one thing alone, the one with more of it
/// comes first, whatever the two have in common.
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

    @Test(arguments: seeds)
    func `what slipped last time comes before what was not tried`(seed: UInt64) throws {
        var pair = LessonPair(seed)
        (pair.first.showings, pair.second.showings) = (["slipped"], [])
        try pair.check()
    }

    @Test(arguments: seeds)
    func `what was not tried comes before what has worked since`(seed: UInt64) throws {
        var pair = LessonPair(seed)
        (pair.first.showings, pair.second.showings) = ([], ["worked"])
        try pair.check()
    }

    @Test(arguments: seeds)
    func `it is the last time that counts`(seed: UInt64) throws {
        var pair = LessonPair(seed)
        (pair.first.showings, pair.second.showings) = (["worked", "slipped"], ["slipped", "worked"])
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
        pair.first = .init(people: 2, day: .formatDay.adding(days: -30))
        pair.first.isOfCompany = true
        pair.first.isOfRound = true
        pair.first.isOfRole = true
        pair.first.showings = ["slipped"]
        let entry = try #require(try pair.entries().first)
        #expect(entry.reasons == [.people(2), .company, .round, .role, .slipped, .recent])
        #expect(entry.points == 2 + 3 + 2 + 1 + 5 + 2)
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
        var showings: [String] = []

        init(people: Int, day: CalendarDate) {
            self.people = people
            self.day = day
        }
    }

    var random: SeededGenerator
    var first: Side
    var second: Side

    init(_ seed: UInt64) {
        random = SeededGenerator(seed: seed)
        var side = Side(
            people: Int.random(in: 1...4, using: &random),
            day: CalendarDate.formatDay.adding(days: -Int.random(in: 40...700, using: &random)))
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
            for (later, kind) in side.showings.enumerated() {
                let day = CalendarDate.formatDay.adding(days: -20 + later)
                let text = "---\ncompany: Elsewhere\ndate: \(day)\n---\n- \(kind): So it was. #\(topic)\n"
                notes.append(("\(number)-shown-\(later).md", text))
            }
        }
        let index = Index(readingNotes: notes)
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
                lines.append("- \(side.stage): Do it so. #\(topic) from:\"Person \(person)\"")
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
