internal import Markup

/// What stands between an item's words and its id: topics and dates, as the list has them or as somebody's editor has
/// put them there.
///
/// Dates within the words are the words', whatever they look like.
struct ItemTail {
    private(set) var due: CalendarDate?
    private(set) var scheduled: CalendarDate?
    private(set) var done: CalendarDate?
    private(set) var dropped: CalendarDate?
    /// The names of topics, in small letters.
    private(set) var topics: Set<String> = []
    /// Whether it is topics, dates and other annotations, and no words besides.
    private(set) var isPure = true

    /// Reads what stands after an item's words.
    init(_ bytes: ArraySlice<UInt8>) {
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

    /// Reads the dates that follow an id right away, where some editors put the day of a tick.
    mutating func addDates(rightAfterID bytes: ArraySlice<UInt8>) {
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

    /// Where the topics and dates begin that a text ends in, where its words are not known.
    static func start(in text: ArraySlice<UInt8>) -> Int { starts(in: text).last ?? text.endIndex }

    /// Where each of the topics and dates begins that a text ends in, from the last on.
    static func starts(in text: ArraySlice<UInt8>) -> [Int] {
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

    /// A line of ours has seldom more topics and dates than this.
    private static let mostAdded = 32

    /// Whether a word is a topic, or a date as the list writes it and nothing else.
    private static func isAdded(_ word: Span<UInt8>) -> Bool {
        let start = word[0] == .ascii("\\") ? 1 : 0
        if start < word.count, word[start] == .ascii("#") { return true }
        let names: [StaticString] = ["due:", "scheduled:", "done:", "dropped:"]
        return names.contains { name in
            word.has(name, at: 0) && word.count == name.utf8CodeUnitCount + 10
                && CalendarDate(ascii: word, at: name.utf8CodeUnitCount) != nil
        }
    }

    /// A text without the backslashes that other tools put in front of signs.
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
