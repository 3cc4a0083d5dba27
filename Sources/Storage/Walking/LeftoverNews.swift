internal import Markup
internal import Notes

/// Describes the files that dead Debriefs left in a folder: what they hold, and of which note.
struct LeftoverNews {
    /// The folder's path below the root, with a `/` at its end; empty for the root itself.
    let prefix: [UInt8]
    /// The path of the notebook, as the system is given it.
    let root: [UInt8]

    /// The most files whose note is looked for by what they hold.
    private static let mostCompared = 4

    /// Returns a diagnostic for each file that was left.
    ///
    /// - Parameters:
    ///   - names: The names of the files.
    ///   - notes: The paths of the folder's notes.
    /// - Returns: The diagnostics in the order of the names.
    func diagnostics(of names: [[UInt8]], among notes: [NotePath]) -> [Diagnostic] {
        var compared = 0
        return names.sorted { $0.span.precedes($1.span) }.compactMap { name in
            guard let leftover = Leftover(name[...]), let file = contents(of: prefix + name),
                !leftover.isAtWork(file.stamp)
            else { return nil }
            var target = leftover.target.map { NotePath(bytes: prefix + $0) }
            if target == nil, !file.bytes.isEmpty, compared < Self.mostCompared {
                compared += 1
                target = mostAlike(to: file.bytes, among: notes)
            }
            return Diagnostic(
                .conflictCopy, path: NotePath(bytes: prefix + name), at: .start,
                message(about: file.bytes, of: target))
        }
    }

    private func message(about bytes: [UInt8], of target: NotePath?) -> String {
        let name = target.map { String(decoding: NotePath(bytes: Array($0.name)).onOneLine, as: UTF8.self) }
        let start = "left by a Debrief that was ended while it wrote \(name ?? "a file of this folder"); "
        if bytes.isEmpty { return start + "it is empty: delete it" }
        guard let target, let name else {
            let lines = TextLines(bytes)
            return start
                + "it holds \(lines.count), the first is \(lines.first): bring over what is missing in the "
                + "file, then delete this one"
        }
        guard let file = contents(of: target.bytes) else {
            return start + "\(name) is gone, and this file holds what it was: rename it to \(name)"
        }
        if file.bytes.isSame(as: bytes) { return start + "it holds the same as \(name): delete it" }
        let missing = TextLines(bytes, missingIn: file.bytes)
        if missing.isEmpty { return start + "\(name) has all of its lines: delete it" }
        return start
            + "it holds \(missing.count) that \(name) does not, the first is \(missing.first): bring over "
            + "what is missing there, then delete it"
    }

    private func contents(of path: [UInt8]) -> FileReader.File? {
        let whole = root + [.ascii("/")] + path
        guard FileReader.entry(whole) == .plainFile else { return nil }
        return try? FileReader.contents(of: whole)
    }

    /// Returns the note that has most lines in common with a file; nil if no note has any.
    private func mostAlike(to bytes: [UInt8], among notes: [NotePath]) -> NotePath? {
        let lines = Set(TextLines(bytes).texts)
        var best: (note: NotePath, shared: Int)?
        for note in notes {
            guard let other = contents(of: note.bytes)?.bytes else { continue }
            let shared = Set(TextLines(other).texts).intersection(lines).count
            if shared > best?.shared ?? 0 { best = (note, shared) }
        }
        return best?.note
    }
}

/// The lines of a file that are not blank.
private struct TextLines {
    let texts: [ArraySlice<UInt8>]

    init(_ bytes: [UInt8]) {
        let source = Source(bytes)
        texts = (1..<source.lineCount + 1).compactMap { line in
            let text = source.bytes[source.content(ofLine: line)]
            return text.allSatisfy(\.isBlank) ? nil : text
        }
    }

    /// The lines that another file does not have.
    init(_ bytes: [UInt8], missingIn other: [UInt8]) {
        let known = Set(TextLines(other).texts)
        texts = TextLines(bytes).texts.filter { !known.contains($0) }
    }

    var isEmpty: Bool { texts.isEmpty }

    /// How many lines there are, in words.
    var count: String { texts.count == 1 ? "1 line" : "\(texts.count) lines" }

    var first: String { texts.first.map { "“\(String(decoding: $0, as: UTF8.self))”" } ?? "blank" }
}
