package import Markup

/// Reads the front matter of notes, one after another.
///
/// Most entries stood in an earlier note too. The reader remembers what those say.
package struct FrontMatterReader: ~Copyable {
    /// The result of reading a note's front matter.
    package enum ReadResult {
        /// The note has no front matter.
        case absent
        /// The front matter of a template, which is not a note.
        case template
        /// The front matter of a report that Debrief wrote, which is not a note.
        case generated
        /// The front matter was carried into the note as far as possible. `lines` are not markdown.
        case read(lines: Range<Int>)
    }

    /// What an entry of front matter says, or all of the front matter.
    private struct Meaning {
        let statements: [FrontMatterStatement]
        let isGenerated: Bool
        /// The line on which the entry began when it was read first.
        ///
        /// For the front matter as a whole, which is not remembered, it is the first line.
        let line: Int
    }

    private let vocabulary: Vocabulary
    private var known = KnownValues<Meaning>()
    private var entries: [FrontMatterEntry] = []
    /// What each entry of the current front matter says, and how many lines further down it stands now than
    /// when it was read first.
    private var meanings: [(meaning: Meaning, lines: Int)] = []

    package init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    /// Carries what a note's front matter says into the note.
    ///
    /// What cannot be read as meant is left out and reported.
    package mutating func read(
        _ source: Source, into note: inout Note, _ particulars: inout NoteParticulars,
        reporting diagnostics: inout [Diagnostic]
    ) -> ReadResult {
        guard let enclosed = FrontMatter.Enclosed(in: source) else { return .absent }
        if let position = Placeholder.position(in: enclosed, of: source) {
            diagnostics = [.template(note.path, at: position)]
            return .template
        }
        if !readEntries(of: enclosed, in: source, note.path) {
            meanings.removeAll(keepingCapacity: true)
            switch FrontMatter(enclosed, of: source).content {
            case .success(let pairs): meanings.append((meaning(of: pairs, in: source, note.path, line: 1), 0))
            case .failure(let failure):
                diagnostics.append(.frontMatter(failure, of: enclosed, in: source, note.path))
            }
        }
        if meanings.contains(where: \.meaning.isGenerated) { return .generated }
        let meanings = meanings
        for (meaning, lines) in meanings {
            // The loop goes by index, because retaining each statement costs more than reading it.
            for number in meaning.statements.indices {
                particulars.apply(
                    meaning.statements[number], movedBy: lines, into: &note, reporting: &diagnostics,
                    firstSpelling: { Self.firstSpelling(of: $0, in: meanings) })
            }
        }
        return .read(lines: enclosed.lines)
    }

    /// Finds out what each entry says.
    ///
    /// Returns whether the front matter can be read entry by entry.
    private mutating func readEntries(
        of enclosed: FrontMatter.Enclosed, in source: Source, _ path: NotePath
    ) -> Bool {
        guard enclosed.separate(in: source, into: &entries) else { return false }
        meanings.removeAll(keepingCapacity: true)
        for number in entries.indices {
            let entry = entries[number]
            if let meaning = known.value(of: entry.range, in: source.bytes) {
                meanings.append((meaning, entry.line - meaning.line))
                continue
            }
            guard let pairs = entry.pairs(in: source) else { return false }
            let meaning = meaning(of: pairs, in: source, path, line: entry.line)
            known.add(meaning, of: entry.range, in: source.bytes)
            meanings.append((meaning, 0))
        }
        return true
    }

    private func meaning(
        of pairs: [FrontMatter.Pair], in source: Source, _ path: NotePath, line: Int
    ) -> Meaning {
        var reader = FrontMatterStatementReader(source: source, path: path, vocabulary: vocabulary)
        return Meaning(
            statements: reader.statements(of: pairs), isGenerated: Self.isGenerated(pairs), line: line)
    }

    private static func firstSpelling(
        of key: FrontMatterKey, in meanings: [(meaning: Meaning, lines: Int)]
    ) -> String {
        meanings.lazy.flatMap(\.meaning.statements).first { $0.key == key }?.spelling ?? key.name
    }

    /// Returns whether the pairs belong to a report that Debrief wrote, which is not a note.
    package static func isGenerated(_ pairs: [FrontMatter.Pair]) -> Bool {
        pairs.contains { pair in
            guard case .scalar(let value, _) = pair.value else { return false }
            return value.utf8.count == 7 && value.lowercased() == "debrief"
                && pair.key.lowercased() == "generated-by"
        }
    }
}
