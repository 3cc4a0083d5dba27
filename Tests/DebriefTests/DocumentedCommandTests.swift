import ArgumentParser
import Foundation
import Testing

@testable import debrief

/// What pages tell a reader to type is understood: every `debrief …` in code, on any page.
struct DocumentedCommandTests {
    private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let folders = [".", "Sources/Notebook/Notebook.docc", "Packaging"]
    static let pages = folders.flatMap { folder in
        ((try? FileManager.default.contentsOfDirectory(atPath: package.appending(path: folder).path)) ?? [])
            .filter { $0.hasSuffix(".md") && $0 != "CHANGELOG.md" }.sorted().map { "\(folder)/\($0)" }
    }

    /// The commands in blocks of code and in words of code.
    ///
    /// What is to be filled in stands in capitals or as an ellipsis.
    private static func commands(in text: String) -> [String] {
        let inline = text.matches(of: /`(debrief [^`]+)`/).map { String($0.1).replacing("\n", with: " ") }
        let blocks = text.matches(of: /(?:^    |^\$ |\| )(debrief [^|#>`\n]+)/.anchorsMatchLineEndings()).map
        {
            String($0.1)
        }
        return (inline + blocks).filter { !$0.contains(/VERB|→|--version|--[a-z]+ [A-Z]{3}/) }
    }

    private static func words(of command: String) -> [String] {
        command.prefix { $0 != "|" }.matches(of: /"([^"]*)"|'([^']*)'|([^\s"']+)/).map {
            String($0.1 ?? $0.2 ?? $0.3 ?? "")
        }
        .filter { $0 != "…" }
    }

    @Test(arguments: pages)
    func `a page's commands are understood`(page: String) throws {
        let text = try String(contentsOf: Self.package.appending(path: page), encoding: .utf8)
        for command in Self.commands(in: text) {
            let words = Self.words(of: command).dropFirst()
            if words.count == 1, let verb = words.first, !verb.hasPrefix("-") {
                // A page speaks of the verb, and need not say what it takes.
                let verbs = Debrief.configuration.subcommands.compactMap { $0.configuration.commandName }
                #expect(verbs.contains(verb), "\(command)")
                continue
            }
            #expect(throws: Never.self, "\(command)") { _ = try Debrief.parseAsRoot(Array(words)) }
        }
    }
}
