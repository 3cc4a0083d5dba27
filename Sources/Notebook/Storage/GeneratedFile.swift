internal import Markup

/// A report in a file: front matter that says that Debrief wrote it, and a region that Debrief writes anew,
/// between two comments. All else in it is the person's, and stays.
public struct GeneratedFile: Sendable {
    /// What writing a report came to.
    public enum Outcome: Sendable, Equatable {
        case created, updated
        /// It said all that already, and was not touched.
        case unchanged
    }

    /// What a report is about, so that none is written over one of another kind: a checklist has ticks in it.
    public enum Kind: String, Sendable, CaseIterable {
        case summary, checklist, prep, ask
    }

    public let path: String
    public let kind: Kind

    public init(path: String, kind: Kind) {
        self.path = path
        self.kind = kind
    }

    private static let begin = Array("<!-- debrief:begin -->".utf8)
    private static let end = Array("<!-- debrief:end -->".utf8)

    /// Writes a report's body into the file's region.
    ///
    /// - Parameters:
    ///   - body: markdown, its lines ending in LF. It has no line that looks like one of the comments.
    ///   - notebook: the way from the file's folder to its notebook, to be put into a new file's front matter.
    /// - Throws: where the file is one that Debrief did not write, or its region cannot be told; it is left as
    ///   it is then.
    @discardableResult
    public func write(_ body: [UInt8], notebook: String? = nil) throws(WriteFailure) -> Outcome {
        let old = try bytes()
        return try write(try whole(old, with: body, notebook: notebook), over: old)
    }

    /// The file's bytes; nil where there is none.
    func bytes() throws(WriteFailure) -> [UInt8]? {
        do {
            return try FileReader.contents(of: Array(path.utf8)).bytes
        } catch {
            if error.isMissing { return nil }
            throw error.asWriteFailure
        }
    }

    /// What the file is to be with another body, where it was `old`, or was not there.
    func whole(_ old: [UInt8]?, with body: [UInt8], notebook: String?) throws(WriteFailure) -> [UInt8] {
        guard let old else { return Self.whole(body, kind: kind, notebook: notebook) }
        let source = Source(old)
        if let other = Self.kind(of: source), other != kind { throw .otherReport(other.rawValue) }
        return try Self.edit(of: source, to: body).applied().bytes
    }

    /// Writes the file, if it is still as it was, or still not there.
    func write(_ new: [UInt8], over old: [UInt8]?) throws(WriteFailure) -> Outcome {
        let path = Array(path.utf8)
        guard let old else {
            try FileWriter.create(path, new)
            return .created
        }
        if old == new { return .unchanged }
        try FileWriter.replace(path, old: old, with: new)
        return .updated
    }

    /// What is written into a new file.
    static func whole(_ body: [UInt8], kind: Kind, notebook: String? = nil) -> [UInt8] {
        var bytes = frontMatter(kind: kind, notebook: notebook) + [Byte.lf]
        bytes += begin + [Byte.lf] + terminated(body) + end + [Byte.lf]
        return bytes
    }

    /// What kind of report a file says that it is.
    private static func kind(of source: Source) -> Kind? {
        guard let frontMatter = FrontMatter(of: source), case .success(let pairs) = frontMatter.content else {
            return nil
        }
        for pair in pairs where pair.key == "report" {
            if case .scalar(let name, _) = pair.value { return Kind(rawValue: name) }
        }
        return nil
    }

    /// The front matter by which a report is known, and perhaps where its notebook is.
    private static func frontMatter(kind: Kind, notebook: String?) -> [UInt8] {
        var bytes = Array("---\ngenerated-by: debrief\nreport: \(kind.rawValue)\n".utf8)
        if let notebook {
            var writer = JSONWriter()
            // A string of JSON is one of YAML too.
            writer.string(notebook)
            bytes += Array("notebook: ".utf8) + writer.bytes + [Byte.lf]
        }
        return bytes + Array("---\n".utf8)
    }

    /// The edit that gives a file a new body, with the line ends of the file's own comments.
    static func edit(of source: Source, to body: [UInt8]) throws(WriteFailure) -> Edit {
        let region = try region(of: source)
        let line = source.position(of: region.lowerBound - 1).line
        let lineEnd = source.bytes[
            source.content(ofLine: line).upperBound..<source.whole(line: line).upperBound]
        var bytes = terminated(body)
        if !lineEnd.elementsEqual([Byte.lf]) {
            bytes = Array(
                bytes.split(separator: Byte.lf, omittingEmptySubsequences: false).joined(separator: lineEnd))
        }
        guard let edit = try? Edit(of: source, [Edit.Replacement(region, with: bytes)]) else {
            throw .noRegion
        }
        return edit
    }

    /// The bytes between the two comments: the body as it was written last, and perhaps changed by hand since.
    ///
    /// - Throws: where the file is one that Debrief did not write, or has not each of the comments once.
    static func region(of source: Source) throws(WriteFailure) -> Range<Int> {
        guard let frontMatter = FrontMatter(of: source), case .success(let pairs) = frontMatter.content,
            FrontMatterReader.isGenerated(pairs)
        else { throw .notGenerated }
        let first = frontMatter.lines.upperBound
        let lines = first <= source.lineCount ? Array(first...source.lineCount) : []
        let begins = lines.filter { isComment(begin, source, line: $0) }
        let ends = lines.filter { isComment(end, source, line: $0) }
        guard begins.count == 1, ends.count == 1, begins[0] < ends[0] else { throw .noRegion }
        return source.whole(line: begins[0]).upperBound..<source.whole(line: ends[0]).lowerBound
    }

    private static func isComment(_ comment: [UInt8], _ source: Source, line: Int) -> Bool {
        let content = source.bytes[source.content(ofLine: line)]
        return content.starts(with: comment) && content.dropFirst(comment.count).allSatisfy(\.isBlank)
    }

    private static func terminated(_ body: [UInt8]) -> [UInt8] {
        body.isEmpty || body.last == Byte.lf ? body : body + [Byte.lf]
    }
}

extension FileReader.Failure {
    fileprivate var asWriteFailure: WriteFailure {
        switch self {
        case .unreadable(let error): .system("it could not be read", error)
        case .notRegular(let kind): .notAFile(kind: kind)
        case .isFolder: .notAFile(kind: FileKind.folder.description)
        case .tooLarge: .notGenerated
        }
    }
}
