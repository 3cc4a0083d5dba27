internal import Markup
internal import Notes
internal import Reports

/// The part of a report's file between the two comments: a body that Debrief wrote, and what somebody may
/// have made of it since.
///
/// The opening comment has a hash of the body that was written, so that the file itself tells whether it
/// still has that body.
struct GeneratedRegion {
    private let source: Source
    /// The opening comment.
    private let opening: Range<Int>
    /// The bytes between the lines of the two comments.
    let range: Range<Int>
    private let lines: Range<Int>
    /// The hash in the opening comment; empty if somebody removed it.
    private let hash: String

    private static let begin = Array("<!-- debrief:begin ".utf8)
    private static let end = Array("<!-- debrief:end ".utf8)
    private static let close = Array("-->".utf8)

    /// Finds the region of a report.
    ///
    /// - Throws: If Debrief did not write the file, or if the file does not have each of the comments exactly
    ///   once.
    init(of source: Source) throws(WriteFailure) {
        guard let frontMatter = FrontMatter(of: source), case .success(let pairs) = frontMatter.content,
            FrontMatterReader.isGenerated(pairs)
        else { throw .notGenerated() }
        let first = frontMatter.lines.upperBound
        let all = first <= source.lineCount ? first..<source.lineCount + 1 : first..<first
        let begins = all.compactMap { line in
            Self.comment(Self.begin, source, line: line).map { (line: line, comment: $0) }
        }
        let ends = all.filter { Self.comment(Self.end, source, line: $0) != nil }
        guard begins.count == 1, ends.count == 1, begins[0].line < ends[0] else { throw .noRegion }
        let (line, comment) = begins[0]
        self.source = source
        (opening, hash) = (comment.range, comment.content)
        lines = line + 1..<ends[0]
        range = source.whole(line: line).upperBound..<source.whole(line: ends[0]).lowerBound
    }

    /// Returns a comment that fills its line, and what it says after its name; nil for any other line.
    private static func comment(
        _ start: [UInt8], _ source: Source, line: Int
    ) -> (range: Range<Int>, content: String)? {
        var range = source.content(ofLine: line)
        guard source.bytes[range].starts(with: start) else { return nil }
        while let last = source.bytes[range].last, last.isBlank { range.removeLast() }
        let bytes = source.bytes[range]
        guard bytes.count >= start.count + close.count, bytes.suffix(close.count).elementsEqual(close) else {
            return nil
        }
        let words = bytes.dropFirst(start.count).dropLast(close.count).split { $0.isBlank }
        // A comment with more than a hash in it would be somebody's words.
        guard words.count <= 1, words.joined().allSatisfy({ $0.isLetter || $0.isDigit }) else { return nil }
        return (range, String(decoding: words.first ?? [], as: UTF8.self))
    }

    /// Whether the body is the one that was written, by the hash in the opening comment.
    func isAsWritten(of kind: ReportKind) -> Bool {
        BodyLines(of: source, in: [lines], kind).hash == hash
    }

    /// Returns a region with a new body and the comments around it.
    static func around(_ body: [UInt8], of kind: ReportKind) -> [UInt8] {
        opening(of: body, kind) + [Byte.lf] + terminated(body) + end + close + [Byte.lf]
    }

    private static func opening(of body: [UInt8], _ kind: ReportKind) -> [UInt8] {
        begin + Array("\(BodyLines(of: body, kind).hash) ".utf8) + close
    }

    private static func terminated(_ body: [UInt8]) -> [UInt8] {
        body.isEmpty || body.last == Byte.lf ? body : body + [Byte.lf]
    }

    // MARK: A new body

    /// The heading above somebody's own items in a checklist, after all others.
    private static let aboveOwn = Array("\n## Your own\n\n".utf8)

    /// Returns the edit that gives the file a new body, with the line ends of the file's own comments.
    ///
    /// Somebody's own items in a checklist are kept after it, as they are.
    ///
    /// - Parameters:
    ///   - body: The new body.
    ///   - kind: The kind of report that the file holds.
    ///   - previous: The body that was written last, if it is known. As long as the file still has it,
    ///     nothing in it is anybody's.
    ///   - others: Extra lines that may be overwritten although the new body lacks them.
    /// - Returns: The edit of the region and of the comment before it.
    /// - Throws: `WriteFailure.handWritten` if something would be lost that somebody wrote.
    func edit(
        to body: [UInt8], of kind: ReportKind, after previous: [UInt8]?, besides others: () -> [UInt8]
    ) throws(WriteFailure) -> Edit {
        var (body, own) = (Self.terminated(body), [UInt8]())
        let isAsWritten =
            previous.map { source.bytes.span.extracting(range).isSame(as: Self.terminated($0).span) } ?? false
        // Usually nothing in the region is anybody's.
        if !isAsWritten, !self.isAsWritten(of: kind) {
            let items = kind == .checklist ? ChecklistReader.ownItems(of: source, in: lines) : []
            own = items.flatMap(bytes(ofItem:))
            let rest = BodyLines(of: source, in: lines.without(items), kind)
            if rest.hash != hash {
                let known = [body, others(), Self.aboveOwn].map { BodyLines(of: $0, kind) }
                if let line = rest.firstLine(missingIn: known) { throw .handWritten(line: line) }
            }
        }
        if !own.isEmpty { body += Self.aboveOwn }
        let comment = Self.opening(of: body, kind)
        let lineEnd = source.bytes[
            source.content(ofLine: lines.lowerBound - 1).upperBound..<range.lowerBound]
        var bytes = body + own
        if !lineEnd.elementsEqual([Byte.lf]) {
            bytes = Array(
                bytes.split(separator: Byte.lf, omittingEmptySubsequences: false).joined(separator: lineEnd))
        }
        let replacements = [Edit.Replacement(opening, with: comment), Edit.Replacement(range, with: bytes)]
        guard let edit = try? Edit(of: source, replacements) else { throw .noRegion }
        return edit
    }

    /// Returns the lines of an item as they are, without blank ones at the end.
    private func bytes(ofItem item: Range<Int>) -> [UInt8] {
        var lines = item.map { source.bytes[source.content(ofLine: $0)] }
        while lines.last?.allSatisfy(\.isBlank) == true { lines.removeLast() }
        return lines.flatMap { $0 + [Byte.lf] }
    }
}

extension Range<Int> {
    /// Returns what is left of the range without some parts, which must be in order.
    fileprivate func without(_ parts: [Range<Int>]) -> [Range<Int>] {
        var rest: [Range<Int>] = []
        var start = lowerBound
        for part in parts {
            rest.append(start..<part.lowerBound)
            start = part.upperBound
        }
        return rest + [start..<upperBound]
    }
}
