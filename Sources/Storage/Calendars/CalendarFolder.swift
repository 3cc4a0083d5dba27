public import Insights
internal import Markup
internal import Notes
public import Reports

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A calendar as a folder with one file for each item (vdir), as todoman, khal and vdirsyncer use it.
///
/// Only items with a UID of ours are ever written or removed. Everything else in the folder is somebody's,
/// and stays.
public struct CalendarFolder: Sendable {
    /// Why a folder cannot be used.
    public enum Failure: Error, Sendable, CustomStringConvertible {
        case unreadable(String)

        /// The reason in words for a person.
        public var description: String {
            switch self {
            case .unreadable(let reason): "the folder could not be read: \(reason)"
            }
        }
    }

    /// A file with one item of ours.
    struct Entry: Sendable {
        let name: String
        let bytes: [UInt8]
        let component: ICalendarComponent

        var uid: String { component["UID"]?.value ?? "" }
    }

    /// The folder's path.
    public let path: String
    /// The notebook that the calendar belongs to, by the file `.debrief` in the folder.
    public let notebook: String?
    let entries: [Entry]
    /// The files that are skipped, and why.
    ///
    /// A file of another program is among them only if it cannot be read.
    public let problems: [(file: String, reason: String)]
    private let names: Set<String>

    static let marker = ".debrief"

    /// Reads a folder.
    ///
    /// - Throws: If the folder cannot be read.
    public init(path: String) throws(Failure) {
        self.path = path
        let folder = Array(path.utf8)
        let names: [String]
        do {
            names = try Self.names(in: folder)
        } catch {
            throw .unreadable(error.description)
        }
        var entries: [Entry] = []
        var problems: [(file: String, reason: String)] = []
        for name in names.sorted() where name.hasSuffix(".ics") && !name.hasPrefix(".") {
            do {
                let bytes = try FileReader.contents(of: Array(name.utf8), below: folder).bytes
                let items = try ICalendarReader.calendar(bytes).components.filter { $0.name != "VTIMEZONE" }
                guard items.contains(where: \.isOurs) else { continue }
                if items.count == 1 {
                    entries.append(Entry(name: name, bytes: bytes, component: items[0]))
                } else {
                    problems.append((name, "it holds several items; a file must hold one"))
                }
            } catch let failure as ICalendarReader.Failure {
                problems.append((name, "\(failure)"))
            } catch let failure as FileReader.Failure {
                problems.append((name, failure.diagnostic(of: NotePath(name))?.message ?? "it is a folder"))
            } catch {
                problems.append((name, "\(error)"))
            }
        }
        for (_, same) in Dictionary(grouping: entries, by: \.uid) where same.count > 1 {
            let all = same.map(\.name).joined(separator: ", ")
            problems += same.map { ($0.name, "the same item is in several files: \(all); keep one of them") }
        }
        let doubled = Set(problems.map(\.file))
        self.entries = entries.filter { !doubled.contains($0.name) }
        self.problems = problems.sorted { $0.file < $1.file }
        self.names = Set(names)
        notebook = Self.notebook(of: folder)
    }

    /// Returns every name in a folder.
    private static func names(in folder: [UInt8]) throws(SystemError) -> [String] {
        var names: [String] = []
        try unsafe FolderListing.forEachEntry(of: folder) { entry in
            names.append(String(decoding: unsafe FolderListing.path(of: entry, after: []), as: UTF8.self))
        }
        return names
    }

    private static func notebook(of folder: [UInt8]) -> String? {
        let bytes = try? FileReader.contents(of: Array(marker.utf8), below: folder).bytes
        let beginning = Array("notebook: ".utf8)
        for line in (bytes ?? []).split(separator: Byte.lf) where line.starts(with: beginning) {
            let way = String(decoding: line.dropFirst(beginning.count), as: UTF8.self)
            return String(decoding: RelativePath.path(way, from: folder), as: UTF8.self)
        }
        return nil
    }

    // MARK: Back into the notes

    /// Returns what becomes of each item that is an action's.
    ///
    /// An item's line is its index among the files.
    public func plan(_ index: NotebookIndex) -> SyncPlan {
        SyncPlan(
            entries.enumerated().compactMap { number, entry in
                ChecklistItem(entry.component, number: number, today: index.today)
            }, index: index)
    }

    /// Returns the file of an item, by its line in a plan.
    public func file(ofItem number: Int) -> String {
        entries.indices.contains(number) ? "\(path)/\(entries[number].name)" : path
    }

    /// Returns the files with a tick that is not in the notes, because it was refused or does not belong to
    /// an action.
    public func files(refusedBy run: SyncRun) -> Set<String> {
        Set(run.refused.filter(\.isTouched).map { file(ofItem: $0.line) } + recordable.map(\.file))
    }

