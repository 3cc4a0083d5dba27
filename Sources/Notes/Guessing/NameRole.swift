internal import WordTables

/// Whose a name in a note of an interview is.
package enum NameRole: String, CaseIterable, Sendable {
    case company, interviewer, other

    /// How probable each role is for a name, by what can be seen of it.
    package struct Probabilities: Sendable {
        package let company: Double
        package let interviewer: Double
    }

    /// The table is made from the file `names.txt`, whose head explains its form.
    private static let table = FeatureTable(WordTables.names, ofKinds: allCases.count)

    /// Returns how probable each role is for a name with some features.
    package static func probabilities(of features: Set<String>) -> Probabilities {
        let all = Dictionary(uniqueKeysWithValues: zip(allCases, table.probabilities(of: features)))
        return Probabilities(company: all[.company] ?? 0, interviewer: all[.interviewer] ?? 0)
    }
}
