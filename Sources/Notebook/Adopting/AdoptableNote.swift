internal import Markup

/// A note whose text is to be adopted: its bytes, and all that reading them gave.
struct AdoptableNote: Sendable {
    let path: NotePath
    let source: Source
    let note: Note
    let outline: Outline
    let notRead: [NotRead]
    let diagnostics: [Diagnostic]
    let vocabulary: Vocabulary
    /// The list marker that the note has elsewhere.
    let marker: UInt8
    /// Whether it indents lists by tabs.
    let indentsByTabs: Bool
    /// Where its headings begin, in order.
    let headings: [Position]

    /// Nil where the bytes are not a note that may be edited.
    init?(_ source: Source, path: NotePath, vocabulary: Vocabulary) {
        var reader = NoteReader(vocabulary: vocabulary)
        let result = reader.read(source, path: path)
        guard let note = result.note, !result.diagnostics.contains(where: { $0.code == .mergeConflict })
        else {
            return nil
        }
        self.path = path
        self.source = source
        self.note = note
        self.vocabulary = vocabulary
        outline = reader.outline
        notRead = reader.notRead
        diagnostics = result.diagnostics
        headings = outline.blocks.compactMap { block in
            if case .heading = block.kind { block.start } else { nil }
        }
        let items = outline.blocks.lazy.filter { $0.kind == .listItem }.map { source.offset(of: $0.start) }
        let marks = items.filter { $0 < source.bytes.count }.map { source.bytes[$0] }
        marker = marks.first { $0 == .ascii("*") || $0 == .ascii("+") || $0 == .ascii("-") } ?? .ascii("-")
        indentsByTabs = items.contains {
            $0 > 0 && $0 <= source.bytes.count && source.bytes[$0 - 1] == Byte.tab
        }
    }

    // MARK: The proof

    /// Something that a note says, as a proof compares it.
    private struct Saying: Equatable {
        let kind: String
        let text: String
        let place: Position

        static func == (a: Saying, b: Saying) -> Bool { a.kind == b.kind && a.text == b.text }
    }

    private static func sayings(of note: Note) -> [Saying] {
        var all: [Saying] = []
        for feedback in note.feedback {
            all.append(Saying(kind: "\(feedback.stage)", text: feedback.text, place: feedback.place))
            all += feedback.reasons.map { Saying(kind: "because", text: $0.text, place: $0.place) }
            all += feedback.plans.map { Saying(kind: "if", text: $0.text, place: $0.place) }
        }
        all += note.allActions.map { Saying(kind: "\($0.state)", text: $0.text, place: $0.place) }
        all += note.hunches.map { Saying(kind: "hunch", text: $0.text, place: $0.place) }
        all += note.evidence.map { Saying(kind: "\($0.kind)", text: $0.text, place: $0.place) }
        all += note.questionsAsked.map { Saying(kind: "asked", text: $0.text, place: $0.place) }
        all += note.questionsToAsk.map { Saying(kind: "to ask", text: $0.text, place: $0.place) }
        return all.sorted { $0.place < $1.place }
    }

    /// The edit of some replacements, if what it is for is read afterwards, and all else as it was.
    func proven(
        _ replacements: [Edit.Replacement], _ proposal: Adoption.Proposal, _ subject: Adoption.Subject,
        at place: Position
    ) throws(Refusal) -> NoteEdit {
        let unproven = Refusal(path: path, line: place.line, reason: .unproven)
        guard let edit = try? Edit(of: source, replacements), !edit.isEmpty else { throw unproven }
        let new = edit.applied()
        guard edit.inverse().applied().bytes == source.bytes,
            let after = AdoptableNote(new, path: path, vocabulary: vocabulary),
            Self.keeps(Self.sayings(of: note), in: Self.sayings(of: after.note))
        else { throw unproven }
        let isDone: Bool
        switch subject {
        case .missing(let codes):
            isDone =
                codes.allSatisfy { code in !after.diagnostics.contains { $0.code == code } }
                && note.isSame(as: after.note, besides: codes) && after.notRead.count >= notRead.count
        case .notRead: isDone = isRead(after, edit, proposal, at: place)
        }
        guard isDone else { throw unproven }
        return NoteEdit(path: path, before: note, after: after.note, edit: edit)
    }

    /// Whether what stood at a place is read by now.
    private func isRead(
        _ after: AdoptableNote, _ edit: Edit, _ proposal: Adoption.Proposal, at place: Position
    ) -> Bool {
        let first = edit.replacements.first?.range.lowerBound ?? 0
        let last = edit.replacements.last?.range.upperBound ?? 0
        let range = edit.offset(after: max(first - 1, 0))...(edit.offset(after: last) + 1)
        // In a list one bullet is told of at a time, so that another may be in its place.
        let isTold = after.notRead.contains { told in
            told.place.line == after.source.position(of: edit.offset(after: source.offset(of: place))).line
        }
        if isTold { return false }
        if let text = proposal.text {
            // Nothing more is told of, and each bullet says what is in it.
            let meant = text.bullets(suffixed: proposal.speaker != nil)
            let found = Self.sayings(of: after.note).filter {
                range.contains(after.source.offset(of: $0.place))
            }.map(\.text)
            return after.notRead.count <= notRead.count && found == meant.map { shown($0) }
        }
        return true
    }

    /// The words of a bullet as they are shown.
    private func shown(_ text: String) -> String {
        var reader = NoteReader(vocabulary: vocabulary)
        let bytes = Array("## Feedback\n\n- \(text)".utf8)
        return reader.read(bytes, path: NotePath("")).note?.feedback.first?.text ?? text
    }

    /// Whether all that a note said before it still says, in the same order.
    private static func keeps(_ old: [Saying], in new: [Saying]) -> Bool {
        var rest = new[...]
        for saying in old {
            guard let found = rest.firstIndex(of: saying) else { return false }
            rest = rest[(found + 1)...]
        }
        return true
    }
}

extension Note {
    /// Whether a note is of the same interview, but for what was missing.
    fileprivate func isSame(as other: Note, besides codes: [Diagnostic.Code]) -> Bool {
        (codes.contains(.noCompany) || company == other.company)
            && (codes.contains(.noDate) || date == other.date)
            && role == other.role && round == other.round && interviewers == other.interviewers
            && outcome == other.outcome && requestDates == other.requestDates && topics == other.topics
    }
}

extension AdoptedText {
    /// The words of each bullet that it becomes.
    fileprivate func bullets(suffixed: Bool) -> [String] {
        var bullets: [String] = []
        var isOpen = false
        for passage in passages {
            switch passage.fate {
            case .kept:
                bullets.append(passage.text)
                isOpen = true
            case .joined:
                if isOpen, let last = bullets.popLast() { bullets.append(last + " " + passage.text) }
            case .leftOut: isOpen = false
            }
        }
        return bullets
    }
}
