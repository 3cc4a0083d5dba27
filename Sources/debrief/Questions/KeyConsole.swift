import Notebook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Asks questions on a terminal.
///
/// An answer is a key, and the questions have a screen of their own that goes away at the end.
struct KeyConsole: QuestionConsole {
    private let mode: TerminalMode
    private var keys = Keys()
    private let isStyled = Color.isUsed(on: STDOUT_FILENO)
    private var isOpen = false

    private static let signals = StopSignal.numbers + [SIGTSTP, SIGCONT, SIGWINCH]

    // These sequences switch the terminal's screen, hide its cursor, and put marks around pasted text.
    private static let enter = "\u{1B}[?1049h\u{1B}[?2004h"
    private static let leave = "\u{1B}[?2004l\u{1B}[?25h\u{1B}[?1049l"
    private static let clear = "\u{1B}[H\u{1B}[J"
    private static let hideCursor = "\u{1B}[?25l"
    private static let showCursor = "\u{1B}[?25h"

    /// Opens the screen; nil if there is no terminal that can do this.
    init?() {
        guard Environment.isCapableTerminal(STDOUT_FILENO), let mode = TerminalMode() else { return nil }
        self.mode = mode
        Signals.handle(Self.signals)
        open()
    }

    private mutating func open() {
        mode.handOnKeys()
        isOpen = true
        try? write(Self.enter)
    }

    mutating func close() {
        guard isOpen else { return }
        isOpen = false
        try? write(Self.leave)
        mode.restore()
    }

    mutating func lend<Result>(_ body: () -> Result) throws -> Result {
        close()
        // The other program stops and continues together with this one. Whatever interrupts it is not for
        // this one.
        Signals.leaveToTheSystem([SIGTSTP, SIGCONT])
        let result = body()
        Signals.handle([SIGTSTP, SIGCONT])
        try StopSignal.forgetKeys()
        open()
        return result
    }

    // MARK: Asking

    mutating func choice<Choice: QuestionChoice>(of choices: [Choice], on page: QuestionPage) throws
        -> Choice?
    {
        let labels = choices.map(\.label).joined(separator: " ")
        var first = 0
        while true {
            try draw(page, from: &first, below: [labels])
            try write(Self.hideCursor)
            let key = try nextKey()
            switch key {
            case .text(let scalar):
                if let choice = Choice(typed: String(Character(scalar))), choices.contains(choice) {
                    return choice
                }
                if scalar == " ", let choice = Choice.byBlank, choices.contains(choice) { return choice }
            case .enter:
                if let choice = Choice.byReturn, choices.contains(choice) { return choice }
            case .down: first += 1
            case .up: first -= 1
            case .endOfInput, .control("d"): return nil
            default: break
            }
        }
    }

    mutating func line(
        _ prompt: String, draft: String, isRefused: Bool, on page: QuestionPage
    ) throws -> TypedLine {
        var editor = LineEditor(draft)
        var isDrawn = false
        while true {
            if !isDrawn {
                var first = 0
                try draw(page, from: &first, below: [prompt, ""])
            }
            isDrawn = true
            let (text, cursor) = editor.shown(width: size.columns - 3)
            try write("\r\u{1B}[K> \(text)\u{1B}[\(cursor + 3)G\(Self.showCursor)")
            let key = try nextKey()
            if editor.apply(key) { continue }
            switch key {
            case .enter: return .text(editor.text)
            case .escape, .control("g"): return .cancelled
            case .control("d") where editor.text.isEmpty: return .cancelled
            case .endOfInput: return .end
            case .signal: isDrawn = false
            default: break
            }
        }
    }

    /// Returns the next key, or a signal after which everything must be drawn again.
    private mutating func nextKey() throws -> Key {
        let key = try keys.next()
        guard case .signal(let number) = key else { return key }
        switch number {
        case SIGTSTP:
            close()
            Signals.obey(SIGTSTP)
            Signals.handle([SIGTSTP])
            open()
        case SIGCONT:
            // Whoever stopped the program may have left the terminal in another mode.
            open()
        case SIGWINCH: break
        default: throw StopSignal(signal: number)
        }
        return key
    }

    // MARK: Drawing

    private var size: WindowSize { .current }

    /// Draws a page.
    ///
    /// Below it, at the end of the screen, come the result of the last answer and the question. `first` is
    /// the first line to show of a page that is too long. It is changed if the page has too few lines.
    private func draw(_ page: QuestionPage, from first: inout Int, below: [String]) throws {
        let size = size
        let news = page.newsLines(width: size.columns)
        let asked = below.flatMap { $0.isEmpty ? [""] : TextWidth.lines(of: $0, to: size.columns) }
        let lines = page.lines(width: size.columns)
        let room = max(size.rows - asked.count - news.count - (news.isEmpty ? 1 : 2), 1)
        first = min(max(first, 0), max(lines.count - room, 0))
        var shown = Array(lines[first...].prefix(room))
        if first > 0 { shown[0] = .init(text: "↑", style: .faint) }
        if lines.count - first > room { shown[shown.count - 1] = .init(text: "↓", style: .faint) }
        shown += Array(repeating: .init(text: "", style: .plain), count: room - shown.count + 1)
        shown += news
        if !news.isEmpty { shown.append(.init(text: "", style: .plain)) }
        try write(Self.clear + shown.map { styled($0) + "\n" }.joined() + asked.joined(separator: "\n"))
    }

    private func styled(_ line: QuestionPage.Line) -> String {
        let code: String? =
            switch line.style {
            case .plain: nil
            case .strong: "1"
            case .faint: "2"
            case .warning: "33"
            }
        guard isStyled, let code, !line.text.isEmpty else { return line.text }
        return "\u{1B}[\(code)m\(line.text)\u{1B}[0m"
    }

    /// Writes sequences for the terminal.
    ///
    /// All text in them has been made visible.
    private func write(_ text: String) throws { try Terminal.command(text) }
}
