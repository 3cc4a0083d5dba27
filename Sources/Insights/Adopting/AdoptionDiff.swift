package import Markup
public import Notes

/// Everything that can be adopted in a notebook without a question, as one edit for each note.
public enum AdoptionDiff {
    /// The largest number of passes over a note.
    ///
    /// What is written for one thing may reveal another: a heading reveals what stands below it.
    private static let mostPasses = 4

    /// Returns the edit of a note that writes everything that is certain; nil if there is nothing.
    ///
    /// The note is given by its bytes and its path. The index is that of the notebook.
    public static func edit(of bytes: [UInt8], path: NotePath, in index: NotebookIndex) -> NoteEdit? {
        let vocabulary = index.configuration.vocabulary
        let original = Source(bytes)
        guard let before = AdoptableNote(original, path: path, vocabulary: vocabulary) else { return nil }
        var changes = EditChain(original)
        var note = before
        for _ in 0..<mostPasses {
            guard let edit = pass(over: note, today: index.today) else { break }
            changes.append(edit)
            guard let next = AdoptableNote(edit.applied(), path: path, vocabulary: vocabulary) else { break }
            note = next
        }
        guard let whole = changes.edit, !whole.isEmpty, whole.applied().bytes == note.source.bytes else {
            return nil
        }
        return NoteEdit(path: path, before: before.note, after: note.note, edit: whole)
    }

    /// Returns the edit that writes what is certain in a note.
    ///
    /// If this cannot be proven together, it writes the parts that can be proven by themselves.
    private static func pass(over note: AdoptableNote, today: CalendarDate) -> Edit? {
        let finder = AdoptionFinder(note)
        // Nothing is certain of a note of which nothing is read.
        let missing = note.note.speaksOfInterview ? finder.missingFacts(today: today).map { [$0] } ?? [] : []
        let certain = (missing + note.notRead.map(finder.adoption)).compactMap { adoption in
            adoption.proposals.first { $0.isCertain && $0.adoptsAnything }.map { (adoption, $0) }
        }
        var replacements: [Edit.Replacement] = []
        // Everything is tried at once. A part that cannot be proven is halved. The larger the note is, the
        // fewer attempts there are.
        var left = max(64, (64 << 20) / max(note.source.bytes.count, 1))
        var pending = certain.isEmpty ? [] : [certain[...]]
        while let part = pending.popLast(), left > 0 {
            left -= 1
            let wanted = part.compactMap { adoption, proposal in
                proposal.attempts.first.map { AdoptionProof.Wanted(adoption, proposal, $0) }
            }
            if let edit = AdoptionProof.edit(of: note, wanted) {
                replacements += edit.edit.replacements
            } else if part.count > 1 {
                let middle = part.startIndex + part.count / 2
                pending += [part[middle...], part[..<middle]]
            } else if let (adoption, proposal) = part.first, let edit = try? adoption.edit(proposal) {
                replacements += edit.edit.replacements
            }
        }
        guard let edit = try? Edit(of: note.source, replacements), !edit.isEmpty else { return nil }
        return edit
    }
}

/// Several edits, one after another, as a single edit of the original bytes.
package struct EditChain {
    private enum Piece {
        /// Bytes of the original that are kept.
        case kept(Range<Int>)
        case new([UInt8])

        var count: Int {
            switch self {
            case .kept(let range): range.count
            case .new(let bytes): bytes.count
            }
        }

        func part(_ range: Range<Int>) -> Piece {
            switch self {
            case .kept(let all): .kept(range.shifted(by: all.lowerBound))
            case .new(let bytes): .new(Array(bytes[range]))
            }
        }
    }

    private let original: Source
    private var pieces: [Piece]

    package init(_ original: Source) {
        self.original = original
        pieces = [.kept(0..<original.bytes.count)]
    }

    /// Adds an edit of the result of the edits before it.
    package mutating func append(_ edit: Edit) {
        var result: [Piece] = []
        var number = 0
        var used = 0
        /// Goes on by some bytes of the pieces, and keeps them or leaves them out.
        func pass(_ count: Int, _ keeps: Bool) {
            var count = count
            while count > 0, number < pieces.count {
                let part = min(count, pieces[number].count - used)
                if keeps, part > 0 { result.append(pieces[number].part(used..<used + part)) }
                used += part
                count -= part
                if used == pieces[number].count { (number, used) = (number + 1, 0) }
            }
        }
        var at = 0
        for replacement in edit.replacements {
            pass(replacement.range.lowerBound - at, true)
            if !replacement.bytes.isEmpty { result.append(.new(replacement.bytes)) }
            pass(replacement.range.count, false)
            at = replacement.range.upperBound
        }
        pass(edit.source.bytes.count - at, true)
        pieces = result
    }

    /// All edits as a single edit of the original.
    package var edit: Edit? {
        var replacements: [Edit.Replacement] = []
        var at = 0
        var new: [UInt8] = []
        func replace(upTo end: Int) {
            if end > at || !new.isEmpty { replacements.append(Edit.Replacement(at..<end, with: new)) }
            new = []
        }
        for piece in pieces {
            switch piece {
            case .new(let bytes): new += bytes
            case .kept(let range):
                replace(upTo: range.lowerBound)
                at = range.upperBound
            }
        }
        replace(upTo: original.bytes.count)
        return try? Edit(of: original, replacements)
    }
}
