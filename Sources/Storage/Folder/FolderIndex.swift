internal import Insights
internal import Markup
internal import Notes
internal import Synchronization

/// Reads a folder that is looked at only once, and keeps nothing of it but its index.
struct FolderIndex {
    let index: NotebookIndex

    /// What there is to say about a file besides its note.
    ///
    /// For most files there is nothing.
    private struct FileFindings: Sendable {
        let number: Int
        var diagnostics: [Diagnostic] = []
        var isNote = false
        /// Set if the file may be reached by another path too.
        var identity: FileReader.Identity?

        var saysNothing: Bool { isNote && diagnostics.isEmpty && identity == nil }
    }

    /// Reads a folder.
    ///
    /// - Parameters:
    ///   - root: The path of the notebook, as the system is given it.
    ///   - today: The day that the index is as of.
    ///   - progress: Is told how far the reading has come.
    /// - Throws: The system's error if the notebook itself cannot be read.
    init(of root: [UInt8], today: CalendarDate, progress: ReadingProgress? = nil) throws(SystemError) {
        let file = ConfigurationFile(below: root)
        let configuration = file.configuration
        let walk = try FolderWalk(root: root, ignoring: configuration.ignored, progress: progress)
        Timings.shared.end("walk")
        let found = walk.files
        let hasLinks = found.contains(where: \.isSymbolicLink)
        let reported = Mutex<[FileFindings]>([])
        // Each note is made where it stays. It is moved only if a file before it is not a note.
        var notes = concurrently(
            found.count, with: { NoteReader(vocabulary: configuration.vocabulary) },
            progress: { progress?.read($0) },
            each: { number, reader in
                var note = Note(path: found[number].path, title: "")
                let findings = Self.read(
                    found[number], number, below: root, hasLinks, with: &reader, into: &note)
                if !findings.saysNothing { reported.withLock { $0.append(findings) } }
                return note
            })
        Timings.shared.end("read and parse")
        defer { Timings.shared.end("index") }
        let allFindings = reported.withLock(\.self).sorted { $0.number < $1.number }
        let second = FileReader.secondNames(allFindings.count) {
            (allFindings[$0].identity, found[allFindings[$0].number].isSymbolicLink)
        }
        var faults: [Diagnostic] = []
        var dropped: [Int] = []
        for (number, findings) in allFindings.enumerated() {
            let isSecond = second[number] != nil
            if !isSecond { faults += findings.diagnostics }
            if isSecond || !findings.isNote { dropped.append(findings.number) }
        }
        if !dropped.isEmpty {
            var rest = dropped[...]
            var kept: [Note] = []
            kept.reserveCapacity(notes.count - dropped.count)
            for number in notes.indices {
                if rest.first == number { rest.removeFirst() } else { kept.append(notes[number]) }
            }
            notes = kept
        }
        faults = NotebookIndex.merged(NotebookIndex.sorted(file.diagnostics + walk.diagnostics), faults)
        index = NotebookIndex(today: today, configuration: configuration, notes: notes, faults: faults)
    }

    private static func read(
        _ found: FolderWalk.FoundFile, _ number: Int, below root: [UInt8], _ hasLinks: Bool,
        with reader: inout NoteReader, into note: inout Note
    ) -> FileFindings {
        var findings = FileFindings(number: number)
        do {
            let file = try FileReader.contents(
                of: found.path.bytes, below: root, isKnownAsFile: !found.isSymbolicLink)
            if hasLinks || file.links > 1 { findings.identity = file.stamp.identity }
            findings.isNote = reader.read(Source(file.bytes), into: &note, reporting: &findings.diagnostics)
            findings.diagnostics = NotebookIndex.sorted(findings.diagnostics)
        } catch {
            findings.diagnostics = error.diagnostic(of: found.path).map { [$0] } ?? []
        }
        return findings
    }
}
