import Notebook
import Testing

@testable import LanguageServer

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the server does with a note takes no more than in line with its length.
///
/// `make growth` asks the same of every verb, of many more shapes, and at sizes at which an optimised program
/// shows it.
struct GrowthTests {
    /// A note that has much of one thing.
    struct Shape: Sendable, CustomTestStringConvertible {
        let testDescription: String
        private let start: String
        private let piece: String

        init(_ piece: String, after start: String = "") {
            testDescription = (start.suffix(16) + piece).debugDescription
            self.start = start
            self.piece = piece
        }

        func text(_ count: Int) -> String {
            start + (0..<count).map { piece.replacing("{}", with: "\($0)") }.joined()
        }
    }

    private static let shapes = [
        Shape("- chew: x #a\n"), Shape("- chew: x #topic{}\n"), Shape("- swalow: x\n"),
        Shape("- [ ] x due:2026-02-30\n"), Shape("due:2026-13-{} ", after: "- [ ] x "),
        Shape("é😀 #a ", after: "- chew: "), Shape("- swallow: x ^a{}\n- worked: y ^a{}\n"),
        Shape("  - [ ] x\n", after: "- swallow: x #a\n"), Shape("- ", after: "- chew: x #a\n"),
        Shape("  - tag{}\n", after: "---\ntags:\n"),
    ]

    /// Four times as many take four times as long; six, for what a machine adds to it.
    private static let mostTimes = 6.0
    /// How many seconds are always few enough.
    ///
    /// What takes no longer does not grow as a square at these sizes.
    private static let enough = 0.1
    private static let count = 700

    @Test(arguments: shapes)
    func `four times as much takes at most six times as long`(_ shape: Shape) throws {
        var small = try Self.taken(by: shape.text(Self.count))
        var large = try Self.taken(by: shape.text(4 * Self.count))
        func slow() -> [String] {
            large.filter { $0.value > max(Self.enough, Self.mostTimes * (small[$0.key] ?? 0)) }.map(\.key)
        }
        // On a machine that is busy with other things one try may be unlucky.
        for _ in 0..<2 where !slow().isEmpty {
            small.merge(try Self.taken(by: shape.text(Self.count)), uniquingKeysWith: max)
            large.merge(try Self.taken(by: shape.text(4 * Self.count)), uniquingKeysWith: min)
        }
        #expect(slow().sorted() == [], "\(small), then \(large)")
    }

    /// What opening a text and each request take, in seconds of the thread, by the request's name.
    private static func taken(by text: String) throws -> [String: Double] {
        var session = try EditorSession(["b.md": "- chew: y #a\n"])
        var taken = ["open": seconds { session.open("a.md", text) }]
        let document: JSON = ["uri": .string(session.uri("a.md"))]
        let position: JSON = ["line": 0, "character": .int("- chew: x #".utf16.count)]
        let parameters: JSON = [
            "textDocument": document, "position": position, "range": ["start": position, "end": position],
            "context": ["diagnostics": []], "newName": "b",
        ]
        for method in [
            "documentSymbol", "codeLens", "hover", "definition", "references", "rename", "completion",
            "codeAction",
        ] {
            taken[method] = try seconds { _ = try session.reply("textDocument/" + method, parameters) }
        }
        taken["symbol"] = try seconds { _ = try session.reply("workspace/symbol", ["query": "x"]) }
        return taken
    }

    private static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let start = threadSeconds()
        try work()
        return threadSeconds() - start
    }

    private static func threadSeconds() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
