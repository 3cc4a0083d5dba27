public import Markup

/// Something in a note that looks meant and is not read, or a company or day that is missing, with what can be
/// written so that it is.
public struct Adoption: Sendable {
    /// One way to write what is meant.
    public struct Proposal: Sendable {
        /// What it does, in a sentence.
        public let title: String
        /// What becomes a bullet and what does not, where that is to be chosen.
        public var passages: [Passage] { text?.passages ?? [] }
        /// Who said it, where that is to be written along.
        public var speaker: String?
        /// Whether nothing speaks for another way, so that nobody need be asked.
        public let isCertain: Bool

        /// The text that becomes bullets; nil where all that is put in is known.
        var text: AdoptedText?
        /// Ways to write it, of which the first that reads back as what is meant is taken.
        let attempts: [Attempt]

        init(
            _ title: String, isCertain: Bool, _ attempts: [Attempt], text: AdoptedText? = nil
        ) {
            self.title = title
            self.isCertain = isCertain
            self.attempts = attempts
            self.text = text
        }

        /// Decides what becomes of a passage.
        public mutating func decide(_ fate: Passage.Fate, passage: Int) {
            guard passages.indices.contains(passage) else { return }
            text?.passages[passage].fate = fate
        }

        /// Whether anything of it becomes a bullet.
        public var adoptsAnything: Bool { text == nil || passages.contains { $0.fate == .kept } }

        /// Whether who said it can be written along.
        public var takesSpeaker: Bool { text?.isSaid ?? false }
    }

    /// One way to write a proposal.
    struct Attempt: Sendable {
        var replacements: [Edit.Replacement] = []
        var marker: UInt8 = .ascii("-")
        var indentation: [UInt8] = []
        var head: AdoptedText.Head?
        /// What the bullet at its place says afterwards, where some of its words become an annotation.
        var rewording: String?
    }

    /// What is missing or not read.
    public enum Subject: Sendable, Equatable {
        case notRead
        /// Something that no rule of the format speaks of, and that looks like what one does.
        case guess
        case missing([Diagnostic.Code])
    }

    public let path: NotePath
    /// Where it stands.
    public let place: Position
    public var line: Int { place.line }
    /// The last of its lines.
    public let lastLine: Int
    public let subject: Subject
    /// Why it is not read, and what could be written.
    public let problem: String
    /// The heading that it stands below, as it is written; nil where there is none.
    public let heading: String?
    /// Its lines as they stand in the note.
    public let lines: [String]
    /// What can be written, the likeliest first; none where a person has to write it.
    public let proposals: [Proposal]
    /// The people of the note, one of whom may have said it.
    public let people: [String]

    let note: AdoptableNote

    /// The proposals that can be written as they are, and those of which nothing is to be written yet.
    public var writableProposals: [Proposal] {
        proposals.filter { !$0.adoptsAnything || (try? edit($0)) != nil }
    }

    /// The edit that a proposal is, proven: the note reads back as what is meant, and all else as before.
    public func edit(_ proposal: Proposal) throws(Refusal) -> NoteEdit {
        for attempt in proposal.attempts {
            if let edit = AdoptionProof.edit(of: note, [.init(self, proposal, attempt)]) { return edit }
        }
        throw Refusal(path: path, line: place.line, reason: .unproven)
    }

    func replacements(of proposal: Proposal, _ attempt: Attempt) -> [Edit.Replacement] {
        guard let text = proposal.text else { return attempt.replacements }
        let suffix = proposal.speaker.map { " from:\"\($0.replacing("\"", with: ""))\"" } ?? ""
        return attempt.replacements
            + text.replacements(
                marker: attempt.marker, indentation: attempt.indentation, head: attempt.head, suffix: suffix)
    }
}
