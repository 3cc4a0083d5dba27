/// Something in the way of what is to be done, which may be over in a moment.
///
/// A file that is being saved is missing or empty for a moment, and is none of a person's concern then. What
/// lasts is told of, once.
struct Obstacle: Sendable, Equatable {
    let reason: String
    private let since: ContinuousClock.Instant
    private let seen: ContinuousClock.Instant
    private let patience: Duration
    private(set) var isSaid = false

    /// How long a moment is.
    static let patience: Duration = .seconds(1)

    /// How long to rest between two looks at what has been told of. Of a full disk that is not full any more
    /// nobody tells.
    static let rest: Duration = .seconds(5)

    /// - Parameters:
    ///   - earlier: what was in the way before, which may be the same.
    ///   - now: when it was seen.
    init(
        _ reason: String, after earlier: Obstacle?, at now: ContinuousClock.Instant,
        patience: Duration = patience
    ) {
        self.reason = reason
        let same = earlier?.reason == reason ? earlier : nil
        since = same?.since ?? now
        seen = now
        isSaid = same?.isSaid ?? false
        self.patience = patience
    }

    /// When to look again whether it is still there.
    var due: ContinuousClock.Instant { isSaid ? seen + Self.rest : since + patience }

    /// Whether it is to be told of now.
    mutating func says(at now: ContinuousClock.Instant) -> Bool {
        guard !isSaid, since + patience <= now else { return false }
        isSaid = true
        return true
    }
}
