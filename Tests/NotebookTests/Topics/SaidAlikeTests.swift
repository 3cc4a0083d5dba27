import Foundation
import Notebook
import Properties
import Testing

@testable import Storage

struct SaidAlikeTests {
    /// An index of notes of one interview each, with the feedback that was given there.
    private static func index(_ feedback: [(company: String, lines: [String])]) -> NotebookIndex {
        let notes = feedback.enumerated().flatMap { number, entry in
            let text =
                "---\ncompany: \(entry.company)\ninterviewers: P\(number)\n---\n## Feedback\n\n"
                + entry.lines.map { "- \($0)\n" }.joined()
            return NotebookIndex(reading: Array(text.utf8), as: "\(number + 10).md").notes
        }
        return NotebookIndex(today: .formatDay, notes: notes, faults: [])
    }

    /// What was said alike: lines as `note:line`, and the reason.
    private static func alike(_ index: NotebookIndex) -> [String] {
        let table = FeedbackTable(index)
        let histories = index.topicHistories(table)
        return index.saidAlike(TopicSuggestions(index), table, histories: histories).map { alike in
            let ids = alike.pieces.map { "\($0.note):\($0.number)" }.joined(separator: " ")
            switch alike.reason {
            case .topic(let topic, let words): return "\(ids) #\(topic) \(words) +\(alike.others)"
            case .words(let words): return "\(ids) \(words)"
            }
        }
    }

