import ArgumentParser
import Notebook

/// A manual page, made from the same text as `--help`, so that the two say the same.
struct ManualPage {
    private let command: JSON
    private let program: JSON
    private let day: String

    private init(_ command: JSON, of program: JSON, _ day: String) {
        self.command = command
        self.day = day
        self.program = program
    }

    /// Returns the program's page, and one for each verb.
    ///
    /// - Parameters:
    ///   - help: What the program says of itself, as JSON.
    ///   - day: The version's day, and not the build's, because the same sources make the same pages.
    /// - Returns: The pages, the program's first; none if the help cannot be read.
    static func all(from help: String, of day: String) -> [ManualPage] {
        guard let program = JSONReader.read(Array(help.utf8))?["command"] else { return [] }
        return [ManualPage(program, of: program, day)]
            + verbs(of: program).map { ManualPage($0, of: program, day) }
    }

    private static func verbs(of program: JSON) -> [JSON] {
        (program["subcommands"]?.array ?? []).filter { $0.isShown && $0["commandName"]?.string != "help" }
    }

    /// The file's name: `debrief-prep.1`.
    var name: String { title(of: command) + ".1" }

    private func title(of command: JSON) -> String {
        ((command["superCommands"]?.array ?? []).compactMap(\.string) + [command.text("commandName")])
            .joined(separator: "-")
    }

    private var isProgram: Bool { command["superCommands"] == nil }

    var text: String {
        let help = HelpText(command.text("discussion"))
        let general = HelpText(program.text("discussion"))
        var page = Mdoc()
        page.macro("Dd", day)
        page.macro("Dt", Mdoc.name(title(of: command).uppercased()), "1")
        page.macro("Os")
        page.macro("Sh", "NAME")
        page.macro("Nm", Mdoc.name(title(of: command)))
        let abstract = command.text("abstract")
        let lines = abstract.hasSuffix(".") ? String(abstract.dropLast()) : abstract
        page.macro("Nd", Mdoc.argument(lines.prefix(1).lowercased() + lines.dropFirst()))
        synopsis(in: &page)
        description(help, in: &page)
        terms(general.terms(of: "Environment"), "ENVIRONMENT", tag: "Ev", in: &page)
        terms(general.terms(of: "Files"), "FILES", tag: "Pa", in: &page)
        terms(general.terms(of: "Exit status"), "EXIT STATUS", tag: "Li", in: &page)
        page.macro("Sh", "EXAMPLES")
        page.display(help.lines(of: "Examples"))
        seeAlso(in: &page)
        return page.text
    }

    private func synopsis(in page: inout Mdoc) {
        page.macro("Sh", "SYNOPSIS")
        page.macro("Nm", Mdoc.name(program.text("commandName")))
        if isProgram {
            page.macro("Ar", "verb")
            page.macro("Op", "Ar", "argument", "...")
        } else {
            page.macro("Cm", Mdoc.argument(command.text("commandName")))
        }
        for argument in command.shownArguments where !argument.isGeneral {
            let more = argument["isRepeating"]?.bool == true ? ["..."] : []
            let parts = argument.preferredName.map { ["Fl", $0] + argument.value } ?? argument.value
            if argument["isOptional"]?.bool == true {
                page.line("Op", parts + more)
            } else if let first = parts.first {
                page.line(first, parts.dropFirst() + more)
            }
        }
    }

    private func description(_ help: HelpText, in page: inout Mdoc) {
        page.macro("Sh", "DESCRIPTION")
        page.prose(command.text("abstract"))
        for paragraph in help.paragraphs {
            page.macro("Pp")
            page.prose(paragraph)
        }
        if isProgram {
            page.macro("Pp")
            page.prose("The verbs are these:")
            page.list(Self.verbs(of: program)) { page, verb in
                page.line("It", ["Xr", Mdoc.name(title(of: verb)), "1"])
                page.prose(verb.text("abstract"))
            }
        }
        let titles = command.shownArguments.map { $0.text("sectionTitle") }
        for title in Set(titles).sorted() {
            if !title.isEmpty { page.line("Ss", [Mdoc.argument(title)]) } else { page.macro("Pp") }
            if title.isEmpty { page.prose("The arguments and options are these:") }
            let group = command.shownArguments.filter { $0.text("sectionTitle") == title }
            page.list(group) { page, argument in
                page.line("It", argument.tag)
                page.prose(argument.words)
            }
        }
    }

    private func terms(
        _ terms: [(term: String, words: String)], _ title: String, tag: String, in page: inout Mdoc
    ) {
        if terms.isEmpty { return }
        page.macro("Sh", title)
        page.list(terms) { page, entry in
            let names = entry.term.split(separator: ", ").map { Mdoc.argument($0) }
            page.line("It", [tag] + names.flatMap { [$0, ","] }.dropLast())
            page.prose(entry.words.prefix(1).uppercased() + entry.words.dropFirst() + ".")
        }
    }

    private func seeAlso(in page: inout Mdoc) {
        page.macro("Sh", "SEE ALSO")
        let named = (isProgram ? Self.verbs(of: program) : [program]).map(title).sorted()
        for (number, other) in named.enumerated() {
            page.line("Xr", [Mdoc.name(other), "1"] + (number < named.count - 1 ? [","] : []))
        }
    }
}

extension Mdoc {
    fileprivate mutating func line(_ name: String, _ arguments: some Collection<String>) {
        macro(name, arguments.joined(separator: " "))
    }
}

// A verb or an argument as ArgumentParser describes it.
extension JSON {
    fileprivate func text(_ key: String) -> String { self[key]?.string ?? "" }

    fileprivate var isShown: Bool { self["shouldDisplay"]?.bool == true }

    fileprivate var shownArguments: [JSON] { (self["arguments"]?.array ?? []).filter(\.isShown) }

    /// Whether every verb has it, so that no synopsis shows it.
    fileprivate var isGeneral: Bool { ["version", "help"].contains(text("valueName")) }

    /// The name in the form that the macro for options needs.
    ///
    /// The macro adds the first hyphen.
    fileprivate var preferredName: String? { self["preferredName"].map(\.optionName) }

    fileprivate var optionName: String {
        Mdoc.argument((text("kind") == "long" ? "-" : "") + text("name"))
    }

    /// The value that is to be given; empty for a flag.
    fileprivate var value: [String] {
        text("kind") == "flag" ? [] : ["Ar", Mdoc.argument(text("valueName"))]
    }

    /// The head of its entry in a list of options: `-o, --output file`.
    fileprivate var tag: [String] {
        let names = (self["names"]?.array ?? []).sorted { $0.text("kind") > $1.text("kind") }
        return names.map { ["Fl", $0.optionName] }.joined(separator: [","]) + value
    }

    /// What it is for, with its possible values and its default.
    fileprivate var words: String {
        let values = (self["allValues"]?.array ?? []).compactMap(\.string).joined(separator: ", ")
        let standard = text("defaultValue")
        let remarks = [
            values.isEmpty ? "" : "values: \(values)", standard.isEmpty ? "" : "default: \(standard)",
        ]
        .filter { !$0.isEmpty }
        return text("abstract") + (remarks.isEmpty ? "" : " (" + remarks.joined(separator: "; ") + ")")
    }
}
