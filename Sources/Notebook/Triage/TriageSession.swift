internal import Markup

/// Triage of the notes in a folder: each answer is in its note before the next question is asked.
public struct TriageSession: Sendable {
    public private(set) var triage: Triage
    private let folder: String
    private let today: @Sendable () -> CalendarDate

    /// How often a write that somebody else's save comes before is tried again.
    private static let attempts = 5

    /// - Parameters:
    ///   - folder: the one that the index was read from.
    ///   - today: the day, asked for at every answer, for a person may sit over them past midnight.
    public init(
        _ triage: Triage, in folder: NotebookFolder, today: @escaping @Sendable () -> CalendarDate
    ) {
        self.triage = triage
        self.folder = folder.path
        self.today = today
    }

    /// Brings the question up to date with its note, and goes on where there is nothing to ask any more.
    ///
    /// To be called before a question is shown; the others do so themselves.
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
                if triage.place != nil { return notices }
                // It is gone, and was so when somebody went back to it.
                triage.drop()
                notices.append(.gone(text: text))
            case .changed: return notices + [.changed]
            case .decided(let stage): notices.append(.decided(stage, text: text))
            case .gone: notices.append(.gone(text: text))
            }
        }
        return notices
    }

    /// What hangs below the feedback that is asked about in its note, a line each, as it is written there but for how
    /// far it is indented.
    public var linesBelow: [String] {
        guard let place = triage.place, let path = triage.piece?.path,
            let bytes = try? NoteFile.bytes(of: path, in: folder)
        else { return [] }
        let text = NoteText(Source(bytes), vocabulary: triage.index.configuration.vocabulary)
        return text.bullet(at: triage.index[place].place).map(text.linesBelow) ?? []
    }

    /// What stands in the way of an answer; empty where nothing does. To be asked before a person writes more.
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
    /// If the feedback is no longer what was asked about, nothing is written, and it is asked about as it is now.
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
                triage.take(answer, edit)
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

    /// Goes back to the question before, and takes its answer out of the note again.
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

    /// Writes an edit; says what stood in the way.
    private func write(_ edit: NoteEdit) -> WriteFailure? { NoteFile.failure(writing: edit, in: folder) }

    private func part(_ bytes: [UInt8], _ path: NotePath) -> Index {
        NoteFile.index(
            of: bytes, path: path, today: triage.index.today, configuration: triage.index.configuration)
    }
}
