internal import Markup

// What looks like a heading, a key or a tag that counts, and is left alone, for it is none.

extension Diagnostic {
    static func nearMiss(heading: String, meant: String, _ path: NotePath, at place: Position) -> Diagnostic {
        Diagnostic(
            .nearMiss, path: path, at: place,
            "\"\(heading)\" is no heading that counts, so what is below it is prose; did you mean \"\(meant)\"?"
        )
    }

    static func nearMiss(line: String, _ path: NotePath, at place: Position) -> Diagnostic {
        Diagnostic(
            .nearMiss, path: path, at: place,
            "\"\(line):\" is no heading, so what is below it is prose; did you mean `## \(line)`?")
    }

    static func nearMiss(key: String, meant: String, _ path: NotePath, at place: Position) -> Diagnostic {
        Diagnostic(
            .nearMiss, path: path, at: place, "`\(key)` is no key that counts; did you mean `\(meant)`?")
    }

    static func nearMiss(tag: String, _ path: NotePath, at place: Position) -> Diagnostic {
        Diagnostic(
            .nearMiss, path: path, at: place,
            "\"\(tag) :\" is no tag, for a blank stands before its colon; did you mean `\(tag):`?")
    }
}
