internal import Markup

/// Inlines as markdown, in words: the pieces between which a line may break.
///
/// The words lie one behind another in one buffer, for a report has thousands of them.
struct MarkdownWords {
    private(set) var bytes: [UInt8] = []
    private var starts: [Int] = []
    /// Whether what follows belongs to the last word, for no white space has come between.
    private var isOpen = false

    init(_ content: [Inline]) {
        for inline in content { add(inline) }
    }

    var count: Int { starts.count }

    /// Where a word stands among the bytes.
    subscript(_ number: Int) -> Range<Int> {
        starts[number]..<(number + 1 < starts.count ? starts[number + 1] : bytes.count)
    }

    /// All of them on one line.
    var joined: [UInt8] {
        var line: [UInt8] = []
        for number in 0..<count {
            if number > 0 { line.append(Byte.space) }
            line.append(contentsOf: bytes.span.extracting(self[number]))
        }
        return line
    }

    private mutating func add(_ inline: Inline) {
        switch inline {
        case .text(let text): text.withBytes { add($0) }
        case .strong(let text): text.withBytes { addStrong($0) }
        case .code(let text):
            begin()
            MarkdownEscape.appendCode(text.folded, to: &bytes)
        case .link(let text, let destination):
            begin()
            bytes.append(.ascii("["))
            text.withBytes { MarkdownEscape.appendWords(of: $0, to: &bytes) }
            bytes.append(contentsOf: "](".utf8)
            bytes.append(contentsOf: destination.utf8)
            bytes.append(.ascii(")"))
        case .chart(let text):
            begin()
            bytes.append(contentsOf: text.utf8)
        }
    }

    private mutating func add(_ text: Span<UInt8>) {
        var at = 0
        while let word = text.word(from: at) {
            if word.lowerBound > at { isOpen = false }
            begin()
            MarkdownEscape.append(text.extracting(word), to: &bytes)
            at = word.upperBound
        }
        if at < text.count { isOpen = false }
    }

    private mutating func addStrong(_ text: Span<UInt8>) {
        var at = 0
        while let word = text.word(from: at) {
            if at > 0 { isOpen = false }
            begin()
            if at == 0 { bytes.append(contentsOf: "**".utf8) }
            MarkdownEscape.append(text.extracting(word), to: &bytes)
            at = word.upperBound
        }
        if at > 0 { bytes.append(contentsOf: "**".utf8) }
        isOpen = true
    }

    /// Begins a word where none is open. From here on one is.
    private mutating func begin() {
        if !isOpen || starts.isEmpty { starts.append(bytes.count) }
        isOpen = true
    }
}
