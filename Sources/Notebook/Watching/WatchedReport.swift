/// A report that is to be kept current in a file.
public struct WatchedReport: Sendable {
    public enum Content: Sendable {
        case summary
        case checklist
        case prep(PrepChoice)
    }

    public let content: Content
    public let path: String

    public init(_ content: Content, path: String) {
        self.content = content
        self.path = path
    }

    var file: GeneratedFile {
        let kind: GeneratedFile.Kind =
            switch content {
            case .summary: .summary
            case .checklist: .checklist
            case .prep: .prep
            }
        return GeneratedFile(path: path, kind: kind)
    }

    /// The report as it is to be.
    func body(_ index: Index, of folder: NotebookFolder) throws(Failure) -> [UInt8] {
        do {
            let base = try folder.linkBase(ofFile: path)
            let text =
                switch content {
                case .summary: Summary(index).markdown(linkingFrom: base)
                case .checklist: Checklist(index).markdown(linkingFrom: base)
                case .prep(let choice): try choice.page(in: index, of: folder, linkingFrom: base)
                }
            return Array(text.utf8)
        } catch {
            throw Failure(error)
        }
    }

    /// The file as it is to be.
    ///
    /// - Parameters:
    ///   - previous: the body that was written last; nil where none was.
    ///   - old: the file's bytes; nil where there is no file.
    func whole(
        _ body: [UInt8], after previous: [UInt8]?, over old: [UInt8]?, _ index: Index,
        of folder: NotebookFolder
    ) throws(Failure) -> [UInt8] {
        do {
            guard case .checklist = content else {
                return try file.whole(old, with: body, after: previous, notebook: nil)
            }
            let base = try folder.linkBase(ofFile: path)
            return try file.whole(
                old, with: body, after: previous,
                besides: Checklist.everything(in: index, linkingFrom: base), notebook: base.folder)
        } catch {
            throw Failure(error)
        }
    }

    /// Why there is no report to write.
    struct Failure: Error, CustomStringConvertible {
        let description: String
        /// The line that would be lost.
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
