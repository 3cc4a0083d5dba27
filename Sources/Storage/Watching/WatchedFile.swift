internal import Insights
internal import Markup
internal import Notes
internal import Reports

/// The file of one report that is kept current, and what is known of it.
///
/// Only bytes that have been looked at are overwritten. If somebody saves a tick or a word in between, the
/// writing fails, and the file is looked at again. Every look, and the writing after it, finds out anew what
/// is in the way.
struct WatchedFile: Sendable {
    let report: WatchedReport
    private var onDisk = OnDisk.absent
    private var state = State.stale
    /// The report that was written last; nil if none was.
    private var body: [UInt8]?
    /// A tick that overwriting the file would lose.
    private var tick: Loss?
    /// What was refused when the file was looked at last.
    private var refusals: Set<RefusedTick> = []

    /// What was found where the file is, with the bytes that were looked at or written.
    private enum OnDisk {
        case absent
        case there([UInt8])
        /// It was there, and is missing: somebody may be saving it.
        case missing([UInt8], TransientFailure)
        /// It cannot be looked at.
        case outOfReach([UInt8]?, TransientFailure)

        var known: [UInt8]? {
            switch self {
            case .absent: nil
            case .there(let bytes), .missing(let bytes, _): bytes
            case .outOfReach(let bytes, _): bytes
            }
        }

        var failure: TransientFailure? {
            switch self {
            case .absent, .there: nil
            case .missing(_, let failure), .outOfReach(_, let failure): failure
            }
        }
    }

    /// What there is to do with the file.
    private enum State {
        /// It says what the index says, or what another Debrief wrote.
        case current
        /// The index may say something else.
        case stale
        /// It stays as it is with these bytes, because something in it would be lost.
        case held(Loss, in: [UInt8]?)
        /// It could not be written.
        case failing(TransientFailure)

        var failure: TransientFailure? { if case .failing(let failure) = self { failure } else { nil } }
    }

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
    var due: ContinuousClock.Instant? {
        [onDisk.failure?.due, state.failure?.due].compactMap(\.self).min()
    }

    /// Has the report compared with the index, and written if it says something else.
    mutating func setStale() {
        if case .current = state { state = .stale }
    }

    // MARK: Looking

    /// Looks at the file.
    ///
    /// - Returns: Its bytes, if somebody may have changed them.
    mutating func look(at now: ContinuousClock.Instant, events: inout [WatchEvent]) -> [UInt8]? {
        let bytes: [UInt8]?
        do throws(WriteFailure) {
            bytes = try report.file.bytes()
        } catch {
            let failure = failure("\(error)", after: onDisk.failure, at: now, events: &events)
            onDisk = .outOfReach(onDisk.known, failure)
            return nil
        }
        guard let bytes else {
            miss(at: now)
            return nil
        }
        let isChanged = onDisk.known?.isSame(as: bytes) != true
        onDisk = .there(bytes)
        switch state {
        case .held: return bytes
        case .current, .stale, .failing:
            if !isChanged { return nil }
            // What another Debrief wrote, perhaps on another day, is good enough. Otherwise the two would
            // overwrite each other for ever.
            if !report.isAsWritten(bytes) { setStale() }
            return bytes
        }
    }

    /// Waits for a file that was there, and then goes on without it.
    private mutating func miss(at now: ContinuousClock.Instant) {
        guard let known = onDisk.known else {
            onDisk = .absent
            return
        }
        var missing = TransientFailure("", after: onDisk.failure, at: now)
        if missing.says(at: now) {
            (onDisk, state, tick) = (.absent, .stale, nil)
        } else {
            onDisk = .missing(known, missing)
            if case .failing = state { state = .stale }
        }
    }

    // MARK: Ticks

    /// Finds out what becomes of a checklist's ticks, and what would be lost with it.
    ///
    /// `isCarrying` says whether to write the ticks into the notes.
    ///
    /// - Returns: The edits that were written.
    mutating func takeTicks(
        from bytes: [UInt8], _ index: NotebookIndex, of folder: NotebookFolder, isCarrying: Bool,
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
        _ index: NotebookIndex, of folder: NotebookFolder, at now: ContinuousClock.Instant
    ) -> [WatchEvent] {
        let known: [UInt8]?
        switch onDisk {
        case .absent: known = nil
        case .there(let bytes): known = bytes
        case .missing, .outOfReach: return []
        }
        var events: [WatchEvent] = []
        if let tick {
            hold(tick, in: known, events: &events)
            return events
        }
        if case .current = state { return [] }
        do {
            let new = try report.contents(index, of: folder, over: known, after: body)
            let outcome = try report.file.write(new.file, over: known)
            (onDisk, state, body) = (.there(new.file), .current, new.report)
            if outcome != .unchanged { events.append(.wrote(path: report.path, outcome)) }
        } catch {
            if let line = (error as? WatchedReport.Failure)?.lostLine {
                hold(Loss(line: line, reason: "\(error)"), in: known, events: &events)
            } else {
                state = .failing(failure("\(error)", after: state.failure, at: now, events: &events))
            }
        }
        return events
    }

    private mutating func hold(_ loss: Loss, in bytes: [UInt8]?, events: inout [WatchEvent]) {
        if case .held(let earlier, in: let before) = state {
            // With the same reason and the same bytes, the line that was reported first is the best one.
            if loss.reason == earlier.reason, bytes == before { return }
            state = .held(loss, in: bytes)
            if loss == earlier { return }
        } else {
            state = .held(loss, in: bytes)
        }
        events.append(.held(path: report.path, line: loss.line, reason: loss.reason))
    }

    /// Returns a failure, and reports it if it lasts.
    private func failure(
        _ reason: String, after earlier: TransientFailure?, at now: ContinuousClock.Instant,
        events: inout [WatchEvent]
    ) -> TransientFailure {
        // Until the file has been written once, a person who has just asked for it is there to read the
        // reason.
        var failure = TransientFailure(
            reason, after: earlier, at: now, patience: body == nil ? .zero : TransientFailure.patience)
        if failure.says(at: now) { events.append(.failed(path: report.path, reason: reason)) }
        return failure
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
