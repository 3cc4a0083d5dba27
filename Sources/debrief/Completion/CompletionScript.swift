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
        case .bash: script + "\n" + bashAmendment
        // So that a `!` in a name is put in quotes where it would be taken for the history's.
        case .zsh: script.replacing("unsetopt aliases banghist", with: "unsetopt aliases") + "\n"
        default: script + "\n"
        }
    }

    /// Words that are no files are quoted here, by what quotes the word stands in. Left to themselves, compgen runs
    /// what stands in them, and readline leaves `$` and a backquote as they are. The function takes the place of the
    /// one of that name in the script.
    private static let bashAmendment = #"""
        __debrief_add_completions() {
            local completion
            if [[ "${1}" != -W ]]; then
                # Files and folders, which readline quotes.
                while IFS='' read -r completion; do
                    COMPREPLY+=("${completion}")
                done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
                return
            fi
            # Before version 4 there is no compopt, and readline quotes these too: what it cannot is left out.
            local is_quoted=true
            compopt +o filenames 2>/dev/null || is_quoted=false
            local -r word="${COMP_WORDS[COMP_CWORD]}"
            local typed quote=''
            case "${word}" in
            \'*)
                quote="'"
                typed="${cur}"
                ;;
            \"*)
                quote='"'
                IFS='' read typed <<<"${cur}"
                ;;
            *) IFS='' read typed <<<"${cur}" ;;
            esac
            local -r single="'" escaped="'\\''" bang="\"'!'\""
            while IFS='' read -r completion; do
                [[ -n "${completion}" && "${completion}" = "${typed}"* ]] || continue
                if ! "${is_quoted}"; then
                    [[ "${completion}" = *[\$\`]* ]] || COMPREPLY+=("${completion}")
                    continue
                fi
                case "${quote}" in
                \') completion="${completion//"${single}"/"${escaped}"}" ;;
                \")
                    completion="${completion//\\/\\\\}"
                    completion="${completion//\"/\\\"}"
                    completion="${completion//\$/\\\$}"
                    completion="${completion//\`/\\\`}"
                    completion="${completion//!/"${bang}"}"
                    ;;
                *)
                    printf -v completion %q "${completion}"
                    # These would end the word for readline.
                    completion="${completion//:/\\:}"
                    completion="${completion//=/\\=}"
                    completion="${completion//@/\\@}"
                    ;;
                esac
                COMPREPLY+=("${completion}")
            done <<<"${2}"
        }

        """#
}
