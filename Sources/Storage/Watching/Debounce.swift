/// Gathers changes until a burst of them is over, so that they cause one action and not many.
///
/// A save is several changes, and a sync tool may bring a thousand files at once. But somebody who never
/// stops saving does not wait for ever.
package struct Debounce: Sendable {
    private var gathered = FolderChanges.none
    private var first: ContinuousClock.Instant?
    private var last: ContinuousClock.Instant?

    /// How long nothing may happen before a burst counts as over.
    static let quiet: Duration = .milliseconds(10)
    /// How long a burst may last.
    static let longest: Duration = .milliseconds(500)

    package init() {}

    /// When the changes so far are to be acted on; nil if there are none.
    package var due: ContinuousClock.Instant? {
        guard let first, let last else { return nil }
        return min(first + Self.longest, last + Self.quiet)
    }

    package mutating func add(_ changes: FolderChanges, at now: ContinuousClock.Instant) {
        if changes.isEmpty { return }
        gathered.formUnion(changes)
        first = first ?? now
        last = now
    }

    /// Returns the changes that are due and forgets them; nil if none are due yet.
    package mutating func takeDue(at now: ContinuousClock.Instant) -> FolderChanges? {
        guard let due, due <= now else { return nil }
        defer { self = Debounce() }
        return gathered
    }
}
