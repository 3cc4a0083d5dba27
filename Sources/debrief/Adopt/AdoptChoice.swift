/// What can be done about something that looks meant and is not read, and the letter for it.
enum AdoptChoice: Character, QuestionChoice {
    /// Write what is proposed.
    case write = "w"
    /// Propose something else.
    case other = "o"
    /// Decide about each sentence.
    case sentences = "s"
    /// Say whose words they are.
    case from = "f"
    case skip = "i"
    case back = "b"
    case edit = "e"
    /// Do what is proposed first, whatever it is.
    case `default` = "d"
    case quit = "q"

    static let byBlank: AdoptChoice? = .skip
    static let byReturn: AdoptChoice? = .default
}

/// What becomes of one sentence, and the letter for it.
enum SentenceChoice: Character, QuestionChoice {
    /// Make it a bullet of its own.
    case keep = "k"
    /// Add it to the bullet above.
    case join = "j"
    /// Make no bullet of it.
    case leave = "l"
    /// Accept the rest as it is proposed.
    case done = "d"
    case back = "b"

    static let byBlank: SentenceChoice? = nil
    static let byReturn: SentenceChoice? = nil
}
