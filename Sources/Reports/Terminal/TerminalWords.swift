internal import Markup
internal import Notes

/// Inlines as a terminal shows them, cut into words.
///
/// A line may break between two of them.
package struct TerminalWords {
    package struct Word {
        package var bytes: [UInt8]
        package var width: Int
    }

    package private(set) var words: [Word] = []
    /// Whether the next inline continues the last word, because no white space has come between.
    private var isOpen = false
    private let look: TerminalLook

    package init(_ content: [Inline], _ look: TerminalLook) {
        self.look = look
        for inline in content { add(inline) }
    }

    /// All the words on one line.
    package var line: [UInt8] { Array(words.map(\.bytes).joined(separator: [Byte.space])) }

    package var width: Int { words.reduce(max(words.count - 1, 0)) { $0 + $1.width } }

    private mutating func add(_ inline: Inline) {
        switch inline {
        case .text(let text): add(text)
        case .strong(let text): add(text, .bold, mark: "**")
        case .code(let text): add(text, .cyan, mark: "`")
        case .link(let text, let destination):
            let isLink = look.hasLinks
            add(
                text, .dim, start: isLink ? "\u{1B}]8;;\(Self.address(destination))\u{1B}\\" : "",
                end: isLink ? "\u{1B}]8;;\u{1B}\\" : "")
        case .chart(let counts, let highest): add(Sparkline.text(counts, highest: highest), .green)
        // A mark is for programs to follow.
        case .mark: break
        }
    }

    /// Adds text.
    ///
    /// `mark` stands before and after the text if there is no colour for its style. `start` is sent to the
    /// terminal before each word, and `end` after it.
    private mutating func add(
        _ text: String, _ style: TerminalStyle? = nil, mark: String = "", start: String = "", end: String = ""
    ) {
        let isStyled = look.isStyled && style != nil
        let visible = isStyled || mark.isEmpty ? VisibleText.line(text) : mark + VisibleText.line(text) + mark
        let (before, after) = (
            start + (isStyled ? style?.start ?? "" : ""), (isStyled ? TerminalStyle.end : "") + end
        )
        visible.withBytes { text in
            var at = 0
            while let range = text.word(from: at) {
                if range.lowerBound > at { isOpen = false }
                let word = text.extracting(range)
                var bytes = Array(before.utf8)
                bytes.append(contentsOf: word)
                bytes += after.utf8
                append(bytes, width: TextWidth.of(word))
                at = range.upperBound
            }
            if at < text.count { isOpen = false }
        }
    }

    private mutating func append(_ bytes: [UInt8], width: Int) {
        if isOpen, !words.isEmpty {
            words[words.count - 1].bytes += bytes
            words[words.count - 1].width += width
        } else {
            words.append(Word(bytes: bytes, width: width))
        }
        isOpen = true
    }

    /// Returns an address as a terminal accepts it, in printable ASCII.
    private static func address(_ destination: String) -> String {
        var bytes: [UInt8] = []
        for byte in destination.utf8 {
            if byte > 0x20, byte < 0x7F {
                bytes.append(byte)
            } else {
                bytes.appendPercentEncoded(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// How text stands out, as the number that the terminal expects.
package enum TerminalStyle: String {
    case bold = "1"
    case dim = "2"
    case green = "32"
    case cyan = "36"

    package var start: String { "\u{1B}[\(rawValue)m" }
    package static let end = "\u{1B}[0m"
}
