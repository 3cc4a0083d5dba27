import Foundation
import Testing

/// The program in Examples/library, which uses the library as others would: from a package of its own.
struct LibraryExampleTests {
    private static let example = Program.package.appending(path: "Examples/library")
    private static let modules = [
        "WordTables", "Markup", "Notes", "Insights", "Reports", "Storage", "Notebook",
    ]

    /// Compiles the program against what the build has made of the library, under the strict settings of its
    /// manifest.
    private static func compile(into folder: URL) throws -> Program.Outcome {
        let package = Program.package.path
        let strict = ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"]
            .map { "-enable-upcoming-feature \($0)" }.joined(separator: " ")
        let systems = ["Ccmark", "Clibyaml", "Csystem"].map { "-I '\(package)/Sources/\($0)'" }
            .joined(separator: " ")
        let objects = try modules.flatMap(objects).joined(separator: " ")
        return try Program.run(
            """
            swiftc -swift-version 6 -parse-as-library \(strict) -strict-memory-safety -warnings-as-errors \
            -I Modules \(systems) '\(example.path)/Sources/Lessons.swift' \(objects) \
            $(pkg-config --libs libcmark yaml-0.1) -o '\(folder.path)/lessons'
            """, in: Program.folder)
    }

    /// What is built for a sanitizer links only with it.
    private static let isPlainBuild = Program.folder.path.contains("/.build/")

    @Test(.enabled(if: isPlainBuild))
    func `the example compiles under strict settings, and prints the lessons`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let compiled = try Self.compile(into: folder)
        try #require(compiled.status == 0, "\(String(decoding: compiled.error, as: UTF8.self))")

        let program = "'\(folder.path)/lessons'"
        let examples = Program.package.appending(path: "Examples")
        let lessons = try Program.run("\(program) notebook 2026-11-23", in: examples)
        #expect(lessons.status == 0 && lessons.error.isEmpty)
        let lines = String(decoding: lessons.output, as: UTF8.self).split(separator: "\n")
        // Those of the index, as `export` has them, and each where it says.
        #expect(lines.count > 3)
        for line in lines {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            try #require(cells.count == 5)
            let position = try #require(cells[4].lastIndex(of: ":"))
            let note = try Data(
                contentsOf: examples.appending(path: "notebook/\(cells[4][..<position])"))
            let number = try #require(Int(cells[4][cells[4].index(after: position)...]))
            // By bytes, because a note may end its lines as Windows does.
            let lines = note.split(separator: 0x0A, omittingEmptySubsequences: false)
            let written = try #require(lines.dropFirst(number - 1).first)
            #expect(written.firstRange(of: Data(cells[3].prefix(20).utf8)) != nil, "\(line)")
            #expect(Int(cells[0]).map { $0 > 0 } ?? false)
        }
        for (arguments, status) in [("", 64), ("notebook yesterday", 64), ("nowhere", 66)] {
            let outcome = try Program.run("\(program) \(arguments)", in: examples)
            #expect(outcome.status == Int32(status) && outcome.output.isEmpty && !outcome.error.isEmpty)
        }
    }

    /// Returns the object files of a module's sources.
    ///
    /// Those of sources that are gone may lie beside them.
    private static func objects(of module: String) throws -> [String] {
        let sources = Program.package.appending(path: "Sources/\(module)")
        let files = try #require(FileManager.default.enumerator(atPath: sources.path))
        let names = files.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
        let folder = "\(module).build"
        let embedded = "\(folder)/embedded_resources.swift.o"
        let isThere = FileManager.default.fileExists(atPath: Program.folder.appending(path: embedded).path)
        return names.map { "\(folder)/\(URL(fileURLWithPath: $0).lastPathComponent).o" }
            + (isThere ? [embedded] : [])
    }

    @Test func `its manifest has the settings of the library's own targets`() throws {
        func settings(_ url: URL) throws -> [String] {
            let text = try String(contentsOf: url, encoding: .utf8)
            let start = try #require(text.firstRange(of: ".enableUpcomingFeature"))
            return text[start.lowerBound...].split(separator: "\n").prefix { $0.contains(".") }
                .map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let own = try settings(Program.package.appending(path: "Package.swift"))
        #expect(own.count == 5)
        #expect(try settings(Self.example.appending(path: "Package.swift")) == own)
    }
}
