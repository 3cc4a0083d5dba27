public import Markup
internal import Notes

/// A text with placeholders that are filled in.
///
/// It is the part of Mustache (mustache.github.io) that a letter or a note needs.
///
/// `{{name}}` is a value, and so are `{{{name}}}` and `{{&name}}`. Nothing is escaped, because the result is
/// plain text. `{{#name}}…{{/name}}` is shown if the value is not empty, and once for each element of a list,
/// which is `{{.}}` within it. `{{^name}}…{{/name}}` is shown if the value is empty. `{{! … }}` is a comment.
/// If the tag of a section or a comment stands alone on a line, the whole line is removed.
///
/// A name without a value is a mistake in the template, which is reported when the template is read. The
/// existing libraries would make the program four times as large, and it would take half as long again to
/// start.
public struct Template: Sendable {
    /// A value for a name.
    public enum Value: Sendable, Equatable {
        case text(String)
        case list([String])
        case flag(Bool)
    }

    /// Why a text is not a template, and where.
    public struct Failure: Error, Sendable, Equatable {
        /// The position of the tag or the byte that is wrong.
        public let position: Position
        /// What is wrong there, in words for a person.
        public let reason: String
    }

    package enum Token: Equatable {
        case text([UInt8])
        case value(String)
        /// The beginning of a section, with the index of the token that ends it.
        case section(String, isInverted: Bool, end: Int)
        /// The end of a section, with the index of the token that begins it.
        case end(Int)
    }

    package let tokens: [Token]

    /// Reads a template.
    ///
    /// - Parameters:
    ///   - bytes: the text of the template.
    ///   - names: the names that there are values for.
    /// - Throws: `Failure` if the text is not a template.
    public init(_ bytes: [UInt8], names: [String]) throws(Failure) {
        var parser = TemplateParser(Source(bytes), names: names)
        try parser.parse()
        tokens = parser.tokens
    }

    /// Returns the text with its placeholders filled in.
    ///
    /// A name without a value is empty.
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

    /// The text that has been filled in so far, and the sections around its end.
    private struct Filling {
        let values: [String: Value]
        var output: [UInt8] = []
        var rounds: [(name: String, number: Int, count: Int)] = []

        /// Returns how many times a section of this name is shown.
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
