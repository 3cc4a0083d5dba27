internal import Insights
public import Notes

/// A notebook whose reports are kept current in files while its notes change.
///
/// It is a value that is told when and where to look. It does not wait, and does not ask for the time. What
/// is on the disk decides what is done, and not what the system reports. So its own writing, which is
/// reported like any other, causes nothing.
public struct WatchedNotebook: Sendable {
    /// The folder of notes.
    public let folder: NotebookFolder
    private let isCarryingTicks: Bool
    private var files: [WatchedFile]
    private var calendars: [WatchedCalendar]
    /// The files on the disk; nil before the first look, and while the notes are gone.
    private var snapshot: FolderSnapshot?
    private var index: NotebookIndex?
    private var hasHadNotes = false
    private var absence: TransientFailure?
    private var errors: Set<Diagnostic> = []
    private var leftovers = WatchedLeftovers()
    private var warningCount = 0

    /// Prepares to watch a notebook.
    ///
    /// - Parameters:
    ///   - folder: The folder of notes.
    ///   - reports: The reports to keep current.
    ///   - isCarryingTicks: Whether ticks in a checklist are written into the notes. If they are not, a
    ///     checklist that has some stays as it is.
    ///   - calendars: The calendars to keep current.
    public init(
        folder: NotebookFolder, reports: [WatchedReport], isCarryingTicks: Bool,
        calendars: [WatchedCalendar] = []
    ) {
        self.folder = folder
        self.isCarryingTicks = isCarryingTicks
        files = reports.map(WatchedFile.init)
        self.calendars = calendars
    }

    /// How many notes there are.
    public var noteCount: Int { index?.notes.count ?? 0 }

    /// The day that the reports are as of.
    public var today: CalendarDate? { index?.today }

    /// Whether the notes cannot be found.
    public var isGone: Bool { index == nil }

    /// When to look again though nothing has changed, because something may be over by then.
    package var due: ContinuousClock.Instant? {
        // While the notes are gone, nobody looks at the files.
        isGone
            ? absence?.due
            : (files.map(\.due) + calendars.map(\.due) + [leftovers.due]).compactMap(\.self).min()
    }

    /// The notes that are links to files elsewhere.
    package var links: [NotePath] { snapshot?.links ?? [] }

    /// Looks where something may have changed, and does what follows from it.
    package mutating func refresh(
        _ changes: FolderChanges, today: CalendarDate, at now: ContinuousClock.Instant = .now
    ) -> [WatchEvent] {
        var events: [WatchEvent] = []
        if snapshot == nil, !hasHadNotes {
            let beside = WatchedLeftovers.besides(files.map(\.report), of: folder)
            if !beside.isEmpty { events.append(.leftoversOfReports(beside)) }
        }
        leftovers.add(changes.leftovers, at: now)
        let changes = leftovers.areThere(at: now, in: folder) ? .anywhere : changes
        do throws(NotebookFolder.Failure) {
            try read(changes, today: today, events: &events)
        } catch {
            lose("\(error)", at: now, events: &events)
        }
        guard var index else { return events }
        for number in files.indices {
            guard let bytes = files[number].look(at: now, events: &events),
                files[number].report.file.hasTicks
            else { continue }
            let edits = files[number].takeTicks(
                from: bytes, index, of: folder, isCarrying: isCarryingTicks, events: &events)
            if edits.isEmpty { continue }
            guard let newer = read(again: edits, today: today, at: now, events: &events) else {
                return events
            }
            index = newer
        }
        for number in calendars.indices where calendars[number].isDue(at: now) {
            let taken = calendars[number].takeTicks(index, of: folder, at: now, events: &events)
            guard let (edits, refused) = taken else { continue }
            if !edits.isEmpty {
                guard let newer = read(again: edits, today: today, at: now, events: &events) else {
                    return events
                }
                index = newer
            }
            calendars[number].write(index, keeping: refused, events: &events)
        }
        return events + write(index, at: now)
    }

    /// Reads the notes again that ticks were carried into.
    ///
    /// - Returns: What they say by now; nil if they are gone.
    private mutating func read(
        again edits: [NoteEdit], today: CalendarDate, at now: ContinuousClock.Instant,
        events: inout [WatchEvent]
    ) -> NotebookIndex? {
        events += edits.map { .carried($0) }
        do throws(NotebookFolder.Failure) {
            try read(FolderChanges(paths: Set(edits.map(\.path))), today: today, events: &events)
        } catch {
            lose("\(error)", at: now, events: &events)
        }
        return index
    }

    // MARK: Notes

    private mutating func read(
        _ changes: FolderChanges, today: CalendarDate, events: inout [WatchEvent]
    ) throws(NotebookFolder.Failure) {
        let next = try folder.snapshot(after: snapshot.take(), changes: changes)
        snapshot = next
        // The index is taken out here, so that it is not shared and so not copied while it is changed.
        if var current = index.take() {
            let isSame = next.changed.isEmpty && current.today == today
            if !isSame { next.update(&current, today: today) }
            index = current
            if isSame { return }
        } else {
            index = next.index(today: today)
        }
        if noteCount == 0, hasHadNotes { throw .empty(folder.path) }
        hasHadNotes = noteCount > 0
        for number in files.indices { files[number].setStale() }
        for number in calendars.indices { calendars[number].setStale() }
        if let absence, absence.isSaid { events.append(.back) }
        absence = nil
        report(&events)
    }

    private mutating func lose(
        _ reason: String, at now: ContinuousClock.Instant, events: inout [WatchEvent]
    ) {
        (snapshot, index) = (nil, nil)
        var newFailure = TransientFailure(
            reason, after: absence, at: now, patience: hasHadNotes ? TransientFailure.patience : .zero)
        if newFailure.says(at: now) { events.append(.gone(reason: reason)) }
        absence = newFailure
    }

    /// Reports diagnostics that are new.
    private mutating func report(_ events: inout [WatchEvent]) {
        guard let index else { return }
        let found = index.faults.filter { $0.severity == .error }
        let fresh = found.filter { !errors.contains($0) }
        if !fresh.isEmpty { events.append(.errors(fresh)) }
        let left = leftovers.news(in: index.faults)
        if !left.isEmpty { events.append(.leftovers(left)) }
        if found.isEmpty, !errors.isEmpty { events.append(.noErrors) }
        errors = Set(found)
        let warnings = index.faults.count { $0.severity == .warning }
        if warnings != warningCount { events.append(.warnings(warnings)) }
        warningCount = warnings
    }

    // MARK: Reports

    /// Writes the reports that are not current, side by side, so that none waits for another.
    private mutating func write(_ index: NotebookIndex, at now: ContinuousClock.Instant) -> [WatchEvent] {
        let (folder, before) = (folder, files)
        // A signal to this thread would end the program while other threads are writing.
        let signals = HeldSignals()
        defer { extendLifetime(signals) }
        let done = concurrently(before.count, few: 1) { number in
            var file = before[number]
            let events = file.write(index, of: folder, at: now)
            return (file: file, events: events)
        }
        files = done.map(\.file)
        return done.flatMap(\.events)
    }
}
