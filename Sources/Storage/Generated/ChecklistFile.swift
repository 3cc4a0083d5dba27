public import Insights
internal import Markup
public import Notes
public import Reports

/// A checklist in a file, and the way back of its ticks into the notes.
public struct ChecklistFile: Sendable {
    /// Why a file cannot be used as a checklist.
    public enum Failure: Error, Sendable, CustomStringConvertible {
        case missing
        case unreadable(String)
        /// Debrief did not write it.
        case notAChecklist

        /// The reason in words for a person, without the file's path.
        public var description: String {
            switch self {
            case .missing: "there is no such file"
            case .unreadable(let reason): reason
            case .notAChecklist: "is not a checklist that Debrief wrote"
            }
        }
    }

    /// The file's path.
    public let path: String
    let bytes: [UInt8]

    /// Opens a checklist.
    ///
    /// - Throws: If the file is missing, cannot be read, or is not a checklist that Debrief wrote.
    public init(path: String) throws(Failure) {
        let bytes: [UInt8]
        do {
            bytes = try NoteFile.bytes(of: NotePath(path))
        } catch {
            switch error {
            case .missing: throw .missing
            case .unreadable(let reason): throw .unreadable(reason)
            }
        }
        try self.init(path: path, bytes: bytes)
    }

    /// Opens a checklist whose bytes are known.
    init(path: String, bytes: [UInt8]) throws(Failure) {
        (self.path, self.bytes) = (path, bytes)
        if ChecklistReader.items(of: bytes) == nil { throw .notAChecklist }
    }

    /// The folder of notes that the checklist was made of, by its front matter; the file's own folder if that
    /// names none.
    public var notebook: String {
        let folder = RelativePath.folder(of: Array(path.utf8))
        let way = GeneratedFile.notebook(of: Source(bytes))
        return String(decoding: way.map { RelativePath.path($0, from: folder) } ?? folder, as: UTF8.self)
    }

    /// Whether the notebook that the checklist names lies outside its own folder.
    ///
    /// Such a list, if it came from a stranger, would choose where its ticks are written.
    public var namesOutsideNotebook: Bool {
        RelativePath.leads(Array(notebook.utf8), outOf: RelativePath.folder(of: Array(path.utf8)))
    }

    /// Returns what becomes of each item.
    ///
    /// - Throws: If the file is not a checklist that Debrief wrote.
    public func plan(_ index: NotebookIndex) throws(Failure) -> SyncPlan {
        guard let plan = SyncPlan(checklist: bytes, index: index, isEdited: { isEdited }) else {
            throw .notAChecklist
        }
        return plan
    }

    /// Whether somebody has changed more than boxes between the two comments.
    private var isEdited: Bool {
        guard let region = try? GeneratedRegion(of: Source(bytes)) else { return true }
        return !region.isAsWritten(of: .checklist)
    }
}

/// The edits that carry out a plan.
public struct SyncRun: Sendable {
    /// An item that was not carried.
    public struct Refused: Sendable {
        /// The item's line in the checklist.
        public let line: Int
        /// What the item says.
        public let text: String
        /// Why it was not carried, in words for a person.
        public let reason: String
        /// Whether somebody may have changed the item, so that something would be lost with it.
        public let isTouched: Bool
    }

    /// The proven edits, one for each note that changes.
    public let edits: [NoteEdit]
    /// The items that were not carried, in the list's order.
    public private(set) var refused: [Refused]
    /// The changes in the notes that the list does not have yet.
    public let left: [(line: Int, text: String, note: NotePath, noteLine: Int, box: TaskBox)]
    /// The actions that repeat and whose day in the list counts as done.
    public let movedOn:
        [(line: Int, text: String, note: NotePath, noteLine: Int, from: CalendarDate, to: CalendarDate)]
    /// The items that each edit carries.
    private let carried: [[SyncPlan.Item]]
    private let folder: NotebookFolder

    /// Reads the notes that are to change, and makes the edits.
    ///
    /// It does not write anything yet.
    ///
    /// - Parameters:
    ///   - plan: What becomes of each item.
    ///   - folder: The notebook.
    ///   - vocabulary: The notebook's words.
    public init(_ plan: SyncPlan, in folder: NotebookFolder, vocabulary: Vocabulary) {
        self.folder = folder
        var refused: [Refused] = []
        var left: [(line: Int, text: String, note: NotePath, noteLine: Int, box: TaskBox)] = []
        var movedOn:
            [(line: Int, text: String, note: NotePath, noteLine: Int, from: CalendarDate, to: CalendarDate)] =
                []
        var carries: [NotePath: [(item: SyncPlan.Item, carry: SyncPlan.Carry)]] = [:]
        for item in plan.items {
            switch item.outcome {
            case .settled: break
            case .noteChanged(let note, let line, let box):
                left.append((item.line, item.text, note, line, box))
            case .movedOn(let note, let line, let old, let new):
                movedOn.append((item.line, item.text, note, line, old, new))
            case .refused(let reason): refused.append(item.refused("\(reason)"))
            case .carry(let carry): carries[carry.note, default: []].append((item, carry))
            }
            if let change = item.change { refused.append(item.refused("\(change)", isTouched: true)) }
        }
        var edits: [NoteEdit] = []
        var carried: [[SyncPlan.Item]] = []
        for (path, carries) in carries.sorted(by: { $0.key < $1.key }) {
            do {
                var (items, editor) = ([SyncPlan.Item](), try Self.editor(of: path, in: folder, vocabulary))
                for (item, carry) in carries {
                    do throws(Refusal) {
                        try editor.carry(carry)
                        items.append(item)
                    } catch {
                        refused.append(item.refused("\(error)"))
                    }
                }
                edits.append(try editor.edit())
                carried.append(items)
            } catch {
                refused += carries.map { $0.item.refused("\(error)") }
            }
        }
        self.edits = edits
        self.carried = carried
        self.left = left
        self.movedOn = movedOn
        self.refused = refused.sorted { $0.line < $1.line }
    }

    private static func editor(
        of path: NotePath, in folder: NotebookFolder, _ vocabulary: Vocabulary
    ) throws -> NoteEditor {
        do {
            return try NoteEditor(
                try NoteFile.bytes(of: path, in: folder.path), path: path, vocabulary: vocabulary)
        } catch let failure as NoteFile.ReadFailure {
            throw SyncFailure(description: "\(path): \(failure)")
        }
    }

    /// Writes the edits, each note whole or not at all.
    ///
    /// An edit that cannot be written is refused, and the rest goes on.
    ///
    /// - Returns: The edits that were written.
    public mutating func write() -> [NoteEdit] {
        let changes = zip(edits, carried).filter { !$0.0.isEmpty }
        let failures = ParallelWrites.write(changes.map(\.0), in: folder.path)
        var written: [NoteEdit] = []
        for ((edit, items), failure) in zip(changes, failures) {
            if let failure {
                refused += items.map { $0.refused("\(edit.path): \(failure)") }
            } else {
                written.append(edit)
            }
        }
        return written
    }
}

private struct SyncFailure: Error, CustomStringConvertible {
    let description: String
}

extension SyncPlan.Item {
    fileprivate func refused(_ reason: String, isTouched: Bool? = nil) -> SyncRun.Refused {
        SyncRun.Refused(line: line, text: text, reason: reason, isTouched: isTouched ?? self.isTouched)
    }
}
