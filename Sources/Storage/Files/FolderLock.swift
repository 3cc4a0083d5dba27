private import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A lock on a folder, by which Debriefs that write into it wait for one another.
///
/// It is advisory, so it does not stop any other program. The system releases it when its process ends. So a
/// process that dies blocks nobody, and there is no lock file that could be left.
///
/// Threads of one process share it, because no process writes one file twice at a time, and many files are
/// written faster side by side.
@safe struct FolderLock: ~Copyable {
    /// Whether other Debriefs are kept out.
    ///
    /// Some file systems, such as NFS, have no locks on folders.
    let isHeld: Bool
    private let folder: FileReader.Identity

    /// A lock that this process has.
    private struct Shared {
        /// The lock's own descriptor of the folder, because a lock belongs to a descriptor.
        let descriptor: Int32
        let since: ContinuousClock.Instant
        var count = 1
    }

    private static let shared = Mutex<[FileReader.Identity: Shared]>([:])

    /// How long to wait for another Debrief that has the lock.
    ///
    /// It needs the lock only for a few milliseconds, unless it was stopped.
    static let patience: Duration = .seconds(10)
    /// How long threads may join a lock.
    ///
    /// After that, other processes get their turn.
    private static let turn: Duration = .milliseconds(20)

    /// Waits for the lock.
    ///
    /// - Parameters:
    ///   - folder: A descriptor of the folder.
    ///   - patience: How long to wait.
    /// - Throws: `WriteFailure.busy` if another Debrief still has the lock then, and `system` if the folder
    ///   cannot be looked at.
    init(on folder: Int32, patience: Duration = patience) throws(WriteFailure) {
        var status = stat()
        guard unsafe fstat(folder, &status) == 0 else {
            throw .system("its folder could not be looked at", .last)
        }
        let identity = FileReader.Stamp(status).identity
        let end = ContinuousClock.now + patience
        var attempt = Self.acquire(identity, folder)
        while attempt == .busy {
            guard ContinuousClock.now < end else { throw .busy }
            // Random waits keep many waiting processes from looking at the same time for long.
            usleep(UInt32.random(in: 50...500))
            attempt = Self.acquire(identity, folder)
        }
        (self.folder, isHeld) = (identity, attempt == .taken)
    }

    deinit {
        if isHeld { Self.giveBack(folder) }
    }

    private enum Attempt {
        case taken, busy
        /// The file system has no such lock.
        case none
    }

    private static func acquire(_ identity: FileReader.Identity, _ folder: Int32) -> Attempt {
        shared.withLock { shared in
            if let lock = shared[identity] {
                guard lock.since + turn > .now else { return .busy }
                shared[identity]?.count += 1
                return .taken
            }
            let descriptor = unsafe openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            if descriptor < 0 { return .none }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                shared[identity] = Shared(descriptor: descriptor, since: .now)
                return .taken
            }
            let isBusy = errno == EWOULDBLOCK || errno == EINTR
            close(descriptor)
            return isBusy ? .busy : .none
        }
    }

    private static func giveBack(_ identity: FileReader.Identity) {
        shared.withLock { shared in
            guard var lock = shared[identity] else { return }
            lock.count -= 1
            shared[identity] = lock.count > 0 ? lock : nil
            if lock.count == 0 { close(lock.descriptor) }
        }
    }
}
