internal import Insights
internal import Notes
internal import Reports

/// A calendar's folder that is kept current, and whose ticks are carried into the notes.
///
/// The system is not asked to report what other programs do in the folder. It is looked at every two seconds.
public struct WatchedCalendar: Sendable {
    /// The folder's path.
    public let path: String
    private var isStale = true
    private var lookedAt: ContinuousClock.Instant?
    /// What was reported of the folder last, so that it is reported once.
    private var reported: Set<String> = []

    static let interval: Duration = .seconds(2)

    /// Names the folder of a calendar.
    public init(path: String) { self.path = path }

    var due: ContinuousClock.Instant? { lookedAt.map { $0 + Self.interval } }

    mutating func setStale() { isStale = true }

    /// Whether it is time to look.
    func isDue(at now: ContinuousClock.Instant) -> Bool { isStale || due.map { $0 <= now } ?? true }

    /// Carries what was ticked in the folder into the notes.
    ///
    /// - Returns: The edits that were written, and the files whose ticks were refused; nil if the folder
    ///   cannot be read.
    mutating func takeTicks(
        _ index: NotebookIndex, of notebook: NotebookFolder, at now: ContinuousClock.Instant,
        events: inout [WatchEvent]
    ) -> (edits: [NoteEdit], refused: Set<String>)? {
        lookedAt = now
        do {
            let folder = try CalendarFolder(path: path)
            var run = SyncRun(folder.plan(index), in: notebook, vocabulary: index.configuration.vocabulary)
            let edits = run.write()
            let refused = run.refused.filter(\.isTouched)
            var news = refused.map { (file: folder.file(ofItem: $0.line), text: $0.text, reason: $0.reason) }
            news += folder.recordable.map { (file: $0.file, text: $0.summary, reason: $0.advice) }
            news += folder.problems.map { (file: "\(path)/\($0.file)", text: $0.file, reason: $0.reason) }
            for item in news where !reported.contains("\(item)") {
                events.append(.refused(path: item.file, line: 1, text: item.text, reason: item.reason))
            }
            reported = Set(news.map { "\($0)" })
            return (edits, folder.files(refusedBy: run))
        } catch {
            fail("\(error)", &events)
            return nil
        }
    }

    /// Updates the folder to what the notes say.
    mutating func write(
        _ index: NotebookIndex, keeping refused: Set<String>, events: inout [WatchEvent]
    ) {
        guard isStale, let folder = try? CalendarFolder(path: path) else { return }
        let outcome = folder.write(NotebookCalendar(index), keeping: refused)
        for (file, reason) in outcome.held where reported.insert("\(file) \(reason)").inserted {
            events.append(.held(path: file, line: 1, reason: reason))
        }
        if outcome.written + outcome.removed > 0 { events.append(.wrote(path: path, .updated)) }
        isStale = false
    }

    private mutating func fail(_ reason: String, _ events: inout [WatchEvent]) {
        if reported.contains(reason) { return }
        events.append(.failed(path: path, reason: reason))
        reported = [reason]
    }
}
