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

    /// The file as it is to be.
    ///
    /// - Parameter old: its bytes; nil where there is no file.
    func whole(
        _ index: Index, of folder: NotebookFolder, over old: [UInt8]?
    ) throws(Failure) -> [UInt8] {
        do {
            let base = try folder.linkBase(ofFile: path)
            switch content {
            case .summary:
                let summary = Summary(index).markdown(linkingFrom: base)
                return try file.whole(old, with: Array(summary.utf8), notebook: nil)
            case .checklist:
                let list = Checklist(index).markdown(linkingFrom: base)
                return try file.whole(
                    old, with: Array(list.utf8), besides: Checklist.everything(in: index, linkingFrom: base),
                    notebook: base.folder)
            case .prep(let choice):
                let page = try choice.page(in: index, of: folder, linkingFrom: base)
                return try file.whole(old, with: Array(page.utf8), notebook: nil)
            }
        } catch let failure as WriteFailure {
            throw Failure(failure)
        } catch {
            throw Failure(description: "\(error)")
        }
    }

    /// Why there is no report to write.
    struct Failure: Error, CustomStringConvertible {
        let description: String
        /// The line that would be lost.
        let lostLine: Int?

        init(description: String) {
            (self.description, lostLine) = (description, nil)
        }

        init(_ failure: WriteFailure) {
            description = failure.description
            if case .handWritten(let line) = failure { lostLine = line } else { lostLine = nil }
        }
    }
}
