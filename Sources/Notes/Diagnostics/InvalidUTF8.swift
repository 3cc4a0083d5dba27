package import Markup

extension Diagnostic {
    package static func invalidUTF8(_ path: NotePath, at position: Position) -> Diagnostic {
        Diagnostic(
            .invalidUTF8, path: path, at: position,
            "from here on some bytes are not UTF-8; they read as U+FFFD and stay as they are in the file")
    }
}
