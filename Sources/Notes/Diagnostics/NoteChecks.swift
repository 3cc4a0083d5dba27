package import Markup

// These diagnostics say what is wrong with a note as a whole.

extension Diagnostic {
    package static func noDate(_ path: NotePath) -> Diagnostic {
        Diagnostic(
            .noDate, path: path, at: .start,
            "no date of the interview; write `date: YYYY-MM-DD` into the front matter, or the date into the file's name"
        )
    }

    package static func noCompany(_ path: NotePath) -> Diagnostic {
        Diagnostic(
            .noCompany, path: path, at: .start, "no company; write `company: NAME` into the front matter")
    }

    package static func template(_ path: NotePath, at position: Position) -> Diagnostic {
        Diagnostic(
            .template, path: path, at: position,
            "a placeholder stands here, so the file is a template and was not read; write a value in its place "
                + "if it is a note")
    }

    package static func tomlFrontMatter(_ path: NotePath) -> Diagnostic {
        Diagnostic(
            .tomlFrontMatter, path: path, at: .start,
            "the front matter is TOML and was not read; write it as YAML, `key: value` lines between two `---`"
        )
    }

    package static func mergeConflict(_ path: NotePath, atLine line: Int) -> Diagnostic {
        Diagnostic(
            .mergeConflict, path: path, at: Position(line: line, column: 1),
            "a merge conflict of git begins here; nothing from here to its last marker was read: resolve it")
    }
}
