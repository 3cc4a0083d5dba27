/// A place in a note as people and compilers name it.
///
/// Lines and columns count from 1; a column counts the UTF-8 bytes of its line. The byte order mark that a
/// file may begin with is not part of line 1.
public struct Position: Hashable, Sendable, Comparable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static let start = Position(line: 1, column: 1)

    public static func < (a: Position, b: Position) -> Bool {
        (a.line, a.column) < (b.line, b.column)
    }
}
