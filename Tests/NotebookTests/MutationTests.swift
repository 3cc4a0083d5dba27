import Foundation
import Properties
import Testing

/// What the fuzzers look for with a compiler's help, looked for without: in a moment, and wherever tests run.
struct MutationTests {
    @Test(arguments: Property.allCases)
    func `what holds for any bytes holds for notes flipped, cut, doubled and mixed up`(
        _ property: Property
    ) throws {
        var random = SeededGenerator(seed: 6)
        let seeds = try Self.seeds
        for round in 0..<300 {
            var bytes = seeds.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                Self.mutate(&bytes, with: seeds, &random)
            }
            // Some properties take their first bytes for what to do with the rest.
            let choices = (0..<property.choices).map { _ in UInt8.random(in: 0...255, using: &random) }
            guard holds(property, for: choices + bytes, "round \(round)") else { break }
        }
    }

    @Test(arguments: Property.allCases)
    func `what holds for any bytes holds for random ones`(_ property: Property) {
        var random = SeededGenerator(seed: 7)
        for round in 0..<300 {
            let count = Int.random(in: 0...200, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            guard holds(property, for: bytes, "round \(round)") else { break }
        }
    }

    private func holds(_ property: Property, for bytes: [UInt8], _ round: String) -> Bool {
        do {
            try property.check(bytes)
            return true
        } catch {
            let text = String(decoding: bytes, as: UTF8.self).debugDescription
            Issue.record("\(property.rawValue), \(round): \(error)\n\(text)\n\(bytes)")
            return false
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
