internal import Markup
public import Reports

/// A report in a file.
///
/// Front matter says that Debrief wrote it, and Debrief rewrites the region between two comments. All else in
/// the file is the person's, and stays.
public struct GeneratedFile: Sendable {
    /// What came of writing a report.
    public enum Outcome: Sendable, Equatable {
        case created, updated
        /// The file said all that already, and was not touched.
        case unchanged
    }

    /// The file's path.
    public let path: String
    /// What the report is about.
    public let kind: ReportKind

    /// Names the file of a report.
    public init(path: String, kind: ReportKind) {
        self.path = path
        self.kind = kind
    }

    /// Whether the file is a page of HTML, all of which is Debrief's.
    var isPage: Bool { GeneratedPage.isName(path) }

    /// Whether it is a list whose ticks can be carried into the notes.
    var hasTicks: Bool { kind == .checklist && !isPage }

    /// Writes a report's body into the file's region.
    ///
    /// - Parameters:
    ///   - body: The body as markdown, with lines that end in LF. No line looks like one of the comments.
    ///   - list: The checklist whose ticks have been carried. A checklist is only written over this one as it
    ///     was read, because another may have ticks that nobody has seen.
    ///   - others: Extra lines that may be overwritten although the new body lacks them.
    ///   - notebook: The path from the file's folder to its notebook, for a new file's front matter.
    /// - Returns: Whether the file was created, updated or left unchanged.
    /// - Throws: `WriteFailure` if Debrief did not write the file, if its region is unclear, if something
    ///   would be lost that somebody wrote into it, or if it cannot be written. The file then stays as it is.
    @discardableResult
    public func write(
        _ body: [UInt8], over list: ChecklistFile? = nil,
        besides others: @autoclosure () -> [UInt8] = [], notebook: String? = nil
    ) throws(WriteFailure) -> Outcome {
        let old = try bytes()
        let new = try whole(old, with: body, besides: others(), notebook: notebook)
        if hasTicks, let old, old != new, list?.bytes != old { throw .changed }
        return try write(new, over: old)
    }

    /// Returns the file's bytes; nil if there is no file.
    func bytes() throws(WriteFailure) -> [UInt8]? {
        do {
            return try FileReader.contents(of: Array(path.utf8)).bytes
        } catch {
            if error.isMissing { return nil }
            throw error.asWriteFailure
        }
    }

    /// Returns what the file becomes with another body, if its bytes are `old`, or if there is no file.
    ///
    /// `previous` is the body that was written last, if it is known.
    func whole(
        _ old: [UInt8]?, with body: [UInt8], after previous: [UInt8]? = nil,
        besides others: @autoclosure () -> [UInt8] = [], notebook: String?
    ) throws(WriteFailure) -> [UInt8] {
        if isPage {
            if let old { try GeneratedPage.requireAsWritten(old, as: kind) }
            return body
        }
        guard let old else { return Self.whole(body, kind: kind, notebook: notebook) }
        let source = Source(old)
        if let other = Self.kind(of: source), other != kind { throw .otherReport(other.rawValue) }
        let region = try GeneratedRegion(of: source)
        return try region.edit(to: body, of: kind, after: previous, besides: others).applied().bytes
    }

    /// Whether a file is a report of this kind and has between its comments what Debrief wrote.
    func isAsWritten(_ bytes: [UInt8]) -> Bool {
        if isPage { return GeneratedPage.isAsWritten(bytes, as: kind) }
        let source = Source(bytes)
        guard Self.kind(of: source) == kind, let region = try? GeneratedRegion(of: source) else {
            return false
        }
        return region.isAsWritten(of: kind)
    }

    /// Writes the file, if it is still as it was, or still not there.
    func write(_ new: [UInt8], over old: [UInt8]?) throws(WriteFailure) -> Outcome {
        let path = Array(path.utf8)
        guard let old else {
            try FileWriter.create(path, new)
            return .created
        }
        if old.isSame(as: new) { return .unchanged }
        try FileWriter.replace(path, old: old, with: new)
        return .updated
    }

    /// Returns what is written into a new file.
    static func whole(_ body: [UInt8], kind: ReportKind, notebook: String? = nil) -> [UInt8] {
        frontMatter(kind: kind, notebook: notebook) + [Byte.lf] + GeneratedRegion.around(body, of: kind)
    }

    /// Returns the kind of report that a file says it is.
    private static func kind(of source: Source) -> ReportKind? {
        value(of: "report", in: source).flatMap(ReportKind.init(rawValue:))
    }

    /// Returns the path from a report's folder to its notebook, if its file names one.
    static func notebook(of source: Source) -> String? { value(of: "notebook", in: source) }

    private static func value(of key: String, in source: Source) -> String? {
        guard let frontMatter = FrontMatter(of: source), case .success(let pairs) = frontMatter.content else {
            return nil
        }
        for pair in pairs where pair.key == key {
            if case .scalar(let value, _) = pair.value { return value }
        }
        return nil
    }

    /// Refuses a file that is the report of another notebook, because two watches would write it in turns.
    func requireReport(of folder: NotebookFolder, in bytes: [UInt8]?) throws(WriteFailure) {
        guard !isPage, let bytes, let way = Self.notebook(of: Source(bytes)) else { return }
        let path = RelativePath.path(way, from: RelativePath.folder(of: Array(path.utf8)))
        let other = resolvedPath(path)
        if let other, let own = resolvedPath(Array(folder.path.utf8)), own != other {
            throw .otherNotebook(String(decoding: path, as: UTF8.self))
        }
    }

    /// Returns the front matter that identifies a report, with the path to its notebook if that is given.
    private static func frontMatter(kind: ReportKind, notebook: String?) -> [UInt8] {
        var bytes = Array("---\ngenerated-by: debrief\nreport: \(kind.rawValue)\n".utf8)
        if let notebook { bytes += Array("notebook: \(YAMLScalar.quoted(notebook))\n".utf8) }
        return bytes + Array("---\n".utf8)
    }
}

extension FileReader.Failure {
    var asWriteFailure: WriteFailure {
        switch self {
        case .unreadable(let error): .system("it could not be read", error)
        case .notRegular(let kind): .notAFile(kind: kind)
        case .isFolder: .notAFile(kind: FileKind.folder.description)
        case .tooLarge: .notGenerated()
        }
    }
}

extension GeneratedPage {
    /// Refuses to overwrite anything but a page of this kind as Debrief wrote it.
    static func requireAsWritten(_ bytes: [UInt8], as kind: ReportKind) throws(WriteFailure) {
        guard let page = parts(of: bytes) else { throw .notGenerated(lacks: "`<!-- debrief:page`") }
        guard page.kind == kind.rawValue else { throw .otherReport(page.kind) }
        guard page.isAsWritten else { throw .changedPage }
    }
}

extension Checklist {
    /// Returns the checklist as a file of its own at the notebook's root.
    ///
    /// Its front matter keeps it from being read as a note, and lets its ticks find their way back.
    ///
    /// `base` is what the links to notes lead to. They are relative to the notebook.
    public func file(linkingFrom base: LinkBase = .notebook) -> [UInt8] {
        GeneratedFile.whole(
            bytes(as: .markdown, linkingFrom: base), kind: .checklist, notebook: LinkBase.notebook.folder)
    }
}
