internal import Markup

/// Inlines as markdown, cut into words.
///
/// A line may break between two of them.
package struct MarkdownWords {
    /// All the words on one line, with single spaces between them.
    package private(set) var line: [UInt8] = []
    private var starts: [Int] = []
    /// Whether the next inline continues the last word, because no white space has come between.
    private var isOpen = false

    package init() {}

    package init(_ content: [Inline]) {
        read(content)
    }

    /// Reads inlines in place of those that were read before.
    package mutating func read(_ content: [Inline]) {
        line.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        isOpen = false
        var number = 0
        while number < content.count {
            guard case .text(var text) = content[number] else {
                add(content[number])
                number += 1
                continue
            }
            // Texts side by side are joined, because what has to be escaped depends on its neighbours.
            number += 1
            while number < content.count, case .text(let next) = content[number] {
                text += next
                number += 1
            }
            text.withBytes { add($0) }
        }
    }

    package var count: Int { starts.count }

    /// Returns the range of a word in the line.
    package subscript(_ number: Int) -> Range<Int> {
        starts[number]..<(number + 1 < starts.count ? starts[number + 1] - 1 : line.count)
    }

    private mutating func add(_ inline: Inline) {
        switch inline {
        case .text(let text): text.withBytes { add($0) }
        case .strong(let text): text.withBytes { addStrong($0) }
        case .code(let text):
            begin()
            MarkdownEscape.appendCode(text, to: &line)
        case .link(let text, let destination)
        where text == destination && (text.hasPrefix("https://") || text.hasPrefix("http://")):
            begin()
            line.append(contentsOf: "<\(destination)>".utf8)
        case .link(let text, let destination):
            begin()
            // An exclamation mark right before a link would make it an image.
            if line.count > starts[starts.count - 1], line.last == .ascii("!") {
                line.insert(.ascii("\\"), at: line.count - 1)
            }
            line.append(.ascii("["))
            text.withBytes { MarkdownEscape.appendWords(of: $0, to: &line) }
            line.append(contentsOf: "](".utf8)
            line.append(contentsOf: destination.utf8)
            line.append(.ascii(")"))
        case .chart(let counts, let highest):
            begin()
            MarkdownEscape.appendCode(Sparkline.text(counts, highest: highest), to: &line)
        case .mark(let text): text.withBytes { add($0) }
        }
    }

    private mutating func add(_ text: Span<UInt8>) {
        if let plain = MarkdownEscape.plainWords(of: text) { return addPlain(text, plain) }
        var at = 0
        while let word = text.word(from: at) {
            if word.lowerBound > at { isOpen = false }
            begin()
            MarkdownEscape.append(text.extracting(word), to: &line)
            at = word.upperBound
        }
        if at < text.count { isOpen = false }
    }

    /// Adds words at once that need no escapes.
    private mutating func addPlain(_ text: Span<UInt8>, _ words: Range<Int>) {
        begin()
        let offset = line.count
        line.append(contentsOf: text.extracting(words))
        for at in words where text[at] == Byte.space { starts.append(offset + at + 1) }
        isOpen = words.upperBound == text.count
    }

    private mutating func addStrong(_ text: Span<UInt8>) {
        var at = 0
        while let word = text.word(from: at) {
            if at > 0 { isOpen = false }
            begin()
            if at == 0 { line.append(contentsOf: "**".utf8) }
            MarkdownEscape.append(text.extracting(word), to: &line)
            at = word.upperBound
        }
        if at > 0 { line.append(contentsOf: "**".utf8) }
        isOpen = true
    }

    /// Begins a word unless one is open.
    ///
    /// Afterwards one is open.
    private mutating func begin() {
        if starts.isEmpty {
            starts.append(0)
        } else if !isOpen {
            line.append(Byte.space)
            starts.append(line.count)
        }
        isOpen = true
    }
}
