internal import Insights
internal import Markup
internal import Notes
internal import Reports

/// The file of one report that is kept current, and what is known of it.
///
/// Only bytes that have been looked at are overwritten. If somebody saves a tick or a word in between, the writing
/// fails, and the file is looked at again. Every look, and the writing after it, finds out anew what is in the way.
struct WatchedFile: Sendable {
    let report: WatchedReport
    /// The bytes that were looked at, or written; nil if there is no file.
    private var known: [UInt8]?
    /// The report that was written last; nil if none was.
    private var body: [UInt8]?
    /// Whether the index says something else by now than when the file was written.
    private var isStale = true
    /// Whether the file has ever said what the index said.
    private var hasBeenCurrent = false
    /// A tick that overwriting the file would lose.
    private var tick: Loss?
    /// Set if the file stays as it is, because something in it would be lost.
    private var held: Loss?
    /// Whether somebody has saved the file since it was held.
    private var isNews = false
    /// Set while the file is missing though it was there: somebody may be saving it.
    private var missing: TransientFailure?
    private var failure: TransientFailure?
    /// Whether the file could be looked at.
    private var isInReach = true
    /// What was refused when the file was looked at last.
    private var refusals: Set<RefusedTick> = []

    /// What overwriting the file would lose, and in which line it stands.
    private struct Loss: Equatable {
        let line: Int
        let reason: String
    }

    /// A tick that was refused, by its line, its text and the reason.
    private struct RefusedTick: Hashable {
        let line: Int
        let text: String
        let reason: String

        init(_ refused: SyncRun.Refused) {
            (line, text, reason) = (refused.line, refused.text, refused.reason)
        }
    }

    init(_ report: WatchedReport) {
        self.report = report
    }

    /// When to look again, because something may be over by then.
    var due: ContinuousClock.Instant? { [missing?.due, failure?.due].compactMap(\.self).min() }

    mutating func setStale() { isStale = true }

    // MARK: Looking

    /// Looks at the file.
    ///
    /// - Returns: Its bytes, if somebody may have changed them.
    mutating func look(at now: ContinuousClock.Instant, events: inout [WatchEvent]) -> [UInt8]? {
        let bytes: [UInt8]?
        do throws(WriteFailure) {
            bytes = try report.file.bytes()
        } catch {
            (isInReach, missing) = (false, nil)
            fail("\(error)", at: now, events: &events)
            return nil
        }
        isInReach = true
        guard let bytes else {
            if known != nil { miss(at: now) }
            return nil
        }
        missing = nil
        if known?.isSame(as: bytes) != true {
            (known, isNews) = (bytes, true)
        } else if held == nil {
            return nil
        }
        // What another Debrief wrote, perhaps on another day, is good enough. Otherwise the two would overwrite each
        // other for ever.
        if held != nil || !report.isAsWritten(bytes) { isStale = true }
        return bytes
    }

    /// Waits for a file that was there, and then goes on without it.
    private mutating func miss(at now: ContinuousClock.Instant) {
        var missing = TransientFailure("", after: missing, at: now)
        let isGone = missing.says(at: now)
        self.missing = isGone ? nil : missing
        (isInReach, failure) = (isGone, nil)
        if isGone { (known, tick, held, isStale) = (nil, nil, nil, true) }
    }

    // MARK: Ticks

    /// Finds out what becomes of a checklist's ticks, and what would be lost with it.
    ///
    /// - Parameter isCarrying: Whether to write the ticks into the notes.
    /// - Returns: The edits that were written.
    mutating func takeTicks(
        from bytes: [UInt8], _ index: Index, of folder: NotebookFolder, isCarrying: Bool,
        events: inout [WatchEvent]
    ) -> [NoteEdit] {
        guard let list = try? ChecklistFile(path: report.path, bytes: bytes),
            let plan = try? list.plan(index)
        else {
            // The file is not a checklist. It is refused when it is to be written.
            tick = nil
            return []
        }
        var edits: [NoteEdit] = []
        if isCarrying {
            var run = SyncRun(plan, in: folder, vocabulary: index.configuration.vocabulary)
            edits = run.write()
            let refused = run.refused.filter(\.isTouched)
            tick = refused.first.map { .init(line: $0.line, reason: Self.lost("a tick that was refused")) }
            for item in refused where !refusals.contains(RefusedTick(item)) {
                events.append(
                    .refused(path: report.path, line: item.line, text: item.text, reason: item.reason))
            }
            refusals = Set(refused.map(RefusedTick.init))
        } else {
            tick = plan.items.first(where: \.isWaiting).map {
                .init(line: $0.line, reason: Self.lost("a tick that is not in the notes"))
            }
        }
        return edits
    }

    private static func lost(_ what: String) -> String { "not rewritten, because \(what) would be lost" }

    // MARK: Writing

    /// Writes the report if it is not current.
    mutating func write(
        _ index: Index, of folder: NotebookFolder, at now: ContinuousClock.Instant
    ) -> [WatchEvent] {
        guard isInReach else { return [] }
        var events: [WatchEvent] = []
        if let tick {
            hold(tick, events: &events)
        } else if isStale {
            do {
                let new = try report.contents(index, of: folder, over: known, after: body)
                let outcome = try report.file.write(new.file, over: known)
                (known, body) = (new.file, new.report)
                (isStale, hasBeenCurrent, held, failure) = (false, true, nil, nil)
                if outcome != .unchanged { events.append(.wrote(path: report.path, outcome)) }
            } catch {
                if let line = (error as? WatchedReport.Failure)?.lostLine {
                    hold(Loss(line: line, reason: "\(error)"), events: &events)
                } else {
                    fail("\(error)", at: now, events: &events)
                }
            }
        } else {
            failure = nil
        }
        return events
    }

    private mutating func hold(_ new: Loss, events: inout [WatchEvent]) {
        failure = nil
        // With the same reason and the same bytes, the line that was reported first is the best one.
        if !isNews, new.reason == held?.reason { return }
        if new != held { events.append(.held(path: report.path, line: new.line, reason: new.reason)) }
        (held, isNews) = (new, false)
    }

    private mutating func fail(
        _ reason: String, at now: ContinuousClock.Instant, events: inout [WatchEvent]
    ) {
        // Until the file has been written once, a person who has just asked for it is there to read the reason.
        var newFailure = TransientFailure(
            reason, after: failure, at: now, patience: hasBeenCurrent ? TransientFailure.patience : .zero)
        if newFailure.says(at: now) { events.append(.failed(path: report.path, reason: reason)) }
        failure = newFailure
    }
}

extension SyncPlan.Item {
    /// Whether somebody has changed its box, and no note has that yet.
    fileprivate var isWaiting: Bool {
        switch outcome {
        case .settled, .movedOn: change != nil
        case .carry, .noteChanged, .refused: isTouched || change != nil
        }
    }
}
