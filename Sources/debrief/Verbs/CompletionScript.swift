import ArgumentParser

/// A shell's completion script.
///
/// It is ArgumentParser's, corrected where a name from the notebook would come out wrong, or would be run.
enum CompletionScript {
    /// Returns the script that a command line asks for; nil if it asks for none, or for an unknown shell's.
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
        // A `!` in a name must be quoted, because zsh would take it for its history's.
        case .zsh: script.replacing("unsetopt aliases banghist", with: "unsetopt aliases") + "\n"
        default: script + "\n"
        }
    }
}
