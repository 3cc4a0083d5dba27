/// A position in a note, as people and compilers name it.
///
/// Lines and columns count from 1. A column counts the UTF-8 bytes of its line. The byte order mark at the
/// beginning of a file does not belong to line 1.
public struct Position: Hashable, Sendable, Comparable {
    // 32 bits hold every line and column of a note, and a notebook has a million positions.
    private var lineNumber: Int32
    private var columnNumber: Int32

    /// Makes a position.
    ///
    /// Numbers that do not fit into 32 bits are clamped.
    public init(line: Int, column: Int) {
        lineNumber = Int32(clamping: line)
        columnNumber = Int32(clamping: column)
    }

    /// The line, from 1.
    public var line: Int {
        get { Int(lineNumber) }
        set { lineNumber = Int32(clamping: newValue) }
    }

    /// The column in bytes, from 1.
    public var column: Int {
        get { Int(columnNumber) }
        set { columnNumber = Int32(clamping: newValue) }
    }

    /// The first position of a note: line 1, column 1.
    public static let start = Position(line: 1, column: 1)

    /// Returns whether a position comes before another one in the same note.
    public static func < (a: Position, b: Position) -> Bool {
        (a.line, a.column) < (b.line, b.column)
    }
}
