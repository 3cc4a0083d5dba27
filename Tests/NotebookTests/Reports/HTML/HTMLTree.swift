/// A page of HTML taken apart: what elements it has, and what text.
///
/// Reads what a browser would, of the little that a page of Debrief's has.
struct HTMLTree {
    /// The tags in their order, with the names of their attributes.
    private(set) var structure: [String] = []
    /// All text outside of the style sheet, without white space.
    private(set) var text = ""
    private(set) var destinations: [String] = []

    init(_ html: String) {
        // By scalars, as a browser reads: a mark that joins what is before it does not hide the end of a tag.
        var rest = html.unicodeScalars.map { Character($0) }[...]
        var isStyle = false
        while let character = rest.first {
            if isStyle {
                guard let end = rest.firstRange(of: "</style") else { break }
                rest = rest[end.lowerBound...]
                isStyle = false
            } else if rest.starts(with: "<!--") {
                guard let end = rest.firstRange(of: "-->") else { break }
                structure.append("comment")
                rest = rest[end.upperBound...]
            } else if character == "<" {
                rest = rest.dropFirst()
                let name = rest.prefix { !$0.isWhitespace && $0 != ">" }
                rest = rest.dropFirst(name.count)
                var tag = String(name)
                readAttributes(&rest, &tag)
                structure.append(tag)
                isStyle = String(name) == "style"
            } else {
                let words = rest.prefix { $0 != "<" }
                text += MarkdownTree.withoutSpace(Self.unescaped(words))
                rest = rest.dropFirst(words.count)
            }
        }
    }

    private mutating func readAttributes(_ rest: inout ArraySlice<Character>, _ tag: inout String) {
        while let character = rest.first, character != ">" {
            if character.isWhitespace || character == "/" {
                rest = rest.dropFirst()
                continue
            }
            let name = rest.prefix { $0 != "=" && $0 != ">" && !$0.isWhitespace }
            rest = rest.dropFirst(name.count)
            tag += " \(String(name))"
            guard rest.starts(with: "=\"") else { continue }
            let value = rest.dropFirst(2).prefix { $0 != "\"" }
            rest = rest.dropFirst(value.count + 3)
            if String(name) == "href" { destinations.append(Self.unescaped(value)) }
        }
        rest = rest.dropFirst()
    }

    private static func unescaped(_ text: ArraySlice<Character>) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
