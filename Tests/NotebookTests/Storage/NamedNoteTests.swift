import Notebook
import Testing

@Suite struct `A note that is named on the command line` {
    private func found(_ name: (TemporaryFolder) -> String) throws -> String {
        let folder = try TemporaryFolder()
        for path in ["a.md", "2026/b.md", "2026/twice.md", "2025/twice.md", "sub/é😀 x.md"] {
            try folder.add(path, "x\n")
        }
        try folder.add(.init("link", .link(to: "2026")))
        let notebook = NotebookFolder(path: folder.path)
        let index = try notebook.read(today: .formatDay)
        do throws(NotebookFolder.NameFailure) {
            return try notebook.note(named: name(folder), in: index).description
        } catch {
            return error.description
        }
    }

    @Test func `is its path in the notebook, its file, or its name`() throws {
        #expect(try found { _ in "a.md" } == "a.md")
        #expect(try found { _ in "2026/b.md" } == "2026/b.md")
        #expect(try found { _ in "b" } == "2026/b.md")
        #expect(try found { _ in "é😀 x" } == "sub/é😀 x.md")
        #expect(try found { "\($0.path)/2026/b.md" } == "2026/b.md")
        #expect(try found { "\($0.path)/link/../2026/./b.md" } == "2026/b.md")
    }

    @Test func `is refused where it is unclear or unknown`() throws {
        #expect(
            try found { _ in "twice" }
                == "\"twice\" could be \"2025/twice.md\" or \"2026/twice.md\"; name one of them")
        #expect(
            try found { _ in "twic" }
                == "there is no note \"twic\" in the notebook; did you mean \"2025/twice.md\" or \"2026/twice.md\"?"
        )
        #expect(try found { _ in "zzz" } == "there is no note \"zzz\" in the notebook")
        #expect(try found { _ in "" } == "there is no note \"\" in the notebook")
        #expect(
            try found { _ in "../a.md" }
                == "there is no note \"../a.md\" in the notebook; did you mean \"a.md\"?"
        )
    }
}
