internal import Markup
internal import Notes

/// The files that a Debrief writes beside the notes.
///
/// Each is there only for a moment, unless its Debrief was ended.
struct WatchedLeftovers: Sendable {
    private var seen: Set<NotePath> = []
    /// What was reported last, so that it is reported once.
    private var reported: Set<Diagnostic> = []
    /// When to look which of them are still there.
    private(set) var due: ContinuousClock.Instant?

    /// The longest time that a moment lasts.
    static let patience: Duration = .seconds(2)

    /// Returns the files left beside reports outside the notebook, which reading the notebook does not find.
    ///
    /// Their paths lead from the working directory.
    static func besides(_ reports: [WatchedReport], of notebook: NotebookFolder) -> [Diagnostic] {
        let paths = reports.map { Array($0.path.utf8) }.filter {
            notebook.path(ofFile: RelativePath.resolvedFile($0)) == nil
        }
        return Dictionary(grouping: paths, by: RelativePath.folder).flatMap { folder, paths in
            let names = Set(paths.map { Array(NotePath(bytes: $0).name) })
            let prefix = folder == [.ascii(".")] ? [] : folder + [.ascii("/")]
            let found = FolderListing(of: [], below: folder).diagnostics
            return found.filter { Leftover($0.path.name)?.target.map(names.contains) ?? false }.map {
                Diagnostic(
                    $0.code, path: NotePath(bytes: prefix + $0.path.bytes), at: $0.position, $0.message)
            }
        }.sorted { $0.path < $1.path }
    }

    mutating func add(_ paths: Set<NotePath>, at now: ContinuousClock.Instant) {
        if paths.isEmpty { return }
        seen.formUnion(paths)
        due = due ?? now + Self.patience
    }

    /// Whether it is time to look, and some files were left.
    mutating func areThere(at now: ContinuousClock.Instant, in folder: NotebookFolder) -> Bool {
        guard let due, due <= now else { return false }
        self.due = nil
        var areThere = false
        for path in seen {
            let stamp = FileReader.stamp(of: path.bytes, below: Array(folder.path.utf8))?.0
            guard let stamp, let leftover = Leftover(path.name) else {
                seen.remove(path)
                continue
            }
            if leftover.isAtWork(stamp) {
                self.due = now + Self.patience
            } else {
                areThere = true
                seen.remove(path)
            }
        }
        return areThere
    }

    /// Returns the files among the diagnostics of the folder that have not been reported.
    mutating func news(in diagnostics: [Diagnostic]) -> [Diagnostic] {
        let found = diagnostics.filter { Leftover($0.path.name) != nil }
        defer { reported = Set(found) }
        return found.filter { !reported.contains($0) }
    }
}
