package import Markup

/// The proof that an edit of a note makes what is meant readable, and changes nothing else that is read.
///
/// The new bytes are read. The note still says everything that it said, in the same order. What was reported
/// is no longer reported. Each new bullet says what it is meant to say.
package struct AdoptionProof {
    /// One thing that is adopted, and the replacements that write it.
    package struct Wanted {
        package let adoption: Adoption
        package let proposal: Adoption.Proposal
        package let replacements: [Edit.Replacement]
        package let rewordings: [Position: String]

        package init(_ adoption: Adoption, _ proposal: Adoption.Proposal, _ attempt: Adoption.Attempt) {
            self.adoption = adoption
            self.proposal = proposal
            replacements = adoption.replacements(of: proposal, attempt)
            rewordings = attempt.rewordings
        }
    }

    private let note: AdoptableNote
    private let after: AdoptableNote
    private let edit: Edit
    private let moved: MovedOffsets
    /// What the note says only since the edit, in order.
    private let news: [Saying]
    /// The lines on which something is reported after the edit.
    private let toldLines: Set<Int>

    /// Returns the edit of a note that writes everything that is wanted; nil if it cannot be proven.
    package static func edit(of note: AdoptableNote, _ wanted: [Wanted]) -> NoteEdit? {
        guard let edit = try? Edit(of: note.source, wanted.flatMap(\.replacements)), !edit.isEmpty,
            edit.inverse().applied().bytes == note.source.bytes,
            let after = AdoptableNote(edit.applied(), path: note.path, vocabulary: note.vocabulary)
        else { return nil }
        let proof = AdoptionProof(of: note, after, edit)
        var reader = NoteReader(vocabulary: note.vocabulary)
        guard proof.keepsAll(besides: wanted), proof.saysOnly(wanted),
            wanted.allSatisfy({ proof.isDone($0, &reader) })
        else { return nil }
        return NoteEdit(path: note.path, before: note.note, after: after.note, edit: edit)
    }

    private init(of note: AdoptableNote, _ after: AdoptableNote, _ edit: Edit) {
        self.note = note
        self.after = after
        self.edit = edit
        moved = MovedOffsets(edit)
        let moved = moved
        var old = note.sayings.map {
            after.source.position(of: moved.offset(after: note.source.offset(of: $0.position)))
        }[...]
        news = after.sayings.filter { saying in
            old = old.drop { $0 < saying.position }
            return old.first != saying.position
        }
        toldLines = Set(after.notRead.map(\.position.line))
    }

    /// Returns whether the note still says everything that it said before, in the same order, except for what
    /// is reworded.
    private func keepsAll(besides wanted: [Wanted]) -> Bool {
        var rest = after.sayings[...]
        let rewordings = wanted.reduce(into: [:]) { $0.merge($1.rewordings) { first, _ in first } }
        for var saying in note.sayings {
            if let text = rewordings[saying.position] {
                saying = Saying(saying.kind, text, at: saying.position)
            }
            guard let found = rest.firstIndex(of: saying) else { return false }
            rest = rest[(found + 1)...]
        }
        return true
    }

    /// Returns whether everything new stands in the lines that a proposal shows, and is read as what it
    /// promises.
    private func saysOnly(_ wanted: [Wanted]) -> Bool {
        var isShown = news.map { _ in false }
        for wanted in wanted {
            let shown = newsOnLines(lines(of: wanted, to: wanted.adoption.reach))
            let kinds = wanted.proposal.kinds
            for index in shown.indices where kinds.contains(shown[index].kind) { isShown[index] = true }
        }
        return isShown.allSatisfy(\.self)
    }

    private func newsOnLines(_ lines: ClosedRange<Int>) -> ArraySlice<Saying> {
        let first = news.partitionPoint { $0.position.line >= lines.lowerBound }
        return news[first...].prefix { $0.position.line <= lines.upperBound }
    }

    /// Returns the lines after the edit of what is adopted, up to a line of the note as it was.
    private func lines(of wanted: Wanted, to line: Int) -> ClosedRange<Int> {
        let first = note.source.content(ofLine: wanted.adoption.line).lowerBound
        let last = note.source.content(ofLine: line).upperBound
        let begin = after.source.position(of: moved.offset(before: first)).line
        return begin...max(after.source.position(of: moved.offset(after: last)).line, begin)
    }

    /// Returns whether one thing is no longer missing or unread.
    private func isDone(_ wanted: Wanted, _ reader: inout NoteReader) -> Bool {
        switch wanted.adoption.subject {
        case .missing(let codes):
            let names = wanted.proposal.facts?.interviewers ?? []
            return !after.diagnostics.contains { codes.contains($0.code) }
                && after.note.interviewers == (names.isEmpty ? note.note.interviewers : names)
                && note.note.isSame(as: after.note, besides: codes, withOutcome: names.isEmpty)
        case .notRead: return isRead(wanted, &reader)
        case .guess where !wanted.proposal.dues.isEmpty: return isDue(wanted)
        case .guess:
            // A guess must make something readable, or something reported. Otherwise it would not matter
            // whether it is written.
            let isUseful = !news.isEmpty || after.notRead.count > note.notRead.count
            return isUseful && (wanted.proposal.meant.isEmpty || saysWhatIsMeant(wanted, &reader))
        }
    }

    /// Returns whether the actions are due on the days that are written, and say all else as before.
    private func isDue(_ wanted: Wanted) -> Bool {
        let (old, new) = (note.note.allActions, after.note.allActions)
        return old.count == new.count
            && zip(old, new).allSatisfy { action, written in
                var meant = action
                meant.due = wanted.proposal.dues[action.position] ?? action.due
                meant.position = written.position
                return meant == written
            }
    }

    private func isRead(_ wanted: Wanted, _ reader: inout NoteReader) -> Bool {
        let start = note.source.offset(of: wanted.adoption.position)
        // Only one bullet of a list is reported at a time, so that another one may be reported instead.
        if toldLines.contains(after.source.position(of: moved.offset(after: start)).line) { return false }
        if wanted.proposal.text == nil { return true }
        // Nothing more is reported there, and each bullet says what is in it.
        return after.notRead.count <= note.notRead.count && saysWhatIsMeant(wanted, &reader)
    }

    private func saysWhatIsMeant(_ wanted: Wanted, _ reader: inout NoteReader) -> Bool {
        let lines = lines(of: wanted, to: wanted.adoption.lastLine)
        return newsOnLines(lines).elementsEqual(
            wanted.proposal.meant.compactMap { Self.shown($0, &reader) })
    }

    /// Returns what a bullet is to be read as.
    private static func shown(_ bullet: AdoptedBullet, _ reader: inout NoteReader) -> Saying? {
        let bytes = Array("## \(bullet.section.heading)\n\n- \(bullet.front)\(bullet.text)".utf8)
        return reader.read(bytes, path: NotePath("")).note.flatMap { Saying.all(of: $0).first }
    }
}

