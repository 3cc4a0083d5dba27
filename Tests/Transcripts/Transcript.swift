import Foundation

/// A console transcript: what was typed, and all that came of it.
///
///     $ debrief list --overdue
///     a line of standard output
///     2> a line of standard error
///     ? 1
///
/// A command begins with `$ ` and goes on over lines that begin with `> `. The status is left out where it is
/// 0. A line of prose begins with `// `. All commands of a transcript run in one folder, a fresh copy of the
/// example notebook's parent: the notebook is `notebook`.
struct Transcript: Equatable {
    struct Step: Equatable {
        var prose: [String] = []
        var command = ""
        var output: [String] = []
        var error: [String] = []
        var status: Int32 = 0
    }

    var steps: [Step] = []
    var ending: [String] = []

    init(parsing text: String) {
        var prose: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        {
            if line.hasPrefix("$ ") {
                steps.append(Step(prose: prose, command: String(line.dropFirst(2))))
                prose = []
            } else if line.hasPrefix("// ") || steps.isEmpty || !prose.isEmpty {
                prose.append(line)
            } else if line.hasPrefix("> "), steps[steps.count - 1].output.isEmpty {
                steps[steps.count - 1].command += "\n" + line.dropFirst(2)
            } else if line.hasPrefix("2> ") {
                steps[steps.count - 1].error.append(String(line.dropFirst(3)))
            } else if line.hasPrefix("? ") {
                steps[steps.count - 1].status = Int32(line.dropFirst(2)) ?? .min
            } else {
                steps[steps.count - 1].output.append(line)
            }
        }
        ending = prose
    }

    /// The transcript as its file has it.
    var text: String {
        var lines: [String] = []
        for step in steps {
            lines += step.prose
            lines.append("$ " + step.command.split(separator: "\n").joined(separator: "\n> "))
            lines += step.output
            lines += step.error.map { "2> " + $0 }
            if step.status != 0 { lines.append("? \(step.status)") }
        }
        return (lines + ending).joined(separator: "\n") + "\n"
    }

    /// The same commands with what comes of them now.
    func run(in folder: URL) throws -> Transcript {
        var transcript = self
        for index in steps.indices {
            let outcome = try Program.run(steps[index].command, in: folder)
            transcript.steps[index].output = Self.lines(of: outcome.output)
            transcript.steps[index].error = Self.lines(of: outcome.error)
            transcript.steps[index].status = outcome.status
        }
        return transcript
    }

    private static func lines(of data: Data) -> [String] {
        if data.isEmpty { return [] }
        // By bytes, for to a String a CRLF is one character. A carriage return is shown as `␍`.
        var lines = data.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self).replacing("\r", with: "␍")
        }
        if lines.last == "" { lines.removeLast() } else { lines[lines.count - 1] += "⟨no line end⟩" }
        return lines
    }
}
