/// What a notebook may set for itself, in the file `.debrief.yml` at its root.
public struct Configuration: Sendable {
    /// Where it lies. The name begins with a dot, so that it is no note.
    static let path = NotePath(".debrief.yml")

    /// How many days without an answer make a request silent.
    public var silentAfterDays = 14
    /// For how many days feedback may be chewed on before it is stale.
    public var staleAfterDays = 14
    /// The words that carry meaning in its notes, and which topics are the same.
    public var vocabulary = Vocabulary.standard
    /// People who go by several names.
    public internal(set) var people = NameAliases()
    /// Companies that go by several names.
    public internal(set) var companies = NameAliases()
    /// The files that are not read.
    package internal(set) var ignored = IgnorePatterns()
    /// Whether only notes of an interview have actions.
    public internal(set) var takesActionsOfInterviewsOnly = false
    /// What citations in reports lead to.
    public internal(set) var links = LinkStyle.relative
    /// The packs of the lexicon that are asked for by name, in small letters.
    package internal(set) var lexiconPacks: [String] = []
    /// The notebook's own lexicon, if it has one.
    var ownLexicon: Lexicon?
    /// Whether the standard lexicon counts besides.
    var usesStandardLexicon = true

    public init() {}

    /// What holds where a notebook sets nothing.
    public static let standard = Configuration()

    /// What topics are proposed by.
    public var lexicon: Lexicon {
        guard let ownLexicon else { return .standard }
        return usesStandardLexicon
            ? Lexicon.standard.adding(ownLexicon) : ownLexicon.withWords(of: .standard)
    }

    /// The lexicon made ready for looking up.
    var phraseBook: PhraseBook { ownLexicon == nil ? .standard : PhraseBook(lexicon) }
}
