internal import Insights
internal import Notes

// Says what came in: interviews, requests and feedback, and what is not read.
extension SummaryText {
    package mutating func opening() {
        let sentences = [interviewsHeld, requests, pieces].compactMap(\.self)
        if !sentences.isEmpty { text.paragraph([.text(sentences.joined(separator: " "))]) }
    }

    /// `11 interviews at 7 companies since January.` It also says how many name no company or no day.
    private var interviewsHeld: String? {
        let interviews = summary.interviews
        if interviews.past.isEmpty { return nil }
        var sentence = Wording.count(interviews.past.count, "interview")
        if interviews.companyCount > 0 {
            sentence += " at " + Wording.count(interviews.companyCount, "company", plural: "companies")
            let unnamed = interviews.past.count { notes[$0].company == nil }
            if unnamed > 0 { sentence += " (\(unnamed) \(unnamed == 1 ? "names" : "name") none)" }
        }
        guard let first = interviews.firstDay else { return sentence + "." }
        let since = "since \(Wording.month(first, from: today))"
        let undated = interviews.past.count { notes[$0].date == nil }
        if undated == 0 { return "\(sentence) \(since)." }
        let rest = interviews.past.count - undated
        return sentence + ", \(undated) without a date and \(rest) \(since)."
    }

    /// `Feedback: asked 8 times, 5 answered, 1 refused, 2 silent; it came for 3 more.` Only notes that say so
    /// count as asked.
    private var requests: String? {
        let states: [(RequestState, String)] = [
            (.answered, "answered"), (.refused, "refused"), (.silent, "silent"), (.asked, "waiting"),
        ]
        let interviews = summary.interviews
        let asked = states.map { interviews.askedCounts[$0.0] ?? 0 }.reduce(0, +)
        let came = summary.count(.answered) - (interviews.askedCounts[.answered] ?? 0)
        let refused = summary.count(.refused) - (interviews.askedCounts[.refused] ?? 0)
        var parts: [String] = []
        if asked > 0 {
            let counts = states.compactMap { state, word in
                interviews.askedCounts[state].map { "\($0) \(word)" }
            }
            parts.append("asked \(Wording.count(asked, "time")), \(counts.joined(separator: ", "))")
        }
        let more = asked > 0 ? "\(came) more" : Wording.count(came, "interview")
        if came > 0 { parts.append("came for \(more)") }
        if refused > 0 { parts.append("refused for \(refused)\(asked + came > 0 ? " more" : "")") }
        let unread = interviews.unreadCount
        if unread > 0 { parts.append("perhaps in \(Wording.count(unread, "note")) whose words are not read") }
        return parts.isEmpty ? nil : "Feedback: \(parts.joined(separator: "; "))."
    }

    private var pieces: String? {
        let count = summary.stageCounts.total
        if count == 0 { return nil }
        let parts = Stage.allCases.filter { summary.count($0) > 0 }.map {
            "\(summary.count($0)) \($0.adjective)"
        }
        return Wording.count(count, "piece") + " of feedback from "
            + Wording.count(summary.peopleCount, "person", plural: "people") + ": "
            + parts.joined(separator: ", ") + "."
    }

    /// Says what is not read, so that an incomplete summary does not look complete.
    package mutating func notRead() {
        if summary.notRead.isEmpty { return }
        text.paragraph([
            .strong(summary.notRead.title), .text(": \(summary.notRead.words): "),
            .code("debrief adopt"),
            .text(summary.notRead.count == 1 ? " goes through it." : " goes through them."),
        ])
    }
}
