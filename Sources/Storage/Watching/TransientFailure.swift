/// Why something could not be done, which may be over in a moment.
///
/// A file that is being saved is missing or empty for a moment, which need not concern a person. A failure
/// that lasts is reported, once.
struct TransientFailure: Sendable, Equatable {
    let reason: String
    private let since: ContinuousClock.Instant
    private let seen: ContinuousClock.Instant
    private let patience: Duration
    private(set) var isSaid = false

    /// How long a moment is.
    static let patience: Duration = .seconds(1)

    /// How long to wait between two looks at a failure that was reported.
    ///
    /// Nobody reports, for example, that a full disk has room again.
    static let rest: Duration = .seconds(5)

    /// Records why something could not be done.
    ///
    /// - Parameters:
    ///   - reason: The reason, in words for a person.
    ///   - earlier: The failure before, which may be the same.
    ///   - now: When it was seen.
    ///   - patience: How long a failure must last before it is reported.
    init(
        _ reason: String, after earlier: TransientFailure?, at now: ContinuousClock.Instant,
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

    /// Whether it is to be reported now.
    mutating func says(at now: ContinuousClock.Instant) -> Bool {
        guard !isSaid, since + patience <= now else { return false }
        isSaid = true
        return true
    }
}
