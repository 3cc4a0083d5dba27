/// What bash needs besides ArgumentParser's script.
///
/// Words that are not files are quoted here, as the quotes around them require. Without that, compgen runs
/// commands that stand in them, and readline leaves `$` and a backquote as they are. Also, a word such as
/// `NOTE:LINE` is joined again, because readline splits it at its colons.
enum BashCompletion {
    /// The text after the script.
    ///
    /// Its first function replaces the script's function of that name, and bash calls the other one from then
    /// on.
    static let amendment = #"""
        __debrief_add_completions() {
            local completion
            if [[ "${1}" != -W ]]; then
                # Files and folders, which readline quotes.
                while IFS='' read -r completion; do
                    COMPREPLY+=("${completion#"${kept}"}")
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
                completion="${completion#"${kept}"}"
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
                    completion="${completion//=/\\=}"
                    completion="${completion//@/\\@}"
                    ;;
                esac
                COMPREPLY+=("${completion}")
            done <<<"${2}"
        }

        # The words of the line, those that a colon has taken apart put together again. What stands of the unfinished
        # one before its last colon, readline keeps, so that completions are given back without it.
        __debrief_with_colons() {
            local -a words=()
            local line="${COMP_LINE}" gap piece cur="${2}" kept=''
            local -i index last=-1 current=0
            for index in "${!COMP_WORDS[@]}"; do
                piece="${COMP_WORDS[index]}"
                gap="${line%%[![:space:]]*}"
                line="${line#"${gap}"}"
                line="${line#"${piece}"}"
                if [[ -z "${gap}" && "${last}" -ge 0 && ("${piece}" = :* || "${words[last]}" = *:) ]]; then
                    if [[ "${index}" -eq "${COMP_CWORD}" ]]; then
                        kept="${words[last]}"
                        [[ "${piece}" = :* ]] && kept+="${piece}"
                    fi
                    words[last]+="${piece}"
                else
                    last+=1
                    words[last]="${piece}"
                fi
                [[ "${index}" -eq "${COMP_CWORD}" ]] && current=last
            done
            cur="${kept}${cur}"
            IFS='' read kept <<<"${kept}"
            local -a COMP_WORDS=("${words[@]}")
            local -i COMP_CWORD="${current}"
            _debrief "${1}" "${cur}" "${words[current - 1]}"
        }

        complete -o filenames -F __debrief_with_colons debrief

        """#
}
