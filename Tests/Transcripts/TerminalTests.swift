import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a person sees on a terminal is text: nothing that a note says, or is called, makes the terminal do
/// anything.
struct TerminalTests {
    /// Controls, and what puts letters into another order, as text and as bytes.
    static let hostile: [[UInt8]] =
        [
            "\u{1B}[2J", "\u{1B}]8;;http://x\u{7}y\u{1B}]8;;\u{7}", "\u{1B}]52;c;eA==\u{7}",
            "\u{1B}]0;t\u{1B}\\",
            "\u{1B}Pq\u{1B}\\", "\u{9B}31m", "\u{9D}0;t\u{9C}", "\u{8}\u{8}x", "\r", "\u{B}\u{C}", "\u{7F}",
            "\u{202E}cba", "\u{2066}\u{2067}x\u{2069}", "\u{E}x\u{F}", "\u{5}",
        ].map { Array($0.utf8) } + [[0x9B, 0x33, 0x31, 0x6D], [0x9D, 0x38, 0xC3], [0xC2, 0xC2, 0x9B]]

    static let commands = [
        "summarize .", "checklist . --all", "prep .", "prep . --full --explain", "ask . --all", "list .",
        "list . --actions", "check .", "check . --format json", "check . --format sarif", "export .",
        "check '\u{1B}[2J'",
        "mark $'a\\e[2J.md':9 spit --dry-run", "mark $'a\\e[2J.md':9 spit --because so", "ask $'a\\e[2J.md'",
        "checklist . -o actions.md && sed -i 's/- \\[ \\]/- [x]/' actions.md && debrief sync actions.md",
        "mark $'no\\e[2J.md':9 spit", "new . --company $'\\e[2J'",
    ]

    private func notebook() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "debrief-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var names = Self.hostile.filter { String(validating: $0, as: UTF8.self) != nil }
        #if os(Linux)
            names = Self.hostile
        #endif
        for (name, text) in zip(names, Self.hostile.reversed()) {
            var note = Array("---\ncompany: A ".utf8) + text + Array("\ndate: 2026-11-0".utf8) + text
            note += Array("\noutcome: \"\\e[31m\"\n---\n# b ".utf8) + text + Array("\n".utf8)
            for front in [
                "- chew: ", "- swallow: ", "- spit: ", "- hunch: ", "- worked: ", "- [ ] ", "- due:",
            ] {
                note += Array(front.utf8) + text + Array(" said #so ".utf8) + text + Array("\n".utf8)
            }
            let path = Array("\(folder.path)/a".utf8) + name.filter { $0 != 0x2F } + Array(".md".utf8) + [0]
            let file = unsafe open(path.map { CChar(bitPattern: $0) }, O_WRONLY | O_CREAT | O_EXCL, 0o644)
            try #require(file >= 0)
            let written = unsafe write(file, note, note.count)
            #expect(written == note.count)
            close(file)
        }
        return folder
    }

    @Test func `nothing that a note says reaches the terminal as more than text`() throws {
        for command in Self.commands {
            let folder = try notebook()
            defer { try? FileManager.default.removeItem(at: folder) }
            let shown = try Self.onTerminal("debrief \(command)", in: folder)
            // The terminal itself puts a carriage return before each line feed.
            let text = try #require(String(validating: shown, as: UTF8.self), "\(command)")
            Self.expectText(text.replacing("\r\n", with: "\n"), of: command)
        }
    }

    @Test(arguments: ["summarize", "list", "mark", "no-such-verb", "help", "check", "new --date", "--"])
    func `nothing in an argument reaches the terminal as more than text`(verb: String) throws {
        let folder = try notebook()
        defer { try? FileManager.default.removeItem(at: folder) }
        let argument = "$'b\\e]0;title\\a\\x9b31m\\r.md'"
        let shown = try Self.onTerminal("debrief \(verb) \(argument) \(argument)", in: folder)
        let text = String(decoding: shown, as: UTF8.self)
        Self.expectText(text.replacing("\r\n", with: "\n"), of: verb)
    }

    /// Who asks for colour in a pipe has a terminal at the end of it, by `less -R` for example.
    @Test func `in colour nothing that a note says is more than text in a pipe either`() throws {
        for command in Self.commands {
            let folder = try notebook()
            defer { try? FileManager.default.removeItem(at: folder) }
            if command.contains("json") || command.contains("sarif") || command.contains("export") {
                // These are for programs, and the bytes are theirs.
                let data = try ["0", "1"].map { colour in
                    try Self.intoPipe("debrief \(command) 2> /dev/null", in: folder, colour: colour)
                }
                #expect(data[0].elementsEqual(data[1]), "\(command)")
                continue
            }
            let shown = try Self.intoPipe("debrief \(command)", in: folder, colour: "1")
            let text = try #require(String(validating: shown, as: UTF8.self), "\(command)")
            Self.expectText(text.replacing(/\e\[[0-9;]*m/, with: ""), of: command)
        }
    }

    /// What a command line writes to a pipe that is its standard output and its standard error.
    private static func intoPipe(_ command: String, in folder: URL, colour: String) throws -> [UInt8] {
        let pipe = Pipe()
        let process = Program.shell(command, in: folder, by: "/bin/bash")
        process.environment?["CLICOLOR_FORCE"] = colour
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let shown = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Array(shown)
    }

    private static func expectText(_ text: String, of command: String) {
        #expect(!text.isEmpty, "\(command)")
        for scalar in text.unicodeScalars {
            let isText =
                scalar == "\n" || scalar == "\t"
                || scalar.properties.generalCategory != .control && !scalar.properties.isBidiControl
            #expect(isText, "\(command): U+\(String(scalar.value, radix: 16))")
            if !isText { break }
        }
    }

    /// What a command line writes to a terminal that is its standard output and its standard error.
    private static func onTerminal(_ command: String, in folder: URL) throws -> [UInt8] {
        var (leader, follower): (Int32, Int32) = (0, 0)
        let opened = unsafe openpty(&leader, &follower, nil, nil, nil)
        try #require(opened == 0)
        let terminal = FileHandle(fileDescriptor: follower, closeOnDealloc: true)
        let process = Program.shell(command, in: folder, by: "/bin/bash")
        // Debrief's own colours are no text of a note's.
        process.environment?["NO_COLOR"] = "1"
        process.standardOutput = terminal
        process.standardError = terminal
        try process.run()
        try terminal.close()
        var shown: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 4096)
        // Once nobody has the terminal open any more, reading from it is an error on Linux.
        while true {
            let count = unsafe read(leader, &part, part.count)
            if count <= 0 { break }
            shown += part[..<count]
        }
        close(leader)
        process.waitUntilExit()
        return shown
    }
}
