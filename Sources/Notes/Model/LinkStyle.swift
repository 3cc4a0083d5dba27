/// The kind of link that a citation in a report has.
///
/// A notebook's configuration sets it.
public enum LinkStyle: Sendable, Equatable {
    /// The note's file, by a path that is relative to the report's.
    case relative
    /// No link. The citation names the note and the line only.
    case plain
    /// The line in Visual Studio Code.
    case vscode
    /// The note in Obsidian, whose addresses have no lines.
    case obsidian
    /// An address of the user's own, with placeholders for the note's path and its line.
    case pattern(LinkPattern)
}

/// An address with placeholders for a note's path below the notebook and for a line.
public struct LinkPattern: Sendable, Equatable {
    package enum Part: Sendable, Equatable {
        case words(String)
        case path
        case line
    }

    /// Why a text is not a valid pattern.
    package enum Failure: Error, Equatable {
        case noPath
        /// The text has a character that addresses cannot have.
        case character
        /// The address would run a program in the reader's browser.
        case script
    }

    package let parts: [Part]

    package init(_ text: String) throws(Failure) {
        let isAddress = text.utf8.allSatisfy { byte in
            byte > 0x20 && byte < 0x7F && !"<>()\"'`\\|^".utf8.contains(byte)
        }
        guard isAddress else { throw .character }
        var parts: [Part] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "{") {
            let placeholder = rest[start...]
            let part: Part? =
                placeholder.hasPrefix("{path}") ? .path : placeholder.hasPrefix("{line}") ? .line : nil
            guard let part else { throw .character }
            if start > rest.startIndex { parts.append(.words(String(rest[..<start]))) }
            parts.append(part)
            // `{path}` and `{line}` are equally long.
            rest = placeholder.dropFirst("{path}".count)
        }
        if rest.contains("}") { throw .character }
        if !rest.isEmpty { parts.append(.words(String(rest))) }
        guard parts.contains(.path) else { throw .noPath }
        let scheme = text.prefix { $0 != ":" && $0 != "/" && $0 != "{" }.lowercased()
        if ["javascript", "vbscript", "data"].contains(scheme) { throw .script }
        self.parts = parts
    }
}
