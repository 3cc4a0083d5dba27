package import Markup

// These diagnostics say why front matter was not read, and what to write instead.

extension Diagnostic {
    package static func frontMatter(
        _ failure: FrontMatter.Failure, of enclosed: FrontMatter.Enclosed, in source: Source, _ path: NotePath
    ) -> Diagnostic {
        switch failure {
        case .unclosed:
            return Diagnostic(
                .unclosedFrontMatter, path: path, at: .start,
                "the front matter that begins here is never closed; end it with a line `---`")
        case .tooLarge:
            return Diagnostic(
                .badFrontMatter, path: path, at: .start,
                "the front matter is larger than \(FrontMatter.largest / 1024) KiB and was not read")
        case .notAMapping(let position):
            let advice = FrontMatterAdvice(source, enclosed).forWords(near: position)
            return Diagnostic(
                .badFrontMatter, path: path, at: advice?.position ?? position,
                "the front matter is not a list of `key: value` lines, and was not read\(advice?.text ?? "")")
        case .syntax(let problem, let position):
            let advice = FrontMatterAdvice(source, enclosed).forSyntax(near: position)
            return Diagnostic(
                .badFrontMatter, path: path, at: advice?.position ?? position,
                "the front matter was not read: \(problem)\(advice?.text ?? "")")
        }
    }
}
