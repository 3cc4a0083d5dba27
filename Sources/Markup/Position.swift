/// A place in a note as people and compilers name it.
///
/// Lines and columns count from 1; a column counts the UTF-8 bytes of its line. The byte order mark that a
/// file may begin with is not part of line 1.
public struct Position: Hashable, Sendable, Comparable {
    // No note has lines or bytes for more, and a notebook has a million places.
    private var lineNumber: Int32
    private var columnNumber: Int32

    public init(line: Int, column: Int) {
        lineNumber = Int32(clamping: line)
        columnNumber = Int32(clamping: column)
    }

    public var line: Int {
        get { Int(lineNumber) }
        set { lineNumber = Int32(clamping: newValue) }
    }

    public var column: Int {
        get { Int(columnNumber) }
        set { columnNumber = Int32(clamping: newValue) }
    }

    public static let start = Position(line: 1, column: 1)

    public static func < (a: Position, b: Position) -> Bool {
        (a.line, a.column) < (b.line, b.column)
    }
}
