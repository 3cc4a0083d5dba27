internal import Markup
package import Notes

/// What stands between an item's words and its id: topics and dates, as the list or somebody's editor has
/// written them there.
///
/// A date within the words belongs to the words, whatever it looks like.
package struct ItemTail {
    package private(set) var due: CalendarDate?
    package private(set) var scheduled: CalendarDate?
    package private(set) var done: CalendarDate?
    package private(set) var dropped: CalendarDate?
    /// The names of topics, in lower case.
    package private(set) var topics: Set<String> = []
    /// Whether it holds only topics, dates and other annotations, and no words.
    package private(set) var isPure = true

    /// Reads what stands after an item's words.
    package init(_ bytes: ArraySlice<UInt8>) {
        if bytes.allSatisfy(\.isWhiteSpace) { return }
        let text = Self.unescaped(bytes)
        var scanner = BulletScanner(vocabulary: .standard)
        scanner.scan(text.span)
        let tokens = scanner.tokens.filter(\.isAnnotation)
        for token in tokens { add(token) }
        var (at, next) = (0, 0)
        while let word = text.span.word(from: at) {
            at = word.upperBound
            if text[word.lowerBound] == .ascii("#") {
                let name = text[(word.lowerBound + 1)..<word.upperBound]
                topics.insert(String(decoding: name, as: UTF8.self).caseFolded)
                continue
            }
            while next < tokens.count, tokens[next].range.upperBound <= word.lowerBound { next += 1 }
            let isCovered = next < tokens.count && tokens[next].range.lowerBound <= word.lowerBound
            if !isCovered, !ItemWords(text[word]).letters.isEmpty { isPure = false }
        }
    }

    /// Reads the dates right after an id.
    ///
    /// Some editors put the day of a tick there.
    package mutating func addDates(rightAfterID bytes: ArraySlice<UInt8>) {
        let line = bytes.prefix { $0 != Byte.lf }
        let start = line.firstIndex { !$0.isWhiteSpace } ?? line.endIndex
        guard start < line.endIndex, line[start] >= 0x80 || "@[(ds".utf8.contains(line[start]) else { return }
        let text = Self.unescaped(line[start...])
        var scanner = BulletScanner(vocabulary: .standard)
        scanner.scan(text.span)
        var end = 0
        for token in scanner.tokens {
            guard case .date = token.kind, text[end..<token.range.lowerBound].allSatisfy(\.isWhiteSpace)
            else {
                return
            }
            if token.isDate(.done) || token.isDate(.dropped) { add(token) }
            end = token.range.upperBound
        }
    }

    private mutating func add(_ token: Token) {
        switch token.kind {
        case .date(.due, let date): due = due ?? date
        case .date(.scheduled, let date): scheduled = scheduled ?? date
        case .date(.done, let date): done = done ?? date
        case .date(.dropped, let date): dropped = dropped ?? date
        default: break
        }
    }

    /// Returns where the topics and dates at the end of a text begin, if its words are not known.
    package static func start(in text: ArraySlice<UInt8>) -> Int { starts(in: text).last ?? text.endIndex }

    /// Returns where each of the topics and dates at the end of a text begins, from the last one back.
    package static func starts(in text: ArraySlice<UInt8>) -> [Int] {
        let bytes = text.span
        var words: [Range<Int>] = []
        var at = 0
        while let word = bytes.word(from: at) {
            words.append(word)
            at = word.upperBound
        }
        return words.reversed().prefix(mostAdded).prefix { isAdded(bytes.extracting($0)) }
            .map { text.startIndex + $0.lowerBound }
    }

    /// The most topics and dates that are looked at.
    ///
    /// A line of ours seldom has more.
    private static let mostAdded = 32

    /// Whether a word is a topic, or a date in the form that the list writes.
    private static func isAdded(_ word: Span<UInt8>) -> Bool {
        let start = word[0] == .ascii("\\") ? 1 : 0
        if start < word.count, word[start] == .ascii("#") { return true }
        let names: [StaticString] = ["due:", "scheduled:", "done:", "dropped:"]
        return names.contains { name in
            word.has(name, at: 0) && word.count == name.utf8CodeUnitCount + 10
                && CalendarDate(ascii: word, at: name.utf8CodeUnitCount) != nil
        }
    }

    /// Returns a text without the backslashes that other tools put before signs.
    private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(.ascii("\\")) else { return Array(text) }
        return text.indices.filter { at in
            let next = at + 1 < text.endIndex ? text[at + 1] : Byte.space
            return text[at] != .ascii("\\") || next.isWhiteSpace || next.isLetter || next.isDigit
                || next >= 0x80
        }.map { text[$0] }
    }
}

extension Token {
    /// Whether it may stand after an action's words without being one of them.
    fileprivate var isAnnotation: Bool {
        switch kind {
        case .date, .repeats, .ignored, .comment, .from, .via: !range.isEmpty
        case .box, .tag, .unknownTag, .topic, .badDate, .blockID: false
        }
    }
}
