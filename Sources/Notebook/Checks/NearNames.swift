internal import Markup

// This check finds two names at one company that are one slip apart, and so perhaps belong to one person.

extension Index {
    /// Returns the diagnostics of names that are near to other names.
    ///
    /// - Parameter only: the index of the only note to check; nil for all notes.
    func nearNames(in only: Int? = nil) -> [Diagnostic] {
        var keys = CompanyKeys(configuration)
        let wanted = only.map { notes[$0].company.map { keys.key(of: $0) } }
        var near = NearNames(configuration)
        for number in notes.indices {
            let note = notes[number]
            if note.interviewers.isEmpty, note.feedback.isEmpty { continue }
            let company = note.company.map { keys.key(of: note.linked($0)) }
            if let wanted, wanted != company { continue }
            let place = note.requestPlaces[.interviewers]
            for name in note.interviewers { near.add(name, note, company, at: place) }
            for feedback in note.feedback {
                for name in feedback.sources { near.add(name, note, company, at: feedback.place) }
            }
        }
        return only.map { number in near.diagnostics.filter { $0.path == notes[number].path } }
            ?? near.diagnostics
    }
}

private struct NearNames {
    private struct NameAtCompany: Hashable {
        let company: String?
        let key: String
    }

    private(set) var diagnostics: [Diagnostic] = []
    private let aliases: [String: String]
    private var seen: Set<NameAtCompany> = []
    /// The names as they are written. Most names recur, and are looked at only once.
    private var written: Set<NameAtCompany> = []
    /// The names by hashes of their halves. Two names that are one slip apart share a half, or a half without one
    /// letter.
    private var halves: [Int: [(key: String, name: String, path: NotePath)]] = [:]

    /// The lengths of the names that are compared, in letters. A shorter name is near to too many, and a longer
    /// one is a sentence.
    private static let lengths = 4...60
    /// The largest number of names with the same half that are compared.
    private static let most = 16

    init(_ configuration: Configuration) {
        aliases = configuration.people.keys(NameKey.ofPerson)
    }

    mutating func add(_ name: String, _ note: Note, _ company: String?, at place: Position) {
        guard written.insert(NameAtCompany(company: company, key: name)).inserted else { return }
        let own = NameKey.ofPerson(note.linked(name))
        let key = aliases[own] ?? own
        guard seen.insert(NameAtCompany(company: company, key: key)).inserted else { return }
        let letters = key.unicodeScalars.map(\.value)
        guard Self.lengths.contains(letters.count), !key.utf8.contains(.ascii("@")) else { return }
        var isTold = false
        for half in Self.halves(of: letters, company) {
            var others = halves[half] ?? []
            if !isTold,
                let other = others.first(where: {
                    Self.isOneSlip(letters, $0.key.unicodeScalars.map(\.value))
                })
            {
                diagnostics.append(.nearNames(name, other.name, in: other.path, note.path, at: place))
                isTold = true
            }
            guard others.count < Self.most else { continue }
            others.append((key, name, note.path))
            halves[half] = others
        }
    }

    /// Returns hashes of the first and the last half, and of each half without the letter next to the middle.
    private static func halves(of letters: [UInt32], _ company: String?) -> [Int] {
        var ofCompany = Hasher()
        ofCompany.combine(company)
        func hash(_ letters: ArraySlice<UInt32>, isFirst: Bool) -> Int {
            var hasher = ofCompany
            hasher.combine(isFirst)
            unsafe letters.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
            return hasher.finalize()
        }
        let middle = letters.count / 2
        return [middle, middle - 1].map { hash(letters[..<$0], isFirst: true) }
            + [middle, middle + 1].map { hash(letters[$0...], isFirst: false) }
    }

    private static func isOneSlip(_ a: [UInt32], _ b: [UInt32]) -> Bool {
        NearestName.slips(from: a, to: b) == 1
    }
}

extension Diagnostic {
    fileprivate static func nearNames(
        _ name: String, _ other: String, in otherPath: NotePath, _ path: NotePath, at place: Position
    ) -> Diagnostic {
        let line = "people: {\(YAMLScalar.text(other)): [\(YAMLScalar.text(name))]}"
        return Diagnostic(
            .nearNames, path: path, at: place,
            "\"\(name)\" is one slip away from \"\(other)\" in \(otherPath); if they are one person, write `\(line)` in "
                + "\(Configuration.path)")
    }
}
