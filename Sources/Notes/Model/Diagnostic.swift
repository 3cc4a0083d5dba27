public import Markup

/// Something that a person should know about a position in a note.
public struct Diagnostic: Sendable, Hashable {
    /// How serious a diagnostic is.
    public enum Severity: String, Sendable, Comparable, CaseIterable {
        /// The next step by the method.
        case note
        /// What is probably a mistake.
        case warning
        /// A note, its front matter or the notebook's configuration that was not read as its author meant.
        case error

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }

        /// Returns whether the first severity is the less serious one.
        public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
    }

    /// The diagnostic's name, as it stands in brackets after each message.
    public enum Code: String, Sendable, CaseIterable {
        case unreadable
        case fileTooLarge = "file-too-large"
        case notARegularFile = "not-a-regular-file"
        case badFrontMatter = "bad-front-matter"
        case unclosedFrontMatter = "unclosed-front-matter"
        case badConfiguration = "bad-configuration"
        case invalidUTF8 = "invalid-utf8"
        case badDate = "bad-date"
        case badValue = "bad-value"
        case duplicateKey = "duplicate-key"
        case unknownOutcome = "unknown-outcome"
        case unknownTag = "unknown-tag"
        case conflictingStages = "conflicting-stages"
        case duplicateID = "duplicate-id"
        case conflictCopy = "conflict-copy"
        case requestOrder = "request-order"
        case mergeConflict = "merge-conflict"
        case outsideLink = "outside-link"
        case unsorted
        case staleChew = "stale-chew"
        case noAction = "no-action"
        case selfTalk = "self-talk"
        case notRead = "not-read"
        case noDate = "no-date"
        case noCompany = "no-company"
        case oneName = "one-name"
        case template
        case tomlFrontMatter = "toml-front-matter"
        case looseEvidence = "loose-evidence"
        case nearNames = "near-names"
        case storyGap = "story-gap"
        case unknownStory = "unknown-story"
        case outcomeOrder = "outcome-order"

        /// How serious each diagnostic with this code is.
        public var severity: Severity {
            switch self {
            case .unreadable, .fileTooLarge, .notARegularFile, .badFrontMatter, .unclosedFrontMatter,
                .badConfiguration, .mergeConflict:
                .error
            case .unsorted, .staleChew, .noAction, .selfTalk, .notRead, .noDate, .noCompany, .oneName,
                .template,
                .tomlFrontMatter, .looseEvidence, .nearNames, .storyGap:
                .note
            default: .warning
            }
        }
    }

    /// The path of the note, or of another file, that the diagnostic is about.
    public let path: NotePath
    /// The position in the file.
    public let position: Position
    /// The kind of diagnostic.
    public let code: Code
    /// The message on one line, even if it quotes several lines of a note.
    public let message: String

    /// How serious the diagnostic is, by its code.
    public var severity: Severity { code.severity }

    /// Makes a diagnostic.
    ///
    /// A message of several lines is put on one line.
    public init(_ code: Code, path: NotePath, at position: Position, _ message: String) {
        self.code = code
        self.path = path
        self.position = position
        let isOneLine = message.withBytes { text in
            let all = 0..<text.count
            return text.firstIndex(of: Byte.lf, in: all) == nil
                && text.firstIndex(of: Byte.cr, in: all) == nil
        }
        self.message = isOneLine ? message : message.splitWords().joined(separator: " ")
    }
}

extension Diagnostic {
    /// Whether it tells of something that `adopt` asks about.
    package var isOfWhatIsNotRead: Bool {
        switch code {
        case .notRead, .noCompany, .noDate: true
        default: false
        }
    }
}
