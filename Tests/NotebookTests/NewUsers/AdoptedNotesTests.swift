import Foundation
import Markup
import Notebook
import Testing

@testable import Storage

/// The notes of four more people who had never seen the format, hastier than the others: what of each kind is
/// read once `adopt` has written what a Return at each question takes.
struct AdoptedNotesTests {
    private typealias Counts = NewUserTests.Counts

    /// At least so many of each kind are read.
    static let people: [(name: String, read: [String: Int])] = [
        (
            "backend-engineer",
            [
                "action": 49, "asked": 31, "company": 14, "date": 16, "due": 20, "evidence": 6,
                "feedback": 33,
                "hunch": 28, "interviewer": 19, "outcome": 12, "praise": 19, "to-ask": 6,
            ]
        ),
        (
            "intensive-care-nurse",
            [
                "action": 42, "asked": 33, "company": 9, "date": 11, "due": 15, "evidence": 5, "feedback": 20,
                "hunch": 10, "interviewer": 11, "outcome": 7, "praise": 18, "to-ask": 8,
            ]
        ),
        (
            "secondary-teacher",
            [
                "action": 37, "asked": 40, "company": 16, "date": 14, "due": 7, "evidence": 8, "feedback": 29,
                "hunch": 16, "interviewer": 15, "outcome": 15, "praise": 22, "to-ask": 7,
            ]
        ),
        (
            "account-executive",
            [
                "action": 42, "asked": 33, "company": 11, "date": 17, "due": 15, "evidence": 10,
                "feedback": 28, "hunch": 21, "interviewer": 16, "outcome": 12, "praise": 25, "to-ask": 13,
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
