/// Which interview somebody wants to prepare for.
public enum PrepChoice: Sendable {
    /// That of a note, by a name as a person gives it.
    case note(String)
    /// The next one to come that fits what is known; where there is none, one of which no more is known. With
    /// nothing known it is the next one of all.
    case fitting(Occasion)

    /// The interview that is meant; nil where none is named and none is to come.
    ///
    /// - Throws: where it is that of a note that is not there.
    public func occasion(
        in index: Index, of folder: NotebookFolder
    ) throws(NotebookFolder.NameFailure) -> Occasion? {
        switch self {
        case .note(let name): index.occasion(of: try folder.note(named: name, in: index))
        case .fitting(let known): index.nextOccasion(fitting: known) ?? (known.isEmpty ? nil : known)
        }
    }

    /// The page to read before it, or what to do so that there is one.
    ///
    /// - Parameters:
    ///   - pathPrefix: what leads from the working directory to the notes, for commands to copy.
    public func page(
        in index: Index, of folder: NotebookFolder, as form: ReportForm = .markdown, isFull: Bool = false,
        isExplained: Bool = false, linkingFrom base: LinkBase, pathPrefix: [UInt8] = []
    ) throws(NotebookFolder.NameFailure) -> [UInt8] {
        guard let occasion = try occasion(in: index, of: folder) else {
            return NothingScheduled(index).bytes(as: form, linkingFrom: base)
        }
        return PrepSheet(index, for: occasion)
            .bytes(
                as: form, isFull: isFull, isExplained: isExplained, linkingFrom: base, pathPrefix: pathPrefix)
    }
}
