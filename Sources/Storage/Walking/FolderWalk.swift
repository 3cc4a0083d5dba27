internal import Insights
internal import Markup
package import Notes

/// Finds the files of a notebook that are to be read, in the order of their paths.
struct FolderWalk {
    let files: [FoundFile]
    let diagnostics: [Diagnostic]

    struct FoundFile: Sendable {
        let path: NotePath
        let isSymbolicLink: Bool
    }

    /// Walks a folder level by level, with the folders of each level on all cores.
    ///
    /// It does not follow symbolic links to folders, and does not use recursion.
    ///
    /// - Parameters:
    ///   - root: The path of the notebook, as the system is given it.
    ///   - ignored: The patterns of files and folders to skip.
    ///   - progress: Is told how many files there are.
    /// - Throws: The system's error if the notebook itself cannot be read. A folder below it that cannot be
    ///   read becomes a diagnostic.
    init(
        root: [UInt8], ignoring ignored: IgnorePatterns, progress: ReadingProgress? = nil
    ) throws(SystemError) {
        var files: [FoundFile] = []
        var diagnostics: [Diagnostic] = []
        var folders: [[UInt8]] = [[]]
        while !folders.isEmpty {
            let level = folders
            let listings = concurrently(level.count, few: 1) {
                FolderListing(of: level[$0], below: root, ignoring: ignored)
            }
            folders = []
            for (folder, listing) in zip(level, listings) {
                files += listing.files
                diagnostics += listing.diagnostics
                folders += listing.subfolders
                guard let failure = listing.failure else { continue }
                if folder.isEmpty { throw failure }
                diagnostics.append(.unreadable(NotePath(bytes: folder), reason: failure.description))
            }
            progress?.find(files.count)
        }
        if files.isEmpty, !ignored.isEmpty, try !Self(root: root, ignoring: IgnorePatterns()).files.isEmpty {
            diagnostics.append(
                .configuration("these patterns hide every note; leave one of them out", at: ignored.position))
        }
        // The files of each folder are in order already.
        files.sort { $0.path < $1.path }
        progress?.find(files.count, isAll: true)
        (self.files, self.diagnostics) = (files, diagnostics)
    }

    // MARK: Names

    /// Returns what a walk might find changed if something else is at a path now; nil if the walk would skip
    /// it.
    static func change(at path: NotePath) -> FolderChanges? {
        if path == Configuration.path { return .anywhere }
        let name = path.name
        if name.first == .ascii(".") { return isCloudStub(name) ? .anywhere : nil }
        if path.isNote { return FolderChanges(paths: [path]) }
        return isMarkdown(name) ? .anywhere : nil
    }

    static func isMarkdown(_ name: ArraySlice<UInt8>) -> Bool {
        ends(name, with: ".md") || ends(name, with: ".markdown")
    }

    private static func ends(_ name: ArraySlice<UInt8>, with ending: StaticString) -> Bool {
        guard name.count > ending.utf8CodeUnitCount else { return false }
        return ending.withUTF8Buffer { letters in
            let start = name.endIndex - letters.count
            for offset in 0..<letters.count
            where unsafe name[start + offset].lowercased != letters[offset] { return false }
            return true
        }
    }

    /// Whether a name such as `.note.md.icloud` stands for a note that has not been downloaded.
    static func isCloudStub(_ name: ArraySlice<UInt8>) -> Bool {
        ends(name, with: ".icloud") && isMarkdown(name.dropLast(7))
    }
}

extension NotePath {
    /// Whether the names in the path are those of a note that a walk would read.
    package var isNote: Bool {
        let names = bytes.split(separator: .ascii("/"), omittingEmptySubsequences: false)
        guard names.allSatisfy({ !$0.isEmpty && $0.first != .ascii(".") }) else { return false }
        return FolderWalk.isMarkdown(name) && ConflictCopy.tool(of: stem) == nil
    }
}
