import ArgumentParser
import Foundation
import Testing

@testable import debrief

/// What the shells are given.
///
/// That they do the right thing with it, real shells show: `make shells`.
struct ShellCompletionTests {
    @Test(arguments: ["bash", "zsh", "fish"])
    func `a shell's script can be read by the shell`(shell: String) throws {
        let script = try #require(CompletionScript.asked(by: ["--generate-completion-script", shell]))
        #expect(script == CompletionScript.asked(by: ["--generate-completion-script=\(shell)"]))
        #expect(script.contains("---completion list -- --topic"))
        // What is mended must be there to be mended.
        switch shell {
        case "bash": #expect(script.components(separatedBy: "__debrief_add_completions() {").count == 3)
        case "zsh": #expect(script.contains("unsetopt aliases\n"))
        default: break
        }
        // In a file and not through a pipe, which breaks where the shell is not installed.
        let file = FileManager.default.temporaryDirectory.appending(path: "debrief-\(UUID()).\(shell)")
        try Data(script.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [shell, "-n", file.path]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        // A shell that is not installed has nothing to say.
        if process.terminationStatus != 127 { #expect(process.terminationStatus == 0) }
    }

    @Test func `a script is given for what asks for one alone`() {
        #expect(CompletionScript.asked(by: ["list", "--generate-completion-script", "bash"]) == nil)
        #expect(CompletionScript.asked(by: ["--generate-completion-script", "tcsh"]) == nil)
    }

    @Test func `a hidden verb is not offered`() throws {
        for shell in ["bash", "zsh", "fish"] {
            let script = try #require(CompletionScript.asked(by: ["--generate-completion-script", shell]))
            #expect(!script.contains("debrief_manual") && !script.contains("'manual'"))
        }
    }

    @Test(arguments: [
        (#"plain"#, "plain"), (#"my\ notes"#, "my notes"), (#"'my notes'/x"#, "my notes/x"),
        (#""a \"b\" \$c \d""#, #"a "b" $c \d"#), (#""open quote"#, "open quote"), (#"'it'\''s'"#, "it's"),
        (#"end\"#, "end"), ("é\\ 😀", "é 😀"), ("", ""),
    ])
    func `a word is what the shell would make of it`(word: String, meant: String) {
        #expect(ShellWord.unquoted(word, comesUnquoted: false) == meant)
    }

    @Test(arguments: ["line\nbreak", "tab\t", "\u{1B}[2J", "\u{9B}x", "\u{7F}", "", "bad \u{FFFD}"])
    func `what no line can hold or show is not offered`(text: String) {
        #expect(ShellWord.candidate(text) == nil)
    }
}
