internal import Markup

/// What a mail says: its words, its sender and its day.
public struct MailMessage: Sendable, Equatable {
    /// Why a mail cannot be used.
    public enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
        case noText
        case empty
        case tooLong

        /// Why the mail cannot be used and what to give instead, in words.
        public var description: String {
            switch self {
            case .noText: "the mail has no part of plain text; copy its words, and give those"
            case .empty: "the mail says nothing"
            case .tooLong: "the mail's text is over 256 KB; give the part of it that is the answer"
            }
        }
    }

    /// The text, with lines that end in LF.
    public let text: String
    /// The sender's name.
    public let sender: String?
    /// The day on which it was sent, in the sender's time zone.
    public let day: CalendarDate?
    /// Whether an older mail that was quoted at the end was left out.
    public let hadQuotedEnd: Bool

    private static let longestText = 256 * 1024
    /// How deep the parts of a mail are searched.
    private static let mostDepth = 8

    /// Reads a mail as a file has it (`.eml`), or text alone.
    ///
    /// - Throws: If it has no plain text, says nothing, or is too long.
    public init(_ bytes: [UInt8]) throws(Failure) {
        let whole = MailPart(bytes[...])
        let body: String
        if whole.isMail {
            guard let part = Self.textPart(of: whole) else { throw .noText }
            guard part.body.count <= 2 * Self.longestText else { throw .tooLong }
            body = part.text
        } else {
            guard bytes.count <= Self.longestText else { throw .tooLong }
            body = MailDecoding.text(bytes, charset: nil)
        }
        let (lines, hadQuotedEnd) = Self.withoutQuotedEnd(Self.lines(of: body))
        guard lines.contains(where: { !$0.isEmpty }) else { throw .empty }
        text = lines.joined(separator: "\n")
        guard text.utf8.count <= Self.longestText else { throw .tooLong }
        sender = whole.isMail ? whole.header("from").flatMap(Self.name) : nil
        day = whole.isMail ? whole.header("date").flatMap(Self.day) : nil
        self.hadQuotedEnd = hadQuotedEnd
    }

    /// Returns the first part of plain text that is not an attachment.
    ///
    /// It looks through nested parts in order.
    private static func textPart(of mail: MailPart) -> MailPart? {
        var rest = [(part: mail, depth: 0)]
        while let (part, depth) = rest.popLast() {
            if part.isAttachment { continue }
            if part.isPlainText { return part }
            if depth < mostDepth { rest += part.parts.reversed().map { (part: $0, depth: depth + 1) } }
        }
        return nil
    }

    private static func lines(of text: String) -> [String] {
        var lines = [""]
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r": continue
            case "\n": lines.append("")
            case "\t": lines[lines.count - 1] += " "
            case _ where scalar.properties.generalCategory == .control: continue
            default: lines[lines.count - 1].unicodeScalars.append(scalar)
            }
        }
        return lines.map { line in
            let blanks = line.reversed().prefix { $0 == " " || $0 == "\u{A0}" }.count
            return String(line.dropLast(blanks))
        }
    }

    /// Returns the lines without an older mail that is quoted below, and without empty ones around them.
    private static func withoutQuotedEnd(_ lines: [String]) -> ([String], Bool) {
        func trimmed(_ lines: ArraySlice<String>) -> ArraySlice<String> {
            let rest = lines.drop(while: \.isEmpty)
            return rest.dropLast(rest.reversed().prefix(while: \.isEmpty).count)
        }
        let all = trimmed(lines[...])
        var rest = all
        while let last = rest.last, last.hasPrefix(">") || last.isEmpty { rest = rest.dropLast() }
        let quoted = all.count - rest.count
        // If somebody answers between the lines of a quote, or only in a quote, the answer is there.
        guard quoted > 0, rest.allSatisfy({ !$0.hasPrefix(">") }), !rest.isEmpty else {
            return (Array(all), false)
        }
        if rest.last?.hasSuffix(":") ?? false { rest = rest.dropLast() }
        let left = trimmed(rest)
        return left.isEmpty ? (Array(all), false) : (Array(left), true)
    }

    /// Returns the name in `Dana Ruiz <dana@acme.example>`, with the first name first.
    private static func name(_ from: String) -> String? {
        guard let end = from.lastIndex(of: "<") else { return nil }
        var name = String(from[..<end]).folded
        if name.count > 1, name.hasPrefix("\""), name.hasSuffix("\"") {
            name = String(name.dropFirst().dropLast())
        }
        let parts = name.split(separator: ",").map { String($0).folded }
        if parts.count == 2 { name = "\(parts[1]) \(parts[0])" }
        let words = name.split(separator: " ")
        let isName = words.allSatisfy { word in
            (word.first?.isUppercase ?? false)
                && word.allSatisfy { $0.isLetter || $0 == "." || $0 == "-" || $0 == "'" || $0 == "’" }
        }
        return isName && (1...4).contains(words.count) ? name : nil
    }

    /// Returns the day in a mail's date, `Sat, 24 Oct 2026 09:12:33 +0200`, as it is written, whatever the
    /// zone.
    private static func day(_ date: String) -> CalendarDate? {
        let words = date.split { $0 == " " || $0 == "," }
        for at in words.indices.dropLast(2) {
            let month = CalendarDate.monthNames.firstIndex { $0.prefix(3) == words[at + 1].prefix(3) }
            guard let day = Int(words[at]), let month, let year = Int(words[at + 2]) else { continue }
            return CalendarDate(year: year, month: month + 1, day: day)
        }
        return nil
    }
}
