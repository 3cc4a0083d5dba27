/// What can be done about a piece of feedback, and the letter for it.
enum TriageChoice: Character, QuestionChoice {
    case chew = "c"
    case swallow = "s"
    case spit = "p"
    case keep = "k"
    case topic = "t"
    case skip = "i"
    case back = "b"
    case edit = "e"
    case quit = "q"

    static let byBlank: TriageChoice? = .skip
    static let byReturn: TriageChoice? = nil
}
