/// Text within a block of a report, made of parts that know how to be written.
enum Inline: Sendable, Equatable {
    /// Text that means itself: whatever stands in it adds no markup.
    case text(String)
    case strong(String)
    case code(String)
    /// A link whose text means itself.
    case link(String, destination: String)
    /// A chart made of characters of one width, which is shown as code.
    case chart(String)

    var isChart: Bool {
        if case .chart = self { true } else { false }
    }
}

extension Inline: ExpressibleByStringInterpolation {
    init(stringLiteral value: String) { self = .text(value) }
}
