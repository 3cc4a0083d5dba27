package import Notes

/// The paths in a notebook's folder, and of files beside it, where something may have changed.
package struct FolderChanges: Sendable, Equatable {
    /// Files in the notebook that may have changed, one by one.
    package var paths: Set<NotePath>
    /// Whether it is not known where, so that the whole folder has to be looked at.
    package var isAnywhere: Bool
    /// Hidden files that another Debrief is writing, or left when it was ended.
    package var leftovers: Set<NotePath>
    /// Whether one of the files beside the notes, such as a report, may have changed.
    package var isBeside: Bool

    package init(
        paths: Set<NotePath> = [], leftovers: Set<NotePath> = [], isAnywhere: Bool = false,
        isBeside: Bool = false
    ) {
        self.paths = paths
        self.leftovers = leftovers
        self.isAnywhere = isAnywhere
        self.isBeside = isBeside
    }

    package static let none = FolderChanges()
    package static let anywhere = FolderChanges(isAnywhere: true)

    package var isEmpty: Bool { self == .none }

    package mutating func formUnion(_ other: FolderChanges) {
        paths.formUnion(other.paths)
        leftovers.formUnion(other.leftovers)
        isAnywhere = isAnywhere || other.isAnywhere
        isBeside = isBeside || other.isBeside
    }
}
