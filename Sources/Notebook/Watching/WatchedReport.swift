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
    /// - Parameters:
    ///   - old: its bytes; nil where there is no file.
    ///   - ownItems: the lines in it that are somebody's own, where it is a checklist.
    func whole(
        _ index: Index, of folder: NotebookFolder, over old: [UInt8]?, ownItems: [UInt8]
    ) throws(Failure) -> [UInt8] {
        do {
            let base = try folder.linkBase(ofFile: path)
            let body =
                switch content {
                case .summary: Summary(index).markdown(linkingFrom: base)
                case .checklist: Checklist(index).markdown(linkingFrom: base, ownItems: ownItems)
                case .prep(let choice): try choice.page(in: index, of: folder, linkingFrom: base)
                }
            let notebook = file.kind == .checklist ? base.folder : nil
            return try file.whole(old, with: Array(body.utf8), notebook: notebook)
        } catch let failure as WriteFailure {
            throw Failure(description: "\(failure)")
        } catch let failure as NotebookFolder.NameFailure {
            throw Failure(description: "\(failure)")
        } catch {
            throw Failure(description: "\(error)")
        }
    }

    /// Why there is no report to write.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }
}
