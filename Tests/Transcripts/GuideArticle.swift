import Foundation

/// An article of the guide whose commands are run: the blocks of a console, in one folder, and between them
/// files as the reader is told to write them.
///
///     <!-- folder: Examples/notebook -->     a copy of this is the folder; else it is empty
///     <!-- file: 2026-03-03-acme.md -->      the next block is this file
struct GuideArticle {
    enum Part: Equatable {
        case text([String])
        case file(String, [String])
        case console(Transcript)
    }

    var parts: [Part] = []
    var source: String?

    init(parsing text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
        var prose: [String] = []
        var name: String?
        while let line = lines.popFirst() {
            prose.append(line)
            if let found = line.wholeMatch(of: /<!-- folder: (.+) -->/) { source = String(found.1) }
            if let found = line.wholeMatch(of: /<!-- file: (.+) -->/) { name = String(found.1) }
            guard line.hasPrefix("```"), line != "```" else { continue }
            let block = Array(lines.prefix { $0 != "```" })
            lines = lines.dropFirst(block.count)
            parts.append(.text(prose))
            prose = []
            if line == "```console" {
                parts.append(.console(Transcript(parsing: block.map { $0 + "\n" }.joined())))
            } else if let file = name {
                parts.append(.file(file, block))
                name = nil
            } else {
                parts.append(.text(block))
            }
            if let end = lines.popFirst() { prose.append(end) }
        }
        parts.append(.text(prose))
    }

    var text: String {
        parts.flatMap { part in
            switch part {
            case .text(let lines), .file(_, let lines): lines
            case .console(let transcript):
                transcript.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
                    String.init)
            }
        }
        .joined(separator: "\n")
    }

    var hasConsole: Bool {
        parts.contains { if case .console = $0 { true } else { false } }
    }

    /// The same article with what its commands print now.
    ///
    /// `cd` holds until the next one.
    func run(in scratch: URL) throws -> GuideArticle {
        var article = self
        var folder = scratch
        if let source {
            folder = scratch.appending(path: source)
            try FileManager.default.createDirectory(
                at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: Program.package.appending(path: source), to: folder)
        }
        for index in parts.indices {
            switch parts[index] {
            case .text: continue
            case .file(let name, let lines):
                try (lines.joined(separator: "\n") + "\n")
                    .write(to: scratch.appending(path: name), atomically: true, encoding: .utf8)
            case .console(var transcript):
                for step in transcript.steps.indices {
                    let command = transcript.steps[step].command
                    if command.hasPrefix("cd ") {
                        folder = folder.appending(path: String(command.dropFirst(3))).standardizedFileURL
                    } else {
                        var one = Transcript(parsing: "")
                        one.steps = [transcript.steps[step]]
                        transcript.steps[step] = try one.run(in: folder).steps[0]
                    }
                }
                article.parts[index] = .console(transcript)
            }
        }
        return article
    }
}
