package import Insights
internal import Markup
package import Notes

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// All files of a notebook as they were on the disk at one moment, and what was read from each.
///
/// It is a value. Looking again makes a new one, and reads only the files that have changed.
package struct FolderSnapshot: Sendable {
    /// The files in the order of their paths.
    ///
    /// A file with several paths is there under one of them only.
    private var files: [ReadFile]
    /// The same files, with second names included; nil if no file has one.
    private let filesByAllNames: [ReadFile]?
    private let configuration: ConfigurationFile
    /// The diagnostics that are not about a file that was read: those of the walk and of the configuration.
    private let folderDiagnostics: [Diagnostic]
    private let ownPaths: [NotePath: NotePath]

    /// The paths at which something differs from the snapshot before.
    package private(set) var changed: Set<NotePath>
    /// Whether only single notes differ, so that nothing but them has to be replaced.
    private var isPatch: Bool

    /// What came of one file.
    private struct ReadFile: Sendable {
        let path: NotePath
        let isSymbolicLink: Bool
        /// The file's stamp; nil if the file changed so recently that its next change could have the same
        /// one.
        var stamp: FileReader.Stamp?
        /// The file's bytes, if it has no stamp.
        var bytes: [UInt8]?
        /// Set if the file may be reached by another path too.
        var identity: FileReader.Identity?
        var note: Note?
        var diagnostics: [Diagnostic] = []
        var isReused = false

        /// Whether the index has nothing that comes from it, as with a report of ours.
        var isSilent: Bool { note == nil && diagnostics.isEmpty }
    }

    /// Looks at a folder.
    ///
    /// If it is known where something may have changed, it looks only there.
    ///
    /// - Parameters:
    ///   - root: The path of the notebook, as the system is given it.
    ///   - earlier: The snapshot before. It becomes this one if nobody else has it.
    ///   - changes: Where something may differ from the snapshot before.
    ///   - progress: Is told how far the reading has come.
    /// - Throws: The system's error if the notebook itself cannot be read.
    init(
        of root: [UInt8], after earlier: consuming FolderSnapshot?, changes: FolderChanges = .anywhere,
        progress: ReadingProgress? = nil
    ) throws(SystemError) {
        if let reread = try earlier?.reread(changes, below: root), var next = earlier.take() {
            next.update(reread)
            self = next
        } else {
            try self.init(walking: root, after: earlier, progress)
        }
    }

    private init(
        walking root: [UInt8], after earlier: FolderSnapshot?, _ progress: ReadingProgress?
    ) throws(SystemError) {
        let configuration = ConfigurationFile(below: root)
        let walk = try FolderWalk(
            root: root, ignoring: configuration.configuration.ignored, progress: progress)
        Timings.shared.end("walk")
        // If the configuration's words have changed, every note may mean something else.
        let isSameLanguage = configuration.bytes == earlier?.configuration.bytes
        let reusable = isSameLanguage ? earlier?.allFiles ?? [] : []
        let known = Dictionary(uniqueKeysWithValues: reusable.map { ($0.path, $0) })
        let all = Self.read(
            walk.files, below: root, configuration.configuration.vocabulary, knowing: known, progress)
        (files, ownPaths) = Self.withoutSecondNames(all)
        Timings.shared.end("read and parse")
        let diagnostics = configuration.diagnostics + walk.diagnostics
        folderDiagnostics = diagnostics
        filesByAllNames = ownPaths.isEmpty ? nil : all
        self.configuration = configuration
        var changed = earlier.map { Self.changes(of: all, diagnostics, since: $0) } ?? []
        if !isSameLanguage { changed.insert(Configuration.path) }
        self.changed = changed
        isPatch =
            isSameLanguage && diagnostics == earlier?.folderDiagnostics && Self.arePlain(all)
            && Self.arePlain(earlier?.allFiles ?? [])
    }

    private var allFiles: [ReadFile] { filesByAllNames ?? files }

    /// Returns the index of what was read.
    package func index(today: CalendarDate) -> NotebookIndex {
        defer { Timings.shared.end("index") }
        return NotebookIndex(
            today: today, configuration: configuration.configuration, notes: files.compactMap(\.note),
            faults: folderDiagnostics + files.flatMap(\.diagnostics))
    }

    /// The most notes that are replaced one by one.
    ///
    /// With more, a new index is faster.
    private static let mostPatched = 256

    /// Updates the index of the snapshot before.
    package func update(_ index: inout NotebookIndex, today: CalendarDate) {
        guard isPatch, index.today == today, changed.count <= Self.mostPatched else {
            index = self.index(today: today)
            return
        }
        for path in changed {
            let file = Self.number(of: path, in: files).map { files[$0] }
            index.replace(
                path,
                with: NotebookIndex(
                    today: today, configuration: configuration.configuration,
                    notes: file?.note.map { [$0] } ?? [], faults: file?.diagnostics ?? []))
        }
        Timings.shared.end("index")
    }

    /// The notes that are symbolic links.
    package var links: [NotePath] { allFiles.filter(\.isSymbolicLink).map(\.path) }

    /// Returns the path that a file is read under.
    ///
    /// It differs from the given one if the file has several paths.
    package func ownPath(of path: NotePath) -> NotePath { ownPaths[path] ?? path }

    /// Returns the diagnostics of the file at a path.
    package func diagnostics(at path: NotePath) -> [Diagnostic] {
        Self.number(of: path, in: files).map { files[$0].diagnostics } ?? []
    }

    private static func number(of path: NotePath, in files: [ReadFile]) -> Int? {
        let number = index(of: path, in: files)
        return files.indices.contains(number) && files[number].path == path ? number : nil
    }

    /// Returns where a file stands, or would stand, among others that are in order.
    private static func index(of path: NotePath, in files: [ReadFile]) -> Int {
        var (low, high) = (0, files.count)
        while low < high {
            let middle = (low + high) / 2
            if files[middle].path < path { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether each file has only one path.
    private static func arePlain(_ files: [ReadFile]) -> Bool {
        files.allSatisfy { !$0.isSymbolicLink && $0.identity == nil }
    }

    private static func changes(
        of files: [ReadFile], _ diagnostics: [Diagnostic], since earlier: FolderSnapshot
    ) -> Set<NotePath> {
        var changed: Set<NotePath> = []
        for file in files where !file.isReused {
            let known = number(of: file.path, in: earlier.allFiles).map { earlier.allFiles[$0] }
            if !file.isSilent || !(known?.isSilent ?? true) { changed.insert(file.path) }
        }
        for known in earlier.allFiles where !known.isSilent && number(of: known.path, in: files) == nil {
            changed.insert(known.path)
        }
        changed.formUnion(Set(diagnostics).symmetricDifference(earlier.folderDiagnostics).map(\.path))
        return changed
    }

    // MARK: Reading

    /// Reads files on all cores.
    private static func read(
        _ found: [FolderWalk.FoundFile], below root: [UInt8], _ vocabulary: Vocabulary,
        knowing known: [NotePath: ReadFile], _ progress: ReadingProgress?
    ) -> [ReadFile] {
        let hasLinks = found.contains(where: \.isSymbolicLink)
        return concurrently(
            found.count, with: { NoteReader(vocabulary: vocabulary) }, progress: { progress?.read($0) },
            each: { number, reader in
                let known = known[found[number].path]
                if let same = reused(known, found[number], below: root, hasLinks) { return same }
                return read(found[number], below: root, hasLinks, with: &reader, knowing: known)
            })
    }

    private static func read(
        _ found: FolderWalk.FoundFile, below root: [UInt8], _ hasLinks: Bool, with reader: inout NoteReader,
        knowing known: ReadFile?
    ) -> ReadFile {
        let file: FileReader.File
        do {
            file = try FileReader.contents(
                of: found.path.bytes, below: root, isKnownAsFile: !found.isSymbolicLink)
        } catch {
            return ReadFile(
                path: found.path, isSymbolicLink: found.isSymbolicLink,
                diagnostics: error.diagnostic(of: found.path).map { [$0] } ?? [])
        }
        var result = ReadFile(path: found.path, isSymbolicLink: found.isSymbolicLink)
        if file.stamp.isSettled { result.stamp = file.stamp } else { result.bytes = file.bytes }
        if hasLinks || file.links > 1 { result.identity = file.stamp.identity }
        if let known, known.bytes == file.bytes {
            (result.note, result.diagnostics, result.isReused) = (known.note, known.diagnostics, true)
        } else {
            let read = reader.read(file.bytes, path: found.path)
            (result.note, result.diagnostics) = (read.note, read.diagnostics)
        }
        return result
    }

    /// Returns what is known of a file, if the file has not changed.
    private static func reused(
        _ known: ReadFile?, _ found: FolderWalk.FoundFile, below root: [UInt8], _ hasLinks: Bool
    ) -> ReadFile? {
        guard var known, known.stamp != nil, known.isSymbolicLink == found.isSymbolicLink,
            let (stamp, links) = FileReader.stamp(of: found.path.bytes, below: root),
            stamp == known.stamp
        else { return nil }
        known.identity = hasLinks || links > 1 ? stamp.identity : nil
        known.isReused = true
        return known
    }

    /// The most files that are read again one by one.
    ///
    /// With more, reading on all cores is faster.
    private static let mostReread = 64

    /// Reads again what may have changed; nil if that takes another look at the whole folder.
    ///
    /// It takes one if a name is new, gone or changed that is not that of a plain file with one path.
    ///
    /// - Returns: What is at each of the paths now; nil for a path without a file.
    private func reread(
        _ changes: FolderChanges, below root: [UInt8]
    ) throws(SystemError) -> [NotePath: ReadFile?]? {
        guard !changes.isAnywhere, changes.paths.count <= Self.mostReread, Self.arePlain(allFiles),
            !changes.paths.contains(Configuration.path)
        else { return nil }
        guard FileReader.isFolder(root) else { throw .last }
        var reader = NoteReader(vocabulary: configuration.configuration.vocabulary)
        var reread: [NotePath: ReadFile?] = [:]
        for path in changes.paths where !configuration.configuration.ignored.hides(path) {
            guard path.isNote, !folderDiagnostics.contains(where: { $0.path == path }) else { return nil }
            switch FileReader.entry(root + [.ascii("/")] + path.bytes) {
            case .missing: reread.updateValue(nil, forKey: path)
            case .plainFile:
                let file = Self.read(
                    .init(path: path, isSymbolicLink: false), below: root, false, with: &reader,
                    knowing: Self.number(of: path, in: files).map { files[$0] })
                // The file has got a second name since it was looked at.
                if file.identity != nil { return nil }
                reread.updateValue(file, forKey: path)
            case .other: return nil
            }
        }
        Timings.shared.end("read and parse")
        return reread
    }

    /// Replaces what was known of some files by what was read again.
    private mutating func update(_ reread: [NotePath: ReadFile?]) {
        changed = []
        isPatch = true
        for (path, file) in reread {
            let index = Self.index(of: path, in: files)
            let isKnown = files.indices.contains(index) && files[index].path == path
            let isSilent = (!isKnown || files[index].isSilent) && file?.isSilent ?? true
            if !isSilent, file?.isReused != true { changed.insert(path) }
            files.replaceSubrange(index..<index + (isKnown ? 1 : 0), with: file.map { [$0] } ?? [])
        }
    }

    /// Leaves each file under one path only.
    private static func withoutSecondNames(_ files: consuming [ReadFile]) -> (
        [ReadFile], own: [NotePath: NotePath]
    ) {
        let files = files
        let second = FileReader.secondNames(files.count) { (files[$0].identity, files[$0].isSymbolicLink) }
        if second.isEmpty { return (files, [:]) }
        var own: [NotePath: NotePath] = [:]
        for (number, first) in second { own[files[number].path] = files[first].path }
        return (files.indices.filter { second[$0] == nil }.map { files[$0] }, own)
    }
}
