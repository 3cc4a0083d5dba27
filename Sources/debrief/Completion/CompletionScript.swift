import ArgumentParser

/// A shell's completion script: ArgumentParser's, mended where a name of the notebook would come out as another, or
/// would be run.
enum CompletionScript {
    /// The script that a command line asks for; nil where it asks for none, or for that of a shell unknown.
    static func asked(by arguments: some Sequence<String>) -> String? {
        let option = "--generate-completion-script"
        let words = Array(arguments)
        guard let first = words.first, first.hasPrefix(option) else { return nil }
        let name = first == option ? words.dropFirst().first : String(first.dropFirst(option.utf8.count + 1))
        let shell = name.map { CompletionShell(rawValue: $0) } ?? .autodetected()
        return shell.map(text)
    }

    private static func text(for shell: CompletionShell) -> String {
        let script = Debrief.completionScript(for: shell)
        return switch shell {
        case .bash: script + "\n" + BashCompletion.amendment
        // So that a `!` in a name is put in quotes where it would be taken for the history's.
        case .zsh: script.replacing("unsetopt aliases banghist", with: "unsetopt aliases") + "\n"
        default: script + "\n"
        }
    }
}