/// Finds where bytes of a source stand after an edit.
///
/// It is made for many look-ups.
private struct MovedOffsets {
    private let ranges: [Range<Int>]
    /// By how many bytes the text before each replacement has grown, and at the end the whole text.
    private let growth: [Int]

    init(_ edit: Edit) {
        ranges = edit.replacements.map(\.range)
        growth = edit.replacements.reduce(into: [0]) {
            $0.append($0[$0.count - 1] + $1.bytes.count - $1.range.count)
        }
    }

    /// Returns where an offset stands.
    ///
    /// What is inserted at the offset itself stands before it.
    func offset(after offset: Int) -> Int {
        let next = ranges.partitionPoint { $0.upperBound > offset }
        return (next < ranges.count ? min(offset, ranges[next].lowerBound) : offset) + growth[next]
    }

    /// Returns where an offset stands.
    ///
    /// What is inserted at the offset itself stands after it.
    func offset(before offset: Int) -> Int {
        let next = ranges.partitionPoint { $0.lowerBound >= offset || $0.upperBound > offset }
        return (next < ranges.count ? min(offset, ranges[next].lowerBound) : offset) + growth[next]
    }
}

extension Note {
    /// Returns whether two notes agree about their interview, except for what was missing and for the
    /// interviewers.
    ///
    /// `withOutcome` says whether the outcome may be what was missing, if nothing was reported.
    fileprivate func isSame(as other: Note, besides codes: [Diagnostic.Code], withOutcome: Bool) -> Bool {
        (codes.contains(.noCompany) || company == other.company)
            && (codes.contains(.noDate) || date == other.date)
            && role == other.role && round == other.round
            && (codes.isEmpty && withOutcome || outcome == other.outcome)
            && requestDates == other.requestDates && topics == other.topics
    }
}

/// A bullet that is to be read after an edit.
package struct AdoptedBullet: Sendable {
    package let section: Section
    package let front: String
    package var text: String
}
