/// What can be done about a piece of feedback, and the letter for it.
enum TriageChoice: Character, CaseIterable {
    case chew = "c"
    case swallow = "s"
    case spit = "p"
    case keep = "k"
    case topic = "t"
    case skip = "i"
    case back = "b"
    case edit = "e"
    case quit = "q"

    /// Its name with the letter in brackets: `s[p]it`.
    var label: String {
        let name = "\(self)"
        guard let letter = name.firstIndex(of: rawValue) else { return name }
        return name[..<letter] + "[\(rawValue)]" + name[name.index(after: letter)...]
    }

    /// What is meant by its letter or its name.
    init?(typed text: String) {
        let word = text.lowercased()
        guard let choice = Self.allCases.first(where: { word == String($0.rawValue) || word == "\($0)" })
        else {
            return nil
        }
        self = choice
    }
}

/// Where questions are shown and answered: a terminal key by key, or anything else line by line.
protocol TriageConsole {
    /// Shows a page, and waits for one of some choices; `quit` where no more answers come.
    mutating func choice(of choices: [TriageChoice], on page: TriagePage) throws -> TriageChoice

    /// Asks for a line of text below a page.
    ///
    /// - Parameters:
    ///   - draft: what is there to begin with.
    ///   - isRefused: whether that cannot be taken as it is.
    mutating func line(
        _ prompt: String, draft: String, isRefused: Bool, on page: TriagePage
    ) throws -> TriageLine

    /// Lends the terminal to another program, as it was found.
    mutating func lend<Result>(_ body: () -> Result) throws -> Result

    /// Leaves the terminal as it was found.
    mutating func close()
}

/// What came of asking for a line of text.
enum TriageLine {
    case text(String)
    /// The person thought better of it.
    case cancelled
    case end
}
