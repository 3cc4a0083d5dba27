internal import Markup
package import Notes

/// Where the links of a report start, and what they lead to.
public struct LinkBase: Sendable {
    /// What stands before a note's path in a link.
    ///
    /// It ends with `/` or is empty.
    package let prefix: [UInt8]
    /// What stands before the prefix and is not escaped, such as the scheme of a URI.
    package let scheme: String
    /// Whether a link names the line too.
    ///
    /// Not every program finds a file by an address with a line.
    package let namesLines: Bool
    /// What links lead to.
    package private(set) var style = LinkStyle.relative
    /// The notebook's absolute path, for addresses that need it.
    private var folderOnDisk: [UInt8] = []

    /// Links that are relative to the notebook.
    public static let notebook = LinkBase(prefix: [])

    /// Makes links with something before each note's path.
    ///
    /// - Parameter prefix: What stands before a note's path, with a `/` at its end; empty for nothing.
    public init(prefix: [UInt8]) {
        self.prefix = prefix
        (scheme, namesLines) = ("", true)
    }

    /// Makes links that lead to the notes from anywhere on this machine.
    ///
    /// - Parameters:
    ///   - folder: The notebook's absolute path.
    ///   - namesLines: Whether to name the line too.
    public init(absolutePath folder: [UInt8], namesLines: Bool = true) {
        prefix = folder + [.ascii("/")]
        scheme = "file://"
        self.namesLines = namesLines
    }

    /// The path to the notebook's folder.
    public var folder: String {
        prefix.isEmpty ? "." : String(decoding: prefix.dropLast(), as: UTF8.self)
    }

    /// Returns the same links in another style.
    ///
    /// - Parameters:
    ///   - style: The style of the links.
    ///   - folder: The absolute path of the notebook, which some styles need.
    /// - Returns: The links to the same files in that style.
    package func styled(_ style: LinkStyle, of folder: @autoclosure () -> [UInt8]) -> LinkBase {
        var base = self
        base.style = style
        if style == .vscode || style == .obsidian { base.folderOnDisk = folder() + [.ascii("/")] }
        return base
    }

    /// Returns the address of a note, or of a line in it; nil if the style has no links.
    package func destination(_ note: Note, line: Int?) -> String? {
        var bytes: [UInt8] = []
        switch style {
        case .relative:
            bytes += scheme.utf8
            MarkdownEscape.appendDestination(
                prefix.isEmpty ? note.path.bytes : prefix + note.path.bytes, to: &bytes)
            if let line, namesLines { bytes += "#L\(line)".utf8 }
        case .plain: return nil
        case .vscode:
            bytes += "vscode://file".utf8
            MarkdownEscape.appendDestination(folderOnDisk + note.path.bytes, to: &bytes)
            if let line { bytes += ":\(line)".utf8 }
        case .obsidian:
            bytes += "obsidian://open?path=".utf8
            MarkdownEscape.appendDestination(folderOnDisk + note.path.bytes, to: &bytes)
        case .pattern(let pattern):
            for part in pattern.parts {
                switch part {
                case .words(let words): bytes += words.utf8
                case .path: MarkdownEscape.appendDestination(note.path.bytes, to: &bytes)
                case .line: bytes += "\(line ?? 1)".utf8
                }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
