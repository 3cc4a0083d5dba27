import Foundation
import Markup
import Notebook
import Testing

@testable import Storage

/// The notes of sixteen more people who had never seen the format, hastier than the others: what of each kind is
/// read once `adopt` has written what a Return at each question takes.
///
/// The last eight are not among those whose notes `make kinds` counts.
struct AdoptedNotesTests {
    private typealias Counts = NewUserTests.Counts

    /// At least so many of each kind are read.
    static let people: [(name: String, read: [String: Int])] = [
        (
            "backend-engineer",
            [
                "action": 51, "asked": 48, "company": 15, "date": 19, "due": 23, "evidence": 13,
                "feedback": 41, "hunch": 38, "interviewer": 28, "outcome": 11, "praise": 24, "to-ask": 8,
            ]
        ),
        (
            "intensive-care-nurse",
            [
                "action": 41, "asked": 33, "company": 12, "date": 11, "due": 17, "evidence": 11,
                "feedback": 26, "hunch": 19, "interviewer": 21, "outcome": 6, "praise": 19, "to-ask": 11,
            ]
        ),
        (
            "secondary-teacher",
            [
                "action": 43, "asked": 40, "company": 15, "date": 13, "due": 7, "evidence": 15,
                "feedback": 32, "hunch": 23, "interviewer": 25, "outcome": 14, "praise": 23, "to-ask": 7,
            ]
        ),
        (
            "account-executive",
            [
                "action": 51, "asked": 57, "company": 17, "date": 18, "due": 18, "evidence": 19,
                "feedback": 38, "hunch": 29, "interviewer": 29, "outcome": 11, "praise": 25, "to-ask": 14,
            ]
        ),
        (
            "civil-engineer",
            [
                "action": 49, "asked": 77, "company": 15, "date": 16, "due": 9, "evidence": 5, "feedback": 8,
                "hunch": 31, "interviewer": 25, "outcome": 19, "praise": 4, "to-ask": 2,
            ]
        ),
        (
            "midwife",
            [
                "action": 53, "asked": 35, "company": 8, "date": 11, "due": 8, "evidence": 3, "feedback": 4,
                "hunch": 29, "interviewer": 27, "outcome": 9, "praise": 2, "to-ask": 11,
            ]
        ),
        (
            "languages-teacher",
            [
                "action": 76, "asked": 73, "company": 15, "date": 16, "due": 5, "evidence": 5, "feedback": 7,
                "hunch": 31, "interviewer": 35, "outcome": 28, "praise": 5, "to-ask": 1,
            ]
        ),
        (
            "marketing-manager",
            [
                "action": 43, "asked": 68, "company": 16, "date": 15, "due": 3, "evidence": 5, "feedback": 5,
                "hunch": 34, "interviewer": 30, "outcome": 8, "praise": 7, "to-ask": 4,
            ]
        ),
        (
            "devops-engineer",
            [
                "action": 35, "asked": 33, "company": 14, "date": 14, "due": 12, "evidence": 9,
                "feedback": 11, "hunch": 15, "interviewer": 16, "outcome": 3, "praise": 10, "to-ask": 12,
            ]
        ),
        (
            "electrician",
            [
                "action": 18, "asked": 45, "company": 10, "date": 9, "due": 2, "evidence": 7, "feedback": 14,
                "hunch": 21, "interviewer": 10, "outcome": 5, "praise": 11, "to-ask": 4,
            ]
        ),
        (
            "librarian",
            [
                "action": 26, "asked": 25, "company": 12, "date": 9, "due": 3, "evidence": 12, "feedback": 10,
                "hunch": 17, "interviewer": 26, "outcome": 4, "praise": 9, "to-ask": 12,
            ]
        ),
        (
            "paramedic",
            [
                "action": 25, "asked": 37, "company": 13, "date": 12, "due": 6, "evidence": 20,
                "feedback": 18, "hunch": 20, "interviewer": 23, "outcome": 7, "praise": 10, "to-ask": 9,
            ]
        ),
        (
            "chemistry-teacher",
            [
                "action": 49, "asked": 73, "company": 15, "date": 15, "due": 6, "evidence": 17,
                "feedback": 11, "hunch": 24, "interviewer": 40, "outcome": 22, "praise": 9, "to-ask": 9,
            ]
        ),
        (
            "insurance-sales",
            [
                "action": 38, "asked": 52, "company": 14, "date": 14, "due": 8, "evidence": 19,
                "feedback": 14, "hunch": 30, "interviewer": 28, "outcome": 5, "praise": 14, "to-ask": 5,
            ]
        ),
        (
            "platform-engineer",
            [
                "action": 40, "asked": 61, "company": 16, "date": 16, "due": 6, "evidence": 21,
                "feedback": 15, "hunch": 34, "interviewer": 29, "outcome": 10, "praise": 10, "to-ask": 8,
            ]
        ),
        (
            "theatre-nurse",
            [
                "action": 38, "asked": 51, "company": 13, "date": 16, "due": 4, "evidence": 12,
                "feedback": 15, "hunch": 22, "interviewer": 23, "outcome": 9, "praise": 13, "to-ask": 14,
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
