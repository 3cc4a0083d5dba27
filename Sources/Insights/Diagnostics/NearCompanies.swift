internal import Markup
internal import Notes

// This check finds two companies of which one name begins with the other and that share a person, and so perhaps are
// one: `Brockway` and `Brockway Foods`.

extension Index {
    /// Returns the diagnostics of companies with such names. Each stands at the name that comes second.
    func nearCompanies() -> [Diagnostic] {
        let companies = companies()
        guard companies.count > 1 else { return [] }
        var diagnostics: [Diagnostic] = []
        for company in companies.values {
            for count in 1..<max(company.words.count, 1) {
                guard let other = companies[company.words[..<count].joined()],
                    !people(of: company).isDisjoint(with: people(of: other))
                else { continue }
                let (first, second) = company.notes[0] < other.notes[0] ? (company, other) : (other, company)
                diagnostics.append(
                    .nearNames(
                        second.name, first.name, in: notes[first.notes[0]].path,
                        at: notes[second.notes[0]].path))
                break
            }
        }
        return diagnostics.sorted { $0.path < $1.path }
    }

    /// Returns whether the name of another company of the notebook begins with an occasion's company, or the other
    /// way round.
    package func hasNearCompany(to occasion: Occasion) -> Bool {
        guard let company = occasion.company else { return false }
        let words = NameKey.wordsOfCompany(company)
        var seen: Set<String> = []
        return notes.indices.contains { number in
            guard number != occasion.note, let name = notes[number].company, seen.insert(name).inserted else {
                return false
            }
            let others = NameKey.wordsOfCompany(notes[number].linked(name))
            return others.starts(with: words) || words.starts(with: others)
        }
    }

    /// A company as its name is first written, and the numbers of its notes.
    private struct NamedCompany {
        let name: String
        let words: [String]
        var notes: [Int]
    }

    private func companies() -> [String: NamedCompany] {
        var keys = CompanyKeys(configuration)
        var companies: [String: NamedCompany] = [:]
        for number in notes.indices {
            guard let name = notes[number].company.map(notes[number].linked) else { continue }
            let key = keys.key(of: name)
            companies[key, default: NamedCompany(name: name, words: NameKey.wordsOfCompany(name), notes: [])]
                .notes.append(number)
        }
        return companies
    }

    /// Returns the keys of the full names of a company's people.
    private func people(of company: NamedCompany) -> Set<String> {
        var people: Set<String> = []
        for number in company.notes {
            let note = notes[number]
            for name in note.interviewers + note.feedback.flatMap(\.sources) {
                let key = NameKey.ofPerson(note.linked(name))
                if key.contains(" ") { people.insert(key) }
            }
        }
        return people
    }
}

extension Diagnostic {
    fileprivate static func nearNames(
        _ name: String, _ other: String, in otherPath: NotePath, at path: NotePath
    ) -> Diagnostic {
        let line = "companies: {\(YAMLScalar.text(other)): [\(YAMLScalar.text(name))]}"
        return Diagnostic(
            .nearNames, path: path, at: Position(line: 1, column: 1),
            "\"\(name)\" may be \"\(other)\" in \(otherPath), where the same person is; if they are one company, write "
                + "`\(line)` in \(Configuration.path)")
    }
}
