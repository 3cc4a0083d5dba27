package import Markup
internal import Notes

/// Reads the tags of a template from its bytes, without recursion.
package struct TemplateParser {
    package private(set) var tokens: [Template.Token] = []
    private let source: Source
    private let names: [String]
    /// The open sections, each with its tag and the index of its token.
    private var open: [(tag: Tag, token: Int)] = []

    private static let opening = Array("{{".utf8)

    package init(_ source: Source, names: [String]) {
        self.source = source
        self.names = names
    }

    private struct Tag {
        /// The sign before the name: `#`, `^`, `/` or `!`; nil if there is none.
        let sign: UInt8?
        let name: String
        let range: Range<Int>

        /// Whether the tag adds nothing to the text, so that its line is removed if the tag stands alone on
        /// it.
        var isSilent: Bool { sign != nil }
    }

    package mutating func parse() throws(Template.Failure) {
        let bytes = source.bytes
        if let bad = Encoding.firstInvalidByte(in: bytes) { throw failure(at: bad, "this is not UTF-8") }
        var at = source.whole(line: 1).lowerBound
        var text = at
        while at < bytes.count {
            guard bytes[at...].starts(with: Self.opening) else {
                at += 1
                continue
            }
            let tag = try tag(at: at)
            let range = tag.isSilent ? wholeLine(around: tag.range, from: text) : tag.range
            add(bytes[text..<range.lowerBound])
            try add(tag)
            at = range.upperBound
            text = at
        }
        add(bytes[text...])
        if let last = open.last {
            let sign = last.tag.sign == .ascii("^") ? "^" : "#"
            throw failure(at: last.tag.range.lowerBound, "{{\(sign)\(last.tag.name)}} is never closed")
        }
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>) {
        if !bytes.isEmpty { tokens.append(.text(Array(bytes))) }
    }

    private mutating func add(_ tag: Tag) throws(Template.Failure) {
        switch tag.sign {
        case .ascii("!"): return
        case .ascii("#"), .ascii("^"):
            try check(tag)
            open.append((tag, tokens.count))
            tokens.append(.section(tag.name, isInverted: tag.sign == .ascii("^"), end: 0))
        case .ascii("/"):
            guard let section = open.popLast() else {
                throw failure(at: tag.range.lowerBound, "{{/\(tag.name)}} closes nothing")
            }
            guard section.tag.name == tag.name,
                case .section(let name, let isInverted, _) = tokens[section.token]
            else {
                let line = source.position(of: section.tag.range.lowerBound).line
                throw failure(
                    at: tag.range.lowerBound,
                    "{{/\(tag.name)}} closes nothing, for \(section.tag.name) of line \(line) is open")
            }
            tokens[section.token] = .section(name, isInverted: isInverted, end: tokens.count)
            tokens.append(.end(section.token))
        default:
            try check(tag)
            tokens.append(.value(tag.name))
        }
    }

    private func check(_ tag: Tag) throws(Template.Failure) {
        if tag.name == ".", tag.sign == nil, !open.isEmpty { return }
        if names.contains(tag.name) { return }
        let known = Wording.list(names)
        throw failure(
            at: tag.range.lowerBound,
            tag.name.isEmpty ? "a tag without a name" : "there is no \(tag.name) here; there are \(known)")
    }

    /// Returns the tag that begins at an offset.
    private func tag(at start: Int) throws(Template.Failure) -> Tag {
        let bytes = source.bytes
        let isTriple = bytes[start...].starts(with: "{{{".utf8)
        let content = start + (isTriple ? 3 : 2)
        let closing = Array((isTriple ? "}}}" : "}}").utf8)
        var end = content
        while end < bytes.count, !bytes[end...].starts(with: closing) { end += 1 }
        guard end < bytes.count else { throw failure(at: start, "this tag is never closed") }
        let range = start..<end + closing.count
        var text = bytes[content..<end]
        var sign: UInt8?
        if let first = text.first, !isTriple {
            switch first {
            case .ascii("#"), .ascii("^"), .ascii("/"), .ascii("!"):
                sign = first
                text = text.dropFirst()
            case .ascii("&"): text = text.dropFirst()
            case .ascii(">"), .ascii("="), .ascii("<"), .ascii("$"), .ascii("%"):
                let mark = Unicode.Scalar(first)
                throw failure(
                    at: start,
                    "tags with \(mark) are not understood; there are {{name}}, {{#…}}, {{^…}}, {{!…}}")
            default: break
            }
        }
        let name = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        return Tag(sign: sign, name: name.joined(separator: " "), range: range)
    }

    /// Returns the whole line of a tag with its line end, if the tag stands alone on the line; otherwise the
    /// range of the tag.
    ///
    /// `tag` is the range of the tag, and `start` is where the text that no tag has taken yet begins.
    private func wholeLine(around tag: Range<Int>, from start: Int) -> Range<Int> {
        let first = source.whole(line: source.position(of: tag.lowerBound).line)
        let lastLine = source.position(of: max(tag.upperBound - 1, tag.lowerBound)).line
        let last = source.whole(line: lastLine)
        let content = source.content(ofLine: lastLine)
        guard first.lowerBound >= start,
            source.bytes[first.lowerBound..<tag.lowerBound].allSatisfy(\.isBlank),
            source.bytes[tag.upperBound..<max(content.upperBound, tag.upperBound)].allSatisfy(\.isBlank)
        else { return tag }
        return first.lowerBound..<last.upperBound
    }

    private func failure(at offset: Int, _ reason: String) -> Template.Failure {
        Template.Failure(position: source.position(of: offset), reason: reason)
    }
}
