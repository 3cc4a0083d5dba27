package import Markup
import Notebook

/// Front matter is read where it stands, and what Debrief writes as YAML reads back as the same.
enum FrontMatterProperty {
    /// Asks whether the property holds of YAML, which is put between the lines that make it front matter.
    static func check(_ bytes: [UInt8]) throws(Violation) {
        let source = Source(bytes)
        try check(YAMLFile(source).content, in: source)
        let whole = Source(Array("---\n".utf8) + bytes + Array("\n---\n- chew: Lead with the end. #a\n".utf8))
        if let frontMatter = FrontMatter(of: whole) {
            try require(
                frontMatter.lines.lowerBound == 1 && frontMatter.lines.upperBound <= whole.lineCount + 1,
                "front matter on lines \(frontMatter.lines)")
            try check(frontMatter.content, in: whole)
            if let pairs = FrontMatter.pairsByEntries(of: whole) {
                try require(
                    .success(pairs) == frontMatter.content,
                    "its entries are \(pairs), and together \(frontMatter)")
            }
            try checkKnown(whole.bytes)
        }
        try ReadingProperty.check(whole.bytes)
        let parts = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        try checkWriting(parts)
    }

    private static func check(
        _ content: Result<[FrontMatter.Pair], FrontMatter.Failure>, in source: Source
    ) throws(Violation) {
        switch content {
        case .success(let pairs): try check(pairs, in: source)
        case .failure(.notAMapping(let position)), .failure(.syntax(_, let position)):
            try require(ReadingProperty.isWithin(source, position), "it fails at \(position)")
        case .failure: break
        }
    }

    private static func check(_ pairs: [FrontMatter.Pair], in source: Source) throws(Violation) {
        for pair in pairs {
            try require(ReadingProperty.isWithin(source, pair.keyStart), "a key at \(pair.keyStart)")
            try require(ReadingProperty.isWithin(source, pair.valueStart), "a value at \(pair.valueStart)")
            try check(pair.value, at: pair.valueStart, in: source)
        }
    }

    private static func check(
        _ value: FrontMatter.Value, at position: Position, in source: Source
    ) throws(Violation) {
        switch value {
        case .scalar(let text, true):
            // A plain text on one line stands there as it is read, after what may name it or its type.
            let line = source.text(
                source.offset(of: position)..<source.content(ofLine: position.line).upperBound)
            let isMarked = line.first.map { "&!".contains($0) } ?? false
            guard let first = text.split(whereSeparator: \.isNewline).first, !isMarked else { return }
            let word = first.prefix { !$0.isWhitespace }
            try require(
                line.utf8.starts(with: word.utf8), "“\(text)” is said to stand at \(position), as “\(line)”")
        case .scalar, .alias: break
        case .list(let items):
            for item in items {
                try require(ReadingProperty.isWithin(source, item.start), "an item at \(item.start)")
                try check(item.value, at: item.start, in: source)
            }
        case .mapping(let pairs): try check(pairs, in: source)
        }
    }

    /// What a reader knows from the notes before makes no difference to what it reads, wherever that stands.
    private static func checkKnown(_ note: [UInt8]) throws(Violation) {
        var reader = NoteReader()
        let path = NotePath("note.md")
        let lower = Array("---\nasked: 2026-11-01\n".utf8) + note.dropFirst(4)
        for bytes in [note, lower, note] {
            var fresh = NoteReader()
            let (new, known) = (fresh.read(bytes, path: path), reader.read(bytes, path: path))
            try require(new == known, "it is read as \(new), and by who knows it as \(known)")
        }
    }

    /// Whatever names are given to a new note, it reads back with these names.
    private static func checkWriting(_ names: [String]) throws(Violation) {
        func name(_ number: Int) -> String? { names.indices.contains(number) ? names[number] : nil }
        let new = NewNote(
            company: name(0), role: name(1), round: name(2), date: .day,
            interviewers: Array(names.dropFirst(3).prefix(20)), today: .day)
        let kind = TemplateKind.note
        let template: Template
        do {
            template = try Template(Array(kind.standardText.utf8), names: kind.names)
        } catch {
            throw Violation(description: "the standard template: \(error)")
        }
        // A name that is a placeholder makes a template of the note, and is refused.
        if new.problem(with: template)?.contains("placeholder") ?? false { return }
        try require(new.problem(with: template) == nil, new.problem(with: template) ?? "")
        let file = new.fileName
        try require(
            file.utf8.count <= 255 && file.hasPrefix("2026-11-23-") && file.hasSuffix(".md")
                && file.utf8.allSatisfy { $0 >= 0x80 || $0 > 0x20 && !"/\\:*?\"<>|".utf8.contains($0) },
            "a file is called “\(file)”")
        let read = NotebookIndex(of: [(NotePath(file), new.bytes(from: template))])
        guard let note = read.notes.first, note.date == .day else {
            throw Violation(description: "a new note is not read")
        }
        try require(
            read.diagnostics.allSatisfy { $0.severity == .note }, "a new note has \(read.diagnostics)")
        try requireSame(note.company, new.company)
        try requireSame(note.role, new.role)
        try requireSame(note.round, new.round)
        try require(
            new.interviewers.contains { $0.hasPrefix("[[") }
                || note.interviewers.map { Array($0.utf8) } == new.interviewers.map { Array($0.utf8) },
            "the interviewers \(new.interviewers) read as \(note.interviewers)")
    }

    /// Requires that a value reads back as it was written, unless it is a link, which is read as what it
    /// shows.
    private static func requireSame(_ read: String?, _ written: String?) throws(Violation) {
        if written?.hasPrefix("[[") == true { return }
        let (read, written) = (read.map { Array($0.utf8) }, written.map { Array($0.utf8) })
        try require(read == written, "\(written ?? []) reads back as \(read ?? [])")
    }
}

extension FrontMatter {
    /// What the entries are one by one; nil where they are to be parsed as a whole.
    package static func pairsByEntries(of source: Source) -> [FrontMatter.Pair]? {
        var entries: [FrontMatterEntry] = []
        guard let enclosed = FrontMatter.Enclosed(in: source),
            enclosed.separate(in: source, into: &entries)
        else { return nil }
        var all: [FrontMatter.Pair] = []
        for entry in entries {
            guard let pairs = entry.pairs(in: source) else { return nil }
            all += pairs
        }
        return all
    }
}
