/// The file of one report that is kept current, and what is known of it.
///
/// Nothing is written over bytes that have not been looked at: a tick or a word that somebody saves in between
/// makes the writing fail, and the file is looked at again.
struct WatchedFile: Sendable {
    let report: WatchedReport
    /// The bytes that may be written over, for nothing of somebody's would be lost; nil where there is no file.
    private var known: [UInt8]?
    /// Whether the index says something else by now than when the file was written.
    private var isStale = true
    /// Whether it has ever said what the index said.
    private var hasBeenCurrent = false
    /// Set where the file holds something that would be lost, so that it stays as it is.
    private var held: Held?
    /// Lines of a checklist that are somebody's own.
    private var ownItems: [UInt8] = []
    /// Set while the file is not there though it was: somebody may be saving it.
    private var missing: Obstacle?
    private var failure: Obstacle?
    /// What was refused when the file was looked at last.
    private var refusals: Set<Refusal> = []

    private struct Held: Equatable {
        let line: Int
        let reason: String
    }

    private struct Refusal: Hashable {
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

    /// When to look again, for something may be over by then.
    var due: ContinuousClock.Instant? { [missing?.due, failure?.due].compactMap(\.self).min() }

    mutating func setStale() { isStale = true }

    // MARK: Looking

    /// Looks at the file.
    ///
    /// - Returns: its bytes, where somebody may have put something into them.
    mutating func look(at now: ContinuousClock.Instant, events: inout [WatchEvent]) -> [UInt8]? {
        let bytes: [UInt8]?
        do throws(WriteFailure) {
            bytes = try report.file.bytes()
        } catch {
            fail("\(error)", at: now, events: &events)
            return nil
        }
        guard let bytes else {
            if known == nil { return nil }
            var missing = Obstacle("", after: missing, at: now)
            let isGone = missing.says(at: now)
            self.missing = isGone ? nil : missing
            if isGone { (known, held, ownItems, isStale) = (nil, nil, [], true) }
            return nil
        }
        missing = nil
        if bytes == known, held == nil { return nil }
        known = bytes
        isStale = true
        return bytes
    }

    // MARK: Ticks

    /// Finds out what is to become of a checklist's ticks, and what would be lost with it.
    ///
    /// - Parameter isCarrying: whether to write the ticks into the notes.
    /// - Returns: the edits that were written.
    mutating func takeTicks(
        from bytes: [UInt8], _ index: Index, of folder: NotebookFolder, isCarrying: Bool,
        events: inout [WatchEvent]
    ) -> [NoteEdit] {
        guard let list = try? ChecklistFile(path: report.path, bytes: bytes),
            let plan = try? list.plan(index, in: folder)
        else {
            // Not a checklist: it is refused when it is to be written.
            (held, ownItems) = (nil, [])
            return []
        }
        ownItems = list.ownItems
        var edits: [NoteEdit] = []
        var lost: Held?
        if isCarrying {
            var run = SyncRun(plan, in: folder, vocabulary: index.configuration.vocabulary)
            edits = run.write()
            let refused = run.refused.filter(\.isTouched)
            lost = refused.first.map { Held(line: $0.line, reason: "a tick that was refused") }
            for item in refused where !refusals.contains(Refusal(item)) {
                events.append(
                    .refused(path: report.path, line: item.line, text: item.text, reason: item.reason))
            }
            refusals = Set(refused.map(Refusal.init))
        } else {
            lost = plan.items.first { $0.isTouched && !$0.isSettled }.map {
                Held(line: $0.line, reason: "a tick that is not in the notes")
            }
        }
        lost = lost ?? list.handWritten(plan).first.map { Held(line: $0, reason: "what somebody wrote here") }
        if let lost, lost != held {
            events.append(.held(path: report.path, line: lost.line, reason: lost.reason))
        }
        held = lost
        return edits
    }

    // MARK: Writing

    /// Writes the report where it is not current.
    mutating func write(
        _ index: Index, of folder: NotebookFolder, at now: ContinuousClock.Instant
    ) -> [WatchEvent] {
        guard isStale, held == nil, missing == nil else { return [] }
        var events: [WatchEvent] = []
        do {
            let new = try report.whole(index, of: folder, over: known, ownItems: ownItems)
            let outcome = try report.file.write(new, over: known)
            (known, isStale, hasBeenCurrent, failure) = (new, false, true, nil)
            if outcome != .unchanged { events.append(.wrote(path: report.path, outcome)) }
        } catch {
            fail("\(error)", at: now, events: &events)
        }
        return events
    }

    private mutating func fail(
        _ reason: String, at now: ContinuousClock.Instant, events: inout [WatchEvent]
    ) {
        // Until the file was written once, whoever has just asked for it is there to hear.
        var obstacle = Obstacle(
            reason, after: failure, at: now, patience: hasBeenCurrent ? Obstacle.patience : .zero)
        if obstacle.says(at: now) { events.append(.failed(path: report.path, reason: reason)) }
        failure = obstacle
    }
}

extension SyncPlan.Item {
    fileprivate var isSettled: Bool {
        if case .settled = outcome { true } else { false }
    }
}
