import Foundation
import Markup
import Notebook
import Testing

@testable import Storage

/// The notes of twelve more people who had never seen the format, hastier than the others: what of each kind is
/// read once `adopt` has written what a Return at each question takes.
///
/// The last four are not among those whose notes `make kinds` counts.
struct AdoptedNotesTests {
    private typealias Counts = NewUserTests.Counts

    /// At least so many of each kind are read.
    static let people: [(name: String, read: [String: Int])] = [
        (
            "backend-engineer",
            [
                "action": 50, "asked": 46, "company": 15, "date": 19, "due": 23, "evidence": 15,
                "feedback": 40, "hunch": 35, "interviewer": 22, "outcome": 11, "praise": 24, "to-ask": 8,
            ]
        ),
        (
            "intensive-care-nurse",
            [
                "action": 41, "asked": 35, "company": 11, "date": 11, "due": 16, "evidence": 7,
                "feedback": 26, "hunch": 20, "interviewer": 15, "outcome": 6, "praise": 19, "to-ask": 11,
            ]
        ),
        (
            "secondary-teacher",
            [
                "action": 43, "asked": 40, "company": 15, "date": 13, "due": 7, "evidence": 15,
                "feedback": 33, "hunch": 22, "interviewer": 22, "outcome": 14, "praise": 23, "to-ask": 7,
            ]
        ),
        (
            "account-executive",
            [
                "action": 52, "asked": 55, "company": 12, "date": 18, "due": 18, "evidence": 20,
                "feedback": 38, "hunch": 29, "interviewer": 22, "outcome": 11, "praise": 25, "to-ask": 12,
            ]
        ),
        (
            "civil-engineer",
            [
                "action": 52, "asked": 71, "company": 15, "date": 16, "due": 9, "evidence": 5, "feedback": 8,
                "hunch": 30, "interviewer": 19, "outcome": 18, "praise": 3, "to-ask": 2,
            ]
        ),
        (
            "midwife",
            [
                "action": 47, "asked": 38, "company": 8, "date": 10, "due": 6, "evidence": 4, "feedback": 3,
                "hunch": 31, "interviewer": 14, "outcome": 6, "praise": 1, "to-ask": 12,
            ]
        ),
        (
            "languages-teacher",
            [
                "action": 76, "asked": 74, "company": 15, "date": 16, "due": 6, "evidence": 5, "feedback": 7,
                "hunch": 30, "interviewer": 15, "outcome": 28, "praise": 4, "to-ask": 1,
            ]
        ),
        (
            "marketing-manager",
            [
                "action": 45, "asked": 64, "company": 16, "date": 15, "due": 4, "evidence": 5, "feedback": 5,
                "hunch": 35, "interviewer": 23, "outcome": 7, "praise": 7, "to-ask": 4,
            ]
        ),
        (
            "devops-engineer",
            [
                "action": 38, "asked": 31, "company": 12, "date": 14, "due": 12, "evidence": 9, "feedback": 9,
                "hunch": 16, "interviewer": 7, "outcome": 1, "praise": 9, "to-ask": 8,
            ]
        ),
        (
            "electrician",
            [
                "action": 16, "asked": 39, "company": 8, "date": 7, "due": 2, "evidence": 8, "feedback": 13,
                "hunch": 19, "interviewer": 2, "outcome": 2, "praise": 9, "to-ask": 4,
            ]
        ),
        (
            "librarian",
            [
                "action": 23, "asked": 23, "company": 11, "date": 8, "due": 3, "evidence": 9, "feedback": 10,
                "hunch": 12, "interviewer": 6, "outcome": 2, "praise": 8, "to-ask": 11,
            ]
        ),
        (
            "paramedic",
            [
                "action": 22, "asked": 35, "company": 9, "date": 8, "due": 4, "evidence": 11, "feedback": 16,
                "hunch": 20, "interviewer": 5, "outcome": 5, "praise": 10, "to-ask": 5,
            ]
        ),
    ]

    @Test(arguments: people)
    func `a Return at each question reads most of it`(name: String, read: [String: Int]) throws {
        let folder = NewUserTests.folder(of: name)
        let notes = NotebookFolder(path: folder.appending(path: "notes").path)
        let truths = Dictionary(
            grouping: try NewUserTests.truths(folder.appending(path: "truth.tsv")), by: \.path)
        var counts: [String: Counts] = [:]
        for note in try notes.read(today: .formatDay).notes {
            let adopted = try NewUserTests.adopted(
                try NoteFile.bytes(of: note.path, in: notes.path), note.path, onlyLikely: true)
            let items = NewUserTests.items(of: adopted)
            for truth in truths[note.path.text] ?? [] {
                counts[truth.kind, default: Counts()].meant += 1
                if Self.isRead(truth, in: adopted, items) { counts[truth.kind, default: Counts()].read += 1 }
            }
        }
        for (kind, least) in read {
            #expect(counts[kind, default: Counts()].read >= least, "\(kind): \(counts[kind] ?? Counts())")
        }
        #expect(!read.isEmpty, "\(counts.sorted { $0.key < $1.key })")
    }

    private static func isRead(
        _ truth: NewUserTests.Truth, in note: Note, _ items: [NewUserTests.Item]
    ) -> Bool {
        func says(_ kinds: Set<String>) -> Bool {
            items.contains { kinds.contains($0.kind) && $0.says(truth, anywhere: true) }
        }
        switch truth.kind {
        case "company": return note.company != nil
        case "date": return note.date != nil
        case "outcome": return note.outcome != nil
        case "interviewer":
            return note.interviewers.contains { name in
                NewUserTests.plain(name).split(separator: " ").contains { truth.words.contains($0) }
            }
        case "due":
            return note.allActions.contains { action in
                let words = NewUserTests.plain(action.text)
                return action.due != nil && (truth.words.contains(words) || words.contains(truth.words))
            }
        // Whether it is praise, is for the person to sort.
        case "praise", "feedback": return says(["feedback"])
        case "evidence", "hunch": return says(["hunch"])
        default: return says([truth.kind])
        }
    }
}
