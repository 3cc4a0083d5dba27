import Foundation
import Notebook
import Testing

@testable import Storage

/// An index as its exported JSON says it, in the condensed form of the format's examples.
struct CondensedIndex {
    /// The one note of the index with its diagnostics; null where there is none.
    let note: Any
    /// The paths of the notes, and the diagnostics with theirs.
    let folder: Any

    /// Condenses what an index exports.
    ///
    /// `expected` is what the example says. It decides what is left out.
    init(_ index: NotebookIndex, comparedWith expected: Any) throws {
        let exported = try JSONSerialization.jsonObject(with: Data(Export(index).json()))
        let root = try #require(exported as? [String: Any])
        let notes = try #require(root["notes"] as? [[String: Any]])
        let diagnostics = try #require(root["diagnostics"] as? [[String: Any]])
        let expected = expected as? [String: Any] ?? [:]
        let wanted = expected["diagnostics"] as? [String] ?? []
        let missing: Set = ["no-date", "no-company"]
        let wantsNotes = wanted.contains { $0.contains(" note ") }
        let wantsMissing = wanted.contains { line in missing.contains { line.hasSuffix(" note \($0)") } }
        let compared = diagnostics.filter { diagnostic in
            let isMissing = missing.contains(diagnostic["code"] as? String ?? "")
            return isMissing ? wantsMissing : wantsNotes || diagnostic["severity"] as? String != "note"
        }
        if var note = notes.first {
            for key in ["path", "title", "request"] where expected[key] == nil { note[key] = nil }
            var condensed = Self.condensed(note) as? [String: Any] ?? [:]
            let found = compared.enumerated().map { number, diagnostic in
                Self.line(of: diagnostic, like: number < wanted.count ? wanted[number] : "")
            }
            if !found.isEmpty { condensed["diagnostics"] = found }
            self.note = condensed
        } else {
            note = NSNull()
        }
        folder =
            Self.condensed([
                "notes": notes.compactMap { $0["path"] },
                "diagnostics": compared.map { diagnostic in
                    ["path", "severity", "code"].compactMap { diagnostic[$0] as? String }
                        .joined(separator: " ")
                },
            ])
    }

    /// `line:column severity code`, with `*` for the position where the expected line has that.
    private static func line(of diagnostic: [String: Any], like wanted: String) -> String {
        let part = { (key: String) in diagnostic[key].map { "\($0)" } ?? "-" }
        let kind = "\(part("severity")) \(part("code"))"
        if wanted == "* \(kind)" { return wanted }
        return "\(part("line")):\(part("column")) \(kind)"
    }

    /// A value without empty arrays, and without columns that are 1.
    private static func condensed(_ value: Any) -> Any {
        if let object = value as? [String: Any] {
            return object.filter { key, value in
                !((value as? [Any])?.isEmpty ?? false) && !(key == "column" && value as? Int == 1)
            }.mapValues(condensed)
        }
        if let array = value as? [Any] { return array.map(condensed) }
        return value
    }

    /// JSON that is the same text where the values are the same.
    static func text(_ value: Any) throws -> String {
        let data = try JSONSerialization.data(
            withJSONObject: value,
            options: [.fragmentsAllowed, .prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self)
    }
}
