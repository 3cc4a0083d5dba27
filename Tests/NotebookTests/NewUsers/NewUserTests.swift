import Foundation
import Markup
import Notebook
import Testing

@testable import Insights
@testable import Notes
@testable import Storage

/// Notes as people write them who know nothing of the format: what of it is read.
///
/// Beside each one's notes stands `truth.tsv`, with what they meant: kind, file, line and text.
struct NewUserTests {
    /// What one of them meant, and what became of it.
    struct Counts: Equatable, CustomStringConvertible {
        var meant = 0
        var read = 0

        var description: String { "\(read) read of \(meant)" }
    }

    struct Truth {
        let kind: String
        let path: String
        let line: Int
        let words: String
    }

    struct Item {
        let kind: String
        let path: String
        let line: Int
        let words: String
    }

    /// At least so many are read, and at most so many items are read that nobody meant.
    static let people: [(name: String, read: [String: Int], unmeant: Int)] = [
        ("engineer", ["feedback": 6, "asked": 24, "action": 24, "date": 16, "company": 13], 7),
        ("nurse", ["feedback": 3, "asked": 22, "to-ask": 2, "action": 45, "date": 18, "company": 2], 2),
        ("teacher", ["feedback": 5, "asked": 6, "action": 20, "date": 20], 4),
        ("sales", ["asked": 11], 0),
    ]

    @Test(arguments: people)
    func `what is read is what was meant`(name: String, read: [String: Int], unmeant: Int) throws {
        let folder = NewUserTests.folder(of: name)
        let index = try NotebookFolder(path: folder.appending(path: "notes").path).read(today: .formatDay)
        let truths = try Self.truths(folder.appending(path: "truth.tsv"))
        let items = index.notes.flatMap(Self.items)
        var counts: [String: Counts] = [:]
        var matched: Set<Int> = []
        for truth in truths {
            counts[truth.kind, default: Counts()].meant += 1
            let isRead: Bool
            switch truth.kind {
            case "company": isRead = index.notes.contains { $0.path.text == truth.path && $0.company != nil }
            case "date":
                isRead = index.notes.contains {
                    $0.path.text == truth.path && $0.date?.description == truth.words
                }
            default:
                let found = items.indices.filter { items[$0].says(truth) }
                matched.formUnion(found)
                isRead = found.contains { items[$0].kind == truth.kind }
            }
            if isRead { counts[truth.kind, default: Counts()].read += 1 }
        }
        for (kind, least) in read {
            #expect(counts[kind, default: Counts()].read >= least, "\(kind): \(counts[kind] ?? Counts())")
        }
        let others = items.indices.filter { !matched.contains($0) }.map { items[$0] }
        #expect(others.count <= unmeant, "\(others.map { "\($0.path):\($0.line) \($0.kind) \($0.words)" })")
    }

    /// Of all of them together, at least so many are read once each first proposal of `adopt` is written.
    static let leastAdopted = ["feedback": 50, "hunch": 40, "asked": 95, "company": 30]

    @Test func `after adopt more is read`() throws {
        var counts: [String: Counts] = [:]
        for (name, _, _) in Self.people {
            let folder = NewUserTests.folder(of: name)
            let notes = NotebookFolder(path: folder.appending(path: "notes").path)
            let index = try notes.read(today: .formatDay)
            let adopted = try index.notes.map { note in
                try Self.adopted(try NoteFile.bytes(of: note.path, in: notes.path), note.path)
            }
            let items = adopted.flatMap(Self.items)
            for truth in try Self.truths(folder.appending(path: "truth.tsv")) {
                let isRead =
                    truth.kind == "company"
                    ? adopted.contains { $0.path.text == truth.path && $0.company != nil }
                    : items.contains { $0.kind == truth.kind && $0.says(truth, anywhere: true) }
                counts[truth.kind, default: Counts()].meant += 1
                if isRead { counts[truth.kind, default: Counts()].read += 1 }
            }
        }
        for (kind, least) in Self.leastAdopted {
            #expect(counts[kind, default: Counts()].read >= least, "\(kind): \(counts[kind] ?? Counts())")
        }
    }

    /// A note after each thing in it has been written as it is proposed first.
    ///
    /// If only likely ones are wanted, those are left out to skip which is proposed.
    static func adopted(_ bytes: [UInt8], _ path: NotePath, onlyLikely: Bool = false) throws -> Note {
        var bytes = bytes
        var skipped: Set<[String]> = []
        var kinds: KindsOfNote?
        while true {
            guard let note = AdoptableNote(Source(bytes), path: path, vocabulary: .standard) else { break }
            let finder = AdoptionFinder(note, knowing: kinds)
            kinds = kinds ?? finder.kinds
            let adoptions = AdoptionQueue.adoptions(finder, today: .formatDay)
            guard let adoption = adoptions.first(where: { !skipped.contains($0.lines) }) else { break }
            if let proposal = adoption.writableProposals.first(where: \.adoptsAnything),
                !onlyLikely || adoption.writableProposals.first?.isLikely ?? false
            {
                bytes = try adoption.edit(proposal).newBytes
            } else {
                skipped.insert(adoption.lines)
            }
        }
        var reader = NoteReader()
        return try #require(reader.read(bytes, path: path).note)
    }

    static func folder(of name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "people/\(name)")
    }

    // MARK: What is compared

    static func truths(_ file: URL) throws -> [Truth] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { row in
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count >= 4, let line = Int(cells[2]) else { return nil }
            let words = cells[0] == "date" ? cells[3] : plain(cells[3])
            return Truth(kind: cells[0], path: cells[1], line: line, words: words)
        }
    }

    static func items(of note: Note) -> [Item] {
        var items: [Item] = []
        func add(_ kind: String, _ position: Position, _ text: String) {
            items.append(Item(kind: kind, path: note.path.text, line: position.line, words: plain(text)))
        }
        for piece in note.feedback { add("feedback", piece.position, piece.text) }
        for action in note.allActions { add("action", action.position, action.text) }
        for hunch in note.hunches { add("hunch", hunch.position, hunch.text) }
        for piece in note.evidence { add("hunch", piece.position, piece.text) }
        for question in note.questionsAsked { add("asked", question.position, question.text) }
        for question in note.questionsToAsk { add("to-ask", question.position, question.text) }
        return items
    }

    /// Letters and digits in small letters, with single spaces between words.
    static func plain(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}

extension NewUserTests.Item {
    /// Whether it says what is true of the note.
    ///
    /// `anywhere` says whether it may stand on any line, because lines were put in above it.
    func says(_ truth: NewUserTests.Truth, anywhere: Bool = false) -> Bool {
        path == truth.path && (anywhere || abs(line - truth.line) <= 3) && !words.isEmpty
            && !truth.words.isEmpty
            && (words.contains(truth.words) || truth.words.contains(words))
    }
}
