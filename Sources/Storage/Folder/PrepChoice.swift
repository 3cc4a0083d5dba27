public import Insights
public import Reports

/// Which interview somebody wants to prepare for.
public enum PrepChoice: Sendable {
    /// The interview of a note, by a name that a person gives it.
    case note(String)
    /// The next interview to come that fits what is known. If none fits, it is an interview of which nothing
    /// else is known. If nothing is known, it is the next one of all.
    case fitting(Occasion)

    /// Returns the interview that is meant; nil if none is named and none is to come.
    ///
    /// - Throws: If it is the interview of a note that is not there.
    public func occasion(
        in index: NotebookIndex, of folder: NotebookFolder
    ) throws(NotebookFolder.NameFailure) -> Occasion? {
        switch self {
        case .note(let name): index.occasion(of: try folder.note(named: name, in: index))
        case .fitting(let known): index.nextOccasion(fitting: known) ?? (known.isEmpty ? nil : known)
        }
    }

    /// Returns the page to read before it, or what to do to get one.
    ///
    /// - Parameters:
    ///   - index: The notebook.
    ///   - folder: The folder of notes.
    ///   - form: The form to write it in.
    ///   - isFull: Whether to say all there is, on as many pages as it takes.
    ///   - isExplained: Whether to add what counted for each lesson.
    ///   - base: What the links to notes are relative to.
    ///   - pathPrefix: What leads from the working directory to the notes, for commands to copy.
    /// - Returns: The bytes of the page.
    /// - Throws: `NameFailure` if it is the interview of a note that is not there.
    public func page(
        in index: NotebookIndex, of folder: NotebookFolder, as form: ReportForm = .markdown,
        isFull: Bool = false,
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
