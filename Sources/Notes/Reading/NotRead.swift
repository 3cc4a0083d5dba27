package import Markup

/// Something in a note that looks meant but is not read.
package struct NotRead: Sendable, Equatable {
    package enum Shape: Sendable, Equatable {
        /// A heading, a bold line or a callout's title with a word of the method, perhaps misspelt as in `##
        /// Feeback`.
        case heading(Word)
        /// A label before a colon, as in `Feedback: too quiet`.
        case label(Word)
        /// A paragraph in a section whose bullets are read.
        case paragraph
        /// A quote or a callout in such a section, without a list in it.
        case quote
        case table
        /// A paragraph that imitates a list: `• x`.
        case imitatedList
        /// A list that is indented so far that CommonMark takes it for code.
        case indentedList
        /// A bullet right below an untagged piece of feedback.
        case nestedBullet
        /// A bullet below a heading that names both what worked and what slipped.
        case undecidedEvidence
        /// A bullet without a box below a heading of actions.
        case bulletWithoutBox
        /// A part of a story that stands beside the story and not below it.
        case storyPart
        /// `- slipped` or `- worked` below a question, a telling or a story, without a word of what it was.
        case bareEvidence(Evidence.Kind)
        /// A bullet below a feedback heading whose last line is an interviewer's name, so that the words
        /// below the name are read as another person's.
        case nameInBullet
        /// `[ ] x` that is not in a bullet.
        case boxWithoutBullet
        /// An action that says in words when it is due: `by 2026-11-20`.
        case dayInWords(CalendarDate)
        /// A bullet or line below a feedback heading that says that the company gives no feedback.
        case refusal
    }

    /// A word of the method that the reader looks for.
    package enum Word: String, Sendable, CaseIterable {
        case feedback, hunch, chew, swallow, spit
    }

    package let shape: Shape
    /// The section that the text stands in; nil if it is in none.
    package let section: Section?
    package let position: Position

    /// Whether the text may be feedback: it stands where feedback is read, or it is called feedback.
    package var isAnswer: Bool {
        switch shape {
        case .heading(.feedback), .label(.feedback): true
        case .paragraph, .quote, .table, .imitatedList, .indentedList: section?.isFeedback ?? false
        case .refusal: true
        default: false
        }
    }
}

extension Diagnostic {
    package static func notRead(_ found: NotRead, _ path: NotePath) -> Diagnostic {
        Diagnostic(.notRead, path: path, at: found.position, found.message)
    }
}

extension NotRead {
    fileprivate var message: String {
        switch shape {
        case .heading(let word):
            "this heading is not read; \(word.advice)"
        case .label(let word):
            "this line is not read; \(word.advice)"
        case .paragraph: Self.proposals[bullet].paragraph
        case .quote: Self.proposals[bullet].quote
        case .table: Self.proposals[bullet].table
        case .imitatedList: Self.proposals[bullet].imitatedList
        case .indentedList:
            "this list is indented so far that it is code; begin its lines with `- ` at the margin"
        case .nestedBullet:
            "this bullet is not read; write `- because: …`, `- if: … → …` or `- [ ] …`, or move it out by one level"
        case .undecidedEvidence: "did it work or slip? Write `- worked: …` or `- slipped: …`"
        case .bulletWithoutBox: "this is not an action yet; write `- [ ] …`"
        case .storyPart:
            "this part of a story stands below none; write `- story: …` with the story's name above it, and indent it"
        case .bareEvidence(let kind): "this is not read without a word of what \(kind); write `- \(kind): …`"
        case .nameInBullet:
            "the name on its last line is read as a part of this bullet; write a blank line above the name"
        case .boxWithoutBullet: "a box is an action in a bullet only; write `- [ ] …`"
        case .dayInWords(let day): "this day is not read as the one it is due; write `due:\(day)`"
        case .refusal:
            "this is not feedback; write `refused: YYYY-MM-DD` into the front matter, so that nobody is asked again"
        }
    }

    /// The bullets that messages propose.
    ///
    /// They are few, so that each message is made once and then shared.
    private static let bullets = [
        "- …", "- keep: …", "- unsorted: …", "- chew: …", "- swallow: …", "- spit: …", "- hunch: …",
        "- worked: …", "- slipped: …", "- story: …",
    ]

    /// The messages that propose a bullet, by the bullet's index.
    private static let proposals = bullets.map { bullet in
        (
            paragraph: "this paragraph is not read; write a bullet for each thing: `\(bullet)`",
            quote: "this quote is not read; write a bullet for each thing that was said: `> \(bullet)`",
            table: "this table is not read; write a bullet for each row: `\(bullet)`",
            imitatedList: "these lines are not a list; begin each with `- `: `\(bullet)`"
        )
    }

    /// The index of the bullet that would say in this section what was meant.
    private var bullet: Int {
        switch section {
        case .praise, .stage(.keep): 1
        case .stage(.unsorted): 2
        case .stage(.chew): 3
        case .stage(.swallow): 4
        case .stage(.spit): 5
        case .hunches: 6
        case .evidence(.worked), .undecidedEvidence: 7
        case .evidence(.slipped): 8
        case .stories: 9
        default: 0
        }
    }
}

extension NotRead.Word {
    /// The heading of a list of what the word names.
    package var heading: String {
        self == .hunch ? "Hunches" : rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }

    /// What stands below that heading.
    package var section: Section {
        switch self {
        case .feedback: .feedback
        case .hunch: .hunches
        case .chew: .stage(.chew)
        case .swallow: .stage(.swallow)
        case .spit: .stage(.spit)
        }
    }

    fileprivate var advice: String {
        switch self {
        case .feedback: "write `## Feedback` above a list, and each thing that was said as `- …`"
        case .hunch: "write `## Hunches` above a list, or `- hunch: …`"
        case .chew, .swallow, .spit: "write `- \(rawValue): …`, or `## \(heading)` above a list"
        }
    }

    /// Finds the word of the method that is one of some words, or that one of them is a slip away from; nil
    /// if there is none.
    ///
    /// - Parameter words: the words in small letters.
    package init?(in words: [String]) {
        for (index, word) in words.enumerated() {
            switch word {
            case "feedback":
                if HeadingTable.isOtherFeedback(words, at: index) { continue }
                self = .feedback
            case "hunch", "hunches": self = .hunch
            case "chew": self = .chew
            case "swallow": self = .swallow
            case "spit": self = .spit
            default:
                if word.first == "f", Vocabulary.isOneSlip(word, from: "feedback") {
                    self = .feedback
                } else if word.first == "h", Vocabulary.isOneSlip(word, from: "hunches") {
                    self = .hunch
                } else {
                    continue
                }
            }
            return
        }
        return nil
    }
}
