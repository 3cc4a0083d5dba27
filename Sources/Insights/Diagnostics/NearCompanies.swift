internal import Markup
internal import Notes

// This check finds two companies that share a person and have near names, and so perhaps are one. One name
// begins with the other (`Brockway`, `Brockway Foods`), or the two are one slip apart (`Brockway`,
// `Brokway`).

extension NotebookIndex {
    /// Returns the diagnostics of companies with such names.
    ///
    /// Each stands at the name that comes second. If a number of a note is given, only those of that note are
    /// returned.
    func nearCompanies(in only: Int?, _ keys: inout NameKeys) -> [Diagnostic] {
        let wanted = only.flatMap { keys.key(of: notes[$0]) }
        if only != nil, wanted == nil { return [] }
        let companies = companies(&keys)
        let slips = Self.oneSlipApart(companies, wanted)
        var diagnostics: [Diagnostic] = []
        for (key, company) in companies {
            // While one note is edited, only its company is of interest, and those whose names begin with it.
            if let wanted, key != wanted, !company.letters.hasPrefix(wanted), slips[key] == nil { continue }
            let words = NameKey.wordsOfCompany(company.name)
            let beginnings = (1..<max(words.count, 1)).map { words[..<$0].joined() }
            for near in beginnings + (slips[key] ?? []) {
                // Where a name stands for another one, it may begin with its own key.
                guard near != key, let other = companies[near],
                    !people(of: company).isDisjoint(with: people(of: other))
                else { continue }
                let (first, second) = company.notes[0] < other.notes[0] ? (company, other) : (other, company)
                if only == nil || only == second.notes[0] {
                    diagnostics.append(
                        .nearNames(
                            second.name, first.name, in: notes[first.notes[0]].path,
                            at: notes[second.notes[0]].path))
                }
                break
            }
        }
        return diagnostics.sorted { $0.path < $1.path }
    }

    /// Returns whether the name of another company of the notebook begins with an occasion's company, or the
    /// other way round.
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

    /// Returns the companies that are one slip apart, each pair once, by the key of either.
    ///
    /// If a key is wanted, only its company is compared with the others, and the pairs are found by this key.
    private static func oneSlipApart(_ companies: [String: NamedCompany], _ wanted: String?) -> [String:
        [String]]
    {
        let keys = companies.keys.filter { lengths.contains($0.utf8.count) }
        if let wanted {
            let near = keys.filter { abs($0.utf8.count - wanted.utf8.count) <= mostBytes }.sorted()
            return [wanted: near.filter { SlipFinder.isOneSlip(wanted, $0) }]
        }
        let sorted = keys.sorted()
        var slips = SlipFinder(lengths: lengths)
        let compared = sorted.filter { slips.add($0) }
        return Dictionary(grouping: slips.pairs(), by: { compared[$0.later] })
            .mapValues { $0.map { compared[$0.earlier] } }
    }

    /// The lengths of the names that are compared letter by letter.
    private static let lengths = 5...40
    /// The most bytes by which the lengths of two names that are one slip apart may differ.
    private static let mostBytes = 4

    /// A company as its name is first written, and the numbers of its notes.
    ///
    /// `letters` is the name's own key.
    private struct NamedCompany {
        let name: String
        let letters: String
        var notes: [Int]
    }

    /// Returns the companies by their keys.
    private func companies(_ keys: inout NameKeys) -> [String: NamedCompany] {
        var companies: [String: NamedCompany] = [:]
        for number in notes.indices {
            guard let name = notes[number].company.map(notes[number].linked) else { continue }
            companies[
                keys.key(of: name),
                default: NamedCompany(name: name, letters: NameKey.ofCompany(name), notes: [])
            ].notes.append(number)
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
