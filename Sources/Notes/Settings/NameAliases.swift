/// The other names of people or companies, and the names that these stand for.
public struct NameAliases: Sendable {
    /// The name to use for each other name.
    ///
    /// The other names are in small letters.
    private var names: [String: String] = [:]
    /// The names to use, in small letters.
    private var canonicalNames: Set<String> = []
    /// Each other name with the name that it stands for, in the order of the configuration.
    package private(set) var pairs: [(alias: String, name: String)] = []

    /// Why a name cannot stand for another.
    package enum Problem: Error {
        /// The name already stands for another name, or another name stands for it.
        case taken(by: String)
    }

    package var isEmpty: Bool { pairs.isEmpty }

    /// Makes a name stand for another.
    package mutating func add(_ alias: String, for name: String) throws(Problem) {
        let (aliasKey, nameKey) = (alias.caseFolded, name.caseFolded)
        if let other = names[aliasKey] {
            if other.caseFolded == nameKey { return }
            throw .taken(by: other)
        }
        if let other = names[nameKey] { throw .taken(by: other) }
        if canonicalNames.contains(aliasKey) { throw .taken(by: alias) }
        names[aliasKey] = name
        canonicalNames.insert(nameKey)
        pairs.append((alias, name))
    }

    /// Returns the name to use for a name, whatever its case.
    ///
    /// A name that does not stand for another is returned unchanged.
    package func canonical(_ name: String) -> String {
        names.isEmpty ? name : names[name.caseFolded] ?? name
    }
}
