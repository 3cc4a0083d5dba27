import Foundation
import Markup
import Notebook
import Testing

@testable import Storage

/// The notes of eight more people who had never seen the format, hastier than the others: what of each kind is
/// read once `adopt` has written what a Return at each question takes.
struct AdoptedNotesTests {
    private typealias Counts = NewUserTests.Counts

    /// At least so many of each kind are read.
    static let people: [(name: String, read: [String: Int])] = [
        (
            "backend-engineer",
            [
                "action": 49, "asked": 32, "company": 16, "date": 20, "due": 24, "evidence": 6,
                "feedback": 35, "hunch": 29, "interviewer": 23, "outcome": 12, "praise": 20, "to-ask": 6,
            ]
        ),
        (
            "intensive-care-nurse",
            [
                "action": 42, "asked": 33, "company": 11, "date": 12, "due": 17, "evidence": 7,
                "feedback": 22, "hunch": 14, "interviewer": 15, "outcome": 7, "praise": 20, "to-ask": 8,
            ]
        ),
        (
            "secondary-teacher",
            [
                "action": 37, "asked": 41, "company": 16, "date": 14, "due": 7, "evidence": 8, "feedback": 31,
                "hunch": 21, "interviewer": 23, "outcome": 15, "praise": 22, "to-ask": 7,
            ]
        ),
        (
            "account-executive",
            [
                "action": 42, "asked": 38, "company": 13, "date": 19, "due": 15, "evidence": 10,
                "feedback": 31, "hunch": 24, "interviewer": 23, "outcome": 12, "praise": 25, "to-ask": 13,
            ]
        ),
        (
            "civil-engineer",
            [
                "action": 46, "asked": 54, "company": 16, "date": 17, "due": 9, "evidence": 1, "feedback": 6,
                "hunch": 20, "interviewer": 20, "outcome": 19, "praise": 1, "to-ask": 2,
            ]
        ),
        (
            "midwife",
            [
                "action": 34, "asked": 26, "company": 9, "date": 11, "due": 5, "evidence": 2, "hunch": 21,
                "interviewer": 15, "outcome": 7, "to-ask": 7,
            ]
        ),
        (
            "languages-teacher",
            [
                "action": 66, "asked": 64, "company": 16, "date": 17, "due": 6, "feedback": 6, "hunch": 15,
                "interviewer": 16, "outcome": 29, "praise": 3, "to-ask": 1,
            ]
        ),
        (
            "marketing-manager",
            [
                "action": 16, "asked": 42, "company": 17, "date": 16, "due": 4, "evidence": 3, "feedback": 5,
                "hunch": 17, "interviewer": 24, "outcome": 9, "praise": 6,
            ]
        ),
    ]

    @Test(arguments: people)
    func `a Return at each question reads most of it`(name: String, read: [String: Int]) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: name)
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
