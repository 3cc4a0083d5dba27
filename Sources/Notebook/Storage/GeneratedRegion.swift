internal import Markup

/// What stands between the two comments of a report's file: a body as Debrief wrote it, and what somebody may have
/// made of it since.
///
/// The opening comment has a hash of the body that was written, so that the file itself tells whether it is that
/// still.
struct GeneratedRegion {
    private let source: Source
    /// The opening comment.
    private let opening: Range<Int>
    /// What lies between the lines of the two comments.
    let range: Range<Int>
    private let lines: Range<Int>
    /// What the opening comment says; nothing where somebody took it away.
    private let hash: String

    private static let begin = Array("<!-- debrief:begin ".utf8)
    private static let end = Array("<!-- debrief:end ".utf8)
    private static let close = Array("-->".utf8)

    /// - Throws: where the file is one that Debrief did not write, or has not each of the comments once.
    init(of source: Source) throws(WriteFailure) {
        guard let frontMatter = FrontMatter(of: source), case .success(let pairs) = frontMatter.content,
            FrontMatterReader.isGenerated(pairs)
        else { throw .notGenerated }
        let first = frontMatter.lines.upperBound
        let all = first <= source.lineCount ? first..<source.lineCount + 1 : first..<first
        let begins = all.filter { Self.comment(Self.begin, source, line: $0) != nil }
        let ends = all.filter { Self.comment(Self.end, source, line: $0) != nil }
        guard begins.count == 1, ends.count == 1, begins[0] < ends[0],
            let comment = Self.comment(Self.begin, source, line: begins[0])
        else { throw .noRegion }
        self.source = source
        (opening, hash) = (comment.range, comment.content)
        lines = begins[0] + 1..<ends[0]
        range = source.whole(line: begins[0]).upperBound..<source.whole(line: ends[0]).lowerBound
    }

    /// One of the comments, where a line is nothing but that, and what it says behind its name.
    private static func comment(
        _ start: [UInt8], _ source: Source, line: Int
    ) -> (range: Range<Int>, content: String)? {
        var range = source.content(ofLine: line)
        while let last = source.bytes[range].last, last.isBlank { range.removeLast() }
        let bytes = source.bytes[range]
        guard bytes.starts(with: start), bytes.count >= start.count + close.count,
            bytes.suffix(close.count).elementsEqual(close)
        else { return nil }
        let words = bytes.dropFirst(start.count).dropLast(close.count).split { $0.isBlank }
        // With more than a hash in it, it would be somebody's words.
        guard words.count <= 1, words.joined().allSatisfy({ $0.isLetter || $0.isDigit }) else { return nil }
        return (range, String(decoding: words.first ?? [], as: UTF8.self))
    }

    /// A region with a new body, its comments around it.
    static func around(_ body: [UInt8], of kind: GeneratedFile.Kind) -> [UInt8] {
        opening(of: body, kind) + [Byte.lf] + terminated(body) + end + close + [Byte.lf]
    }

    private static func opening(of body: [UInt8], _ kind: GeneratedFile.Kind) -> [UInt8] {
        begin + Array("\(BodyLines(of: body, kind).hash) ".utf8) + close
    }

    private static func terminated(_ body: [UInt8]) -> [UInt8] {
        body.isEmpty || body.last == Byte.lf ? body : body + [Byte.lf]
    }

    /// The edit that gives the file a new body, with the line ends of the file's own comments.
    func edit(to body: [UInt8], of kind: GeneratedFile.Kind) throws(WriteFailure) -> Edit {
        let lineEnd = source.bytes[
            source.content(ofLine: lines.lowerBound - 1).upperBound..<range.lowerBound]
        var bytes = Self.terminated(body)
        if !lineEnd.elementsEqual([Byte.lf]) {
            bytes = Array(
                bytes.split(separator: Byte.lf, omittingEmptySubsequences: false).joined(separator: lineEnd))
        }
        let replacements = [
            Edit.Replacement(opening, with: Self.opening(of: body, kind)),
            Edit.Replacement(range, with: bytes),
        ]
        guard let edit = try? Edit(of: source, replacements) else { throw .noRegion }
        return edit
    }

    /// The first line that would be lost with what is there; nil where somebody has changed nothing, or nothing
    /// that the new body does not say.
    ///
    /// - Parameters:
    ///   - body: the new one.
    ///   - others: more lines with which nothing is lost.
    func lostLine(
        _ kind: GeneratedFile.Kind, under body: [UInt8], besides others: () -> [UInt8]
    ) -> Int? {
        let found = BodyLines(of: source, in: lines, kind)
        if found.hash == hash { return nil }
        return found.firstLine(missingIn: [BodyLines(of: body, kind), BodyLines(of: others(), kind)])
    }

    /// The items that somebody wrote into a checklist by hand, with the lines that belong to them, as they are.
    var ownItems: [UInt8] {
        var own: [UInt8] = []
        for item in ChecklistReader.ownItems(of: source, in: lines) {
            var lines = item.map { source.bytes[source.content(ofLine: $0)] }
            while lines.last?.allSatisfy(\.isBlank) == true { lines.removeLast() }
            for line in lines { own += line + [Byte.lf] }
        }
        return own
    }
}
