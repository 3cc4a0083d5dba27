import Foundation
import Markup
import Notebook
import Testing

@testable import Storage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A notebook in a folder `n`, and its reports beside it.
final class WatchedDesk {
    let folder: TemporaryFolder
    var notebook: WatchedNotebook
    var now = ContinuousClock.now
    var today = CalendarDate.formatDay

    init(_ notes: [String: String], isCarryingTicks: Bool = true) throws {
        folder = try TemporaryFolder(
            [.init("n", .folder)] + notes.map { .init("n/\($0.key)", .file(Array($0.value.utf8))) })
        let path = folder.path
        notebook = WatchedNotebook(
            folder: NotebookFolder(path: path + "/n"),
            reports: [
                .init(.summary, path: path + "/n/summary.md"), .init(.checklist, path: path + "/list.md"),
                .init(.prep(.fitting(Occasion())), path: path + "/next.md"),
            ], isCarryingTicks: isCarryingTicks)
    }

    /// What is told after a look; paths below the folder.
    func look(_ changes: FolderChanges = .anywhere) -> [String] {
        let events = notebook.refresh(changes, today: today, at: now)
        // Else whoever waits until then looks again at once, and again, and never rests.
        #expect(notebook.due.map { $0 > now } ?? true, "is to look again in the past")
        return events.map {
            Self.line($0).replacing(folder.path + "/", with: "")
        }
    }

    func look(at path: String) -> [String] {
        look(FolderChanges(paths: [NotePath(path)]))
    }

    func expect(
        _ reported: [String], _ changes: FolderChanges = .anywhere, at path: String? = nil,
        location: SourceLocation = #_sourceLocation
    ) throws {
        let changes = path.map { FolderChanges(paths: [NotePath($0)]) } ?? changes
        let found = look(changes)
        #expect(found == reported, sourceLocation: location)
    }

    func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: folder.path + "/" + path)), as: UTF8.self)
    }

    func replace(_ old: String, with new: String, in path: String) throws {
        let text = try text(path)
        try #require(text.contains(old), "\(path) has no \(old)")
        try folder.add(path, text.replacing(old, with: new))
    }

    func remove(_ path: String) { unsafe unlink(folder.cPath(path)) }

    static func line(_ event: WatchEvent) -> String {
        switch event {
        case .wrote(let path, let outcome): "\(outcome) \(path)"
        case .carried(let edit): "carried \(edit.path)"
        case .refused(let path, let line, let text, _): "refused \(path):\(line) \(text)"
        case .held(let path, let line, let reason): "held \(path):\(line) \(reason)"
        case .failed(let path, let reason): "failed \(path) \(reason)"
        case .errors(let diagnostics): "errors \(diagnostics.map { "\($0.path):\($0.position.line)" })"
        case .leftovers(let diagnostics): "left \(diagnostics.map { "\($0.path)" })"
        case .leftoversOfReports(let diagnostics): "left beside \(diagnostics.map { "\($0.path)" })"
        case .noErrors: "no errors"
        case .warnings(let count): "\(count) warnings"
        case .gone: "gone"
        case .back: "back"
        }
    }

    /// A note with an action, line ends of Windows and letters beyond ASCII.
    static let acme =
        "---\r\ncompany: Acme é😀\r\ndate: 2026-11-30\r\noutcome: scheduled\r\n---\r\n## Feedback\r\n\r\n- swallow: Slow. #pace\r\n\t- [ ] Tell it in a minute"
}
