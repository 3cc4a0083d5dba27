internal import Markup
internal import Notebook

/// The part after the cursor of the word or value that is being written.
struct CompletionRest: Equatable {
    /// The offset at which the word or value ends.
    let end: Int
    /// Whether the mark that would end it is there already: a colon, or a quotation mark that an editor has
    /// added.
    let isEnded: Bool
}

extension CompletionContext {
    /// The mark that ends what is written; nil if none is needed, or if it is not written along.
    fileprivate var end: UInt8? {
        switch self {
        case .tag, .key: .ascii(":")
        case .person(_, .quote), .value(_, _, .quote, _): .ascii("\"")
        case .topic, .story, .date, .person, .value: nil
        }
    }
}

extension Document {
    /// Returns the part after the cursor, for whatever may be written there.
    func rest(after context: CompletionContext) -> CompletionRest {
        let range = context.range
        let line = source.content(ofLine: source.position(of: range.upperBound).line)
        let rest = source.bytes[range.upperBound..<max(line.upperBound, range.upperBound)]
        let word: ArraySlice<UInt8>
        switch context {
        case .tag, .key, .topic, .story:
            // If nothing is written yet, what follows is another word.
            if range.isEmpty { return CompletionRest(end: range.upperBound, isEnded: false) }
            word = rest.prefix { $0.isLetter || $0.isDigit || "-_/".utf8.contains($0) || $0 >= 0x80 }
        case .date:
            word = range.isEmpty ? rest.prefix(0) : rest.prefix { $0.isDigit || $0 == .ascii("-") }
        case .person(_, .none):
            let name = rest.prefix { !$0.isWhiteSpace }
            word = name.dropLast(name.reversed().prefix { ".,;:!?)".utf8.contains($0) }.count)
        case .person(_, .bracket): word = Self.name(in: rest, endedBy: "]")
        case .person(_, .quote), .value(_, _, .quote, _): word = Self.name(in: rest, endedBy: "\"")
        case .value(_, _, .bracket, _):
            word = Self.trimmed(rest.prefix { $0 != .ascii(",") && $0 != .ascii("]") })
        case .value(_, _, .none, _):
            let comment = rest.indices.dropLast().first { rest[$0].isBlank && rest[$0 + 1] == .ascii("#") }
            word = Self.trimmed(rest[..<(comment ?? rest.endIndex)])
        }
        let next = rest[word.endIndex...].first
        return CompletionRest(end: word.endIndex, isEnded: next != nil && next == context.end)
    }

    /// Returns the rest of a name up to the mark that ends it.
    ///
    /// If what follows may be something else, only the rest of the word.
    private static func name(in rest: ArraySlice<UInt8>, endedBy mark: Unicode.Scalar) -> ArraySlice<UInt8> {
        func isOfWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte >= 0x80 }
        let word = rest.prefix(while: isOfWord)
        let parts = rest.split(separator: .ascii(mark), omittingEmptySubsequences: false)
        guard !word.isEmpty, parts.count == 2, !parts[0].contains(where: { "[,:#".utf8.contains($0) })
        else { return word }
        return parts[0]
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        text.dropLast(text.reversed().prefix(while: \.isBlank).count)
    }
}
