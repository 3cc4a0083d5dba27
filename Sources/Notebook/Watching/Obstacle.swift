/// Something in the way of what is to be done, which may be over in a moment.
///
/// A file that is being saved is missing or empty for a moment, and is none of a person's concern then. What
/// lasts is told of, once.
struct Obstacle: Sendable, Equatable {
    let reason: String
    private let since: ContinuousClock.Instant
    private let patience: Duration
    private(set) var isSaid = false

    /// How long a moment is.
    static let patience: Duration = .seconds(1)

    /// - Parameter earlier: what was in the way before, which may be the same.
    init(
        _ reason: String, after earlier: Obstacle?, at now: ContinuousClock.Instant,
        patience: Duration = patience
    ) {
        self.reason = reason
        let same = earlier?.reason == reason ? earlier : nil
        since = same?.since ?? now
        isSaid = same?.isSaid ?? false
        self.patience = patience
    }

    /// When to look again whether it is still there; nil where that has been told of.
    var due: ContinuousClock.Instant? { isSaid ? nil : since + patience }

    /// Whether it is to be told of now.
    mutating func says(at now: ContinuousClock.Instant) -> Bool {
        guard let due, due <= now else { return false }
        isSaid = true
        return true
    }
}
