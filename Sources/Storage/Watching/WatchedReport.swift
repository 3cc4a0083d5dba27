internal import Insights
internal import Notes
internal import Reports

/// A report that is to be kept current in a file.
public struct WatchedReport: Sendable {
    /// What a report is about.
    public enum Content: Sendable {
        case summary
        case checklist
        case prep(PrepChoice)
        case ask
        case stories
    }

    /// What the report is about.
    public let content: Content
    /// The path of the report's file.
    public let path: String

    /// Returns every report as a page in a folder, each in a file of its own name.
    public static func pages(in folder: String, prep: PrepChoice) -> [WatchedReport] {
        let contents: [(name: String, Content)] = [
            ("summary", .summary), ("checklist", .checklist), ("prep", .prep(prep)), ("ask", .ask),
            ("stories", .stories),
        ]
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        return contents.map { WatchedReport($0.1, path: "\(prefix)\($0.name).html") }
    }

    /// Names a report and its file.
    public init(_ content: Content, path: String) {
        self.content = content
        self.path = path
    }

    /// Whether each of some paths leads to a file of its own.
    public static func areApart(_ paths: [String]) -> Bool {
        Set(paths.map { RelativePath.resolvedFile(Array($0.utf8)) }).count == paths.count
    }

    var file: GeneratedFile {
        let kind: ReportKind =
            switch content {
            case .summary: .summary
            case .checklist: .checklist
            case .prep: .prep
            case .ask: .ask
            case .stories: .stories
            }
        return GeneratedFile(path: path, kind: kind)
    }

    /// Whether a file has this report as Debrief wrote it, without anybody else's words.
    func isAsWritten(_ bytes: [UInt8]) -> Bool { file.isAsWritten(bytes) }

    /// Returns the new report, and the file that holds it.
    ///
    /// - Parameters:
    ///   - index: The notebook as it is now.
    ///   - folder: The notebook's folder.
    ///   - old: The file's bytes; nil if there is no file.
    ///   - previous: The report that was written last; nil if none was.
    /// - Returns: The bytes of the report alone, and of the whole file.
    /// - Throws: `Failure` if the report cannot be made, or if the file must not be overwritten with it.
    func contents(
        _ index: NotebookIndex, of folder: NotebookFolder, over old: [UInt8]?, after previous: [UInt8]?
    ) throws(Failure) -> (report: [UInt8], file: [UInt8]) {
        do {
            try file.requireReport(of: folder, in: old)
            let base = try folder.linkBase(ofFile: path, index.configuration.links)
            let form: ReportForm = file.isPage ? .page : .markdown
            let report =
                switch content {
                case .summary: Summary(index).bytes(as: form, linkingFrom: base)
                case .checklist: Checklist(index).bytes(as: form, linkingFrom: base)
                case .prep(let choice): try choice.page(in: index, of: folder, as: form, linkingFrom: base)
                case .ask: AskList(index).bytes(as: form, pathPrefix: [])
                case .stories: StoriesReport(index).bytes(as: form, linkingFrom: base)
                }
            let isChecklist = file.hasTicks
            let whole = try file.whole(
                old, with: report, after: previous,
                besides: isChecklist ? Checklist.everything(in: index, linkingFrom: base) : [],
                notebook: base.folder)
            return (report, whole)
        } catch {
            throw Failure(error)
        }
    }

    /// Why there is no report to write.
    struct Failure: Error, CustomStringConvertible {
        let description: String
        /// The line that would be lost; nil if the reason is another one.
        let lostLine: Int?

        init(_ error: any Error) {
            description = "\(error)"
            if case .handWritten(let line) = error as? WriteFailure {
                lostLine = line
            } else {
                lostLine = nil
            }
        }
    }
}
