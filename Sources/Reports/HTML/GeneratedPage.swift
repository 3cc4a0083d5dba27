internal import Markup
internal import Notes

/// A report that is a page of HTML, in a file that is all Debrief's.
///
/// A comment at its top has a hash of the rest, which tells whether the page is still as it was written.
package enum GeneratedPage {
    private static let start = Array("<!DOCTYPE html>\n<!-- debrief:page ".utf8)
    private static let end = Array(" -->\n".utf8)

    /// Whether a file of this name is a page.
    package static func isName(_ path: String) -> Bool {
        let name = path.lowercased()
        return name.hasSuffix(".html") || name.hasSuffix(".htm")
    }

    /// Returns a page with the comment at its top.
    package static func marked(_ rest: [UInt8], as kind: ReportKind) -> [UInt8] {
        start + Array("\(kind.rawValue) \(hash(rest[...]))".utf8) + end + rest
    }

    /// Whether a file is a page of a kind as Debrief wrote it.
    package static func isAsWritten(_ bytes: [UInt8], as kind: ReportKind) -> Bool {
        parts(of: bytes).map { $0.kind == kind.rawValue && $0.isAsWritten } ?? false
    }

    /// Returns what the comment says; nil if there is none.
    package static func parts(of bytes: [UInt8]) -> (kind: String, isAsWritten: Bool)? {
        let kept = bytes.filter { $0 != Byte.cr }
        guard kept.starts(with: start) else { return nil }
        let rest = kept[start.count...]
        guard let line = rest.firstIndex(of: Byte.lf) else { return nil }
        let words = rest[..<line].split { $0 == Byte.space }.map { String(decoding: $0, as: UTF8.self) }
        guard words.count == 3, words[2] == "-->", ReportKind(rawValue: words[0]) != nil else {
            return nil
        }
        return (words[0], words[1] == hash(kept[(line + 1)...]))
    }

    /// Returns a hash that does not depend on the system's line ends.
    private static func hash(_ bytes: ArraySlice<UInt8>) -> String {
        String(StableHash(bytes.filter { $0 != Byte.cr }[...]).value, radix: 36)
    }
}
