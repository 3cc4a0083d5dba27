import Notebook
import Testing

@testable import Storage

struct ReadingProgressTests {
    @Test func `it ends with all notes read`() throws {
        let folder = try TemporaryFolder(
            (0..<130).map { .init("\($0).md", .file(Array("- chew: x\n".utf8))) })
        let progress = ReadingProgress()
        _ = try NotebookFolder(path: folder.path).read(
            today: try #require(CalendarDate("2026-11-23")), progress: progress)
        #expect(progress.found == 130)
        #expect(progress.read == 130)
        #expect(progress.description == "Reading 130 of 130 notes")
    }

    @Test func `while folders are walked it says what was found`() {
        let progress = ReadingProgress()
        progress.find(1234)
        #expect(progress.description == "Found 1,234 notes")
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (41200, "41,200"), (1_000_000, "1,000,000")])
    func `thousands are set apart`(number: Int, text: String) {
        #expect(ReadingProgress.grouped(number) == text)
    }
}
