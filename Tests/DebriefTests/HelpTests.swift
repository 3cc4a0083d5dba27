import ArgumentParser
import Testing

@testable import debrief

/// What every verb says about itself.
struct HelpTests {
    static let verbs = Debrief.configuration.subcommands.filter { $0.configuration.shouldDisplay }
    static let names = verbs.compactMap { $0.configuration.commandName }

    private static func command(_ name: String) throws -> any ParsableCommand.Type {
        try #require(verbs.first { $0.configuration.commandName == name })
    }

    @Test(arguments: names)
    func `a verb's help has examples and fits into 80 columns`(verb: String) throws {
        let command = try Self.command(verb)
        let help = Debrief.helpMessage(for: command, columns: 80)
        #expect(help.contains("\nExamples:\n  debrief \(verb)"))
        for line in help.split(separator: "\n") {
            #expect(line.count <= 80, "\(line)")
        }
        for line in command.configuration.discussion.split(separator: "\n") where line.hasPrefix("  ") {
            #expect(help.contains("\n\(line)\n"), "broken over two lines: \(line)")
        }
    }

    @Test func `the program's help fits into 80 columns`() {
        for line in Debrief.helpMessage(columns: 80).split(separator: "\n") {
            #expect(line.count <= 80, "\(line)")
        }
    }

    @Test(arguments: names)
    func `a verb's usage names its arguments`(verb: String) throws {
        let command = try Self.command(verb)
        let usage = Debrief.usageString(for: command)
        let positional = Debrief.helpMessage(for: command, columns: 80).split(separator: "\n")
            .drop { $0 != "ARGUMENTS:" }.dropFirst().prefix { $0.hasPrefix("  ") }
            .filter { $0.hasPrefix("  <") }.map { $0.prefix { $0 != ">" }.dropFirst(3) }
        for name in positional {
            #expect(usage.contains("<\(name)>"), "\(usage)")
        }
    }

    @Test(arguments: names)
    func `a verb's examples are understood`(verb: String) throws {
        let lines = HelpText(try Self.command(verb).configuration.discussion).lines(of: "Examples")
        #expect(!lines.isEmpty)
        for line in lines {
            let words = Self.words(of: line)
            #expect(words.first == verb, "\(line)")
            // A manual page sets them in by five columns.
            #expect(line.count <= 75, "\(line)")
            #expect(throws: Never.self, "\(line)") { try Debrief.parseAsRoot(words) }
        }
    }

    /// The words of the program's own command in a line of a shell, without its name.
    static func words(of line: String) -> [String] {
        guard let start = line.firstRange(of: "debrief ") else { return [] }
        var words = [""]
        var quote: Character?
        for character in line[start.upperBound...] {
            if character == quote {
                quote = nil
            } else if quote != nil {
                words[words.count - 1].append(character)
            } else if character == "'" || character == "\"" {
                quote = character
            } else if "|<>&)".contains(character) {
                break
            } else if character == " " {
                words.append("")
            } else {
                words[words.count - 1].append(character)
            }
        }
        return words.filter { !$0.isEmpty }
    }

    @Test(arguments: names)
    func `a verb has a manual page, which names its options and has its examples`(verb: String) throws {
        let page = try #require(
            ManualPage.all(from: Debrief._dumpHelp(), of: Debrief.versionDay).first {
                $0.name == "debrief-\(verb).1"
            }
        ).text
        for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "EXIT STATUS", "EXAMPLES", "SEE ALSO"] {
            #expect(page.contains("\n.Sh \(section)\n"))
        }
        let help = Debrief.helpMessage(for: try Self.command(verb), columns: 80)
        let options = help.matches(of: #/--[a-z-]+/#).map { String($0.output) }
        #expect(!options.isEmpty)
        for option in Set(options) {
            #expect(page.contains(option.replacing("-", with: "\\-").dropFirst(2)), "\(option)")
        }
        for line in page.split(separator: "\n") {
            #expect(line.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(line)")
        }
    }

    @Test func `the program's page names all verbs`() throws {
        let page = try #require(ManualPage.all(from: Debrief._dumpHelp(), of: Debrief.versionDay).first).text
        for verb in Self.names { #expect(page.contains("\n.It Xr debrief-\(verb) 1\n")) }
    }
}

struct MdocTests {
    @Test func `text is escaped where a formatter would take it for its own`() {
        var page = Mdoc()
        page.prose("'Tis .a \\ back. .Sh is no macro; --date and well-known, é.")
        #expect(
            page.text
                == "\\(aqTis .a \\e back.\n\\&.Sh is no macro; \\-\\-date and well-known, \\[u00E9].\n")
        #expect(Mdoc.argument("a \"b\"") == "\"a \\(dqb\\(dq\"")
        #expect(Mdoc.argument("Ar") == "\\&Ar")
    }

    @Test func `a long sentence goes on over lines`() {
        var page = Mdoc()
        page.prose(Array(repeating: "word", count: 40).joined(separator: " "))
        #expect(page.text.split(separator: "\n").allSatisfy { $0.count <= 78 })
        #expect(page.text.split(whereSeparator: \.isWhitespace).count == 40)
    }
}
