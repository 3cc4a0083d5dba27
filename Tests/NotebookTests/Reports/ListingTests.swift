import Notebook
import Testing

/// What a listing lists, and what it says where that is nothing.
struct ListingTests {
    private static func listing(_ body: String, _ change: (inout Listing.Query) -> Void) -> Listing {
        let text = "---\ncompany: Acme\nrole: Designer\nround: onsite\ndate: 2026-10-01\n---\n\(body)\n"
        var query = Listing.Query()
        change(&query)
        return Listing(NotebookIndex(reading: Array(text.utf8)), query)
    }

    /// Returns the texts of what is listed.
    private static func texts(_ body: String, _ change: (inout Listing.Query) -> Void) -> [String] {
        String(decoding: listing(body, change).text(pathPrefix: []), as: UTF8.self).split(separator: "\n").map
        {
            String($0.split(separator: ": ", maxSplits: 1)[1])
        }
    }

    private static let actions =
        "- [ ] One due:2026-11-22\n- [/] Two due:2026-11-23\n- [x] Three due:2026-11-01\n- [-] Four\n- [ ] Five"

    @Test func `open is what is not over, and overdue what was due before today`() {
        #expect(Self.texts(Self.actions) { $0.actions = true } == ["One", "Two", "Three", "Four", "Five"])
        #expect(Self.texts(Self.actions) { $0.open = true } == ["One", "Two", "Five"])
        #expect(Self.texts(Self.actions) { $0.overdue = true } == ["One"])
        #expect(Self.texts(Self.actions) { ($0.open, $0.overdue) = (true, true) } == ["One"])
    }

    private static let said = """
        - chew: A from:Ann
          - [ ] Of A
        - chew: B from:"Bob Rey"
          - [ ] Of B
        - spit: C from:Ann
        - [ ] Of none
        """

    @Test func `stage and source both have to fit`() {
        #expect(Self.texts(Self.said) { $0.stages = [.chew] } == ["A", "B"])
        #expect(Self.texts(Self.said) { $0.sources = ["ann"] } == ["A", "C"])
        #expect(Self.texts(Self.said) { ($0.stages, $0.sources) = ([.chew], ["Ann"]) } == ["A"])
        #expect(Self.texts(Self.said) { $0.stages = [.chew, .spit] } == ["A", "B", "C"])
    }

    @Test func `so they do for the actions below`() {
        #expect(Self.texts(Self.said) { $0.actions = true } == ["Of A", "Of B", "Of none"])
        #expect(Self.texts(Self.said) { ($0.actions, $0.stages) = (true, [.chew]) } == ["Of A", "Of B"])
        #expect(Self.texts(Self.said) { ($0.actions, $0.sources) = (true, ["ANN"]) } == ["Of A"])
    }

    @Test func `what is nested stands where it is written`() {
        let nested = "- chew: A\n  - chew: B\n    - [ ] Of B\n  - [ ] Of A\n- chew: C\n  - [ ] Of C"
        #expect(
            Self.texts(nested) { ($0.actions, $0.stages) = (true, [.chew]) } == ["Of B", "Of A", "Of C"])
    }

    // MARK: Nothing

    private static func reasons(_ body: String, _ change: (inout Listing.Query) -> Void) -> [String] {
        listing(body, change).reasonsForEmptiness
    }

    @Test func `nothing is named by what was asked for`() {
        #expect(Self.reasons("") { _ in } == ["the notebook has no feedback"])
        #expect(Self.reasons("") { $0.actions = true } == ["the notebook has no action"])
        #expect(Self.reasons("") { $0.open = true } == ["the notebook has no open action"])
        #expect(Self.reasons("") { $0.overdue = true } == ["the notebook has no overdue action"])
        #expect(Self.reasons("") { $0.questions = true } == ["the notebook has no question"])
        #expect(Self.reasons("") { $0.notRead = true } == ["all that looks meant is read"])
        #expect(
            Self.reasons(Self.said) { ($0.stages, $0.filter.companies) = ([.keep, .swallow], ["ACME"]) }
                == ["no feedback fits: company ACME, stage keep or swallow"])
    }

    @Test func `a name that is nowhere is said, with the one that is near`() {
        #expect(
            Self.reasons(Self.said) { $0.filter.companies = ["Acm"] }
                == ["no note has the company \"Acm\"; did you mean \"Acme\"?"])
        #expect(Self.reasons(Self.said) { $0.filter.roles = ["Nurse"] } == ["no note has the role \"Nurse\""])
        #expect(
            Self.reasons(Self.said) { $0.filter.rounds = ["onside"] }
                == ["no note has the round \"onside\"; did you mean \"onsite\"?"])
        #expect(
            Self.reasons(Self.said) { $0.sources = ["Bob Ray"] }
                == ["nobody in the notebook is called \"Bob Ray\"; did you mean \"Bob Rey\"?"])
    }

    @Test func `a topic is known where one within it is`() {
        let body = "- chew: A #delivery/pace"
        #expect(
            Self.reasons(body) { ($0.filter.topics, $0.stages) = ([Topic("Delivery")], [.spit]) }
                == ["no feedback fits: topic #Delivery, stage spit"])
        #expect(
            Self.reasons(body) { $0.filter.topics = [Topic("deliver")] }
                == ["nothing in the notebook is about #deliver; did you mean #delivery?"])
        #expect(
            Self.reasons(body) { $0.filter.topics = [Topic("pace")] }
                == ["nothing in the notebook is about #pace"])
    }
}
