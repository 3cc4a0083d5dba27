/// Why a note was not changed, and what to do instead.
///
/// A refusal changes nothing. If it is not certain what an edit would do, a person does it better.
public struct Refusal: Error, Sendable, Equatable {
    /// What was in the way.
    public enum Reason: Error, Sendable, Equatable {
        /// The file is a report that Debrief wrote.
        case generated
        /// The file is a template, with placeholders in place of values.
        case template
        /// A merge left the note with two versions of some lines.
        case mergeConflict
        case noSuchLine(last: Int)
        case noBullet
        case noFeedback
        case noAction
        /// The note has changed since it was read.
        case changed
        /// The name is not a topic, or means something else.
        case noTopic(String)
        case conflictingStages(Stage, Stage)
        /// Without its tag the bullet would not be feedback.
        case cannotBeUnsorted
        case emptyText
        case unclearText
        /// What follows the bullet would become part of the bullet that is added below it.
        case codeBelow
        /// The action has one of Logseq's words and no box, so there is nowhere to write a character of one's
        /// own.
        case noBox
        /// A finished action repeats by a rule that is not understood.
        case unknownRepetition(String)
        /// By the rule of an action that repeats, its next day is the one that it has.
        case repeatsOnSameDay(CalendarDate)
        /// An action that repeats has a tag, so it is more than an action.
        case repeatsWithTag
        /// The text that would change stands after a line that is Logseq's.
        case afterProperties
        /// No line can be inserted into this front matter. The lines are to be added by hand.
        case frontMatter(FrontMatterRefusal, lines: [String])
        /// The proof of the edit failed.
        case unproven
    }

    /// The note that was to be changed.
    public let path: NotePath
    /// The line of the note that the refusal is about.
    public let line: Int
    /// The reason for the refusal.
    public let reason: Reason

    package init(path: NotePath, line: Int, reason: Reason) {
        self.path = path
        self.line = line
        self.reason = reason
    }
}

extension Refusal: CustomStringConvertible {
    /// `path:line: message`.
    public var description: String { "\(path):\(line): \(reason)" }
}

extension Refusal.Reason: CustomStringConvertible {
    /// What was in the way and what to do instead, in words.
    public var description: String {
        switch self {
        case .generated: "this is a report that Debrief wrote; change the note that it names"
        case .template: "this is a template; write values in place of its placeholders first"
        case .mergeConflict: "a merge conflict of git begins here; resolve it first"
        case .noSuchLine(let last):
            "there is no such line; the note has \(last == 1 ? "one line" : "\(last) lines")"
        case .noBullet: "no bullet stands here; name a line of its text, as `debrief list` prints it"
        case .noFeedback:
            "this bullet is not feedback; write `chew:` in front of its text, or put it below a heading that "
                + "begins with “Feedback”"
        case .noAction: "this bullet is not an action; put a box in front of its text, `[ ]`"
        case .changed: "the note has been changed in the meantime; do it again"
        case .noTopic(let name):
            "“\(name)” cannot be a topic; one is letters, digits, `-`, `_` and `/`, not digits alone, and no tag word"
        case .conflictingStages(let first, let second):
            "this bullet says both \(first) and \(second); take one of them out first"
        case .cannotBeUnsorted:
            "without its tag this bullet would be no feedback; unsorted is what stands at the top level of a "
                + "list below a heading that begins with “Feedback”, and has no box"
        case .emptyText: "the text to put in says nothing"
        case .unclearText:
            "the text would not be read as it is given; write it into the note by hand"
        case .codeBelow:
            "code follows the bullet, and a line put in before it would take it in; write it by hand"
        case .noBox: "this action has a word and no box, so it cannot take a character of its own"
        case .unknownRepetition(let rule):
            "it repeats, and the rule “\(rule)” is not understood or leads to no day; write one such as "
                + "`🔁 every week`, `🔁 every month on the 15th` or `rec:1w`, or tick it and write the next by hand"
        case .repeatsOnSameDay(let day):
            "it repeats, and done today it is due next on \(day), as it is already; so nothing would tell that it is done"
        case .repeatsWithTag:
            "it repeats, and has a tag, so that the next one would be said twice; tick it and write the next by hand"
        case .afterProperties:
            "its date stands after a property, a drawer or a clock, where nothing is changed; put it above these"
        case .frontMatter(let refusal, let lines):
            "\(refusal), so add by hand: " + lines.map { "`\($0)`" }.joined(separator: " and ")
        case .unproven: "the edit would change more than was meant; make it by hand"
        }
    }
}
