/// The possible answers to a question, each with its name and one letter of it.
protocol QuestionChoice: RawRepresentable<Character>, CaseIterable, Equatable, Sendable {
    /// The answer that a blank means; nil if it means nothing.
    static var byBlank: Self? { get }
    /// The answer that Return alone means; nil if it means nothing.
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

    /// Finds an answer by its letter or its name.
    init?(typed text: String) {
        let word = text.lowercased()
        let choice = Self.allCases.first { word == String($0.rawValue) || word == $0.name }
        guard let choice else { return nil }
        self = choice
    }
}

/// Where questions are shown and answered: on a terminal key by key, or anywhere else line by line.
protocol QuestionConsole {
    /// Shows a page, and waits for one of some answers; nil if no more answers come.
    mutating func choice<Choice: QuestionChoice>(of choices: [Choice], on page: QuestionPage) throws
        -> Choice?

    /// Asks for a line of text below a page.
    ///
    /// - Parameters:
    ///   - prompt: What the person is asked for.
    ///   - draft: The text to begin with.
    ///   - isRefused: Whether the draft cannot be accepted as it is.
    ///   - page: The page that stays in view.
    /// - Returns: The text, or that the person gave none.
    /// - Throws: An error of the terminal, or a signal that ends the program.
    mutating func line(
        _ prompt: String, draft: String, isRefused: Bool, on page: QuestionPage
    ) throws -> TypedLine

    /// Lends the terminal to another program, in the mode in which it was found.
    mutating func lend<Result>(_ body: () -> Result) throws -> Result

    /// Leaves the terminal as it was found.
    mutating func close()
}

/// What came of asking for a line of text.
enum TypedLine {
    case text(String)
    /// The person changed their mind.
    case cancelled
    case end
}
