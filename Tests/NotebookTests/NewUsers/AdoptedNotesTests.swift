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
                "action": 51, "asked": 50, "company": 15, "date": 19, "due": 24, "evidence": 14,
                "feedback": 40, "hunch": 37, "interviewer": 28, "outcome": 11, "praise": 24, "to-ask": 8,
            ]
        ),
        (
            "intensive-care-nurse",
            [
                "action": 41, "asked": 33, "company": 12, "date": 11, "due": 18, "evidence": 16,
                "feedback": 26, "hunch": 23, "interviewer": 21, "outcome": 6, "praise": 19, "to-ask": 11,
            ]
        ),
        (
            "secondary-teacher",
            [
                "action": 43, "asked": 42, "company": 15, "date": 13, "due": 9, "evidence": 17,
                "feedback": 36, "hunch": 26, "interviewer": 24, "outcome": 14, "praise": 23, "to-ask": 7,
            ]
        ),
        (
            "account-executive",
            [
                "action": 53, "asked": 58, "company": 17, "date": 18, "due": 19, "evidence": 19,
                "feedback": 44, "hunch": 32, "interviewer": 28, "outcome": 11, "praise": 27, "to-ask": 14,
            ]
        ),
        (
            "civil-engineer",
            [
                "action": 55, "asked": 69, "company": 15, "date": 16, "due": 10, "evidence": 5, "feedback": 8,
                "hunch": 31, "interviewer": 25, "outcome": 19, "praise": 6, "to-ask": 2,
            ]
        ),
        (
            "midwife",
            [
                "action": 53, "asked": 36, "company": 8, "date": 11, "due": 7, "evidence": 2, "feedback": 5,
                "hunch": 28, "interviewer": 27, "outcome": 8, "praise": 3, "to-ask": 11,
            ]
        ),
        (
            "languages-teacher",
            [
                "action": 80, "asked": 74, "company": 15, "date": 16, "due": 7, "evidence": 6, "feedback": 7,
                "hunch": 29, "interviewer": 34, "outcome": 28, "praise": 5, "to-ask": 2,
            ]
        ),
        (
            "marketing-manager",
            [
                "action": 51, "asked": 73, "company": 16, "date": 15, "due": 5, "evidence": 5, "feedback": 7,
                "hunch": 31, "interviewer": 30, "outcome": 8, "praise": 7, "to-ask": 4,
            ]
        ),
        (
            "devops-engineer",
            [
                "action": 38, "asked": 36, "company": 14, "date": 14, "due": 13, "evidence": 14,
                "feedback": 11, "hunch": 22, "interviewer": 16, "outcome": 4, "praise": 10, "to-ask": 13,
            ]
        ),
        (
            "electrician",
            [
                "action": 18, "asked": 45, "company": 10, "date": 9, "due": 2, "evidence": 8, "feedback": 12,
                "hunch": 20, "interviewer": 10, "outcome": 5, "praise": 10, "to-ask": 5,
            ]
        ),
        (
            "librarian",
            [
                "action": 27, "asked": 26, "company": 11, "date": 9, "due": 6, "evidence": 11, "feedback": 10,
                "hunch": 18, "interviewer": 23, "outcome": 4, "praise": 9, "to-ask": 12,
            ]
        ),
        (
            "paramedic",
            [
                "action": 27, "asked": 37, "company": 13, "date": 12, "due": 9, "evidence": 18,
                "feedback": 16, "hunch": 19, "interviewer": 23, "outcome": 7, "praise": 9, "to-ask": 11,
            ]
        ),
        (
            "chemistry-teacher",
            [
                "action": 51, "asked": 72, "company": 15, "date": 15, "due": 7, "evidence": 19,
                "feedback": 15, "hunch": 27, "interviewer": 39, "outcome": 22, "praise": 13, "to-ask": 8,
            ]
        ),
        (
            "insurance-sales",
            [
                "action": 41, "asked": 72, "company": 15, "date": 15, "due": 12, "evidence": 20,
                "feedback": 16, "hunch": 32, "interviewer": 27, "outcome": 5, "praise": 16, "to-ask": 5,
            ]
        ),
        (
            "platform-engineer",
            [
                "action": 40, "asked": 61, "company": 16, "date": 16, "due": 6, "evidence": 21,
                "feedback": 15, "hunch": 34, "interviewer": 27, "outcome": 11, "praise": 10, "to-ask": 8,
            ]
        ),
        (
            "theatre-nurse",
            [
                "action": 38, "asked": 51, "company": 11, "date": 16, "due": 5, "evidence": 18,
                "feedback": 15, "hunch": 31, "interviewer": 20, "outcome": 10, "praise": 13, "to-ask": 14,
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
