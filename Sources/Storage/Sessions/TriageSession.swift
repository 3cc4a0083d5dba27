internal import Insights
internal import Markup
public import Notes
public import Reports

/// Triage of the notes in a folder.
///
/// Each answer is written into its note before the next question is asked.
public struct TriageSession: Sendable {
    /// The questions that are left, and the answers so far.
    public private(set) var triage: Triage
    private let folder: String
    private let today: @Sendable () -> CalendarDate

    /// How many times a write is attempted when somebody else saves the note at the same moment.
    private static let attempts = 5

    /// Begins triage in a folder.
    ///
    /// - Parameters:
    ///   - triage: the triage.
    ///   - folder: the folder that the triage's index was read from.
    ///   - today: returns the day. It is asked at every answer, because a person may answer past midnight.
    public init(
        _ triage: Triage, in folder: NotebookFolder, today: @escaping @Sendable () -> CalendarDate
    ) {
        self.triage = triage
        self.folder = folder.path
        self.today = today
    }

    /// Brings the question up to date with its note, and goes on if there is nothing to ask any more.
    ///
    /// Call it before the first question is shown. The other functions call it themselves.
    public mutating func refresh() -> [TriageNotice] {
        var notices: [TriageNotice] = []
        while let (path, text) = triage.piece.map({ ($0.path, $0.text) }) {
            let fate: Triage.Fate
            do {
                fate = triage.reread(path, as: part(try NoteFile.knownBytes(of: path, in: folder), path))
            } catch {
                notices.append(.unreadable(path, reason: error.description))
                triage.lose(path)
                continue
            }
            switch fate {
            case .same:
                if triage.id != nil { return notices }
                // The piece is gone. It was already gone when the person went back to it.
                triage.drop()
                notices.append(.gone(text: text))
            case .changed: return notices + [.changed]
            case .decided(let stage): notices.append(.decided(stage, text: text))
            case .gone: notices.append(.gone(text: text))
            }
        }
        return notices
    }

    /// The lines below the feedback that is asked about, as they are written in its note, but without the
    /// shared indentation.
    public var linesBelow: [String] {
        guard let id = triage.id, let path = triage.piece?.path,
            let bytes = try? NoteFile.bytes(of: path, in: folder)
        else { return [] }
        let text = NoteText(Source(bytes), vocabulary: triage.index.configuration.vocabulary)
        return text.bullet(at: triage.index[id].position).map(text.linesBelow) ?? []
    }

    /// Returns what prevents an answer; empty if nothing does.
    ///
    /// Ask it before a person writes more.
    public func problem(with answer: TriageAnswer) -> [TriageNotice] {
        guard let piece = triage.piece, let bytes = try? NoteFile.knownBytes(of: piece.path, in: folder)
        else { return [] }
        var triage = triage
        guard triage.reread(piece.path, as: part(bytes, piece.path)) == .same else { return [] }
        do {
            _ = try triage.edit(answer, of: bytes)
            return []
        } catch {
            return [.refused(error.reason)]
        }
    }

    /// Writes an answer to the question into its note, and goes on.
    ///
    /// If the feedback has changed since it was asked about, nothing is written, and the feedback is asked
    /// about as it is now.
    ///
    /// - Parameter answer: the answer.
    /// - Returns: what a person should know before the next question.
    public mutating func answer(_ answer: TriageAnswer) -> [TriageNotice] {
        for _ in 0..<Self.attempts {
            guard let (path, text) = triage.piece.map({ ($0.path, $0.text) }),
                let bytes = try? NoteFile.knownBytes(of: path, in: folder)
            else { break }
            switch triage.reread(path, as: part(bytes, path)) {
            case .same: break
            case .changed: return [.changed]
            case .decided(let stage): return [.decided(stage, text: text)] + refresh()
            case .gone: return [.gone(text: text)] + refresh()
            }
            do {
                guard let edit = try triage.edit(answer, of: bytes, today: today()) else { break }
                let failure = write(edit)
                if failure == .changed { continue }
                if let failure { return [.notWritten(failure)] }
                let notices = notices(of: answer, edit, text)
                triage.record(answer, edit)
                return notices + refresh()
            } catch {
                return [.refused(error.reason)]
            }
        }
        let notices = refresh()
        return notices.isEmpty ? [.notWritten(.changed)] : notices
    }

    private func notices(of answer: TriageAnswer, _ edit: NoteEdit, _ text: String) -> [TriageNotice] {
        if edit.isEmpty { return [.stays(answer, text: text)] }
        guard case .topic(let name) = answer else { return [.answered(answer, text: text)] }
        let topic = triage.index.configuration.vocabulary.aliases.topic(
            named: String(name.drop { $0 == "#" }))
        return [.answered(answer, text: text)] + (triage.isNew(topic) ? [.newTopic(topic.name)] : [])
    }

    /// Goes on to the next question.
    public mutating func skip() -> [TriageNotice] {
        triage.skip()
        return refresh()
    }

    /// Goes back to the question before, and removes its answer from the note.
    public mutating func back() -> [TriageNotice] {
        guard triage.canGoBack else { return [.nothingToUndo] }
        guard let path = triage.pathToUndo else {
            triage.goBack(nil)
            let notices = refresh()
            return notices.isEmpty ? [.wentBack] : notices
        }
        for _ in 0..<Self.attempts {
            guard let bytes = try? NoteFile.knownBytes(of: path, in: folder) else { break }
            _ = triage.reread(path, as: part(bytes, path))
            guard let edit = try? triage.undoing(in: bytes) else { break }
            let failure = write(edit)
            if failure == .changed { continue }
            if let failure { return [.notWritten(failure)] }
            triage.goBack(edit)
            return [.undone(text: triage.piece?.text ?? "")] + refresh()
        }
        triage.goBack(nil)
        return [.notUndone] + refresh()
    }

    /// Writes an edit.
    ///
    /// - Returns: What prevented it; nil if it was written.
    private func write(_ edit: NoteEdit) -> WriteFailure? { NoteFile.failure(writing: edit, in: folder) }

    private func part(_ bytes: [UInt8], _ path: NotePath) -> NotebookIndex {
        NoteFile.index(
            of: bytes, path: path, today: triage.index.today, configuration: triage.index.configuration)
    }
}
