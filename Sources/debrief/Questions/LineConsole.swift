import Notebook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Asks questions by lines, a letter and Return, on a terminal that cannot do more, and through pipes.
struct LineConsole: QuestionConsole {
    private var bytes: [UInt8] = []
    private var hasEnded = false
    /// Whether to print what is read.
    ///
    /// A terminal shows already what is typed.
    private let echoes = isatty(STDIN_FILENO) != 1

    init() {
        Signals.handle(StopSignal.numbers)
    }

    mutating func choice<Choice: QuestionChoice>(of choices: [Choice], on page: QuestionPage) throws
        -> Choice?
    {
        let width = WindowSize.current.columns
        try write(page.newsLines(width: width))
        if !page.news.isEmpty { try write("\n") }
        try write(page.lines(width: width))
        let labels = choices.map(\.label).joined(separator: " ")
        try write("\n")
        while true {
            guard let line = try nextLine(prompt: "\(labels)\n> ") else { return nil }
            let typed = line.filter { !$0.isWhitespace }
            let choice = typed.isEmpty ? Choice.byReturn : Choice(typed: typed)
            if let choice, choices.contains(choice) {
                try write("\n")
                return choice
            }
            if !typed.isEmpty {
                try write("Type one of these letters, then Return.\n")
            } else if Choice.byReturn != nil {
                try write("Return alone does nothing here. Type one of these letters, then Return.\n")
            }
        }
    }

    mutating func line(
        _ prompt: String, draft: String, isRefused: Bool, on page: QuestionPage
    ) throws -> TypedLine {
        try write(page.newsLines(width: WindowSize.current.columns))
        // The draft cannot be edited here, only accepted as it is.
        let taken = isRefused ? "" : draft
        let offer = taken.isEmpty ? "" : " Return alone: \(VisibleText.line(taken))"
        let line = try nextLine(prompt: "\(prompt)\(offer)\n> ")
        try write("\n")
        return line.map { .text($0.isEmpty ? taken : $0) } ?? .end
    }

    mutating func lend<Result>(_ body: () -> Result) throws -> Result {
        let result = body()
        try StopSignal.forgetKeys()
        return result
    }

    mutating func close() {}

    /// Returns the next line; nil at the end of the input.
    private mutating func nextLine(prompt: String) throws -> String? {
        try write(prompt)
        while true {
            if let end = bytes.firstIndex(of: 0x0A) {
                let line = String(decoding: bytes[..<end], as: UTF8.self)
                bytes.removeSubrange(...end)
                if echoes { try write(VisibleText.line(line) + "\n") }
                return line
            }
            if hasEnded {
                try write("\n")
                return nil
            }
            switch try StandardInput.next() {
            case .bytes(let new): bytes += new
            case .signal(let number):
                try? write("\n")
                throw StopSignal(signal: number)
            case .end, .nothing:
                // The last line may lack its line end.
                hasEnded = true
                if !bytes.isEmpty { bytes.append(0x0A) }
            }
        }
    }

    private func write(_ lines: [QuestionPage.Line]) throws {
        try write(lines.map { $0.text + "\n" }.joined())
    }

    private func write(_ text: String) throws { try Terminal.write(text) }
}
