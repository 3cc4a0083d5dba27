import Notebook
import Testing

@testable import Storage

struct DebounceTests {
    private static let start = ContinuousClock.now
    private static let a = FolderChanges(paths: [NotePath("a.md")])
    private static let b = FolderChanges(paths: [NotePath("b.md")])

    @Test func `nothing is due before anything has changed`() {
        var debounce = Debounce()
        #expect(debounce.due == nil)
        #expect(debounce.takeDue(at: Self.start) == nil)
        debounce.add(.none, at: Self.start)
        #expect(debounce.due == nil)
    }

    @Test func `a burst is one cause, when it is over`() {
        var debounce = Debounce()
        let step = Debounce.quiet / 2
        debounce.add(Self.a, at: Self.start)
        debounce.add(Self.b, at: Self.start + step)
        // Looking for changes and finding none is no part of the burst.
        debounce.add(.none, at: Self.start + step * 2)
        #expect(debounce.due == Self.start + step + Debounce.quiet)
        #expect(debounce.takeDue(at: Self.start + step * 2) == nil)
        #expect(
            debounce.takeDue(at: Self.start + step + Debounce.quiet)
                == FolderChanges(paths: [NotePath("a.md"), NotePath("b.md")]))
        #expect(debounce.due == nil)
        #expect(debounce.takeDue(at: Self.start + .seconds(1)) == nil)
    }

    @Test func `a thousand changes are one cause, and who never stops is not kept waiting`() {
        var debounce = Debounce()
        var taken: [FolderChanges] = []
        let step = Duration.milliseconds(1)
        for number in 0..<1000 {
            let now = Self.start + step * number
            debounce.add(FolderChanges(paths: [NotePath("\(number).md")]), at: now)
            if let changes = debounce.takeDue(at: now) { taken.append(changes) }
        }
        if let changes = debounce.takeDue(at: Self.start + .seconds(2)) { taken.append(changes) }
        #expect(taken.count == 2)
        #expect(taken.reduce(0) { $0 + $1.paths.count } == 1000)
    }

    @Test func `what is anywhere stays anywhere`() {
        var changes = Self.a
        changes.formUnion(.anywhere)
        changes.formUnion(Self.b)
        #expect(changes.isAnywhere)
        #expect(changes.paths == Self.a.paths.union(Self.b.paths))
    }

    @Test func `a failure is told of once, and only when it lasts`() {
        /// What is in the way at some moments, and whether it is told of then.
        var failure: TransientFailure?
        func isTold(_ reason: String, after seconds: Int) -> Bool {
            let now = Self.start + .seconds(seconds)
            var next = TransientFailure(reason, after: failure, at: now)
            defer { failure = next }
            return next.says(at: now)
        }
        let reported = [
            isTold("x", after: 0), isTold("x", after: 1), isTold("x", after: 2), isTold("x", after: 9),
            isTold("y", after: 10), isTold("x", after: 11), isTold("x", after: 12),
        ]
        #expect(reported == [false, true, false, false, false, false, true])
        #expect(failure?.due == Self.start + .seconds(12) + TransientFailure.rest)
    }
}