    @Test func `what is about one topic stands side by side, with the words that say so`() {
        let index = Self.index([
            ("Hooli", ["You went on for long.", "Nice shoes."]), ("Acme", ["Your answers could be shorter."]),
        ])
        #expect(
            Self.alike(index) == [#"0:0 1:0 #brevity ["went on for long", "could be shorter"] +0"#])
    }

    @Test func `one person is not several`() {
        let index = Self.index([("Hooli", ["You went on for long.", "Your answers could be shorter."])])
        #expect(Self.alike(index).isEmpty)
    }

    @Test func `feedback joins the topic that others named`() {
        let index = Self.index([("Hooli", ["You rambled."]), ("Acme", ["Too long. #Brevity"])])
        #expect(Self.alike(index) == [#"0:0 #brevity ["rambled"] +1"#])
    }

    @Test func `a proposal goes by the notebook's name for the topic`() {
        var configuration = Configuration()
        try? configuration.vocabulary.aliases.add("brevity", for: "Kürze")
        let notes = Self.index([("Hooli", ["You rambled."]), ("Acme", ["Long-winded."])]).notes
        let index = NotebookIndex(today: .formatDay, configuration: configuration, notes: notes, faults: [])
        #expect(Self.alike(index).first?.contains("#Kürze") == true)
    }

    @Test func `nearly the same words stand side by side where no topic is proposed`() {
        let index = Self.index([
            ("Hooli", ["Wear the blue shoes next time."]), ("Acme", ["Blue shoes! Wear them."]),
            ("Initech", ["The blue door is open."]),
        ])
        #expect(Self.alike(index) == [#"0:0 1:0 ["wear", "blue", "shoes"]"#])
    }

    @Test func `feedback with a topic of its own is left alone`() {
        let index = Self.index([("Hooli", ["You rambled. #x"]), ("Acme", ["Long-winded. #y"])])
        #expect(Self.alike(index).isEmpty)
        #expect(TopicSuggestions(index).proposals(for: FeedbackID(note: 0, number: 0)) == nil)
    }

    // MARK: Stances

    @Test(arguments: [
        ("Great eye contact.", "No eye contact.", false),
        ("You were well prepared.", "You were not prepared.", false),
        ("You were prepared.", "You were not prepared.", false),
        ("Speak faster.", "Speak slower.", false),
        ("Too many details.", "Too few details.", false),
        ("We enjoyed your enthusiasm.", "We would have liked more enthusiasm.", false),
        ("Clear structure throughout.", "Your answers lacked structure.", false),
        ("Your answers were too long.", "Shorter answers, please.", true),
        ("You spoke too quietly.", "Speak a little louder.", true),
        ("You had not read the job description.", "You seemed unprepared for this role.", true),
        ("Great structure. But you rambled.", "You rambled.", true),
        ("keep: You were on time, and it showed.", "You were on time only once.", false),
        ("We missed the structure.", "Structure was absent.", true),
        ("You left out the structure.", "We missed the structure.", true),
        ("You did not show a lot of enthusiasm.", "You lacked enthusiasm.", true),
        ("You showed a lot of enthusiasm.", "Great enthusiasm.", true),
        ("You used a lot of jargon.", "Too much jargon.", true),
    ])
    func `two stand together where neither contradicts the other`(one: String, other: String, stand: Bool) {
        let index = Self.index([("Hooli", [one]), ("Acme", [other])])
        #expect(Self.alike(index).contains { $0.hasPrefix("0:0 1:0") } == stand)
    }

    @Test(
        arguments: [
            "We missed X.", "X was missing.", "X was absent.", "X fell short.", "There was little X.",
            "You were short of X.", "We found X wanting.", "You left out X.", "You skipped X.",
            "You forgot X.", "You avoided X.", "We would have liked X.", "You could have shown X.",
            "We wished for more X.", "You lacked X.",
        ], ["enthusiasm", "eye contact"])
    func `a lack never stands beside plenty`(lack: String, thing: String) {
        for plenty in ["You showed a lot of X.", "You had plenty of X."] {
            let texts = [lack, plenty].map { $0.replacing("X", with: thing) }
            let index = Self.index([("Hooli", [texts[0]]), ("Acme", [texts[1]])])
            #expect(!Self.alike(index).contains { $0.hasPrefix("0:0 1:0") }, "\(texts)")
        }
    }

    @Test(arguments: [
        (["Too fast. #pace"], ["A bit slow. #pace"], true),
        (["keep: Speed. #pace"], ["You lacked speed. #pace"], true),
        (["Great pace. #pace"], ["Your pace was too slow. #pace"], true),
        (["Too technical. #pace"], ["Not technical enough. #pace"], true),
        (["You never interrupted us. #pace"], ["You interrupted us. #pace"], true),
        (["Without any structure. #pace"], ["With a clear structure. #pace"], true),
        (["Lacks depth. #pace"], ["Has depth. #pace"], true),
        (["You missed the structure. #pace"], ["You showed a lot of structure. #pace"], true),
        (["You interrupted us. #pace"], ["You never mentioned figures. #pace"], false),
        // Who forbids something agrees with who says that it was so.
        (["You interrupted us. #pace"], ["Don't interrupt us. #pace"], false),
        (["Please do not rush. #pace"], ["You rushed. #pace"], false),
        (["You do not rush. #pace"], ["You rush. #pace"], true),
        (["You lacked structure. #pace"], ["You never showed any structure. #pace"], false),
        (["Too fast. #pace"], ["Slow down. #pace"], false),
        (["Too fast. #pace", "A bit slow. #pace"], ["Lovely shoes. #shoes"], false),
    ])
    func `people differ where two of them say opposite things on one topic`(
        one: [String], other: [String], differ: Bool
    ) {
        let index = Self.index([("Hooli", one), ("Acme", other)])
        #expect(Summary(index).markdown().contains("**People differ on #pace**: ") == differ)
    }

    @Test func `where a topic is only proposed people differ perhaps`() {
        let index = Self.index([("Hooli", ["Great eye contact."]), ("Acme", ["No eye contact."])])
        #expect(
            Summary(index).markdown().contains(
                "**People differ, perhaps on #presence**: \"Great eye contact.\""))
    }

    @Test func `a hunch without a topic gets a proposal too`() {
        let text = "## Hunches\n\n- I rambled.\n- I was dull. #x\n"
        let notes = NotebookIndex(reading: Array(text.utf8), as: "a.md").notes
        let index = NotebookIndex(today: .formatDay, notes: notes, faults: [])
        let json = String(decoding: Export(index, suggesting: true).json(), as: UTF8.self)
        let folded = json.split(whereSeparator: \.isWhitespace).joined()
        #expect(folded.contains(#""topics":[],"suggestedTopics":["brevity"],"suggestedBy":["rambled"]"#))
        #expect(folded.components(separatedBy: "suggestedTopics").count == 2)
    }

