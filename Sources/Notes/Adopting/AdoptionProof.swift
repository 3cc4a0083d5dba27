package import Markup

/// The proof that an edit of a note makes what is meant readable, and changes nothing else that is read.
///
/// The new bytes are read. The note still says everything that it said, in the same order. What was reported is
/// no longer reported. Each new bullet says what it is meant to say.
package struct AdoptionProof {
    /// One thing that is adopted, and the replacements that write it.
    package struct Wanted {
        package let adoption: Adoption
        package let proposal: Adoption.Proposal
        package let replacements: [Edit.Replacement]
        package let rewording: String?

        package init(_ adoption: Adoption, _ proposal: Adoption.Proposal, _ attempt: Adoption.Attempt) {
            self.adoption = adoption
            self.proposal = proposal
            replacements = adoption.replacements(of: proposal, attempt)
            rewording = attempt.rewording
        }
    }

    /// Something that a note says.
    private struct Saying: Equatable {
        let kind: String
        let text: String
        let position: Position

        static func == (a: Saying, b: Saying) -> Bool { a.kind == b.kind && a.text == b.text }
    }

    private let note: AdoptableNote
    private let after: AdoptableNote
    private let edit: Edit
    private let moved: MovedOffsets
    private let sayings: [Saying]
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
        guard proof.keepsAll(besides: wanted), wanted.allSatisfy({ proof.isDone($0, &reader) }) else {
            return nil
        }
        return NoteEdit(path: note.path, before: note.note, after: after.note, edit: edit)
    }

    private init(of note: AdoptableNote, _ after: AdoptableNote, _ edit: Edit) {
        self.note = note
        self.after = after
        self.edit = edit
        moved = MovedOffsets(edit)
        sayings = Self.sayings(of: after.note)
        toldLines = Set(after.notRead.map(\.position.line))
    }

    private static func sayings(of note: Note) -> [Saying] {
        var all: [Saying] = []
        for feedback in note.feedback {
            all.append(Saying(kind: "\(feedback.stage)", text: feedback.text, position: feedback.position))
            all += feedback.reasons.map { Saying(kind: "because", text: $0.text, position: $0.position) }
            all += feedback.plans.map { Saying(kind: "if", text: $0.text, position: $0.position) }
        }
        all += note.allActions.map { Saying(kind: "\($0.state)", text: $0.text, position: $0.position) }
        all += note.hunches.map { Saying(kind: "hunch", text: $0.text, position: $0.position) }
        all += note.evidence.map { Saying(kind: "\($0.kind)", text: $0.text, position: $0.position) }
        all += note.questionsAsked.map { Saying(kind: "asked", text: $0.text, position: $0.position) }
        all += note.questionsToAsk.map { Saying(kind: "to ask", text: $0.text, position: $0.position) }
        for story in note.stories {
            all.append(Saying(kind: "story", text: story.text, position: story.position))
            all += story.parts.map { Saying(kind: "\($0.kind)", text: $0.text, position: $0.position) }
        }
        all += note.tellings.map { Saying(kind: "told \($0.id ?? "")", text: $0.text, position: $0.position) }
        return all.sorted { $0.position < $1.position }
    }

    /// Returns whether the note still says everything that it said before, in the same order, except for what is
    /// reworded.
    private func keepsAll(besides wanted: [Wanted]) -> Bool {
        var rest = sayings[...]
        let rewordings = wanted.filter { $0.rewording != nil }
        for var saying in Self.sayings(of: note.note) {
            if let reworded = rewordings.first(where: { $0.adoption.position == saying.position }) {
                saying = Saying(
                    kind: saying.kind, text: reworded.rewording ?? saying.text, position: saying.position)
            }
            guard let found = rest.firstIndex(of: saying) else { return false }
            rest = rest[(found + 1)...]
        }
        return true
    }

    /// Returns whether one thing is no longer missing or unread.
    private func isDone(_ wanted: Wanted, _ reader: inout NoteReader) -> Bool {
        switch wanted.adoption.subject {
        case .missing(let codes):
            return !after.diagnostics.contains { codes.contains($0.code) }
                && note.note.isSame(as: after.note, besides: codes)
        case .notRead: return isRead(wanted, &reader)
        case .guess:
            // A guess must make something readable, or something reported. Otherwise it would not matter whether
            // it is written.
            let isUseful =
                sayings.count > Self.sayings(of: note.note).count
                || after.notRead.count > note.notRead.count
            return isUseful && (wanted.proposal.text == nil || isRead(wanted, &reader))
        }
    }

    private func isRead(_ wanted: Wanted, _ reader: inout NoteReader) -> Bool {
        let offset = note.source.offset(of: wanted.adoption.position)
        // Only one bullet of a list is reported at a time, so that another one may be reported instead.
        if toldLines.contains(after.source.position(of: moved.offset(after: offset)).line) { return false }
        guard let text = wanted.proposal.text else { return true }
        // Nothing more is reported there, and each bullet says what is in it.
        let ranges = wanted.replacements.map(\.range)
        let first = ranges.map(\.lowerBound).min() ?? 0
        let last = ranges.map(\.upperBound).max() ?? 0
        let range = moved.offset(after: max(first - 1, 0))...(moved.offset(after: last) + 1)
        let begin = sayings.partitionPoint { after.source.offset(of: $0.position) >= range.lowerBound }
        let end = sayings.partitionPoint { after.source.offset(of: $0.position) > range.upperBound }
        var meant: [String] = []
        for bullet in text.bullets { meant.append(Self.shown(bullet, &reader)) }
        return after.notRead.count <= note.notRead.count
            && sayings[begin..<max(begin, end)].map(\.text) == meant
    }

    /// Returns the words of a bullet as they are shown.
    private static func shown(_ text: String, _ reader: inout NoteReader) -> String {
        let bytes = Array("## Feedback\n\n- \(text)".utf8)
        return reader.read(bytes, path: NotePath("")).note?.feedback.first?.text ?? text
    }
}

/// Finds where bytes of a source stand after an edit. It is made for many look-ups.
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

    func offset(after offset: Int) -> Int {
        let next = ranges.partitionPoint { $0.upperBound > offset }
        return (next < ranges.count ? min(offset, ranges[next].lowerBound) : offset) + growth[next]
    }
}

extension Note {
    /// Returns whether two notes agree about their interview, except for what was missing.
    fileprivate func isSame(as other: Note, besides codes: [Diagnostic.Code]) -> Bool {
        (codes.contains(.noCompany) || company == other.company)
            && (codes.contains(.noDate) || date == other.date)
            && role == other.role && round == other.round && interviewers == other.interviewers
            && outcome == other.outcome && requestDates == other.requestDates && topics == other.topics
    }
}

extension AdoptedText {
    /// The words of each bullet that the text becomes.
    fileprivate var bullets: [String] {
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
