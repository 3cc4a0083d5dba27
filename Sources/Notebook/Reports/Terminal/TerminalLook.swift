/// How a report is shown on a terminal.
public struct TerminalLook: Sendable {
    /// How many columns there are.
    let columns: Int
    /// Whether there is colour. Without it marks stand for what it says.
    let isStyled: Bool
    /// Whether places are links that can be clicked on.
    let hasLinks: Bool

    public init(columns: Int, isStyled: Bool, hasLinks: Bool) {
        // Nothing is gained by breaking lines before the twentieth column, and a line of over a hundred is hard to read.
        self.columns = max(columns, 20)
        (self.isStyled, self.hasLinks) = (isStyled, hasLinks)
    }

    /// Where lines are broken.
    var widest: Int { min(columns, 100) }
}
