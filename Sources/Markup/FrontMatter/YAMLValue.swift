/// Reads values of YAML in settings.
package enum YAMLValue {
    /// Returns whether a value counts as missing: it is empty, or a plain `null`.
    package static func isNothing(_ value: FrontMatter.Value) -> Bool {
        guard case .scalar(let text, isPlain: true) = value else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }

    /// Returns the texts of a value that is one text or a list of texts, and the positions of what is not a
    /// text.
    package static func texts(_ pair: FrontMatter.Pair) -> (
        texts: [(text: String, position: Position)], bad: [Position]
    ) {
        if isNothing(pair.value) { return ([], []) }
        switch pair.value {
        case .scalar(let text, _): return ([(text, pair.valueStart)], [])
        case .list(let items):
            var texts: [(text: String, position: Position)] = []
            var bad: [Position] = []
            for item in items {
                if case .scalar(let text, _) = item.value {
                    texts.append((text, item.start))
                } else {
                    bad.append(item.start)
                }
            }
            return (texts, bad)
        case .mapping, .alias: return ([], [pair.valueStart])
        }
    }

    /// Returns what YAML's words for yes and no mean; nil for any other value.
    package static func truth(_ value: FrontMatter.Value) -> Bool? {
        guard case .scalar(let text, _) = value else { return nil }
        switch text.lowercased() {
        case "yes", "true", "on": return true
        case "no", "false", "off": return false
        default: return nil
        }
    }
}
