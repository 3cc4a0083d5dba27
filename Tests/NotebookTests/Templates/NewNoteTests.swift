import Notebook
import Testing

@testable import Storage

@Suite struct `A new note` {
    static let hostile = [
        "Acme", "../../x", "/etc/passwd", ".", "..", "CON", "a\u{0}b", "a\nb\r\nc", "\u{1B}[31mred",
        "Müller & Söhne",
        "渡辺 株式会社", "é😀", "☕️", "#hash", "- dash", "a: b", "x # y", "[a](b)", "{a}", "'q'", "\"q\"", "null",
        "yes", "~",
        "*bold*", "\u{202E}rtl", "\u{FEFF}bom", "back\\slash", "2026-11-23", "---", "...", "हिन्दी", "a,b", "@x",
        "%x",
        "`code`", "\u{2028}", "tab\there", "!tag", "&anchor", "|", ">", "?", "ends with #", "ends:", "x: ",
        "{{name}}",
        String(repeating: "long name ", count: 40), String(repeating: "é", count: 300),
        String(repeating: "👨‍👩‍👧", count: 90),
    ]

    private func note(_ name: String, date: CalendarDate = .formatDay) -> NewNote {
        NewNote(
            company: name, role: name, round: name, date: date, interviewers: [name, "Dana"],
            today: .formatDay)
    }

