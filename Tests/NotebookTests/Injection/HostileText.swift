/// Text that somebody wrote, or had written for them, to be more than text.
enum HostileText {
    /// What is markup in one place or another: of markdown, of HTML, of what GitHub and Obsidian add to it,
    /// and of Debrief's own files.
    static let markdown = [
        "# H", "## H ##", "#", "######", "H #", "H\n===", "H\n---", "===", "=", "---", "- - -", "***",
        "* * *", "___",
        "- a", "-", "+ a", "+", "* a", "*", "1. a", "1.", "2)", "a\n- b", "a\n\n- b", "a\n\n    b", "[ ] a",
        "[x]",
        "[x] a", "[-]", "```", "~~~", "``` a", "a\n```\nb", "`", "``", "`a`", "` `", "`a", "a`", "    a",
        "\ta",
        "<b>", "</b>", "<", "a<", "b>", "<!--", "-->", "<!-- a -->", "<?x", "<!A>", "<![CDATA[", "<div>",
        "a\n<div>\n", "<script>", "<a:b>", "<a@b.c>", "&lt;", "&#60;", "&#x3c;", "&", "&amp", "lt;", "#60;",
        "[a](b)", "![a](b)", "[a]: b", "[a]:", "[a][b]", "[a]", "[a][]", "![", "!", "a!", "](x)", "](", "[",
        "]", "[[a]]", "![[a]]",
        "[^1]: a", "[^1]", "(a)", "(", "**", "*a*", "**a**", "_", "__a__", "_a_", "“_a_”", "“__a__”",
        "x\u{A0}_b_\u{A0}y", "x\u{A0}*b*", "é_b_é", "a_", "_a", "a*", "*a",
        "* a *", "a *",
        "~~a~~", "~~", "~", "~a~", "==a==", "%%", "%%a%%", "$a$", "> a", ">", "a\n> b", "|", "a|b", "\\|",
        "|-|",
        ":-:", "--:", ":--", "-:-", "| a |", "a\n|-|", "\\", "a\\", "\\\\", "\\#", "\\*", "a\\\nb", "a  \nb",
        "---\na: b\n---", "...", "^abc", "^k3f9a2x", "a ^id", "<!-- debrief:begin -->",
        "<!-- debrief:end -->",
        "a\n<!-- debrief:end -->\nb", "generated-by: debrief", "due:2026-01-01", "#tag", "@due(a)",
        "📅 2026-01-01",
    ]

    /// What a terminal would do something about, or a person would not see.
    static let invisible = [
        "\u{1B}[31m", "\u{1B}[2J", "\u{1B}]8;;x\u{7}a", "\u{1B}]52;c;x\u{7}", "\u{1B}]0;a\u{1B}\\",
        "\u{1B}Pq", "\u{9B}31m",
        "\u{9D}8;;x\u{9C}", "\u{90}", "\u{8}", "\u{7F}", "\0", "a\0b", "a\rb", "a\r\nb", "a\r", "a\nb",
        "a\n\nb",
        "\n# H", "\r# H", "\u{85}# H", "\u{2028}# H", "\u{2029}# H", "\u{B}# H", "\u{C}# H", "a\u{85}b",
        "\u{202E}a",
        "\u{202A}a", "\u{2066}a", "\u{2069}", "\u{200E}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{AD}",
        "\u{301}", "*\u{301}",
        "#\u{301}", "`\u{301}", "\u{600} # a", "\u{600} *a*", "\u{FFFE}", "\u{FFFF}", "\u{FFFD}", "\u{E0041}",
        "é😀", "e\u{301}",
        "👩‍👩‍👧", "a\u{A0}", "\u{3000}a",
    ]

    /// What means something in JSON, SARIF, YAML, a template or a shell.
    static let data = [
        "\"", "\\\"", "\\u0041", "\\n", "'", "''", "{0}", "{", "}", "{{a}}", "{{{a}}}", "{{/a}}", "[a](1)",
        "$(a)", "$a", ";", "a; b",
        "a: b", "a:", ": a", "@a", "&a", "*a", "!a", "!!str a", "%a", "? a", "- a", "null", "~", "yes", "no",
        "true", "1e3",
        "0x1", "12:30", "#a", "a #b", "{a: b}", "[a, b]", "a, b", "|", ">", "|-", "2026-01-01", "<<", "=",
        "a ", "\u{85}a", "..", "/",
        "../../x", "/etc/x", "CON", ".", "a/b", "C:\\a", "file://a", "javascript:a", "a b", "a  ",
    ]

    static let all = markdown + invisible + data
}