    /// What was ticked in the calendar and is not an action: having asked, and having thanked.
    public var recordable: [(file: String, summary: String, advice: String)] {
        entries.filter { ["COMPLETED", "CANCELLED"].contains($0.component["STATUS"]?.value.uppercased()) }
            .filter {
                $0.component["X-DEBRIEF-ID"] == nil
            }.map { entry in
                let lines = (entry.component["DESCRIPTION"]?.text ?? "").split(separator: "\n")
                return (
                    "\(path)/\(entry.name)", entry.component["SUMMARY"]?.text.folded ?? "",
                    lines.last.map(String.init) ?? ""
                )
            }
    }
}

extension CalendarFolder {
    /// What came of writing a folder.
    public struct Outcome: Sendable {
        /// How many files were written.
        public internal(set) var written = 0
        /// How many files were removed.
        public internal(set) var removed = 0
        /// The files that were left as they are, and why.
        public internal(set) var held: [(file: String, reason: String)] = []
    }

    /// Makes the folder, if it is not there.
    ///
    /// - Throws: If the system refuses.
    public static func make(_ path: String) throws(WriteFailure) {
        if unsafe withCString(Array(path.utf8), { unsafe mkdir($0, 0o777) }) != 0, errno != EEXIST {
            throw .system("the folder could not be made", .last)
        }
    }

    /// Writes into the folder which notebook it belongs to.
    ///
    /// - Throws: If the folder belongs to another notebook, or if the file cannot be written.
    public func claim(for notebook: NotebookFolder) throws(WriteFailure) {
        let folder = Array(path.utf8)
        guard let way = RelativePath.between(folder: folder, and: Array(notebook.path.utf8)) else { return }
        if names.contains(Self.marker) {
            let other = self.notebook.flatMap { resolvedPath(Array($0.utf8)) }
            guard other == resolvedPath(Array(notebook.path.utf8)) else {
                throw .otherNotebook(self.notebook ?? "\(path)/\(Self.marker)")
            }
            return
        }
        if way.contains(Byte.lf) { return }
        let shown = way.isEmpty ? Array(".".utf8) : way
        try FileWriter.create(
            folder + Array("/\(Self.marker)".utf8),
            Array("generated-by: debrief\nnotebook: ".utf8) + shown + [Byte.lf])
    }

    /// Makes our items in the folder match a calendar.
    ///
    /// It writes those that say something else, and removes those that the calendar lacks. What somebody
    /// changed in the calendar stays and is reported.
    ///
    /// - Parameters:
    ///   - calendar: What the folder should hold.
    ///   - refused: The files with a tick that was not carried. Writing them would lose the tick.
    /// - Returns: How many files were written and removed, and which were left as they are, and why.
    public func write(_ calendar: NotebookCalendar, keeping refused: Set<String>) -> Outcome {
        var outcome = Outcome()
        var rest = Dictionary(entries.map { ($0.uid, $0) }) { first, _ in first }
        let doubled = Set(problems.map(\.file))
        for component in calendar.components {
            let uid = component["UID"]?.value ?? ""
            let old = rest.removeValue(forKey: uid)
            let name = old?.name ?? uid.prefix { $0 != "@" } + ".ics"
            let file = "\(path)/\(name)"
            if refused.contains(file) || doubled.contains(String(name)) { continue }
            do throws(WriteFailure) {
                if let old, !old.component.isAsWritten {
                    outcome.held.append((file, Self.changed))
                } else if let old {
                    let revised = component.revising(old.component)
                    if revised == old.component { continue }
                    try FileWriter.replace(
                        Array(file.utf8), old: old.bytes, with: ICalendarWriter.calendar(of: [revised]))
                    outcome.written += 1
                } else {
                    try FileWriter.create(
                        Array(file.utf8), ICalendarWriter.calendar(of: [component.withSum()]))
                    outcome.written += 1
                }
            } catch {
                outcome.held.append((file, "\(error)"))
            }
        }
        for entry in rest.values.sorted(by: { $0.name < $1.name }) {
            let file = "\(path)/\(entry.name)"
            if refused.contains(file) { continue }
            do throws(WriteFailure) {
                guard entry.component.isAsWritten else {
                    outcome.held.append((file, Self.changed))
                    continue
                }
                try Self.remove(Array(file.utf8), entry.bytes)
                outcome.removed += 1
            } catch {
                outcome.held.append((file, "\(error)"))
            }
        }
        return outcome
    }

    private static let changed =
        "somebody changed it in the calendar; it stays as it is there: change the note, and delete this file"

    private static func remove(_ path: [UInt8], _ old: [UInt8]) throws(WriteFailure) {
        let target = try WriteTarget(existing: path)
        let file = try target.openFile()
        guard try file.bytes().isSame(as: old) else { throw .changed }
        guard FolderNames(target.folder).unlink(target.name) == 0 else {
            throw .system("it could not be removed", .last)
        }
        try target.sync()
    }
}