    @Test(arguments: hostile)
    func `lies in its folder, whatever the names are`(name: String) {
        let file = Array(note(name).fileName.utf8)
        #expect(file.starts(with: "2026-11-23-".utf8) && file.suffix(3).elementsEqual(".md".utf8))
        #expect(file.count <= 160)
        #expect(!file.contains(0x2F) && !file.contains(0x5C) && !file.contains { $0 < 0x20 || $0 == 0x7F })
        #expect(!file.dropLast(3).contains(0x2E) && !file.contains(0x20))
        #expect(
            note(name).fileName.unicodeScalars.allSatisfy {
                $0.properties.generalCategory != .format && $0.properties.generalCategory != .privateUse
            })
    }

    @Test(arguments: hostile)
    func `reads back as it was given`(name: String) throws {
        let new = note(name)
        let template = try Template(
            Array(TemplateKind.note.standardText.utf8), names: TemplateKind.note.names)
        if Placeholder.isWhole(name) {
            // Such a note would be taken for a template.
            #expect(new.problem(with: template)?.contains("placeholder") ?? false)
            return
        }
        #expect(new.problem(with: template) == nil)
        let index = NotebookIndex(reading: new.bytes(from: template), as: new.fileName)
        let note = try #require(index.notes.first)
        #expect(index.diagnostics.allSatisfy { $0.code == .noCompany && new.company == nil })
        #expect(note.company == new.company && note.role == new.role && note.round == new.round)
        #expect(note.interviewers == new.interviewers && note.date == .formatDay)
        #expect(note.outcome == .scheduled && note.requestDates == RequestDates())
        // An empty bullet says nothing: there is no feedback yet that would be an answer.
        #expect(note.feedback.isEmpty && note.hunches.isEmpty && note.questionsAsked.isEmpty)
    }

    @Test func `is named after day, company and round`() {
        func name(_ company: String?, _ round: String?) -> String {
            NewNote(
                company: company, role: nil, round: round, date: .formatDay, interviewers: [],
                today: .formatDay
            )
            .fileName
        }
        #expect(name("Harrow & Pike", "Phone Screen") == "2026-11-23-harrow-pike-phone-screen.md")
        #expect(name("渡辺", "最終") == "2026-11-23-渡辺-最終.md")
        #expect(name("हिन्दी", nil) == "2026-11-23-हिन्दी.md")
        #expect(name("Ärger", nil) == "2026-11-23-ärger.md")
        #expect(name(nil, "onsite") == "2026-11-23-onsite.md")
        #expect(name("😀", "..") == "2026-11-23-interview.md")
        #expect(name(nil, nil) == "2026-11-23-interview.md")
        #expect(name("☕️ Bar", nil) == "2026-11-23-bar.md")
    }

    @Test func `has the questions first, then hunches, then room for feedback`() throws {
        let template = try Template(
            Array(TemplateKind.note.standardText.utf8), names: TemplateKind.note.names)
        let text = String(decoding: note("Acme").bytes(from: template), as: UTF8.self)
        let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map {
            $0.dropFirst(3).prefix(9)
        }
        #expect(headings == ["Questions", "Questions", "Hunches, ", "What work", "Feedback,"])
    }

    @Test func `of an interview that has been waits for its outcome`() throws {
        let past = note("Acme", date: .formatDay.adding(days: -1))
        let template = try Template(
            Array(TemplateKind.note.standardText.utf8), names: TemplateKind.note.names)
        let index = NotebookIndex(reading: past.bytes(from: template), as: past.fileName)
        #expect(index.notes.first?.outcome == .waiting)
        #expect(!String(decoding: past.bytes(from: template), as: UTF8.self).contains("Questions to ask"))
    }

    @Test func `of a template that writes no front matter as it can be read is refused`() throws {
        let template = try Template(
            Array("---\ncompany: {{company}}\n---\n".utf8), names: TemplateKind.note.names)
        #expect(note("Acme").problem(with: template) == nil)
        #expect(
            note("a: b").problem(with: template)?.hasPrefix("line 2 of a note of this template: ") == true)
        let generated = try Template(Array("---\ngenerated-by: debrief\n---\n".utf8), names: [])
        #expect(note("Acme").problem(with: generated) != nil)
    }

    // MARK: On the disk

    @Test func `is never written over a file, and through no link`() throws {
        let folder = try TemporaryFolder()
        let new = note("Acme")
        let template = try Template(
            Array(TemplateKind.note.standardText.utf8), names: TemplateKind.note.names)
        let path = try NoteFile.create(new, from: template, in: folder.path)
        #expect(path.description == "2026-11-23-acme-acme.md")
        #expect(throws: WriteFailure.exists) { try NoteFile.create(new, from: template, in: folder.path) }
        try folder.add(.init("2026-11-23-other-other.md", .link(to: "elsewhere.md")))
        #expect(throws: WriteFailure.dangling) {
            try NoteFile.create(note("Other"), from: template, in: folder.path)
        }
        #expect(throws: NoteFile.ReadFailure.self) {
            try NoteFile.bytes(of: NotePath("elsewhere.md"), in: folder.path)
        }
    }

    @Test func `comes of one's own template, and of the standard one without`() throws {
        let folder = try TemporaryFolder()
        #expect(try TemplateFile.read(.note, in: folder.path).filled(with: [:]).starts(with: "\n\n# ".utf8))
        try folder.add(".debrief/templates/note.mustache", "{{frontMatter}}\nMine: {{company}}\n")
        let template = try TemplateFile.read(.note, in: folder.path)
        #expect(
            String(decoding: note("Acme").bytes(from: template), as: UTF8.self).hasSuffix("---\nMine: Acme\n")
        )
    }

    @Test func `has a template that tells where it does not parse`() throws {
        let folder = try TemporaryFolder()
        try folder.add(".debrief/templates/note.mustache", "a\n{{#company}}\n")
        let failure = #expect(throws: TemplateFile.Failure.self) {
            try TemplateFile.read(.note, in: folder.path)
        }
        #expect(
            failure?.description
                == "\(folder.path)/.debrief/templates/note.mustache:2:1: error: {{#company}} is never closed")
        try folder.add(.init(".debrief/templates/request.mustache", .fifo))
        try folder.add(.init(".debrief/templates/thanks.mustache", .folder))
        #expect(throws: TemplateFile.Failure.self) { try TemplateFile.read(.request, in: folder.path) }
        #expect(throws: TemplateFile.Failure.self) { try TemplateFile.read(.thanks, in: folder.path) }
    }

    @Test func `finds the templates of the notebook that a note lies in`() throws {
        let folder = try TemporaryFolder()
        try folder.add(".debrief/templates/request.mustache", "Mine.\n")
        try folder.add("2026/deep/note.md", "x\n")
        let found = TemplateFile.notebook(ofNote: NotePath("\(folder.path)/2026/deep/note.md"))
        #expect(try TemplateFile.read(.request, in: found).filled(with: [:]) == Array("Mine.\n".utf8))
    }
}
