package import Notes

/// The interviewers of an occasion, whom earlier notes may name too.
package struct Acquaintances {
    /// An interviewer of the occasion whom an earlier note names.
    package struct Acquaintance: Hashable, Sendable {
        /// The name as the occasion has it.
        package let name: String
        /// Whether the earlier note is of the occasion's company.
        ///
        /// At another company it may be somebody else of that name.
        package let isOfCompany: Bool
    }

    /// The interviewers' names, by the keys by which spellings count as the same.
    private var names: [String: String] = [:]
    private var keys: NameKeys

    package init(of occasion: Occasion, in index: NotebookIndex) {
        keys = NameKeys(ofPeople: index.configuration)
        let note = occasion.note.map { index.notes[$0] }
        for name in occasion.interviewers {
            let key = keys.key(of: note?.linked(name) ?? name)
            if names[key] == nil { names[key] = name }
        }
    }

    /// The largest number of interviewers of a note among whom one is found by a first name.
    private static let mostCompared = 32

    package var isEmpty: Bool { names.isEmpty }

    /// Returns the interviewers who are among the names in a note.
    ///
    /// A first name alone does not say who it is at another company.
    package mutating func acquaintances(
        among others: [String], of note: Note, isOfCompany: Bool
    ) -> [Acquaintance] {
        if names.isEmpty { return [] }
        return others.compactMap { other in
            if let known = acquaintance(other, of: note, isOfCompany: isOfCompany) { return known }
            // A first name is that of the interviewer who has it.
            if other.contains(" ") || !(1...Self.mostCompared).contains(note.interviewers.count) {
                return nil
            }
            var speakers = Speakers(note)
            guard let whole = speakers.source(named: other), whole != other else { return nil }
            return acquaintance(whole, of: note, isOfCompany: isOfCompany)
        }
    }

    private mutating func acquaintance(_ other: String, of note: Note, isOfCompany: Bool) -> Acquaintance? {
        let key = keys.key(of: note.linked(other))
        guard let name = names[key], isOfCompany || key.contains(where: { $0 == " " || $0 == "@" })
        else { return nil }
        return Acquaintance(name: name, isOfCompany: isOfCompany)
    }
}
