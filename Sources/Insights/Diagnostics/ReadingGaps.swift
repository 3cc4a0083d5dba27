internal import Notes

/// The notes with something that looks meant but is not read, and the notes that lack what reports need.
package struct ReadingGaps: Sendable {
    /// The notes with something that looks meant but is not read.
    package private(set) var notes: [Int] = []
    /// The notes of interviews without a date.
    package private(set) var undated: [Int] = []
    /// The notes of interviews without a company.
    package private(set) var withoutCompany: [Int] = []

    package var isEmpty: Bool { notes.isEmpty && undated.isEmpty && withoutCompany.isEmpty }

    package var count: Int { notes.count + undated.count + withoutCompany.count }

    /// Finds the gaps of an index.
    ///
    /// - Parameters:
    ///   - index: the notebook.
    ///   - isMeant: whether to look at a note.
    package init(_ index: NotebookIndex, where isMeant: (Int) -> Bool = { _ in true }) {
        var faulty: Set<NotePath> = []
        for fault in index.faults where fault.code == .notRead { faulty.insert(fault.path) }
        let all = index.notes.span
        for number in all.indices {
            let isFaulty = !faulty.isEmpty && faulty.contains(all[number].path)
            let lacks = (all[number].date == nil || all[number].company == nil) && all[number].isInterview
            guard isFaulty || lacks, isMeant(number) else { continue }
            if isFaulty { notes.append(number) }
            if lacks, all[number].date == nil { undated.append(number) }
            if lacks, all[number].company == nil { withoutCompany.append(number) }
        }
    }

    /// What the gaps are, in short.
    package var title: String { notes.isEmpty ? "Missing" : "Not read" }

    /// The gaps in words: `in 8 notes something that looks meant is not read, 18 have no date`.
    package var words: String {
        var parts: [String] = []
        if !notes.isEmpty {
            parts.append("in \(Wording.count(notes.count, "note")) something that looks meant is not read")
        }
        for (numbers, what) in [(undated, "date"), (withoutCompany, "company")] where !numbers.isEmpty {
            let noun = parts.isEmpty ? " " + (numbers.count == 1 ? "note" : "notes") : ""
            parts.append("\(numbers.count)\(noun) \(numbers.count == 1 ? "has" : "have") no \(what)")
        }
        return parts.joined(separator: ", ")
    }
}
