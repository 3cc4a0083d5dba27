private import Dispatch
private import Synchronization

/// Does two things at the same time, on as many cores as there are for it.
///
/// For what takes long because there is much of it; to do two small things so costs more than it saves.
func concurrently<A: Sendable, B: Sendable>(
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
