import Foundation
import Markup
import Testing

@testable import Notebook

/// Reading is total: whatever the bytes, there is an index, and what it says of places is so.
struct MutationTests {
    @Test func `notes with bytes flipped, lost, doubled and mixed up are read`() throws {
        var random = SeededGenerator(seed: 6)
        let seeds = try Self.seeds
        for round in 0..<8000 {
            var bytes = seeds.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                Self.mutate(&bytes, with: seeds, &random)
            }
            let index = Index(reading: bytes)
            let complaint = try Complaint(about: index, of: bytes)
            if let complaint {
                Issue.record(
                    "round \(round): \(complaint.text)\n\(String(decoding: bytes, as: UTF8.self).debugDescription)"
                )
                break
            }
        }
    }

    @Test func `random bytes are read`() throws {
        var random = SeededGenerator(seed: 7)
        for round in 0..<2000 {
            let count = Int.random(in: 0...200, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            if let complaint = try Complaint(about: Index(reading: bytes), of: bytes) {
                Issue.record("round \(round): \(complaint.text)\n\(bytes)")
                break
            }
        }
    }

    // MARK: Mutations

    /// The inputs of the format's examples, and the notes of the example notebook.
    private static var seeds: [[UInt8]] {
        get throws {
            let examples = try ["Format", "Regressions"].flatMap { try FormatExample.examples(in: $0) }
            let inputs = examples.compactMap { example -> [UInt8]? in
                if case .note(_, let bytes) = example.input { bytes } else { nil }
            }
            let folder = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../../Examples/notebook")
            let notes = try FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: nil
            )
            .filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
            #expect(notes.count > 10 && inputs.count > 150)
            return try inputs + notes.map { Array(try Data(contentsOf: $0)) }
        }
    }

    /// What is hard on a reader wherever it stands.
    private static let hard: [[UInt8]] =
        [
            "\n", "\r", "\r\n", "\t", "    ", "- ", "> ", "# ", "---\n", "...\n", "```\n", "<!--", "-->",
            "<div>", "`", "[",
            "]", "(", ")", ":", "::", "#", "^", "\\", "\"", "'", "*", "&", "|", "{", "}", "\0", "\u{FEFF}",
            "\u{A0}", "é", "😀",
            "📅", "🔁", "\u{FE0F}", "\u{301}", "due:", "2026-02-30", "9999-12-31", "0000-01-01", "from:\"",
            "chew:",
            "[digest:: ", "if: ", "TODO ", "[ ] ", "^a", "#chew", "@due(", "DEADLINE: <",
            "generated-by: debrief",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x80], [0x80]]

    private static func mutate(
        _ bytes: inout [UInt8], with seeds: [[UInt8]], _ random: inout SeededGenerator
    ) {
        let at = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, at + Int.random(in: 0...12, using: &random))
        switch Int.random(in: 0..<7, using: &random) {
        case 0: if at < bytes.count { bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
        case 1: bytes.removeSubrange(at..<end)
        case 2: bytes.insert(contentsOf: bytes[at..<end], at: at)
        case 3: bytes.insert(contentsOf: hard.randomElement(using: &random) ?? [], at: at)
        case 4: bytes.insert(contentsOf: hard.randomElement(using: &random) ?? [], at: at)
        case 5:
            // The beginning of one and the end of another.
            let other = seeds.randomElement(using: &random) ?? []
            bytes = Array(bytes[..<at] + other[Int.random(in: 0...other.count, using: &random)...])
        default:
            let part = Array(bytes[at..<end])
            bytes.removeSubrange(at..<end)
            bytes.insert(contentsOf: part, at: Int.random(in: 0...bytes.count, using: &random))
        }
    }
}

/// What is wrong with an index of a note.
private struct Complaint {
    let text: String

    /// Nil where nothing is.
    init?(about index: Index, of bytes: [UInt8]) throws {
        let source = Source(bytes)
        let exported = try? JSONSerialization.jsonObject(with: Data(Export(index).json()))
        guard let root = exported as? [String: Any], root["notes"] is [Any] else {
            text = "the JSON does not parse"
            return
        }
        for diagnostic in index.diagnostics {
            guard Self.isWithin(source, diagnostic.place) else {
                text = "no such place: \(diagnostic)"
                return
            }
        }
        for note in index.notes {
            for place in Self.bullets(of: note) {
                guard Self.isWithin(source, place), Self.isMarker(source, at: place) else {
                    text = "no bullet at \(place)"
                    return
                }
            }
            guard let lost = Self.unordered(note) else { continue }
            text = "out of order: \(lost)"
            return
        }
        return nil
    }

    private static func isWithin(_ source: Source, _ place: Position) -> Bool {
        (1...source.lineCount).contains(place.line)
            && (1...source.content(ofLine: place.line).count + 1).contains(place.column)
    }

    private static func isMarker(_ source: Source, at place: Position) -> Bool {
        let line = source.bytes[source.offset(of: place)..<source.content(ofLine: place.line).upperBound]
        guard let first = line.first else { return false }
        if "-+*".utf8.contains(first) { return true }
        let digits = line.prefix { $0.isDigit }
        return (1...9).contains(digits.count)
            && line.dropFirst(digits.count).first.map { ".)".utf8.contains($0) } ?? false
    }

    private static func bullets(of note: Note) -> [Position] {
        note.feedback.flatMap { feedback in
            [feedback.place] + (feedback.actions.map(\.place) + feedback.plans.map(\.place))
                + feedback.reasons.map(\.place)
        } + note.actions.map(\.place) + note.hunches.map(\.place) + note.evidence.map(\.place)
            + (note.questionsAsked.map(\.place) + note.questionsToAsk.map(\.place))
    }

    /// The first list of the note that is not in reading order.
    private static func unordered(_ note: Note) -> String? {
        let lists: [(String, [Position])] =
            [
                ("feedback", note.feedback.map(\.place)), ("actions", note.actions.map(\.place)),
                ("hunches", note.hunches.map(\.place)), ("evidence", note.evidence.map(\.place)),
                ("questions", note.questionsAsked.map(\.place)),
            ]
        return lists.first { _, places in zip(places, places.dropFirst()).contains { $0 >= $1 } }?.0
    }
}
