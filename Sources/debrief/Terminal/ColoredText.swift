/// The kind of text that is printed, which decides what has colour.
enum TextKind {
    /// Text for a program to read, such as JSON. It never has colour.
    case data
    case plain
    /// `path:line:column: text` and similar lines, which may have a severity.
    case positions
    case diff
    case markdown
    /// Text that was made for a terminal. It is safe to show, and has its colours already.
    case prepared
}

/// Text with the terminal's sequences for colour.
///
/// Without them, it is the same text as before.
struct ColoredText {
    private var result: [UInt8] = []

    static func bytes(_ bytes: [UInt8], as kind: TextKind) -> [UInt8] {
        if kind == .plain || kind == .data || kind == .prepared { return bytes }
        var text = ColoredText()
        text.result.reserveCapacity(bytes.count + bytes.count / 4)
        for line in bytes.split(separator: lf, omittingEmptySubsequences: false) {
            switch kind {
            case .plain, .data, .prepared: text.result += line
            case .positions: text.position(line)
            case .diff: text.difference(line)
            case .markdown: text.markdown(line)
            }
            text.result.append(lf)
        }
        // If the text ends with a line end, the split leaves an empty line after it. If it does not, the loop
        // has written one line end too many.
        text.result.removeLast()
        return text.result
    }

    /// How text stands out, as the number that the terminal expects.
    private enum Style: String {
        case bold = "1"
        case dim = "2"
        case red = "31"
        case green = "32"
        case cyan = "36"
        case boldRed = "1;31"
        case boldYellow = "1;33"
        case boldCyan = "1;36"
    }

    private mutating func add(_ text: some Collection<UInt8>, _ style: Style) {
        if text.isEmpty { return }
        result += Array("\u{1B}[\(style.rawValue)m".utf8)
        result += text
        result += Array("\u{1B}[0m".utf8)
    }

    // MARK: Positions

    private mutating func position(_ line: ArraySlice<UInt8>) {
        guard let end = Self.endOfPosition(line) else {
            result += line
            return
        }
        add(line[..<end], .bold)
        let rest = line[end...]
        for (word, style) in Self.severities where rest.starts(with: word.utf8) {
            add(rest.prefix(word.utf8.count), style)
            let message = rest.dropFirst(word.utf8.count)
            let code = message.last == UInt8(ascii: "]") ? message.lastIndex(of: UInt8(ascii: "[")) : nil
            result += message[..<(code ?? message.endIndex)]
            add(message[(code ?? message.endIndex)...], .dim)
            return
        }
        result += rest
    }

    private static let severities: [(word: String, style: Style)] = [
        (" error:", .boldRed), (" warning:", .boldYellow), (" note:", .boldCyan),
    ]

    /// Returns where the position at the beginning of a line ends: after the last colon of `path:line:` or
    /// `path:line:column:`.
    private static func endOfPosition(_ line: ArraySlice<UInt8>) -> Int? {
        var at = line.startIndex
        while let colon = line[at...].firstIndex(of: UInt8(ascii: ":")) {
            var (end, numbers) = (colon + 1, 0)
            while numbers < 2 {
                let digits = line[end...].prefix { $0 >= 0x30 && $0 <= 0x39 }
                guard !digits.isEmpty, digits.endIndex < line.endIndex,
                    line[digits.endIndex] == UInt8(ascii: ":")
                else { break }
                (end, numbers) = (digits.endIndex + 1, numbers + 1)
            }
            if numbers > 0, end < line.endIndex, line[end] == UInt8(ascii: " ") { return end }
            at = colon + 1
        }
        return nil
    }

    // MARK: Differences

    private mutating func difference(_ line: ArraySlice<UInt8>) {
        if line.starts(with: "--- ".utf8) || line.starts(with: "+++ ".utf8) {
            add(line, .bold)
        } else if line.starts(with: "@@".utf8) {
            add(line, .cyan)
        } else if line.first == UInt8(ascii: "-") {
            add(line, .red)
        } else if line.first == UInt8(ascii: "+") {
            add(line, .green)
        } else {
            result += line
        }
    }

    // MARK: Markdown

    /// Makes headings and strong words stand out, and what is for programs fade.
    private mutating func markdown(_ line: ArraySlice<UInt8>) {
        if line.first == UInt8(ascii: "#") { return add(line, .bold) }
        if line.starts(with: "<!--".utf8) { return add(line, .dim) }
        var at = line.startIndex
        while at < line.endIndex {
            let rest = line[at...]
            if line[at] == UInt8(ascii: "\\") {
                result += rest.prefix(2)
                at += min(2, rest.count)
            } else if line[at] == UInt8(ascii: "`"), let end = Self.end(of: "`", in: rest, from: 1) {
                add(line[at..<end], .cyan)
                at = end
            } else if rest.starts(with: "**".utf8), let end = Self.end(of: "**", in: rest, from: 2) {
                add(line[at..<end], .bold)
                at = end
            } else if rest.starts(with: "](".utf8), let end = Self.end(of: ")", in: rest, from: 2) {
                result.append(line[at])
                add(line[(at + 1)..<end], .dim)
                at = end
            } else {
                result.append(line[at])
                at += 1
            }
        }
    }

    /// Returns where a span ends, which is after its next delimiter.
    private static func end(of delimiter: String, in text: ArraySlice<UInt8>, from offset: Int) -> Int? {
        var at = text.startIndex + offset
        while at < text.endIndex {
            if text[at...].starts(with: delimiter.utf8) { return at + delimiter.utf8.count }
            at += 1
        }
        return nil
    }
}

private let lf = UInt8(ascii: "\n")
