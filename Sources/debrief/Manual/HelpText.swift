/// A verb's help in parts: paragraphs, and after them sections of indented lines.
///
///     Prose, in paragraphs.
///
///     Examples:
///       debrief prep
///
///     Exit status:
///       0  all is done
struct HelpText {
    var paragraphs: [String] = []
    var sections: [(title: String, lines: [String])] = []

    init(_ text: String) {
        for line in text.split(separator: "\n") {
            if line.hasPrefix("  "), !sections.isEmpty {
                sections[sections.count - 1].lines.append(String(line.dropFirst(2)))
            } else if line.hasSuffix(":"), !line.contains(" ") || line.split(separator: " ").count == 2 {
                sections.append((String(line.dropLast()), []))
            } else {
                paragraphs.append(String(line))
            }
        }
    }

    /// Returns the lines of a section; none if there is no such section.
    func lines(of title: String) -> [String] { sections.first { $0.title == title }?.lines ?? [] }

    /// Returns the terms of a section and what is said about each.
    ///
    /// An indented line continues the one before.
    func terms(of title: String) -> [(term: String, words: String)] {
        var terms: [(term: String, words: String)] = []
        for line in lines(of: title) {
            if line.hasPrefix(" "), !terms.isEmpty {
                terms[terms.count - 1].words += " " + line.drop { $0 == " " }
            } else if let gap = line.firstRange(of: "  ") {
                terms.append(
                    (String(line[..<gap.lowerBound]), String(line[gap.upperBound...].drop { $0 == " " })))
            } else {
                terms.append((line, ""))
            }
        }
        return terms
    }
}
