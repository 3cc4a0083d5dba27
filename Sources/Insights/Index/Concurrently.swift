private import Dispatch
private import Synchronization

#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// Does two things at the same time, on two cores if these are free.
///
/// It is meant for work that takes long because there is much of it. For two small things, it costs more than
/// it saves.
package func concurrently<A: Sendable, B: Sendable>(
    _ first: @Sendable () -> A, _ second: @Sendable () -> B
) -> (A, B) {
    let results = Mutex<(A?, B?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { number in
        if number == 0 {
            let result = first()
            results.withLock { $0.0 = result }
        } else {
            let result = second()
            results.withLock { $0.1 = result }
        }
    }
    let (a, b) = results.withLock { $0 }
    return (a ?? first(), b ?? second())
}

/// Begins something that somebody else will wait for, if it takes that long.
package func inBackground(_ work: @escaping @Sendable () -> Void) {
    DispatchQueue.global().async(execute: work)
}

/// Does something with each number below a count, on all cores.
///
/// Each core takes the next few numbers until none is left.
///
/// Each result is stored as soon as it is ready, so that results are never copied.
///
/// - Parameters:
///   - count: how many numbers there are.
///   - few: how many numbers a core takes at once. A smaller number costs more, but shares the work more
///     evenly.
///   - tool: makes what a core uses for all of its numbers.
///   - progress: is called from time to time with how many more numbers are done.
///   - body: does the work for one number.
/// - Returns: the results, in the order of the numbers.
package func concurrently<Tool: ~Copyable, Result: Sendable>(
    _ count: Int, few: Int = 64, with tool: @Sendable () -> Tool,
    progress: @Sendable (Int) -> Void = { _ in },
    each body: @Sendable (Int, inout Tool) -> Result
) -> [Result] {
    // Even an empty array would be written to, and all empty arrays are one.
    if count == 0 { return [] }
    let queue = Queue()
    let batches = (count + few - 1) / few
    return unsafe [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
        nonisolated(unsafe) let results = buffer.baseAddress
        let workers = min(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), batches)
        @Sendable func work() {
            guard let results = unsafe results else { return }
            var tool = tool()
            while case let batch = queue.next(), batch < batches {
                let numbers = batch * few..<min((batch + 1) * few, count)
                for number in numbers {
                    unsafe (results + number).initialize(to: body(number, &tool))
                }
                progress(numbers.count)
            }
        }
        // A single worker runs here directly. Otherwise, work within it that uses all cores would have fewer
        // of them.
        if workers > 1 {
            DispatchQueue.concurrentPerform(iterations: workers) { _ in work() }
        } else {
            work()
        }
        initialized = count
    }
}

/// Does something with each number below a count, on all cores.
///
/// - Parameters:
///   - count: how many numbers there are.
///   - few: how many numbers a core takes at once.
///   - body: does the work for one number.
/// - Returns: the results, in the order of the numbers.
package func concurrently<Result: Sendable>(
    _ count: Int, few: Int = 64, each body: @Sendable (Int) -> Result
) -> [Result] {
    concurrently(count, few: few, with: {}, each: { number, _ in body(number) })
}

/// A queue of the numbers from 0 on.
///
/// Each number is taken once.
private final class Queue: Sendable {
    private let taken = Atomic<Int>(0)

    func next() -> Int { taken.wrappingAdd(1, ordering: .relaxed).oldValue }
}
