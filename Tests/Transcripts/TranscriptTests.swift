import Foundation
import Testing

/// Runs the console transcripts.
///
/// With UPDATE_TRANSCRIPTS=1 in the environment their files are written anew, to be read before they are
/// kept.
struct TranscriptTests {
    static let folder = Program.package.appending(path: "Tests/Transcripts/transcripts")
    static let names =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
        .filter { $0.hasSuffix(".transcript") }.sorted() ?? []

    @Test func `there are transcripts`() {
        #expect(!Self.names.isEmpty)
    }

    @Test(arguments: names)
    func `a transcript says what happens`(name: String) throws {
        let file = Self.folder.appending(path: name)
        let expected = Transcript(parsing: try String(contentsOf: file, encoding: .utf8))
        try #require(!expected.steps.isEmpty)
        let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        try FileManager.default.copyItem(
            at: Program.package.appending(path: "Examples/notebook"), to: scratch.appending(path: "notebook"))
        let actual = try expected.run(in: scratch)
        if ProcessInfo.processInfo.environment["UPDATE_TRANSCRIPTS"] == "1" {
            try actual.text.write(to: file, atomically: true, encoding: .utf8)
            return
        }
        for (expected, actual) in zip(expected.steps, actual.steps) {
            #expect(actual.output == expected.output, "standard output of: \(expected.command)")
            #expect(actual.error == expected.error, "standard error of: \(expected.command)")
            #expect(actual.status == expected.status, "status of: \(expected.command)")
        }
    }
}
