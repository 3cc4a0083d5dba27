/// What can be done about what is asked, each by its name and by one letter of that.
protocol QuestionChoice: RawRepresentable<Character>, CaseIterable, Equatable, Sendable {
    /// What a person means by a blank; nil where that means nothing.
    static var byBlank: Self? { get }
    /// What a person means by Return alone; nil where that means nothing.
    static var byReturn: Self? { get }
}

extension QuestionChoice {
    /// Its name as a person reads it.
    private var name: String { "\(self)" }

    /// Its name with the letter in brackets: `s[p]it`.
    var label: String {
        guard let letter = name.firstIndex(of: rawValue) else { return name }
        return name[..<letter] + "[\(rawValue)]" + name[name.index(after: letter)...]
    }

    /// What is meant by its letter or its name.
    init?(typed text: String) {
        let word = text.lowercased()
        let choice = Self.allCases.first { word == String($0.rawValue) || word == $0.name }
        guard let choice else { return nil }
        self = choice
    }
}

/// Where questions are shown and answered: a terminal key by key, or anything else line by line.
protocol QuestionConsole {
    /// Shows a page, and waits for one of some choices; nil where no more answers come.
    mutating func choice<Choice: QuestionChoice>(of choices: [Choice], on page: QuestionPage) throws
        -> Choice?

    /// Asks for a line of text below a page.
    ///
    /// - Parameters:
    ///   - draft: what is there to begin with.
    ///   - isRefused: whether that cannot be taken as it is.
    mutating func line(
        _ prompt: String, draft: String, isRefused: Bool, on page: QuestionPage
    ) throws -> TypedLine

    /// Lends the terminal to another program, as it was found.
    mutating func lend<Result>(_ body: () -> Result) throws -> Result

    /// Leaves the terminal as it was found.
    mutating func close()
}

/// What came of asking for a line of text.
enum TypedLine {
    case text(String)
    /// The person thought better of it.
    case cancelled
    case end
}
