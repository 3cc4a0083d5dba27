private import Dispatch
internal import Notes
private import Synchronization

/// Writes many notes side by side.
///
/// Most of a write is waiting for the disk, and disks work best on many requests at once.
enum ParallelWrites {
    /// How many notes are waited for at a time.
    private static let mostAtOnce = 64

    /// Writes proven edits, each note whole or not at all.
    ///
    /// - Returns: For each edit the reason why its note was not written; nil if it was.
    static func write(_ edits: [NoteEdit], in folder: String) -> [WriteFailure?] {
        let results = Results(count: edits.count)
        // A signal to this thread would end the program while other threads are writing.
        let signals = HeldSignals()
        defer { extendLifetime(signals) }
        let queue = DispatchQueue(label: "debrief.writes", attributes: .concurrent)
        let (group, free) = (DispatchGroup(), DispatchSemaphore(value: mostAtOnce))
        for (number, edit) in edits.enumerated() {
            free.wait()
            queue.async(group: group) {
                do throws(WriteFailure) {
                    guard let placed = try NoteFile.put(edit, in: folder) else {
                        free.signal()
                        return
                    }
                    // No thread waits for the rest of a file, because there are few threads.
                    let end = DispatchTime.now() + .microseconds(Int(placed.rest))
                    let resting = Resting(placed)
                    group.enter()
                    queue.asyncAfter(deadline: end) {
                        do throws(WriteFailure) { try resting.settle() } catch { results.fail(number, error) }
                        free.signal()
                        group.leave()
                    }
                } catch {
                    results.fail(number, error)
                    free.signal()
                }
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

/// What came of each of many writes.
private final class Results: Sendable {
    let failures: Mutex<[WriteFailure?]>

    init(count: Int) { failures = Mutex(Array(repeating: nil, count: count)) }

    func fail(_ number: Int, _ error: WriteFailure) { failures.withLock { $0[number] = error } }
}

/// A file in its rest, held until somebody ends the rest.
private final class Resting: Sendable {
    private let file: Mutex<PlacedFile?>

    init(_ file: consuming PlacedFile) { self.file = Mutex(file) }

    func settle() throws(WriteFailure) {
        guard let file = file.withLock({ $0.take() }) else { return }
        try file.settle(syncingFolder: false)
    }
}
