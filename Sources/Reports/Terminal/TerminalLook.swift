/// How a report is shown on a terminal.
public struct TerminalLook: Sendable {
    /// How many columns there are.
    package let columns: Int
    /// Whether there is colour.
    ///
    /// Without it, marks take its place.
    package let isStyled: Bool
    /// Whether citations are links that can be clicked on.
    package let hasLinks: Bool

    /// Describes a terminal.
    ///
    /// Fewer than twenty columns count as twenty.
    public init(columns: Int, isStyled: Bool, hasLinks: Bool) {
        // Fewer than twenty columns are not worth breaking lines for, and a line of more than a hundred is
        // hard to read.
        self.columns = max(columns, 20)
        (self.isStyled, self.hasLinks) = (isStyled, hasLinks)
    }

    /// The column at which lines are broken.
    package var widest: Int { min(columns, 100) }
}
