package import Markup

// These diagnostics say what is wrong with a notebook's configuration.

extension Diagnostic {
    package static func configuration(_ message: String, at place: Position) -> Diagnostic {
        Diagnostic(.badConfiguration, path: Configuration.path, at: place, message)
    }

    package static func configuration(_ failure: FrontMatter.Failure) -> Diagnostic {
        switch failure {
        case .syntax(let problem, let place):
            configuration("not read, and the defaults are used: \(problem)", at: place)
        case .notAMapping(let place):
            configuration(
                "not read, and the defaults are used: it is no list of `key: value` lines", at: place)
        case .unclosed, .tooLarge: configuration("not read, and the defaults are used", at: .start)
        }
    }
}
