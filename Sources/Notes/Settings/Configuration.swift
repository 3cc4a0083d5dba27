/// The settings of a notebook.
///
/// They stand in the file `.debrief.yml` at its root.
public struct Configuration: Sendable {
    /// The path of the configuration file.
    ///
    /// Its name begins with a dot, so that it is not a note.
    package static let path = NotePath(".debrief.yml")

    /// The number of days without an answer after which a request is silent.
    public var silentAfterDays = 14
    /// The number of days for which feedback may be chewed on before it is stale.
    public var staleAfterDays = 14
    /// The words that carry meaning in the notes, and the topics that count as the same.
    public var vocabulary = Vocabulary.standard
    /// The people who have several names.
    public package(set) var people = NameAliases()
    /// The companies that have several names.
    public package(set) var companies = NameAliases()
    /// The patterns of the files that are not read.
    package var ignored = IgnorePatterns()
    /// Whether actions are taken only from notes of interviews.
    public package(set) var takesActionsOfInterviewsOnly = false
    /// The kind of link that citations in reports have.
    public package(set) var links = LinkStyle.relative
    /// The names of the lexicon's packs that the notebook asks for, in small letters.
    package var lexiconPacks: [String] = []
    /// The notebook's own lexicon, if it has one.
    package var ownLexicon: Lexicon?
    /// Whether the standard lexicon is used in addition to the notebook's own.
    package var usesStandardLexicon = true

    /// Makes a configuration that sets nothing.
    public init() {}

    /// The configuration of a notebook that sets nothing.
    public static let standard = Configuration()

    /// The lexicon by which topics are proposed.
    public var lexicon: Lexicon {
        guard let ownLexicon else { return .standard }
        return usesStandardLexicon
            ? Lexicon.standard.adding(ownLexicon) : ownLexicon.withWords(of: .standard)
    }

    /// The lexicon in a form that is ready for looking up phrases.
    package var phraseBook: PhraseBook { ownLexicon == nil ? .standard : PhraseBook(lexicon) }

    /// The words of the lexicon, which are enough to find the stems of texts.
    package var wordBook: PhraseBook { ownLexicon == nil ? .standardWords : PhraseBook(lexicon) }
}
