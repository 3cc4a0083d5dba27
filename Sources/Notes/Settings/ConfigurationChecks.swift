package import Markup

// These diagnostics say what is wrong with a notebook's configuration.

extension Diagnostic {
    package static func configuration(_ message: String, at position: Position) -> Diagnostic {
        Diagnostic(.badConfiguration, path: Configuration.path, at: position, message)
    }

    package static func configuration(_ failure: FrontMatter.Failure) -> Diagnostic {
        switch failure {
        case .syntax(let problem, let position):
            configuration("not read, and the defaults are used: \(problem)", at: position)
        case .notAMapping(let position):
            configuration(
                "not read, and the defaults are used: it is no list of `key: value` lines", at: position)
        case .unclosed, .tooLarge: configuration("not read, and the defaults are used", at: .start)
        }
    }
}
