import Foundation
import Markup
import Notebook
import Testing

@testable import Storage

/// What programs read says the words as they are, whatever they are, and nothing else.
struct DataInjectionTests {
    /// Foundation drops a byte order mark where a string begins with one.
    private static let texts = HostileText.all.filter { $0 != "\u{FEFF}" }

    /// The JSON of an output, as Foundation reads it.
    private static func json(_ bytes: [UInt8]) throws -> NSObject {
        try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? NSObject)
    }

    /// The same value with text in the place of the word.
    private static func put(_ text: String, in value: Any) -> Any {
        switch value {
        case let string as String: string.replacing(WordNotebook.word, with: text)
        case let array as [Any]: array.map { put(text, in: $0) }
        case let object as [String: Any]: object.mapValues { put(text, in: $0) }
        default: value
        }
    }

    @Test func `the index as JSON has hostile text where the plain word was`() throws {
        let plain = try Self.json(Export(WordNotebook.harmless).json())
        let actions: Listing.Query = {
            var query = Listing.Query()
            query.actions = true
            return query
        }()
        for text in Self.texts {
            let index = WordNotebook.index(with: text)
            let expected = try #require(Self.put(text, in: plain) as? [String: Any])
            let found = try #require(try Self.json(Export(index).json()) as? [String: Any])
            let same = (found["notes"] as? NSArray)?.isEqual(to: expected["notes"] as? [Any] ?? []) ?? false
            #expect(same, "\(text.debugDescription)")
            let listed = try #require(try Self.json(Listing(index, actions).json()) as? [[String: Any]])
            #expect(listed.map { $0["text"] as? String } == index.notes.flatMap(\.allActions).map(\.text))
        }
    }

    /// A note whose mistakes quote the text, under a name of it.
    private static func mistakes(_ text: String) -> (path: NotePath, bytes: [UInt8]) {
        let quoted = YAMLScalar.quoted(text)
        let note = """
            ---
            outcome: \(quoted)
            date: \(quoted)
            tags: [\(quoted)]
            asked: \(text)
            ---
            - due:\(text)
            - a due:\(text)\(text) ^x
            - 📅 \(text) [due:: \(text)] @due(\(text)) from:"\(text)"
            - swalow: \(text) ^x
            - chew: \(text) due:soon\(text)
            """
        return (NotePath("\(text.replacing("/", with: "_"))\(text)/\(text).md"), Array(note.utf8))
    }

    private static func diagnostics(_ text: String) -> [Diagnostic] {
        let (path, bytes) = mistakes(text)
        let unreadable = Diagnostic.unreadable(path, reason: text)
        return NoteFile.index(of: bytes, path: path, today: .formatDay).diagnostics + [unreadable]
    }

    @Test func `a diagnostic is one line, and a listed bullet is one too`() {
        for text in HostileText.all {
            let name = text.debugDescription
            let found = Self.diagnostics(text)
            #expect(!found.isEmpty)
            for diagnostic in found {
                #expect(!diagnostic.message.utf8.contains { $0 == 0x0A || $0 == 0x0D }, "\(name)")
            }
            let lines = Diagnosis(found).text(pathPrefix: [])
            #expect(lines.count { $0 == 0x0A } == found.count, "\(name)")
            #expect(!lines.contains(0x0D), "\(name)")
            let (path, bytes) = Self.mistakes(text)
            let index = NoteFile.index(of: bytes, path: path, today: .formatDay)
            let list = Listing(index, Listing.Query())
            #expect(list.text(pathPrefix: []).count { $0 == 0x0A } == list.entries.count, "\(name)")
            #expect(!list.text(pathPrefix: []).contains(0x0D), "\(name)")
        }
    }

    @Test func `a SARIF log names each file and says each message`() throws {
        let rules = Set(Diagnostic.Code.allCases.map(\.rawValue))
        for text in Self.texts {
            let found = Self.diagnostics(text)
            let log = try #require(try Self.json(SARIF(found, version: "1").json()) as? [String: Any])
            #expect(log["version"] as? String == "2.1.0")
            let runs = try #require(log["runs"] as? [[String: Any]])
            let results = try #require(runs.first?["results"] as? [[String: Any]])
            try #require(runs.count == 1 && results.count == found.count)
            for (result, diagnostic) in zip(results, found) {
                #expect(Set(result.keys) == ["ruleId", "level", "message", "locations"])
                #expect(rules.contains(try #require(result["ruleId"] as? String)))
                #expect(["error", "warning", "note"].contains(result["level"] as? String))
                let message = try #require((result["message"] as? [String: String])?["text"])
                // Braces come in pairs, and nothing is a link.
                let braces = message.replacing("{{", with: "").replacing("}}", with: "")
                #expect(!braces.contains("{") && !braces.contains("}"), "\(message)")
                #expect(message.firstMatch(of: /(^|[^\\])\[[^\]]*\]\(/) == nil, "\(message)")
                let plain = message.replacing("{{", with: "{").replacing("}}", with: "}")
                #expect(
                    plain.replacing("\\[", with: "[") == diagnostic.message.replacing("\\[", with: "["),
                    "\(message)")
                let location =
                    (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
                let uri = try #require((location?["artifactLocation"] as? [String: String])?["uri"])
                #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }, "\(uri)")
                let way = uri.removingPercentEncoding.map {
                    $0.hasPrefix("file://") ? String($0.dropFirst(7)) : $0
                }
                #expect(way.map { Array($0.utf8) } == diagnostic.path.bytes, "\(uri)")
                let region = location?["region"] as? [String: Int]
                #expect(region == ["startLine": diagnostic.position.line])
            }
        }
    }

    @Test func `front matter that is written reads back as what was given`() throws {
        let template = try Template(
            Array(TemplateKind.note.standardText.utf8), names: TemplateKind.note.names)
        for text in HostileText.all where !Placeholder.isWhole(text.folded) {
            let new = NewNote(
                company: text, role: text, round: text, date: .formatDay, interviewers: [text, "b\(text)"],
                today: .formatDay)
            #expect(new.problem(with: template) == nil, "\(text.debugDescription)")
            let bytes = new.bytes(from: template)
            let note = try #require(NotebookIndex(reading: bytes, as: new.fileName).notes.first)
            // A link of Obsidian's is read as the name that it shows.
            let name = new.company.map(WikiLink.shown)
            #expect(note.company.map { Array($0.utf8) } == name.map { Array($0.utf8) })
            #expect(note.role == name && note.round == name, "\(text.debugDescription)")
            #expect(note.interviewers == new.interviewers.map(WikiLink.shown), "\(text.debugDescription)")
            #expect(note.outcome == .scheduled && note.feedback.isEmpty && note.allActions.isEmpty)
            // As cmark sees it, after the front matter: the headings and lists of the template.
            let frontMatter = try #require(FrontMatter(of: Source(bytes)))
            let body = Source(bytes).whole(line: frontMatter.lines.upperBound).lowerBound
            let tree = MarkdownTree(String(decoding: bytes[body...], as: UTF8.self))
            let plain = NewNote(
                company: "a", role: nil, round: nil, date: .formatDay, interviewers: [], today: .formatDay)
            let other = plain.bytes(from: template)
            let start = try #require(FrontMatter(of: Source(other))).lines.upperBound
            let meant = MarkdownTree(
                String(decoding: other[Source(other).whole(line: start).lowerBound...], as: UTF8.self))
            #expect(tree.structure == meant.structure, "\(text.debugDescription)")
        }
    }

    @Test func `a block id is a plain word, whatever stands in its place`() throws {
        var count = 0
        for text in Self.texts {
            let note = "- chew: Slow. ^\(text)\n  - [ ] Read aloud. ^a\(text)\n- [ ] Breathe. ^\(text)b\n"
            let index = NotebookIndex(reading: Array(note.utf8))
            let notes = index.notes
            let ids = notes.flatMap { $0.feedback.map(\.id) + $0.allActions.map(\.id) }.compactMap(\.self)
            #expect(ids.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9_-]+/) != nil }, "\(ids)")
            let export = String(decoding: Export(index).json(), as: UTF8.self)
            let exported = export.matches(of: /\n *"id": "([^"]*)"/).map { String($0.1) }
            #expect(exported.sorted() == ids.sorted(), "\(text.debugDescription)")
            count += ids.count
        }
        #expect(count > 20)
    }

    @Test func `a letter says the values as they are`() throws {
        for text in HostileText.all {
            let index = WordNotebook.index(with: text)
            let template = try Template(
                Array("{{company}}|{{#interviewer}}{{.}}{{/interviewer}}|{{title}}|{{round}}".utf8),
                names: Letter.names)
            let note = index.notes[0]
            let filled = template.filled(with: Letter(about: note).values)
            let meant = [note.company ?? "", note.interviewers.joined(), note.title, note.round ?? ""]
            #expect(String(decoding: filled, as: UTF8.self) == meant.joined(separator: "|"))
        }
    }

    @Test func `what somebody gives as a reason becomes one line of the note, or is refused`() throws {
        let before = "- chew: Slow down.\n- chew: Speak up.\n"
        for text in HostileText.all {
            var editor = try NoteEditor(Array(before.utf8), path: NotePath("a.md"))
            do throws(Refusal) {
                try editor.mark(line: 1, as: .spit, because: text, today: .formatDay)
                let edit = try editor.edit()
                let lines = String(decoding: edit.newBytes, as: UTF8.self).utf8.split(separator: 0x0A)
                #expect(lines.count == 3 && edit.after.feedback.count == 2, "\(text.debugDescription)")
                #expect(edit.after.feedback[0].reasons.count == 1 && edit.after.feedback[1].reasons.isEmpty)
            } catch {
                #expect(editor.note.feedback[0].stage == .chew)
            }
        }
    }
}
