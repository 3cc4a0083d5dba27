import Foundation
import Synchronization
import Testing

@testable import Notebook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An editor saves a note again and again, while marks are put behind its text.
@Suite struct `Writing while somebody saves` {
    enum Saving: CaseIterable, Sendable {
        /// As most editors do: over the old bytes.
        case inPlace
        /// As careful ones do.
        case byRename
    }

    private final class Progress: Sendable {
        let isDone = Atomic<Bool>(false)
        let written = Atomic<Int>(0)
        let refused = Atomic<Int>(0)
    }

    /// The editor waits after each save until it sees its text, with marks or without: a save that is lost is
    /// never seen again. For a moment what it sees may be older, where a mark is being taken back.
    @Test(arguments: Saving.allCases)
    func `loses no save`(saving: Saving) throws {
        let folder = try TemporaryFolder([.init("note.md", .file(Array("begin.".utf8)))])
        let path = Array("\(folder.path)/note.md".utf8)
        let progress = Progress()
        let isOver = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            while !progress.isDone.load(ordering: .acquiring) {
                guard let seen = try? FileReader.contents(of: path).bytes, !seen.isEmpty else { continue }
                do throws(WriteFailure) {
                    try FileWriter.replace(path, old: seen, with: seen + [0x21])
                    progress.written.add(1, ordering: .relaxed)
                } catch {
                    #expect(error == .changed)
                    progress.refused.add(1, ordering: .relaxed)
                }
            }
            isOver.signal()
        }
        while progress.written.load(ordering: .relaxed) == 0 { usleep(500) }
        var lost: [String] = []
        for round in 1...1500 {
            let text = "save \(round)."
            let name = saving == .inPlace ? "note.md" : "note.md~"
            try folder.add(name, text)
            if saving == .byRename {
                try TemporaryFolder.check(unsafe rename(folder.cPath(name), folder.cPath("note.md")))
            }
            var isSeen = false
            for attempt in 0..<500 where !isSeen {
                if attempt > 5 { usleep(500) }
                isSeen = try FileReader.contents(of: path).bytes.starts(with: text.utf8)
            }
            if !isSeen { lost.append(text) }
        }
        progress.isDone.store(true, ordering: .releasing)
        isOver.wait()
        #expect(lost.isEmpty)
        #expect(progress.written.load(ordering: .relaxed) > 0)
        #expect(progress.refused.load(ordering: .relaxed) > 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["note.md"])
    }
}
