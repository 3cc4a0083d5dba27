internal import Markup
private import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A folder of notes on the disk.
public struct NotebookFolder: Sendable {
    /// Why a folder cannot be read as a notebook at all.
    public enum Failure: Error, Sendable, CustomStringConvertible {
        case missing(String)
        case notAFolder(String)
        case unreadable(String, reason: String)

        public var description: String {
            switch self {
            case .missing(let path): "there is no folder \"\(path)\""
            case .notAFolder(let path):
                "\"\(path)\" is not a folder; a notebook is a folder of markdown notes"
            case .unreadable(let path, let reason): "the folder \"\(path)\" could not be read: \(reason)"
            }
        }
    }

    /// The folder's path as it was given.
    public let path: String

    public init(path: String) {
        self.path = path
    }

    /// Whether there is a folder.
    public var isThere: Bool { FileReader.isFolder(Array(path.utf8)) }

    /// Reads all notes, in parallel, into an index.
    ///
    /// - Parameter today: the day that decides what is overdue, stale or upcoming.
    /// - Throws: only where the folder itself cannot be read. Whatever is wrong with single notes becomes a
    ///   diagnostic of the index.
    public func read(today: CalendarDate) async throws(Failure) -> Index {
        let root = Array(path.utf8)
        let walk: FolderWalk
        do {
            walk = try FolderWalk(root: root)
        } catch {
            switch error.number {
            case ENOENT: throw .missing(path)
            case ENOTDIR: throw .notAFolder(path)
            default: throw .unreadable(path, reason: error.description)
            }
        }
        Timings.shared.end("walk")
        let (configuration, problems) = Self.readConfiguration(below: root)
        let files = Self.withoutSecondNames(
            await Self.readFiles(walk.files, below: root, configuration.vocabulary))
        Timings.shared.end("read and parse")
        defer { Timings.shared.end("index") }
        return Index(
            today: today, configuration: configuration, notes: files.compactMap(\.note),
            diagnostics: problems + walk.diagnostics + files.flatMap(\.diagnostics))
    }

    /// The notebook's configuration; the standard one where it has none, or where that cannot be read.
    private static func readConfiguration(below root: [UInt8]) -> (Configuration, [Diagnostic]) {
        let path = Configuration.path
        do {
            let file = try FileReader.contents(of: root + [.ascii("/")] + path.bytes)
            let reader = ConfigurationReader(file.bytes)
            return (reader.configuration, reader.diagnostics)
        } catch {
            switch error {
            case .unreadable(let error) where error.number == ENOENT: return (.standard, [])
            case .isFolder: return (.standard, [.configuration("is a folder and not a file", at: .start)])
            default: return (.standard, error.diagnostic(of: path).map { [$0] } ?? [])
            }
        }
    }

    /// The configuration that a single note is read by: of the nearest folder above it that has one.
    public static func configuration(above note: NotePath) -> Configuration {
        guard var folder = realPath(note.bytes) else { return .standard }
        while let slash = folder.lastIndex(of: .ascii("/")) {
            folder.removeSubrange(slash...)
            let file = folder + [.ascii("/")] + Configuration.path.bytes
            if let found = try? FileReader.contents(of: file) {
                return ConfigurationReader(found.bytes).configuration
            }
        }
        return .standard
    }

    /// What came of one file.
    private struct ReadFile: Sendable {
        let path: NotePath
        let isSymbolicLink: Bool
        /// Set where the file may be reached by another path too.
        var identity: FileReader.Identity?
        var note: Note?
        var diagnostics: [Diagnostic] = []
    }

    private static let batch = 64

    /// Reads files on all cores: each takes the next batch of them until none is left.
    private static func readFiles(
        _ files: [FolderWalk.FoundFile], below root: [UInt8], _ vocabulary: Vocabulary
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
                        results.append((number, part.map { read($0, below: root, hasLinks, with: &reader) }))
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
            if hasLinks || file.links > 1 { result.identity = file.identity }
            if case .note(let note, let diagnostics) = reader.read(file.bytes, path: found.path) {
                result.note = note
                result.diagnostics = diagnostics
            }
        } catch {
            if let diagnostic = error.diagnostic(of: found.path) { result.diagnostics = [diagnostic] }
        }
        return result
    }

    /// Leaves each file under one path only: its own where it has one in the notebook, else the first.
    private static func withoutSecondNames(_ files: [ReadFile]) -> [ReadFile] {
        var kept: [FileReader.Identity: Int] = [:]
        for (number, file) in files.enumerated() {
            guard let identity = file.identity else { continue }
            if let earlier = kept[identity], !files[earlier].isSymbolicLink || file.isSymbolicLink {
                continue
            }
            kept[identity] = number
        }
        if kept.isEmpty { return files }
        return files.enumerated().filter { number, file in
            file.identity.map { kept[$0] == number } ?? true
        }.map(\.element)
    }
}
