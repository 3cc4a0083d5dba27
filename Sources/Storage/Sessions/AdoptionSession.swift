public import Insights
internal import Markup
public import Notes

/// Adoption in the notes of a folder.
///
/// What is wanted is written into its note before the next question is asked.
public struct AdoptionSession: Sendable {
    /// What a person should know before the next question.
    public enum Notice: Sendable, Equatable, CustomStringConvertible {
        case written(path: NotePath, line: Int)
        case undone
        case wentBack
        case nothingToUndo
        /// Somebody has changed what was written, so it is not removed.
        case notUndone
        case unreadable(NotePath, reason: String)
        case refused(Refusal.Reason)
        case notWritten(WriteFailure)
        /// No passage of the text was chosen to become a bullet.
        case nothingKept

        /// Whether something did not go as it was meant to.
        public var isProblem: Bool {
            switch self {
            case .written, .undone, .wentBack: false
            default: true
            }
        }

        /// The notice as a person reads it.
        public var description: String {
            switch self {
            case .written(let path, let line): "Written: \(path):\(line)"
            case .undone: "Taken back. Here it is again."
            case .wentBack: "Here it is again; nothing had been written."
            case .nothingToUndo: "This is where you began: there is nothing to take back."
            case .notUndone: "Its lines have been changed since, so what was written stays in the note."
            case .unreadable(let path, let reason): "\(path): \(reason)"
            case .refused(let reason): "Nothing was written: \(reason)"
            case .notWritten(let failure): "Nothing was written: \(failure)"
            case .nothingKept: "Nothing was written: all of it is left out."
            }
        }
    }

    /// What is left to ask about, and what has been answered.
    public private(set) var queue: AdoptionQueue
    private let folder: String
    /// What to say if there is nothing to adopt.
    private let nothing: String

    /// Begins adoption in a folder.
    ///
    /// - Parameters:
    ///   - index: the notebook.
    ///   - folder: the folder that the index was read from.
    ///   - note: the only note to look at; nil for all.
    public init(_ index: NotebookIndex, in folder: NotebookFolder, note: NotePath? = nil) {
        queue = AdoptionQueue(index, note: note)
        self.folder = folder.path
        nothing = Self.nothing(in: index, folder: folder.path, note: note)
    }

    /// Returns what is true of a notebook, or of one note of it, in which there is nothing to adopt.
    private static func nothing(in index: NotebookIndex, folder: String, note: NotePath?) -> String {
        if let note {
            let isSilent = index.notes.contains { $0.path == note && !$0.saysAnything }
            return "Nothing to adopt: all that looks meant in \(note) is read."
                + (isSilent ? " It says nothing that is read." : "")
        }
        let unread = Set(index.faults.filter { $0.code.isOfFileNotRead }.map(\.path)).count
        let files = unread == 1 ? "1 file is not read" : "\(unread) files are not read"
        let rest = unread > 0 ? " \(files); `debrief check` says why." : ""
        if index.notes.isEmpty {
            let folderName = folder == "." ? "this folder" : "\"\(folder)\""
            return "Nothing to adopt: there are no notes in \(folderName)." + rest
        }
        let silent = index.notes.count { !$0.saysAnything }
        let notes = index.notes.count == 1 ? "the one note" : "the \(index.notes.count) notes"
        let what = "Nothing to adopt: all that looks meant in \(notes) is read."
        if silent == 0 { return what + rest }
        return what + (silent == 1 ? " 1 says" : " \(silent) say") + " nothing that is read." + rest
    }

    /// Looks at the current note, and goes on if there is nothing left to ask about.
    ///
    /// Call it before the first question is shown. The other functions call it themselves.
    public mutating func refresh() -> [Notice] {
        var notices: [Notice] = []
        while let path = queue.path {
            do {
                if queue.look(at: try NoteFile.knownBytes(of: path, in: folder)) { break }
            } catch {
                notices.append(.unreadable(path, reason: error.description))
                queue.lose()
            }
        }
        return notices
    }

    /// Writes a proposal into its note, and goes on to the next question.
    public mutating func write(_ proposal: Adoption.Proposal) -> [Notice] {
        guard let adoption = queue.adoption else { return refresh() }
        guard proposal.adoptsAnything else { return [.nothingKept] }
        do throws(Refusal) {
            let edit = try adoption.edit(proposal)
            if let failure = write(edit) {
                return (failure == .changed ? [] : [.notWritten(failure)]) + refresh()
            }
            queue.record(edit)
            return [.written(path: adoption.path, line: adoption.position.line)] + refresh()
        } catch {
            return [.refused(error.reason)]
        }
    }

    /// Goes on to the next question.
    public mutating func skip() -> [Notice] {
        queue.skip()
        return refresh()
    }

    /// Goes back to the question before, and removes what was written for it from the note.
    public mutating func back() -> [Notice] {
        guard queue.canGoBack else { return [.nothingToUndo] }
        guard let edit = queue.editToUndo else {
            queue.goBack()
            return [.wentBack] + refresh()
        }
        queue.goBack()
        guard let bytes = try? NoteFile.knownBytes(of: edit.path, in: folder),
            let inverse = edit.edit.inverse().rebased(onto: Source(bytes)),
            case let undo = NoteEdit(path: edit.path, before: edit.after, after: edit.before, edit: inverse)
        else { return [.notUndone] + refresh() }
        if let failure = write(undo) { return [.notWritten(failure)] + refresh() }
        return [.undone] + refresh()
    }

    /// Writes an edit.
    ///
    /// - Returns: What prevented it; nil if it was written.
    private func write(_ edit: NoteEdit) -> WriteFailure? { NoteFile.failure(writing: edit, in: folder) }

    /// The result of the session, in a sentence.
    public var tally: String {
        let (written, passed, left) = queue.tally
        if written + passed + left + queue.lost == 0 {
            return nothing
        }
        var parts = [written == 0 ? "nothing written" : "\(written) written"]
        if passed > 0 { parts.append("\(passed) skipped") }
        if left > 0 { parts.append("\(left) left for another time") }
        if queue.lost > 0 { parts.append("\(queue.lost) out of reach") }
        return Wording.sentence(parts.joined(separator: "; ")) + "."
    }
}

extension Diagnostic.Code {
    /// Whether a file of the notebook is not read at all.
    fileprivate var isOfFileNotRead: Bool {
        switch self {
        case .unreadable, .fileTooLarge, .notARegularFile, .conflictCopy, .template: true
        default: false
        }
    }
}

extension Note {
    /// Whether anything that the note says is read, besides its title and its date.
    fileprivate var saysAnything: Bool {
        speaksOfInterview || role != nil || outcome != nil || !topics.isEmpty || !actions.isEmpty
            || !stories.isEmpty || !tellings.isEmpty
    }
}
