internal import Markup

/// A part of a mail, or the whole mail: headers, and the body below them.
package struct MailPart {
    private var headers: [(name: String, value: String)] = []
    package let body: ArraySlice<UInt8>
    /// Whether the lines above the first empty line are the headers of a mail and nothing else.
    package let isMail: Bool

    private static let ofMail: Set<String> = [
        "from", "date", "subject", "to", "mime-version", "received", "return-path", "delivered-to",
        "message-id",
    ]

    package init(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
        // A mailbox has a line of its own before each mail.
        if rest.starts(with: "From ".utf8) { _ = Self.line(&rest) }
        var isWhole = true
        var known = false
        while !rest.isEmpty {
            let line = Self.line(&rest)
            if line.isEmpty { break }
            if line.first == Byte.space || line.first == Byte.tab, !headers.isEmpty {
                headers[headers.count - 1].value += " " + Self.text(line).folded
            } else if let colon = line.firstIndex(of: .ascii(":")), colon > line.startIndex,
                line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
            {
                let name = Self.text(line[..<colon]).lowercased()
                headers.append((name, Self.text(line[(colon + 1)...]).folded))
                known = known || Self.ofMail.contains(name)
            } else {
                isWhole = false
                break
            }
        }
        isMail = isWhole && known
        body = rest
    }

    /// Removes and returns the next line, without its end.
    private static func line(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let end = rest.firstIndex(of: Byte.lf) ?? rest.endIndex
        let line = rest[..<end]
        rest = rest[min(end + 1, rest.endIndex)...]
        return line.last == Byte.cr ? line.dropLast() : line
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        MailDecoding.text(Array(bytes), charset: nil)
    }

    /// Returns a header's value with its encoded words decoded.
    package func header(_ name: String) -> String? {
        headers.first { $0.name == name }.map { MailDecoding.encodedWords($0.value) }
    }

    private var type: String { header("content-type")?.lowercased() ?? "text/plain" }

    package var isPlainText: Bool { type.hasPrefix("text/plain") }
    package var isAttachment: Bool {
        header("content-disposition")?.lowercased().hasPrefix("attachment") ?? false
    }

    /// Returns a parameter of the type, such as `charset` or `boundary`, as it is written.
    private func parameter(_ name: String) -> String? {
        var isQuoted = false
        let parts = (header("content-type") ?? "").split { mark in
            if mark == "\"" { isQuoted.toggle() }
            return mark == ";" && !isQuoted
        }
        for part in parts.dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1).map { String($0).folded }
            if pair.count == 2, pair[0].lowercased() == name {
                return pair[1].hasPrefix("\"") ? String(pair[1].dropFirst().prefix { $0 != "\"" }) : pair[1]
            }
        }
        return nil
    }

    /// The body as text.
    package var text: String {
        let encoding = header("content-transfer-encoding")?.lowercased()
        let bytes =
            switch encoding {
            case "base64": MailDecoding.base64(body)
            case "quoted-printable": MailDecoding.quotedPrintable(body)
            default: Array(body)
            }
        let text = MailDecoding.text(bytes, charset: parameter("charset"))
        guard parameter("format")?.lowercased() == "flowed" else { return text }
        return MailDecoding.unflowed(text)
    }

    /// The parts of the body: those of a multipart body, or the one mail that was forwarded.
    package var parts: [MailPart] {
        if type.hasPrefix("message/rfc822") { return [MailPart(body)] }
        guard type.hasPrefix("multipart/"), let boundary = parameter("boundary"), !boundary.isEmpty else {
            return []
        }
        let mark = Array("--\(boundary)".utf8)
        var parts: [MailPart] = []
        var start: Int?
        var rest = body
        while !rest.isEmpty {
            let lineStart = rest.startIndex
            let line = Self.line(&rest)
            guard line.starts(with: mark) else { continue }
            let end = line.dropFirst(mark.count)
            let isLast = end.starts(with: "--".utf8)
            guard isLast || end.allSatisfy(\.isWhiteSpace) else { continue }
            if let start { parts.append(MailPart(body[start..<lineStart])) }
            start = isLast ? nil : rest.startIndex
            if isLast { break }
        }
        if let start { parts.append(MailPart(body[start...])) }
        return parts
    }
}
