internal import Notes

/// Counts the companies of notes.
///
/// A note without a company is not counted, because its company may be any of the others.
package struct CompanyCounter {
    private let index: NotebookIndex
    private var keys: NameKeys

    package init(_ index: NotebookIndex) {
        self.index = index
        keys = NameKeys(ofCompanies: index.configuration)
    }

    package mutating func count(_ notes: [Int]) -> Int {
        var companies: Set<String> = []
        for number in notes {
            if let company = keys.key(of: index.notes[number]) { companies.insert(company) }
        }
        return companies.count
    }
}

extension NameKeys {
    /// Returns the key of a note's company; nil if the note names none.
    mutating func key(of note: Note) -> String? { note.company.map { key(of: note.linked($0)) } }
}
