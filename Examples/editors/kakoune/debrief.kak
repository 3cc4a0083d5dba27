# Debrief in Kakoune, through kakoune-lsp (18 or later): add this to your kakrc, with the folder of your notes.
# Older versions of kakoune-lsp take the same from kak-lsp.toml.

hook -group debrief global BufSetOption filetype=markdown %{
    set-option buffer lsp_servers %{
        [debrief]
        root_globs = [".git", ".obsidian", ".debrief"]
        command = "debrief"
        args = ["lsp", "/home/me/interviews"]
    }
}

hook -group debrief global WinSetOption filetype=markdown %{
    lsp-enable-window
    map window user a ':lsp-code-actions<ret>' -docstring 'what to do here'
    map window user h ':lsp-hover<ret>' -docstring 'who said it, when, what came of it'
    map window user r ':lsp-rename-prompt<ret>' -docstring 'rename a topic'
}

# Without kakoune-lsp: `:make` lists what is wrong with the notes, and <ret> on a line jumps there.
set-option global makecmd 'debrief check'
