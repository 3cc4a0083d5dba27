package import Markup

// These diagnostics say what is wrong with a bullet's tags and annotations.

extension Diagnostic {
    package static func badDate(annotation: String, _ path: NotePath, at position: Position) -> Diagnostic {
        Diagnostic(.badDate, path: path, at: position, "no date in \"\(annotation)\"; write YYYY-MM-DD")
    }

    package static func unknownTag(_ word: String, meant: String, _ path: NotePath, at position: Position)
        -> Diagnostic
    {
        Diagnostic(.unknownTag, path: path, at: position, "\"\(word)\" is no tag; did you mean `\(meant):`?")
    }

    package static func conflictingStages(
        _ first: Stage, _ second: Stage, _ path: NotePath, at position: Position
    )
        -> Diagnostic
    {
        Diagnostic(
            .conflictingStages, path: path, at: position,
            "both \(first.rawValue) and \(second.rawValue); the first one, \(first.rawValue), counts")
    }

    package static func duplicateID(_ id: String, firstLine: Int, _ path: NotePath, at position: Position)
        -> Diagnostic
    {
        Diagnostic(
            .duplicateID, path: path, at: position,
            "the block id ^\(id) is already that of line \(firstLine); ids are unique within a note")
    }
}
