import Notebook

/// The page for one question, laid out in lines of a width.
///
/// Nothing in it can control a terminal.
struct QuestionPage {
    enum Style {
        case plain, strong, faint, warning
    }

    struct Line {
        let text: String
        let style: Style
    }

    private enum Part {
        case text(String, Style, indentation: Int)
        /// A line of a note, in which white space counts.
        case line(String, Style, indentation: Int)
        case space
    }

    private var parts: [Part] = []
    /// What became of the last answer, and whether that is a problem.
    var news: [(text: String, isProblem: Bool)]

    /// The length after which a text is cut, because nobody would read more of it here.
    private static let longestText = 4000
    private static let widest = 100

    init(news: [(text: String, isProblem: Bool)]) { self.news = news }

    mutating func add(_ text: String, _ style: Style = .plain, indentation: Int = 0) {
        parts.append(.text(text, style, indentation: indentation))
    }

    mutating func add(line: String, _ style: Style = .plain, indentation: Int) {
        parts.append(.line(line, style, indentation: indentation))
    }

    mutating func addSpace() { parts.append(.space) }

    static func cut(_ text: String) -> String {
        text.count > longestText ? text.prefix(longestText) + "…" : text
    }

    // MARK: Layout

    func lines(width: Int) -> [Line] { Self.lines(parts, width) }

    func newsLines(width: Int) -> [Line] {
        Self.lines(news.map { .text($0.text, $0.isProblem ? .warning : .plain, indentation: 0) }, width)
    }

    private static func lines(_ parts: [Part], _ width: Int) -> [Line] {
        parts.flatMap { part -> [Line] in
            switch part {
            case .space: return [Line(text: "", style: .plain)]
            case .line(let text, let style, let indentation)
            where TextWidth.of(VisibleText.line(text)) + indentation <= width:
                let margin = String(repeating: " ", count: indentation)
                var line = margin + VisibleText.line(text)
                while line.last == " " { line.removeLast() }
                return [Line(text: line, style: style)]
            case .text(let text, let style, let indentation), .line(let text, let style, let indentation):
                let inner = max(min(width, widest) - indentation, 10)
                let margin = String(repeating: " ", count: indentation)
                return TextWidth.lines(of: VisibleText.line(text), to: inner).map {
                    Line(text: margin + $0, style: style)
                }
            }
        }
    }
}
