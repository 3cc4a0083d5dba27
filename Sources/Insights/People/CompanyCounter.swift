internal import Notes

/// Counts the companies of notes. A note without a company is not counted, because its company may be any of the
/// others.
package struct CompanyCounter {
    private let index: Index
    private var keys: CompanyKeys

    package init(_ index: Index) {
        self.index = index
        keys = CompanyKeys(index.configuration)
    }

    package mutating func count(_ notes: [Int]) -> Int {
        var companies: Set<String> = []
        for number in notes {
            let note = index.notes[number]
            if let company = note.company { companies.insert(keys.key(of: note.linked(company))) }
        }
        return companies.count
    }
}
