import Foundation
import Markup
import Notebook
import Testing

/// The configurations in `Examples/configurations`, each with a notebook that a person of that language would
/// write.
@Suite struct `An example configuration` {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Examples/configurations").standardizedFileURL

    private static let languages = ["french", "german", "japanese", "spanish"]

    private func index(of language: String) throws -> NotebookIndex {
        try NotebookFolder(path: Self.folder.appending(path: language).path()).read(today: .formatDay)
    }

    @Test func `is there for each language`() throws {
        let found = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
        #expect(found.filter { !$0.hasSuffix(".md") }.sorted() == Self.languages)
    }

    @Test(arguments: languages)
    func `has all of its notebook read`(language: String) throws {
        let index = try index(of: language)
        #expect(index.notes.count >= 3)
        // What the method would do next is no fault.
        let next: Set<Diagnostic.Code> = [.unsorted, .staleChew, .noAction]
        let faults = index.diagnostics.filter { !next.contains($0.code) }
        #expect(faults.isEmpty, "\(faults.map { "\($0.path):\($0.position.line) \($0.code) \($0.message)" })")
        for note in index.notes {
            #expect(note.isInterview && note.company != nil && note.date != nil, "\(note.path)")
            if case .other(let word) = note.outcome { Issue.record("\(note.path): \(word) is no outcome") }
        }
    }

    @Test(arguments: languages)
    func `has every part of the method in words of its own`(language: String) throws {
        let notes = try index(of: language).notes
        let stages = Set(notes.flatMap { $0.feedback.map(\.stage) })
        #expect(stages == Set(Stage.allCases))
        #expect(notes.contains { !$0.hunches.isEmpty })
        #expect(notes.contains { !$0.questionsAsked.isEmpty })
        #expect(notes.contains { !$0.questionsToAsk.isEmpty })
        #expect(Set(notes.flatMap { $0.evidence.map(\.kind) }) == [.worked, .slipped])
        #expect(notes.contains { note in note.feedback.contains { !$0.plans.isEmpty } })
        #expect(notes.contains { note in note.feedback.contains { !$0.reasons.isEmpty } })
        #expect(notes.contains { !$0.allActions.isEmpty })
        #expect(notes.contains { $0.outcome == .rejected } && notes.contains { $0.outcome == .scheduled })
    }
}
