/// Text within a block of a report, made of parts that know how to be written.
package enum Inline: Sendable, Equatable {
    /// Text that means itself: nothing in it becomes markup.
    case text(String)
    case strong(String)
    case code(String)
    /// A link whose text means itself.
    case link(String, destination: String)
    /// Numbers to look at side by side. A report in text shows them as characters of one width.
    case chart([Int], highest: Int)
    /// Something for a program to follow, which a page does not show.
    case mark(String)

    package var isChart: Bool {
        if case .chart = self { true } else { false }
    }
}

extension Inline: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) { self = .text(value) }
}
