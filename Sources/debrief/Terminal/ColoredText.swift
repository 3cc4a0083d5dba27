/// What kind of text is printed, which decides what of it has colour.
enum TextKind {
    /// What is for a program to read, such as JSON: never in colour.
    case data
    case plain
    /// `path:line:column: text` and its like, with a severity perhaps.
    case places
    case diff
    case markdown
    /// What was made for a terminal, safe to look at, with its colours in it.
    case prepared
}

/// Text with the terminal's sequences for colour in it. It reads as before where they are taken out again.
struct ColoredText {
    private var result: [UInt8] = []

    static func bytes(_ bytes: [UInt8], as kind: TextKind) -> [UInt8] {
        if kind == .plain || kind == .data || kind == .prepared { return bytes }
        var text = ColoredText()
        text.result.reserveCapacity(bytes.count + bytes.count / 4)
        for line in bytes.split(separator: lf, omittingEmptySubsequences: false) {
            switch kind {
            case .plain, .data, .prepared: text.result += line
            case .places: text.place(line)
            case .diff: text.difference(line)
            case .markdown: text.markdown(line)
            }
            text.result.append(lf)
        }
        // The split leaves an empty line behind the last line end, and one too many is written behind a last line
        // that has none.
        text.result.removeLast()
        return text.result
    }

    /// How text stands out, as the number that the terminal takes.
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

    // MARK: Places

    private mutating func place(_ line: ArraySlice<UInt8>) {
        guard let end = Self.endOfPlace(line) else {
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

    /// Where the place ends that a line begins with: behind the last colon of `path:line:` or `path:line:column:`.
    private static func endOfPlace(_ line: ArraySlice<UInt8>) -> Int? {
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

    /// Headings and strong words stand out; what is there for a program to follow stands back.
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

    /// Where a span ends: behind its next delimiter.
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
