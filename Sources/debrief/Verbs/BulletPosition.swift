import ArgumentParser
import Notebook

/// A bullet as people name it, `note.md:14`, or with a column, as `list` and `check` print it.
struct BulletPosition: ExpressibleByArgument {
    let path: NotePath
    let line: Int

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.dropFirst().reversed().prefix { Self.number($0) != nil }.prefix(2)
        guard let line = numbers.last.flatMap(Self.number) else { return nil }
        let path = parts.dropLast(numbers.count).joined(separator: ":")
        if path.isEmpty || path.utf8.contains(0) { return nil }
        self.path = NotePath(path)
        self.line = line
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(text) : nil
    }
}
