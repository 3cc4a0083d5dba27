#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A lock on a folder, by which Debriefs that write into it wait for one another.
///
/// It is advisory: no other program is kept from anything. The system takes it away with the process that has it,
/// so that one that died harms nobody, and there is no file that could be left.
@safe struct FolderLock: ~Copyable {
    /// An own opening of the folder, because a lock belongs to one.
    private let descriptor: Int32
    /// Whether other Debriefs are kept out. Some file systems, such as NFS, have no lock on folders.
    let isHeld: Bool

    /// How long another Debrief may have the lock. None needs it for longer than a few milliseconds, but for one
    /// that was stopped.
    static let patience: Duration = .seconds(10)

    /// Waits for the lock.
    ///
    /// - Parameters:
    ///   - folder: the folder, held open.
    ///   - patience: how long to wait.
    init(on folder: Int32, patience: Duration = patience) throws(WriteFailure) {
        descriptor = unsafe openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        let end = ContinuousClock.now + patience
        while descriptor >= 0 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                isHeld = true
                return
            }
            if errno == EINTR { continue }
            guard errno == EWOULDBLOCK else { break }
            guard ContinuousClock.now < end else {
                close(descriptor)
                throw .busy
            }
            // Of many that wait no two look at the same time for long.
            usleep(UInt32.random(in: 50...500))
        }
        isHeld = false
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}
