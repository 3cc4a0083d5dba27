/// Text in the language of manual pages, mdoc(7), built from parts that escape what they contain.
struct Mdoc {
    private(set) var text = ""

    /// Adds a line that is a macro with its arguments, such as `.Sh NAME`.
    mutating func macro(_ name: String, _ arguments: String...) {
        text += "." + ([name] + arguments).joined(separator: " ") + "\n"
    }

    /// Adds a paragraph of prose, a sentence a line, because formatters set a wider space between sentences.
    mutating func prose(_ paragraph: String) {
        var line: [String] = []
        for word in paragraph.split(whereSeparator: \.isWhitespace) {
            line.append(Self.isOption(word) ? Self.literal(word) : Self.escaped(word))
            if let end = word.last, ".?!".contains(end) {
                add(line)
                line = []
            }
        }
        add(line)
    }

    /// Adds the words of a sentence, on as many lines as they take.
    private mutating func add(_ words: [String]) {
        var line = ""
        for word in words {
            if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > 78 {
                text += Self.lineStart(line) + "\n"
                line = ""
            }
            line += line.isEmpty ? word : " " + word
        }
        if !line.isEmpty { text += Self.lineStart(line) + "\n" }
    }

    /// Adds lines as they are, set apart from the prose.
    mutating func display(_ lines: [String]) {
        macro("Bd", "-literal")
        for line in lines { text += Self.lineStart(Self.literal(line)) + "\n" }
        macro("Ed")
    }

    /// Adds a list of terms, each with what there is to say about it.
    mutating func list<Element>(
        _ elements: [Element], _ write: (inout Mdoc, Element) -> Void
    ) {
        if elements.isEmpty { return }
        macro("Bl", "-tag", "-width", "Ds")
        for element in elements { write(&self, element) }
        macro("El")
    }

    /// Returns a page's name as an argument of a macro.
    ///
    /// Its hyphens stay, because programs look for the name as it is written.
    static func name(_ text: some StringProtocol) -> String { escaped(text) }

    /// Returns text as one argument of a macro.
    static func argument(_ text: some StringProtocol) -> String {
        let escaped = literal(text).replacing("\"", with: "\\(dq")
        // A word of two or three letters may be the name of a macro, which would then be called.
        return escaped.contains(" ") ? "\"\(escaped)\"" : escaped.count <= 3 ? "\\&" + escaped : escaped
    }

    private static func isOption(_ word: Substring) -> Bool { word.hasPrefix("-") }

    /// Returns text in which every character means itself, hyphens too, so that it can be copied from the
    /// page.
    private static func literal(_ text: some StringProtocol) -> String {
        escaped(text).replacing("-", with: "\\-")
    }

    private static func escaped(_ text: some StringProtocol) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\e"
            case "`": result += "\\(ga"
            case "'": result += "\\(aq"
            case "~": result += "\\(ti"
            case "^": result += "\\(ha"
            case " "..."~": result.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
            }
        }
        return result
    }

    private static func lineStart(_ line: String) -> String {
        line.hasPrefix(".") || line.hasPrefix(" ") ? "\\&" + line : line
    }
}
