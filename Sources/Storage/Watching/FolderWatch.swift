internal import Markup
package import Notes

#if canImport(Glibc)
    internal import Csystem
    internal import Glibc
#else
    internal import Darwin
#endif

/// Waits for changes in a notebook's folder, and of files beside it.
///
/// On Linux the system reports changes, and nothing runs until it does. Otherwise the folder is looked at
/// every second. That is so on other systems, when Linux has no more watches to give, and on request, because
/// a network drive does not report what another machine changes.
package final class FolderWatch {
    private let root: [UInt8]
    private var reports: [[UInt8]] = []
    private var targets: [[UInt8]] = []
    /// Whether it looks again every second for good, rather than waiting for reports.
    package private(set) var isPolling: Bool
    /// Why it looks again every second though nobody asked for that, in words for a person.
    package private(set) var limitation: String?

    #if os(Linux)
        private var events: InotifyEvents?
        private let alarm: Int32
    #endif

    /// The time between two looks.
    private static let interval: Duration = .seconds(1)

    /// Begins to watch.
    ///
    /// What changes from now on is reported. `isPolling` says whether to look every second in place of
    /// waiting for the system's reports.
    package init(_ folder: NotebookFolder, isPolling: Bool = false) {
        root = Array(folder.path.utf8)
        #if os(Linux)
            self.isPolling = isPolling
            alarm = timerfd_create(CLOCK_REALTIME, Int32(TFD_NONBLOCK) | Int32(TFD_CLOEXEC))
        #else
            self.isPolling = true
        #endif
        _ = begin()
    }

    #if os(Linux)
        deinit {
            if alarm >= 0 { close(alarm) }
        }
    #endif

    /// Whether the system reports changes.
    ///
    /// It does not while there is no such folder.
    private var isTold: Bool {
        #if os(Linux)
            events != nil
        #else
            false
        #endif
    }

    /// Watches these files too, in place of those that were given before.
    ///
    /// - Parameters:
    ///   - reports: Files beside the notes, by their paths from the working directory.
    ///   - links: Notes that are symbolic links, whose text is elsewhere.
    package func follow(reports: [String], links: [NotePath] = []) {
        self.reports = reports.map { Array($0.utf8) }
        targets = links.map { root + [.ascii("/")] + $0.bytes }
        #if os(Linux)
            following { events throws(InotifyEvents.Failure) in
                try events.follow(reports: self.reports, targets: targets)
            }
        #endif
    }

    /// Begins anew, because the folder has gone, or is another one by now.
    package func restart() {
        #if os(Linux)
            events = nil
        #endif
    }

    /// Waits until something may have changed, or until one of the other conditions holds.
    ///
    /// - Parameters:
    ///   - deadline: When to end the waiting in any case.
    ///   - alarm: A time of the wall clock to end the waiting at, in seconds since 1970. If the machine
    ///     sleeps through it, the waiting ends when it wakes.
    ///   - descriptor: A descriptor that ends the waiting when it can be read.
    /// - Returns: Where something may have changed; nothing if one of the other conditions ended the waiting.
    package func wait(
        until deadline: ContinuousClock.Instant? = nil, alarm: Int? = nil, orFor descriptor: Int32
    ) -> FolderChanges {
        if begin() { return .anywhere }
        let look: ContinuousClock.Instant? = isTold ? nil : .now + Self.interval
        let end = [deadline, look].compactMap(\.self).min()
        var watched = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
        #if os(Linux)
            set(alarm)
            watched.append(pollfd(fd: self.alarm, events: Int16(POLLIN), revents: 0))
            if let events { watched.append(pollfd(fd: events.descriptor, events: Int16(POLLIN), revents: 0)) }
        #endif
        let ready = unsafe poll(&watched, nfds_t(watched.count), Self.milliseconds(until: end))
        #if os(Linux)
            if ready > 0, isTold { return changes() }
        #endif
        return ready == 0 && look != nil && end == look ? .anywhere : .none
    }

    /// Returns how long `poll` is to wait, rounded up; for ever if there is no end.
    private static func milliseconds(until end: ContinuousClock.Instant?) -> Int32 {
        guard let end else { return -1 }
        let left = max(Duration.zero, ContinuousClock.now.duration(to: end))
        return Int32(clamping: Int((left / .milliseconds(1)).rounded(.up)))
    }

    #if os(Linux)
        /// Begins to get reports, if that is wanted and not so yet.
        ///
        /// - Returns: Whether it has just begun, so that something may have changed before.
        private func begin() -> Bool {
            if isPolling || events != nil { return false }
            do throws(InotifyEvents.Failure) {
                events = try InotifyEvents(root: root)
            } catch {
                give(up: error)
                return false
            }
            following { events throws(InotifyEvents.Failure) in
                try events.follow(reports: reports, targets: targets)
            }
            return events != nil
        }

        private func changes() -> FolderChanges {
            var changes = FolderChanges.anywhere
            following { events throws(InotifyEvents.Failure) in changes = try events.changes() }
            if events?.isLost == true { events = nil }
            return changes
        }

        private func following(_ act: (InotifyEvents) throws(InotifyEvents.Failure) -> Void) {
            guard let events else { return }
            do throws(InotifyEvents.Failure) { try act(events) } catch { give(up: error) }
        }

        /// Looks every second from here on: for good if the system has no more watches to give, and otherwise
        /// until the folder is there again.
        private func give(up failure: InotifyEvents.Failure) {
            events = nil
            guard case .limit(let setting) = failure else { return }
            isPolling = true
            limitation =
                "the system has no more watches to give (\(setting)), so the folder is looked at every second; "
                + "`sysctl \(setting)=…` with a larger number gives more"
        }

        private func set(_ alarm: Int?) {
            var time = itimerspec()
            time.it_value.tv_sec = alarm ?? 0
            _ = unsafe timerfd_settime(self.alarm, Int32(TFD_TIMER_ABSTIME), &time, nil)
        }
    #else
        private func begin() -> Bool { false }
    #endif
}
