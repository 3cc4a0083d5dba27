public import Markup

/// Something in a note that looks meant but is not read, or a missing company or day, with proposals of what
/// to write.
public struct Adoption: Sendable {
    /// One way to write what is meant.
    public struct Proposal: Sendable {
        /// What the proposal does, in a sentence.
        public let title: String
        /// The passages of which a person may choose what becomes a bullet; empty if there is nothing to
        /// choose.
        public var passages: [Passage] { text?.passages ?? [] }
        /// The person who said it, if this is to be written too.
        public var speaker: String?
        /// Whether nothing speaks for another way, so that no person has to be asked.
        public let isCertain: Bool

        /// The text that becomes bullets; nil if the attempts already have everything that is inserted.
        package var text: AdoptedText?
        /// What everything that is newly read may be.
        package let sections: [Section]
        /// Whether it is right most of the time.
        ///
        /// If not, it is offered, but to skip it is proposed.
        public let isLikely: Bool
        /// The bullets that are written if there is no text to choose from; empty if the sections alone say
        /// what is meant.
        package let bullets: [AdoptedBullet]
        /// The days by which actions are due once it is written, by the actions' positions.
        package let dues: [Position: CalendarDate]
        /// The facts about the interview that it writes; nil if it writes none.
        package let facts: InterviewFacts?
        /// The ways to write the proposal.
        ///
        /// The first one that reads back as what is meant is taken.
        package let attempts: [Attempt]

        package init(
            _ title: String, isCertain: Bool, isLikely: Bool = true, _ attempts: [Attempt],
            text: AdoptedText? = nil, of sections: [Section] = [], bullets: [AdoptedBullet] = [],
            dues: [Position: CalendarDate] = [:],
            facts: InterviewFacts? = nil
        ) {
            self.title = title
            self.isCertain = isCertain
            self.isLikely = isLikely
            self.attempts = attempts
            self.text = text
            self.sections = sections
            self.bullets = bullets
            self.dues = dues
            self.facts = facts
        }

        /// Decides what becomes of a passage.
        ///
        /// An index without a passage is ignored.
        public mutating func decide(_ fate: Passage.Fate, passage: Int) {
            guard passages.indices.contains(passage) else { return }
            text?.passages[passage].fate = fate
        }

        /// Whether anything is written: there is no text to choose from, or a passage of it becomes a bullet.
        public var adoptsAnything: Bool { text == nil || passages.contains { $0.fate == .kept } }

        /// The bullets that the proposal makes.
        package var meant: [AdoptedBullet] { text?.bullets ?? bullets }

        /// The kinds of what may be newly read.
        package var kinds: Set<Saying.Kind> {
            (sections + meant.map(\.section)).reduce(into: []) { $0.formUnion($1.kinds) }
        }

        /// Whether the person who said it can be written too.
        public var takesSpeaker: Bool { text?.isSaid ?? false }
    }

    /// One way to write a proposal.
    package struct Attempt: Sendable {
        package var replacements: [Edit.Replacement] = []
        package var marker: UInt8 = .ascii("-")
        package var indentation: [UInt8] = []
        package var head: AdoptedText.Head?
        /// The new texts of bullets by their positions, where some of their words become an annotation or bullets of
        /// their own.
        package var rewordings: [Position: String] = [:]
    }

    /// What is missing or not read.
    public enum Subject: Sendable, Equatable {
        case notRead
        /// Something that no rule of the format covers, but that looks like something that a rule covers.
        case guess
        /// Facts about the interview: what is reported as missing, or, if this is empty, its outcome or its
        /// interviewers.
        case missing([Diagnostic.Code])
    }

    /// The path of the note.
    public let path: NotePath
    /// The position in the note.
    public let position: Position
    /// The line of the position.
    public var line: Int { position.line }
    /// The last line of the text.
    public let lastLine: Int
    /// The last line that may be read once a proposal is written, as below a heading.
    package let reach: Int
    /// Whether the text is not read, may be meant as something, or lacks facts.
    public let subject: Subject
    /// Why the text is not read, and what could be written.
    public let problem: String
    /// The heading above the text, as it is written; nil if there is none.
    public let heading: String?
    /// The lines of the text as they stand in the note.
    public let lines: [String]
    /// What can be written, the likeliest first; empty if a person has to write it.
    public let proposals: [Proposal]
    /// The people of the note.
    ///
    /// One of them may have said the text.
    public let people: [String]

    package let note: AdoptableNote

    /// What can be written of it piece by piece where no proposal can be written as a whole.
    package var parts: [Adoption] = []

    /// The proposals that can be written as they are, and those of which nothing has been chosen yet.
    public var writableProposals: [Proposal] {
        proposals.filter { !$0.adoptsAnything || (try? edit($0)) != nil }
    }

    /// Returns the edit of a proposal.
    ///
    /// It is proven: the note reads back as it is meant, and everything else reads as before.
    ///
    /// - Parameter proposal: the proposal.
    /// - Returns: the edit of the proposal's first attempt that can be proven.
    /// - Throws: `Refusal` if no attempt of the proposal can be proven.
    public func edit(_ proposal: Proposal) throws(Refusal) -> NoteEdit {
        for attempt in proposal.attempts {
            if let edit = AdoptionProof.edit(of: note, [.init(self, proposal, attempt)]) { return edit }
        }
        throw Refusal(path: path, line: position.line, reason: .unproven)
    }

    package func replacements(of proposal: Proposal, _ attempt: Attempt) -> [Edit.Replacement] {
        guard let text = proposal.text else { return attempt.replacements }
        let suffix = proposal.speaker.map { " from:\"\($0.replacing("\"", with: ""))\"" } ?? ""
        return attempt.replacements
            + text.replacements(
                marker: attempt.marker, indentation: attempt.indentation, head: attempt.head, suffix: suffix)
    }
}
