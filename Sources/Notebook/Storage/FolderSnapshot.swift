internal import Markup
private import Synchronization

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
    private let files: [ReadFile]
    private let configuration: ConfigurationFile
    /// About no file that was read: those of the walk, and of the configuration.
    private let folderDiagnostics: [Diagnostic]
    private let ownPaths: [NotePath: NotePath]

    /// The paths at which something is other than it was in the snapshot before.
    package let changed: Set<NotePath>

    /// What came of one file.
    private struct ReadFile: Sendable {
        let path: NotePath
        let isSymbolicLink: Bool
        /// Unset where the file has changed so lately that it may do so again without a trace.
        var stamp: FileReader.Stamp?
        /// Set where the file may be reached by another path too.
        var identity: FileReader.Identity?
        var note: Note?
        var diagnostics: [Diagnostic] = []
        var isReused = false
    }

    /// - Parameter root: the path of the notebook, as the system takes it.
    init(of root: [UInt8], after earlier: FolderSnapshot?) async throws(SystemError) {
        let walk = try FolderWalk(root: root)
        Timings.shared.end("walk")
        let configuration = ConfigurationFile(below: root)
        // With other words in the configuration every note may say something else.
        let isSameLanguage = configuration.bytes == earlier?.configuration.bytes
        let reusable = isSameLanguage ? earlier?.allFiles.filter { $0.stamp != nil } ?? [] : []
        let known = Dictionary(uniqueKeysWithValues: reusable.map { ($0.path, $0) })
        let all = await Self.read(
            walk.files, below: root, configuration.configuration.vocabulary, knowing: known)
        Timings.shared.end("read and parse")
        (files, ownPaths) = Self.withoutSecondNames(all)
        Timings.shared.end("read and parse")
        let diagnostics = configuration.diagnostics + walk.diagnostics
        folderDiagnostics = diagnostics
        allFiles = all
        self.configuration = configuration
        var changed = earlier.map { Self.changes(of: all, diagnostics, since: $0) } ?? []
        if !isSameLanguage { changed.insert(Configuration.path) }
        self.changed = changed
    }

    /// Those too that are the second names of others.
    private let allFiles: [ReadFile]

    /// The index of what was read.
    package func index(today: CalendarDate) -> Index {
        defer { Timings.shared.end("index") }
        return Index(
            today: today, configuration: configuration.configuration, notes: files.compactMap(\.note),
            diagnostics: folderDiagnostics + files.flatMap(\.diagnostics))
    }

    /// The path that a file is read under, which is another where it has several.
    package func ownPath(of path: NotePath) -> NotePath { ownPaths[path] ?? path }

    /// What reading the file at a path brought up.
    package func diagnostics(at path: NotePath) -> [Diagnostic] {
        files.first { $0.path == path }?.diagnostics ?? []
    }

    private static func changes(
        of files: [ReadFile], _ diagnostics: [Diagnostic], since earlier: FolderSnapshot
    ) -> Set<NotePath> {
        var changed = Set(files.filter { !$0.isReused }.map(\.path))
        changed.formUnion(Set(earlier.allFiles.map(\.path)).subtracting(files.map(\.path)))
        changed.formUnion(Set(diagnostics).symmetricDifference(earlier.folderDiagnostics).map(\.path))
        return changed
    }

    // MARK: Reading

    private static let batch = 64

    /// Reads files on all cores: each takes the next batch of them until none is left.
    private static func read(
        _ files: [FolderWalk.FoundFile], below root: [UInt8], _ vocabulary: Vocabulary,
        knowing known: [NotePath: ReadFile]
    ) async -> [ReadFile] {
        final class Queue: Sendable {
            private let taken = Atomic<Int>(0)

            func next() -> Int { taken.wrappingAdd(1, ordering: .relaxed).oldValue }
        }
        let queue = Queue()
        let batches = (files.count + batch - 1) / batch
        let workers = max(1, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), batches))
        let hasLinks = files.contains(where: \.isSymbolicLink)
        return await withTaskGroup(of: [(batch: Int, files: [ReadFile])].self) { group in
            for _ in 0..<workers {
                group.addTask {
                    var reader = NoteReader(vocabulary: vocabulary)
                    var results: [(batch: Int, files: [ReadFile])] = []
                    while case let number = queue.next(), number < batches {
                        let part = files[number * batch..<min((number + 1) * batch, files.count)]
                        results.append(
                            (
                                number,
                                part.map { found in
                                    reused(known[found.path], found, below: root, hasLinks)
                                        ?? read(found, below: root, hasLinks, with: &reader)
                                }
                            ))
                    }
                    return results
                }
            }
            var all: [[ReadFile]] = Array(repeating: [], count: batches)
            for await results in group {
                for result in results { all[result.batch] = result.files }
            }
            return all.flatMap(\.self)
        }
    }

    private static func read(
        _ found: FolderWalk.FoundFile, below root: [UInt8], _ hasLinks: Bool, with reader: inout NoteReader
    ) -> ReadFile {
        var result = ReadFile(path: found.path, isSymbolicLink: found.isSymbolicLink)
        do {
            let file = try FileReader.contents(
                of: root + [.ascii("/")] + found.path.bytes, isKnownAsFile: !found.isSymbolicLink)
            if file.stamp.isSettled { result.stamp = file.stamp }
            if hasLinks || file.links > 1 { result.identity = file.stamp.identity }
            if case .note(let note, let diagnostics) = reader.read(file.bytes, path: found.path) {
                result.note = note
                result.diagnostics = diagnostics
            }
        } catch {
            if let diagnostic = error.diagnostic(of: found.path) { result.diagnostics = [diagnostic] }
        }
        return result
    }

    /// What is known of a file, where that is still so.
    private static func reused(
        _ known: ReadFile?, _ found: FolderWalk.FoundFile, below root: [UInt8], _ hasLinks: Bool
    ) -> ReadFile? {
        guard var known, known.isSymbolicLink == found.isSymbolicLink,
            let (stamp, links) = FileReader.stamp(of: root + [.ascii("/")] + found.path.bytes),
            stamp == known.stamp
        else { return nil }
        known.identity = hasLinks || links > 1 ? stamp.identity : nil
        known.isReused = true
        return known
    }

    /// Leaves each file under one path only: its own where it has one in the notebook, else the first.
    private static func withoutSecondNames(_ files: [ReadFile]) -> ([ReadFile], own: [NotePath: NotePath]) {
        var kept: [FileReader.Identity: Int] = [:]
        for (number, file) in files.enumerated() {
            guard let identity = file.identity else { continue }
            if let earlier = kept[identity], !files[earlier].isSymbolicLink || file.isSymbolicLink {
                continue
            }
            kept[identity] = number
        }
        if kept.isEmpty { return (files, [:]) }
        var own: [NotePath: NotePath] = [:]
        let remaining = files.enumerated().filter { number, file in
            guard let identity = file.identity, let first = kept[identity], first != number else {
                return true
            }
            own[file.path] = files[first].path
            return false
        }.map(\.element)
        return (remaining, own)
    }
}
