internal import Markup
package import Notes

// This check finds two names at one company that are one slip apart, and so perhaps belong to one person.

extension NotebookIndex {
    /// Returns the diagnostics of names that are near to other names.
    ///
    /// If a number of a note is given, only that note is checked.
    package func nearNames(in only: Int? = nil) -> [Diagnostic] {
        let keys = NameKeys(ofCompanies: configuration)
        if only != nil {
            // While one note is edited, the two share what they learn of names.
            var keys = keys
            return nearPeople(in: only, &keys) + nearCompanies(in: only, &keys)
        }
        let (ofPeople, ofCompanies) = concurrently(
            {
                var own = keys
                return nearPeople(in: nil, &own)
            },
            {
                var own = keys
                return nearCompanies(in: nil, &own)
            })
        return ofPeople + ofCompanies
    }

    private func nearPeople(in only: Int?, _ keys: inout NameKeys) -> [Diagnostic] {
        let wanted = only.map { keys.key(of: notes[$0]) }
        var names = NamesAtCompanies(configuration)
        for number in notes.indices {
            let note = notes[number]
            if note.interviewers.isEmpty, note.feedback.isEmpty { continue }
            let company = keys.key(of: note)
            if let wanted, wanted != company { continue }
            names.begin(note, number, company)
            for name in note.interviewers { names.add(name, at: note.requestPositions[.interviewers]) }
            for feedback in note.feedback.indices {
                for name in note.feedback[feedback].sources {
                    names.add(name, at: note.feedback[feedback].position)
                }
            }
        }
        return names.near().compactMap { name, other in
            if let only, name.note != only { return nil }
            return .nearNames(
                name.text, other.text, in: notes[other.note].path, notes[name.note].path, at: name.position)
        }
    }
}

/// The names of people at each company, each once.
private struct NamesAtCompanies {
    struct Name {
        let text: String
        let note: Int
        let position: Position
    }

    private struct NameAtCompany: Hashable {
        let company: Int
        let key: String
    }

    private var names: [Name] = []
    private var slips = SlipFinder(lengths: 4...60)
    private let aliases: [String: String]
    /// The numbers of companies, from 1 on, by their keys.
    ///
    /// A name without a company has 0.
    private var companies: [String: Int] = [:]
    private var seen: Set<NameAtCompany> = []
    /// The names as they are written.
    ///
    /// Most names recur, and are looked at only once.
    private var written: Set<NameAtCompany> = []
    /// The note whose names are being added, its company, and its links.
    private var note = 0
    private var company = 0
    private var links: [String: String] = [:]

    init(_ configuration: Configuration) {
        aliases = configuration.people.keys(NameKey.ofPerson)
    }

    /// Goes on to a note.
    mutating func begin(_ note: Note, _ number: Int, _ company: String?) {
        self.note = number
        links = note.links
        self.company = company.map { companies[$0, default: companies.count + 1] } ?? 0
        if let company { companies[company] = self.company }
    }

    mutating func add(_ name: String, at position: Position) {
        guard written.insert(NameAtCompany(company: company, key: name)).inserted else { return }
        let own = NameKey.ofPerson(links.isEmpty ? name : links[name] ?? name)
        let key = aliases[own] ?? own
        // An address is no name that somebody has spelt.
        guard seen.insert(NameAtCompany(company: company, key: key)).inserted,
            !key.utf8.contains(.ascii("@")),
            slips.add(key, group: company)
        else { return }
        names.append(Name(text: name, note: note, position: position))
    }

    /// Returns each name that is near to earlier names, in order, with the first of those.
    func near() -> [(name: Name, other: Name)] {
        let pairs = slips.pairs()
        return pairs.indices.filter { $0 == 0 || pairs[$0].later != pairs[$0 - 1].later }
            .map { (names[pairs[$0].later], names[pairs[$0].earlier]) }
    }
}

extension Diagnostic {
    fileprivate static func nearNames(
        _ name: String, _ other: String, in otherPath: NotePath, _ path: NotePath, at position: Position
    ) -> Diagnostic {
        let line = "people: {\(YAMLScalar.text(other)): [\(YAMLScalar.text(name))]}"
        return Diagnostic(
            .nearNames, path: path, at: position,
            "\"\(name)\" is one slip away from \"\(other)\" in \(otherPath); if they are one person, write `\(line)` in "
                + "\(Configuration.path)")
    }
}
