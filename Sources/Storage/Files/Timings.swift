private import Synchronization

/// Measures how long the phases of a run take, for a person who asks.
///
/// Phases follow each other, and each ends where the next one begins. Until somebody starts the clock,
/// nothing is measured, and ending a phase costs next to nothing.
public final class Timings: Sendable {
    /// The timings of this process.
    public static let shared = Timings()

    private struct State {
        var last: ContinuousClock.Instant
        var phases: [(name: String, duration: Duration)] = []
    }

    private let state = Mutex<State?>(nil)

    private init() {}

    /// Starts the clock.
    public func start() {
        state.withLock { $0 = State(last: .now) }
    }

    /// Ends a phase, which began when the one before ended.
    ///
    /// A phase that comes again adds to its time.
    public func end(_ name: String) {
        state.withLock { state in
            guard let last = state?.last else { return }
            let now = ContinuousClock.now
            state?.last = now
            if let index = state?.phases.firstIndex(where: { $0.name == name }) {
                state?.phases[index].duration += now - last
            } else {
                state?.phases.append((name, now - last))
            }
        }
    }

    /// The phases in order, a line each, in milliseconds.
    ///
    /// It is empty unless the clock was started.
    public var text: String {
        let phases = state.withLock { $0?.phases ?? [] }
        let width = phases.reduce(0) { max($0, $1.name.count) }
        return phases.map { name, duration in
            let tenths = String(Int(duration / .microseconds(100)))
            let padded = String(repeating: "0", count: max(0, 2 - tenths.count)) + tenths
            let number = "\(padded.dropLast()).\(padded.suffix(1))"
            let gap = String(repeating: " ", count: width - name.count + max(1, 10 - number.count))
            return "\(name)\(gap)\(number) ms\n"
        }.joined()
    }
}
