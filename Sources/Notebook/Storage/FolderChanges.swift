/// Where something may be otherwise than it was, in a notebook's folder and at files that lie beside it.
package struct FolderChanges: Sendable, Equatable {
    /// Of files in the notebook, each by itself.
    package var paths: Set<NotePath>
    /// Whether there is no telling where, so that all of the folder has to be looked at.
    package var isAnywhere: Bool
    /// Hidden files that a Debrief writes just now, or left when it was ended.
    package var leftovers: Set<NotePath>
    /// Whether it may be one of the files beside the notes, such as reports.
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
