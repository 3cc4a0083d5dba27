import Notebook
import Testing

/// What reports say that is to do with the people of an interview.
///
/// For each there is a notebook in which it would be wrong to do it.
@Suite struct `Asking and thanking` {
    private typealias Notes = ClaimedNotebook

    private static func round(
        _ name: String, _ date: String, _ keys: String = "", _ body: String = ""
    ) -> String {
        let own = "role: Dev\nround: \(name)" + (keys.isEmpty ? "" : "\n" + keys)
        return Notes.note("Alba", "Ana Lo", on: date, keys: own, body)
    }

    @Test func `waits while they decide, and asks nobody who made an offer`() {
        let screen = Self.round("screen", "2026-11-10", "outcome: advanced")
        func says(_ later: String?, _ words: String) -> Bool {
            (later.map { ClaimedNotebook(screen, $0) } ?? ClaimedNotebook(screen)).asking.contains(words)
        }
        #expect(says(nil, "ask when they decide"))
        #expect(says(Self.round("onsite", "2026-11-30", "outcome: scheduled"), "ask when they decide"))
        #expect(says(Self.round("onsite", "2026-11-20"), "ask when they decide"))
        #expect(!says(Self.round("onsite", "2026-11-20", "outcome: rejected"), "ask when they decide"))
        #expect(!says(Self.round("onsite", "2026-11-20", "outcome: offer"), "| ask"))
        let answered = Self.round(
            "onsite", "2026-11-20", "outcome: rejected\nthanked: 2026-11-22", "- chew: x #x")
        #expect(!says(answered, "| ask"))
    }

    @Test func `lets go of a request alone while they decide, and of nobody who made an offer`() {
        func summary(_ outcome: String) -> String {
            ClaimedNotebook(Self.round("onsite", "2026-10-20", "asked: 2026-10-25\noutcome: \(outcome)"))
                .summary
        }
        #expect(summary("waiting").contains("**Let go** of the request to [Alba, onsite]"))
        #expect(summary("rejected").contains("**Let go** of [Alba, onsite]"))
        #expect(!summary("offer").contains("Let go"))
    }

    @Test func `thanks those who said something`() {
        let named = Notes.note("Alba", "Ana Lo, Bo Mi", on: "2026-11-01", "- chew: x #x from:ana")
        #expect(ClaimedNotebook(named).summary.contains("**Thank** Ana Lo for [Alba]"))
        #expect(ClaimedNotebook(named).asking.contains("| Ana Lo |"))
        let some = Notes.note(
            "Alba", "Ana Lo, Bo Mi", on: "2026-11-01", "- chew: x #x from:ana\n- chew: y #y")
        #expect(ClaimedNotebook(some).summary.contains("**Thank** Ana Lo and Bo Mi for [Alba]"))
        let either = Notes.note(
            "Alba", "Mia Noll, Max Noll, Bo Mi", on: "2026-11-01", "- chew: x #x from:Noll")
        #expect(ClaimedNotebook(either).summary.contains("**Thank** Mia Noll and Max Noll for [Alba]"))
        let two = ClaimedNotebook(Notes.note("Elm", "", on: "2026-11-02", "- chew: x #x"), named)
        #expect(two.summary.contains("**Thank** [Elm](n0.md) · Ana Lo for [Alba]"))
    }
}
