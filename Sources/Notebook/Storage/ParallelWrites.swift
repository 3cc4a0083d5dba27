private import Dispatch
private import Synchronization

/// Writes many notes side by side. Most of a write is waiting for the disk, and disks like to be asked for
/// many things at once.
enum ParallelWrites {
    /// How many notes are waited for at a time.
    private static let most = 64

    /// Writes proven edits, each note whole or not at all.
    ///
    /// - Returns: for each edit why its note was not written; nil where it was.
    static func write(_ edits: [NoteEdit], in folder: String) -> [WriteFailure?] {
        final class Results: Sendable {
            let failures: Mutex<[WriteFailure?]>

            init(count: Int) { failures = Mutex(Array(repeating: nil, count: count)) }
        }
        let results = Results(count: edits.count)
        // This thread would have the program end in the middle of what others write.
        let signals = HeldSignals()
        defer { extendLifetime(signals) }
        let queue = DispatchQueue(label: "debrief.writes", attributes: .concurrent)
        let (group, free) = (DispatchGroup(), DispatchSemaphore(value: most))
        for (number, edit) in edits.enumerated() {
            free.wait()
            queue.async(group: group) {
                do throws(WriteFailure) {
                    try NoteFile.writeWithoutFolder(edit, in: folder)
                } catch {
                    results.failures.withLock { $0[number] = error }
                }
                free.signal()
            }
        }
        group.wait()
        var failures = results.failures.withLock(\.self)
        let written = edits.indices.filter { failures[$0] == nil }
        do throws(WriteFailure) {
            try NoteFile.syncFolders(of: written.map { edits[$0].path }, in: folder)
        } catch {
            for number in written { failures[number] = error }
        }
        return failures
    }
}
