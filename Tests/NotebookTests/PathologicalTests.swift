import Foundation
import Notebook
import Testing

@testable import Storage

#if canImport(Glibc)
    import Csystem
    import Glibc
#else
    import Darwin
#endif

/// No input, however hostile, takes more than some times what as much of an ordinary note takes.
///
/// What grows with the square of its input fails here by far: the bound is for what is linear, whatever the
/// machine and the build. Time is the thread's own, so that tests which run beside do not count.
struct PathologicalTests {
    /// Bullets are dense: in a megabyte of `- a` are a quarter of a million, where notes have ten thousand,
    /// and whose structure is known from the note before.
    ///
    /// And what is looked for at each byte, within a bound, costs a build without optimisation the most.
    private static let mostTimesAsLong = 60.0

    @Test(arguments: SlowInput.all)
    func `hostile input takes no longer than so many times ordinary input`(_ input: SlowInput) {
        let bytes = input.bytes
        let ordinary = Self.secondsPerByte * Double(bytes.count)
        let bound = Self.bound(ordinary, bytes.count)
        var taken = Self.seconds(reading: bytes)
        // On a machine that is busy with other things one try may be unlucky.
        for _ in 0..<2 where taken >= bound { taken = min(taken, Self.seconds(reading: bytes)) }
        #expect(taken < bound, "\(Int(taken / ordinary)) times as long, \(taken) seconds")
    }

    /// The most seconds that so many bytes may take.
    ///
    /// They may take so many times as long as ordinary input. Optimised, a megabyte may also take no more than
    /// a second; less than one is over before that says anything.
    private static func bound(_ ordinary: Double, _ count: Int) -> Double {
        let times = ordinary * mostTimesAsLong
        #if DEBUG
            return times
        #else
            return min(times, Double(max(count, 1_000_000)) / 1_000_000)
        #endif
    }

    /// Nor does anything that is made of it: more than as much ordinary input as is read and written then.
    @Test(arguments: SlowInput.all)
    func `what is made of hostile input takes no longer than so many times ordinary input`(_ input: SlowInput)
    {
        let index = NotebookIndex(reading: input.bytes)
        for product in Product.all {
            var bytes = 0
            var taken = Double.infinity
            var bound = 0.0
            for _ in 0..<3 where taken >= bound {
                let seconds = Self.seconds { bytes = input.bytes.count + product.make(index, input.bytes) }
                taken = min(taken, seconds)
                bound =
                    Self.bound(Self.secondsPerByte * Double(bytes), bytes)
                    + Self.secondsToBegin[product.testDescription, default: 0]
            }
            #expect(taken < bound, "\(product.testDescription): \(taken) seconds for \(bytes) bytes")
        }
    }

    /// Notes as people write them, about as many bytes as a slow input has.
    private static let ordinaryNotes: [UInt8] = {
        let note = """
            ---
            company: Acme
            date: 2026-10-14
            interviewers: [Dana Ruiz, Sam Okafor]
            ---
            ## Feedback

            Dana called on the day after, and took half an hour for it. It went through each of the rounds
            in turn, first what they had liked and then what they had missed; most of it I knew already.

            - swallow: Lead with the conclusion, then the story. #structure since:2026-10-25
              - [ ] Rewrite three stories as STAR in 90 s due:2026-11-01
            - chew: You seemed unsure about the numbers. from:"Sam Okafor" #estimates


            """
        return Array(String(repeating: note, count: SlowInput.size / note.utf8.count).utf8)
    }()

    /// What each thing takes before it looks at a note: reading the lexicon, for most.
    private static let secondsToBegin: [String: Double] = {
        let bytes = Array("## Feedback\n- too long\n".utf8)
        let index = NotebookIndex(reading: bytes)
        let times = Product.all.map { product in
            (product.testDescription, seconds { _ = product.make(index, bytes) })
        }
        return Dictionary(times) { first, _ in first }
    }()

    /// What reading takes for each byte of ordinary notes.
    private static let secondsPerByte: Double = {
        let times = (0..<5).map { _ in seconds(reading: ordinaryNotes) }
        return (times.min() ?? 0) / Double(ordinaryNotes.count)
    }()

    private static func seconds(reading bytes: [UInt8]) -> Double {
        seconds { _ = Export(NotebookIndex(reading: bytes)).json() }
    }

    private static func seconds(_ work: () -> Void) -> Double {
        let start = threadSeconds()
        work()
        return threadSeconds() - start
    }

    // MARK: Memory

    #if os(Linux)
        /// Of a bullet of four bytes cmark makes four nodes of 144 and more, where ordinary notes are mostly
        /// text.
        private static let mostTimesAsMuch = 80.0
        /// What is taken in one piece, however little of it is needed.
        private static let slack = 2_000_000.0

        /// So many processes have each a part of the input, so that no core waits for the last one.
        private static let parts = 4

        /// In a process of its own, because the system tells what a process takes, and not what a thread
        /// takes.
        @Test(arguments: 0..<parts)
        func `hostile input takes no more than so many times the memory of ordinary input`(part: Int) async {
            await #expect(processExitsWith: .success) { [part] in
                // What is freed is given back, so that the next one has to ask for it again.
                _ = mallopt(M_MMAP_THRESHOLD, 32 << 10)
                _ = mallopt(M_TRIM_THRESHOLD, 0)
                // The first time much is made that stays.
                let taken = (0..<4).map { _ in Self.bytesTaken(by: Self.ordinaryNotes).taken }
                let ordinary = (taken.dropFirst().max() ?? 0) / Double(Self.ordinaryNotes.count)
                for input in stride(from: part, to: SlowInput.all.count, by: Self.parts).map({
                    SlowInput.all[$0]
                }) {
                    let (taken, bytes) = Self.bytesTaken(by: input.bytes)
                    let bound = Self.slack + ordinary * Double(bytes) * Self.mostTimesAsMuch
                    #expect(taken < bound, "\(input.testDescription): \(Int(taken)) bytes for \(bytes)")
                }
            }
        }

        /// By how much the process is larger at the most while it reads some bytes, and makes of them what it
        /// can, one thing after another, than before; and how many bytes it reads and makes at once.
        private static func bytesTaken(by bytes: [UInt8]) -> (taken: Double, bytes: Int) {
            malloc_trim(0)
            // Makes the process's peak what it has now.
            let file = unsafe fopen("/proc/self/clear_refs", "w")
            if let file = unsafe file {
                unsafe fputs("5", file)
                unsafe fclose(file)
            }
            let before = status("VmRSS:")
            let index = NotebookIndex(reading: bytes)
            let mostMade = Product.all.map { $0.make(index, bytes) }.max() ?? 0
            return (status("VmHWM:") - before, bytes.count + mostMade)
        }

        /// A number of bytes that the system knows of this process.
        private static func status(_ name: String) -> Double {
            let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
            let line = text.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
            return line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }.map {
                $0 * 1024
            } ?? .infinity
        }
    #endif

    private static func threadSeconds() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
