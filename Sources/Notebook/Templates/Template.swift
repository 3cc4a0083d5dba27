public import Markup

/// A text with places that are filled in: the part of Mustache (mustache.github.io) that a letter or a note
/// needs.
///
/// `{{name}}` is a value, and so are `{{{name}}}` and `{{&name}}`, for nothing is escaped: what comes of it is
/// plain text. `{{#name}}…{{/name}}` is there for a value that says something, once for each of a list, in which
/// `{{.}}` is the one; `{{^name}}…{{/name}}` is there where the value says nothing; `{{! … }}` says nothing. A
/// section's tag or a comment that has a line for itself takes the line with it.
///
/// A name that nothing fills is a mistake in the template, and is told when it is read. The libraries there are
/// would make the program four times as large and half as slow again to start.
public struct Template: Sendable {
    /// What fills places in.
    public enum Value: Sendable, Equatable {
        case text(String)
        case list([String])
        case flag(Bool)
    }

    /// Why a text is no template, and where.
    public struct Failure: Error, Sendable, Equatable {
        public let place: Position
        public let reason: String
    }

    enum Token: Equatable {
        case text([UInt8])
        case value(String)
        /// The beginning of a section, with the number of the token that ends it.
        case section(String, isInverted: Bool, end: Int)
        /// The end of a section, with the number of the token that begins it.
        case end(Int)
    }

    let tokens: [Token]

    /// Reads a template.
    ///
    /// - Parameter names: the names that there are values for.
    public init(_ bytes: [UInt8], names: [String]) throws(Failure) {
        var parser = TemplateParser(Source(bytes), names: names)
        try parser.parse()
        tokens = parser.tokens
    }

    /// The text with its places filled in. A name without a value says nothing.
    public func filled(with values: [String: Value]) -> [UInt8] {
        var filling = Filling(values: values)
        var next = 0
        while next < tokens.count {
            switch tokens[next] {
            case .text(let bytes): filling.output += bytes
            case .value(let name): filling.output += filling.text(name).utf8
            case .section(let name, let isInverted, let end):
                let count = filling.count(name)
                if isInverted ? count > 0 : count == 0 {
                    next = end
                } else if !isInverted {
                    filling.rounds.append((name, 0, count))
                }
            case .end(let start):
                guard case .section(_, false, _) = tokens[start], let round = filling.rounds.popLast() else {
                    break
                }
                if round.number + 1 < round.count {
                    filling.rounds.append((round.name, round.number + 1, round.count))
                    next = start
                }
            }
            next += 1
        }
        return filling.output
    }

    /// What has been filled in so far, and the sections that it stands in.
    private struct Filling {
        let values: [String: Value]
        var output: [UInt8] = []
        var rounds: [(name: String, number: Int, count: Int)] = []

        /// How often a section of this name is there.
        func count(_ name: String) -> Int {
            switch value(name) {
            case .text(let text): text.isEmpty ? 0 : 1
            case .list(let texts): texts.count
            case .flag(let isSet): isSet ? 1 : 0
            case nil: 0
            }
        }

        func text(_ name: String) -> String {
            switch value(name) {
            case .text(let text): text
            case .list(let texts): Wording.list(texts)
            case .flag, nil: ""
            }
        }

        private func value(_ name: String) -> Value? {
            guard name == "." else { return values[name] }
            guard let round = rounds.last, let value = values[round.name] else { return nil }
            if case .list(let texts) = value { return .text(texts[round.number]) }
            return value
        }
    }
}