    // MARK: Reports

    @Test func `the summary says it, and explains it when asked`() {
        let index = Self.index([
            ("Hooli", ["You *went on* for long."]), ("Acme", ["Your answers could be shorter."]),
            ("Initech", ["Rambling. #brevity"]),
        ])
        let summary = Summary(index)
        let plain = summary.markdown()
        #expect(plain.contains("**About the same thing**, without a topic:"))
        #expect(plain.contains("consider #brevity, which 1 person spoke of."))
        #expect(plain.contains(#"\*went on\*"#))
        #expect(!plain.contains("#brevity: "))
        #expect(summary.markdown(explaining: true).contains(#"and "could be shorter""#))
    }

    @Test func `many are shown by a few, and how many more there are`() {
        let index = Self.index((0..<9).map { ("C\($0)", ["You rambled on day \($0)."]) })
        let text = Summary(index).markdown()
        #expect(text.contains("and 6 more: consider #brevity."))
    }

    @Test func `the export proposes topics only when asked, and only where there are none`() {
        let index = Self.index([("Hooli", ["You rambled.", "Rambling. #brevity", "Nice shoes."])])
        let plain = String(decoding: Export(index).json(), as: UTF8.self)
        #expect(!plain.contains("suggestedTopics"))
        let suggesting = String(decoding: Export(index, suggesting: true).json(), as: UTF8.self)
        let folded = suggesting.split(whereSeparator: \.isWhitespace).joined()
        #expect(
            folded.contains(#""topics":[],"suggestedTopics":["brevity"],"suggestedBy":["rambled"],"sources""#)
        )
        #expect(folded.contains(#""topics":["brevity"],"sources""#))
        #expect(folded.contains(#""topics":[],"suggestedTopics":[],"suggestedBy":[],"sources""#))
    }

    // MARK: Overlap

    @Test func `sets are alike from one half on, and with two words at least`() {
        func groups(_ sets: [Int32]...) -> [[Int]] { WordOverlap.groups(sets).map(\.members) }
        #expect(groups([1, 2], [1, 2]) == [[0, 1]])
        #expect(groups([1], [1]) == [])
        #expect(groups([1, 2, 3], [2, 3, 4]) == [[0, 1]])
        #expect(groups([1, 2, 3, 4], [3, 4, 5, 6]) == [])
        #expect(groups([1, 2, 3], [4, 5, 6], [1, 2, 3, 4]) == [[0, 2]])
        // All are alike to the first; a set stands in one group only.
        #expect(groups([1, 2, 3], [2, 3, 4], [3, 4, 5]) == [[0, 1]])
    }

    @Test func `what is found by rare words is all that there is to find`() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let sets = (0..<40).map { _ in
                let size = Int.random(in: 1...7, using: &generator)
                return Set((0..<size).map { _ in Int32.random(in: 0..<14, using: &generator) }).sorted()
            }
            #expect(WordOverlap.groups(sets).map(\.members) == Self.plainGroups(sets))
        }
    }

    /// The same by comparing every set with every other.
    private static func plainGroups(_ sets: [[Int32]]) -> [[Int]] {
        var taken: Set<Int> = []
        var groups: [[Int]] = []
        for first in sets.indices where !taken.contains(first) && sets[first].count > 1 {
            let members = sets.indices.filter { other in
                guard other >= first, !taken.contains(other) else { return false }
                let (a, b) = (Set(sets[first]), Set(sets[other]))
                return a.intersection(b).count >= 2 && 2 * a.intersection(b).count >= a.union(b).count
            }
            if members.count < 2 { continue }
            taken.formUnion(members)
            groups.append(members)
        }
        return groups
    }

    @Test func `a hundred thousand sets take no square of time`() {
        var generator = SeededGenerator(seed: 3)
        let sets = (0..<100_000).map { _ in
            Set((0..<8).map { _ in Int32.random(in: 0..<5000, using: &generator) }).sorted()
        }
        let elapsed = ContinuousClock().measure { _ = WordOverlap.groups(sets) }
        #expect(elapsed < .seconds(60))
    }
}
