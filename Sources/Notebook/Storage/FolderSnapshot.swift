internal import Markup

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// All files of a notebook as they lay on the disk at one moment, and what was read from each.
///
/// A value: looking again makes a new one, for which only those files are read that are not the same as before.
package struct FolderSnapshot: Sendable {
    /// By path; a file that has several only under one of them.
    private var files: [ReadFile]
    /// Those too that are second names of others; nil where there are none.
    private let filesByAllNames: [ReadFile]?
    private let configuration: ConfigurationFile
    /// About no file that was read: those of the walk, and of the configuration.
    private let folderDiagnostics: [Diagnostic]
    private let ownPaths: [NotePath: NotePath]

    /// The paths at which something is other than it was in the snapshot before.
    package private(set) var changed: Set<NotePath>
    /// Whether that is so of single notes alone, so that nothing but them has to be put in its place.
    private var isPatch: Bool

    /// What came of one file.
    private struct ReadFile: Sendable {
        let path: NotePath
        let isSymbolicLink: Bool
        /// Unset where the file has changed so lately that it may do so again without a trace.
        var stamp: FileReader.Stamp?
        /// Set in place of the stamp: what the file's bytes were.
        var bytes: [UInt8]?
        /// Set where the file may be reached by another path too.
        var identity: FileReader.Identity?
        var note: Note?
        var diagnostics: [Diagnostic] = []
        var isReused = false

        /// Whether there is nothing in an index that comes from it, as from a report of ours.
        var isSilent: Bool { note == nil && diagnostics.isEmpty }
    }

    /// Looks at a folder; where it is known in which places something may be otherwise, only there.
    ///
    /// - Parameters:
    ///   - root: the path of the notebook, as the system takes it.
    ///   - earlier: the snapshot before, which becomes this one where nobody else has it.
    ///   - changes: where something may be otherwise than in the snapshot before.
    ///   - progress: is told how far reading has come.
    init(
        of root: [UInt8], after earlier: consuming FolderSnapshot?, changes: FolderChanges = .anywhere,
        progress: ReadingProgress? = nil
    ) throws(SystemError) {
        if let reread = try earlier?.reread(changes, below: root), var next = earlier.take() {
            next.take(reread)
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
        // With other words in the configuration every note may say something else.
        let isSameLanguage = configuration.bytes == earlier?.configuration.bytes
        let reusable = isSameLanguage ? earlier?.allFiles ?? [] : []
        let known = Dictionary(uniqueKeysWithValues: reusable.map { ($0.path, $0) })
        let all = Self.read(
            walk.files, below: root, configuration.configuration.vocabulary, knowing: known, progress)
        Timings.shared.end("read and parse")
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

    /// The index of what was read.
    package func index(today: CalendarDate) -> Index {
        defer { Timings.shared.end("index") }
        return Index(
            today: today, configuration: configuration.configuration, notes: files.compactMap(\.note),
            faults: folderDiagnostics + files.flatMap(\.diagnostics))
    }

    /// The most notes that are put in the place of others one by one. More are faster made anew with all.
    private static let mostPatched = 256

    /// Brings up to date what was the index of the snapshot before.
    package func update(_ index: inout Index, today: CalendarDate) {
        guard isPatch, index.today == today, changed.count <= Self.mostPatched else {
            index = self.index(today: today)
            return
        }
        for path in changed {
            let file = Self.number(of: path, in: files).map { files[$0] }
            index.replace(
                path,
                with: Index(
                    today: today, configuration: configuration.configuration,
                    notes: file?.note.map { [$0] } ?? [], faults: file?.diagnostics ?? []))
        }
        Timings.shared.end("index")
    }

    /// The notes that are symbolic links.
    package var links: [NotePath] { allFiles.filter(\.isSymbolicLink).map(\.path) }

    /// The path that a file is read under, which is another where it has several.
    package func ownPath(of path: NotePath) -> NotePath { ownPaths[path] ?? path }

    /// What reading the file at a path brought up.
    package func diagnostics(at path: NotePath) -> [Diagnostic] {
        Self.number(of: path, in: files).map { files[$0].diagnostics } ?? []
    }

    private static func number(of path: NotePath, in files: [ReadFile]) -> Int? {
        let number = place(of: path, in: files)
        return files.indices.contains(number) && files[number].path == path ? number : nil
    }

    /// Where a file stands among others, which are in order, or would.
    private static func place(of path: NotePath, in files: [ReadFile]) -> Int {
        var (low, high) = (0, files.count)
        while low < high {
            let middle = (low + high) / 2
            if files[middle].path < path { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether each file has one path alone.
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

    /// What is known of a file, where that is still so.
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

    /// The most files that are read again one by one. More are faster read on all cores.
    private static let mostReread = 64

    /// Reads again what may be otherwise; nil where that takes another look at the whole folder.
    ///
    /// So it does wherever a name is new, gone or changed that is not that of a plain file with one path.
    ///
    /// - Returns: what is now at each of the paths; nothing where there is no file.
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
                // It has got a second name since it was looked at.
                if file.identity != nil { return nil }
                reread.updateValue(file, forKey: path)
            case .other: return nil
            }
        }
        Timings.shared.end("read and parse")
        return reread
    }

    /// Puts what was read again in the place of what was.
    private mutating func take(_ reread: [NotePath: ReadFile?]) {
        changed = []
        isPatch = true
        for (path, file) in reread {
            let place = Self.place(of: path, in: files)
            let isKnown = files.indices.contains(place) && files[place].path == path
            let isSilent = (!isKnown || files[place].isSilent) && file?.isSilent ?? true
            if !isSilent, file?.isReused != true { changed.insert(path) }
            files.replaceSubrange(place..<place + (isKnown ? 1 : 0), with: file.map { [$0] } ?? [])
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
