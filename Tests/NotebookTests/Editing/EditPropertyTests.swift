import Notebook
import Properties
import Testing

@testable import Markup

/// Whatever a note looks like: an edit changes the one bullet, or it is refused.
@Suite struct `An edit of any note` {
    @Test(arguments: 0..<60 as Range<UInt64>)
    func `changes the stage of one bullet`(seed: UInt64) throws {
        var writer = NoteWriter(seed)
        let bytes = writer.note()
        let old = try NoteEditor(bytes, path: path).note
        for feedback in old.feedback {
            let stage = try #require([Stage.chew, .swallow, .spit].randomElement(using: &writer.random))
            let reason = Bool.random(using: &writer.random) ? "So it is é😀." : nil
            var editor = try NoteEditor(bytes, path: path)
            do {
                try editor.mark(line: feedback.position.line, as: stage, because: reason, today: .editingDay)
            } catch {
                // A heading's word that ended up in a bullet's text can leave it with two stages.
                guard case .conflictingStages = error.reason else { throw error }
                continue
            }
            let edit = try editor.edit()
            let context = Comment(rawValue: String(decoding: edit.summary(), as: UTF8.self))
            try checkBytes(edit, from: feedback.position.line, context)

            let index = try #require(old.feedback.firstIndex(of: feedback))
            let new = edit.after.feedback[index]
            #expect(new.stage == stage, context)
            #expect(new.since == (feedback.stage == stage ? feedback.since : .editingDay), context)
            #expect(
                new.text == feedback.text && new.topics == feedback.topics && new.id == feedback.id, context)
            #expect(new.reasons.count == feedback.reasons.count + (reason == nil ? 0 : 1), context)
            #expect(reason == nil || new.reasons.contains { $0.text == reason }, context)
            #expect(
                edit.after.feedback.map(\.text) == old.feedback.map(\.text)
                    && edit.after.allActions.map(\.text) == old.allActions.map(\.text)
                    && edit.after.hunches.map(\.text) == old.hunches.map(\.text), context)
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `ticks one action, and takes the tick back`(seed: UInt64) throws {
        var writer = NoteWriter(seed &+ 500)
        let bytes = writer.note()
        let old = try NoteEditor(bytes, path: path).note
        for (index, action) in old.allActions.enumerated() {
            // One that repeats becomes two.
            for state in Action.State.allCases where state != .done || action.repeats == nil {
                var editor = try NoteEditor(bytes, path: path)
                try editor.tick(line: action.position.line, TaskBox(state), today: .editingDay)
                let edit = try editor.edit()
                let context = Comment(rawValue: String(decoding: edit.summary(), as: UTF8.self))
                try checkBytes(edit, from: action.position.line, context)
                let new = edit.after.allActions[index]
                #expect(new.state == state && new.text == action.text && new.due == action.due, context)
                #expect(new.id == action.id && new.topics == action.topics, context)
                #expect(edit.isEmpty == (state == action.state), context)
                if state != action.state {
                    #expect(new.done == (state == .done ? .editingDay : nil), context)
                    #expect(new.dropped == (state == .dropped ? .editingDay : nil), context)
                }

                guard action.state == .open, action.done == nil, action.dropped == nil else { continue }
                var back = try NoteEditor(edit.newBytes, path: path)
                try back.tick(line: new.position.line, action.box, today: .editingDay)
                let restored = try back.edit()
                #expect(restored.after == old, context)
                if isUsual(action, in: bytes) { #expect(restored.newBytes == bytes, context) }
            }
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `is proven or refused on any bytes`(seed: UInt64) throws {
        var writer = NoteWriter(seed &+ 900)
        let bytes = writer.noise()
        let count = Source(bytes).lineCount
        for line in 1...count {
            for stage in Stage.allCases {
                var editor = try NoteEditor(bytes, path: path)
                do {
                    try editor.mark(line: line, as: stage, because: "So.", today: .editingDay)
                    let edit = try editor.edit()
                    #expect(edit.after.feedback.contains { $0.stage == stage })
                    #expect(edit.edit.inverse().applied().bytes == bytes)
                } catch {
                    #expect(error.line == line)
                }
            }
        }
    }

    private let path = NotePath("2026-10-14-acme.md")

    /// What stands before the bullet's first line, and what stands after its text, are the same bytes.
    private func checkBytes(_ edit: NoteEdit, from line: Int, _ context: Comment) throws {
        let source = edit.edit.source
        let first = source.whole(line: line).lowerBound
        #expect(edit.edit.replacements.allSatisfy { $0.range.lowerBound >= first }, context)
        #expect(edit.newBytes.starts(with: edit.oldBytes[..<first]), context)
        let last = try #require(
            NoteReader.outline(of: source).blocks.last { $0.kind == .listItem && $0.start.line == line }?.text
        )
        .lastLine
        let rest = edit.oldBytes[source.content(ofLine: last).upperBound...]
        #expect(edit.newBytes.reversed().starts(with: rest.reversed()), context)
        #expect(edit.edit.inverse().applied().bytes == edit.oldBytes, context)
    }

    /// Whether an action's box is the usual one of its state, so that ticking there and back ends with it.
    private func isUsual(_ action: Action, in bytes: [UInt8]) -> Bool {
        let line = Source(bytes).text(Source(bytes).whole(line: action.position.line))
        // A word that is over does not tell of which pair it was, where the note has both.
        let hasLater = bytes.contains("LATER".utf8) || bytes.contains("NOW".utf8)
        return line.contains("[ ]") || line.contains("TODO") && !hasLater
    }
}

extension NoteReader {
    fileprivate static func outline(of source: Source) -> Outline {
        var reader = NoteReader()
        _ = reader.read(source, path: NotePath("note.md"))
        return reader.outline
    }
}

/// Writes notes of all the kinds that people and their editors bring about.
struct NoteWriter {
    var random: SeededGenerator
    private var lineEnds = ["\n"]

    init(_ seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    private mutating func one<Element>(of elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    mutating func note() -> [UInt8] {
        lineEnds = one(of: [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"]])
        var bytes: [UInt8] = chance(20) ? [0xEF, 0xBB, 0xBF] : []
        if chance(50) {
            for line in ["---", "company: Acme", "interviewers: [Dana]", "---"] { add(line, to: &bytes) }
        }
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            add(one(of: ["# Feedback", "## Hunches", "Feedback", "# Notes"]), to: &bytes)
            if chance(30) { add("", to: &bytes) }
            let quote = one(of: ["", "", "", "> ", "> > "])
            for _ in 0..<Int.random(in: 1...4, using: &random) { addBullet(quote, "", &bytes) }
            if chance(50) { add("", to: &bytes) }
        }
        if chance(30) {
            while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
        }
        return bytes
    }

    private mutating func addBullet(_ quote: String, _ indentation: String, _ bytes: inout [UInt8]) {
        let marker = one(of: ["- ", "* ", "+ ", "1. ", "-   ", "2) ", "-\t"])
        var text =
            chance(40) ? one(of: ["[ ] ", "[x] ", "[/] ", "[-] ", "[?] ", "TODO ", "DONE ", "LATER "]) : ""
        let tag = one(of: [
            "chew: ", "Chew: ", "**spit:** ", "**stew**: ", "[swallow] ", "SPIT: ", "", "", "hunch: ",
        ])
        text += tag + one(of: ["Lead é😀", "pause\u{0}", "`code: #x`", "talk\tless", "a [link](#chew)", "x"])
        if tag.isEmpty { text += one(of: ["", " #chew", " #feedback/Spit", " [digest:: swallow]", ""]) }
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            text += one(of: [
                " #structure", " due:2026-11-02", " since:2026-01-02", " from:dana", " [from:: Lee Park]",
                " 📅 2026-11-02", " ⏫", " @due(2026-11-02)", " (due:: 2026-11-02)", " 🔁 every week", "  more",
                " [since:: 2026-01-02]", " done:soon",
            ])
            if chance(25) {
                let lazy = chance(30)
                let prefix = lazy ? "" : quote + indentation + String(repeating: " ", count: marker.count)
                text += one(of: ["", "  ", " "]) + one(of: lineEnds) + prefix + "and on"
            }
        }
        if chance(20) { text += " ^id-\(Int.random(in: 0..<9999, using: &random))" }
        if chance(20) { text += one(of: [" ", "  ", "\t"]) }
        bytes += Array((quote + indentation + marker + text).utf8)
        if chance(10) { bytes += [0xFF, 0x62] }
        add("", to: &bytes)
        let inner =
            marker == "-\t" || chance(20) && quote.isEmpty && marker == "- "
            ? indentation + "\t" : indentation + String(repeating: " ", count: marker.count)
        if chance(30), indentation.count < 8 { addBullet(quote, inner, &bytes) }
        if chance(10) { add(quote + inner + "- because: so", to: &bytes) }
        if chance(10) {
            add(String(quote.reversed().drop { $0 == " " }.reversed()), to: &bytes)
            add(quote + inner + "a second paragraph", to: &bytes)
        }
    }

    private mutating func add(_ line: String, to bytes: inout [UInt8]) {
        bytes += (line + one(of: lineEnds)).utf8
    }

    /// Pieces of notes in any order.
    mutating func noise() -> [UInt8] {
        let pieces = [
            "- ", "* ", "1. ", "> ", "  ", "\t", "\n", "\n", "\r\n", "\r", "chew:", "#spit", "[ ] ", "`",
            "<!-- ",
            "[from:: ", "]", "(", ")", "\\", "🔁 ", "✅ ", "2026-11-02", "since:", " ", "x", "# Feedback\n",
            "^id",
            "```\n", "\u{0}", "é😀", "**", ":", "digest:: chew", "[[", "---\n", "due:", "<b ",
        ]
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...50, using: &random) {
            if chance(3) { bytes.append(0xFF) }
            bytes += one(of: pieces).utf8
        }
        return bytes
    }
}
