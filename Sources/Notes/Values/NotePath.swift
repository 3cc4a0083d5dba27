internal import Markup

/// The path of a note in its notebook: the bytes of the path below the folder, with `/` between names.
///
/// A path is bytes because file systems store bytes. Two names that are equal as text can be two files, and a
/// name need not be UTF-8 at all.
public struct NotePath: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The bytes of the path, as the file system stores them.
    public let bytes: [UInt8]

    /// Makes a path of its bytes.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Makes a path of the UTF-8 bytes of a text.
    public init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The last name of the path.
    public var name: ArraySlice<UInt8> {
        bytes[(bytes.lastIndex(of: .ascii("/")).map { $0 + 1 } ?? 0)...]
    }

    /// The last name without its extension.
    public var stem: ArraySlice<UInt8> {
        let name = name
        guard let dot = name.lastIndex(of: .ascii(".")), dot > name.startIndex else { return name }
        return name[..<dot]
    }

    /// The path as text.
    ///
    /// Bytes that are not UTF-8 read as U+FFFD.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The path as text on one line, to show.
    public var description: String { String(decoding: onOneLine, as: UTF8.self) }

    /// The path's bytes as a part of a line.
    ///
    /// A line end in a name is shown as `␊` or `␍`. Otherwise, whoever reads the lines would take the rest of
    /// the name for another line.
    public var onOneLine: [UInt8] {
        if !bytes.contains(where: { $0 == Byte.lf || $0 == Byte.cr }) { return bytes }
        return bytes.flatMap { byte in
            switch byte {
            case Byte.lf: Array("␊".utf8)
            case Byte.cr: Array("␍".utf8)
            default: [byte]
            }
        }
    }

    /// Returns whether a path comes before another one, in the order of their bytes.
    public static func < (a: NotePath, b: NotePath) -> Bool {
        a.bytes.span.precedes(b.bytes.span)
    }
}
