internal import Markup
package import Notes

// This check finds two names at one company that are one slip apart, and so perhaps belong to one person.

extension NotebookIndex {
    /// Returns the diagnostics of names that are near to other names.
    ///
    /// If a number of a note is given, only that note is checked.
    package func nearNames(in only: Int? = nil) -> [Diagnostic] {
        var keys = CompanyKeys(configuration)
        let wanted = only.map { keys.key(of: notes[$0]) }
        var near = NearNames(configuration)
        for number in notes.indices {
            let note = notes[number]
            if note.interviewers.isEmpty, note.feedback.isEmpty { continue }
            let company = keys.key(of: note)
            if let wanted, wanted != company { continue }
            near.begin(note, number, company)
            for name in note.interviewers { near.add(name, at: note.requestPositions[.interviewers]) }
            for feedback in note.feedback.indices {
                for name in note.feedback[feedback].sources {
                    near.add(name, at: note.feedback[feedback].position)
                }
            }
        }
        let ofPeople: [Diagnostic] = near.pairs().compactMap { name, other in
            if let only, name.note != only { return nil }
            return .nearNames(
                name.text, other.text, in: notes[other.note].path, notes[name.note].path, at: name.position)
        }
        return ofPeople + nearCompanies(in: only, &keys)
    }
}

/// Finds names at one company that are one slip apart.
///
/// Two such names share a half, or a half without one letter. So the halves are sorted by their hashes, and
/// only names with the same half are compared.
private struct NearNames {
    struct Name {
        let text: String
        let note: Int
        let position: Position
        let company: Int
        /// The range of the letters of its key.
        let letters: Range<Int>
    }

    /// A half of a name, as a hash.
    private struct Half {
        let hash: UInt64
        /// Four times the index of the name, plus the number of the half.
        let number: Int
    }

    private struct NameAtCompany: Hashable {
        let company: Int
        let key: String
    }

    private var names: [Name] = []
    private var letters: [UInt32] = []
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

    /// The lengths of the names that are compared, in letters.
    ///
    /// A shorter name is near to too many, and a longer one is a sentence.
    private static let lengths = 4...60
    /// The largest number of names with the same half that are compared.
    private static let mostCompared = 16

    init(_ configuration: Configuration) {
        aliases = configuration.people.keys(NameKey.ofPerson)
    }

    // MARK: Putting in

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
        guard seen.insert(NameAtCompany(company: company, key: key)).inserted else { return }
        let start = letters.count
        letters += key.unicodeScalars.lazy.map(\.value)
        guard Self.lengths.contains(letters.count - start), !letters[start...].contains(0x40) else {
            letters.removeSubrange(start...)
            return
        }
        names.append(
            Name(text: name, note: note, position: position, company: company, letters: start..<letters.count)
        )
    }

    // MARK: Comparing

    /// Returns each name that is near to an earlier name, in order, with that earlier name.
    func pairs() -> [(name: Name, other: Name)] {
        let halves = sortedHalves()
        /// By the index of a name: the first of its halves that a near name shares, and the near name.
        var near: [Int: (half: Int, other: Int)] = [:]
        var start = 0
        while start < halves.count {
            var end = start + 1
            while end < halves.count, halves[end].hash == halves[start].hash { end += 1 }
            for at in start + 1..<end {
                let (name, half) = halves[at].number.quotientAndRemainder(dividingBy: 4)
                if let known = near[name], known.half < half { continue }
                let others = halves[start..<min(at, start + Self.mostCompared)].lazy.map { $0.number / 4 }
                if let other = others.first(where: { isOneSlip(names[name], names[$0]) }) {
                    near[name] = (half, other)
                }
            }
            start = end
        }
        return near.sorted { $0.key < $1.key }.map { (names[$0.key], names[$0.value.other]) }
    }

    /// Returns the first and the last half of each name, and each half without the letter next to the middle.
    private func sortedHalves() -> [Half] {
        var halves: [Half] = []
        halves.reserveCapacity(names.count * 4)
        for (number, name) in names.enumerated() {
            let (start, end) = (name.letters.lowerBound, name.letters.upperBound)
            let middle = (start + end) / 2
            func add(_ range: Range<Int>, _ half: Int) {
                var hash = UInt64(name.company << 1 | half >> 1)
                for at in range { hash = (hash ^ UInt64(letters[at])) &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 29 }
                halves.append(Half(hash: hash, number: number * 4 + half))
            }
            add(start..<middle, 0)
            add(start..<middle - 1, 1)
            add(middle..<end, 2)
            add(middle + 1..<end, 3)
        }
        return halves.sorted { $0.hash == $1.hash ? $0.number < $1.number : $0.hash < $1.hash }
    }

    private func withoutDigits(_ name: Name) -> some Sequence<UInt32> {
        letters[name.letters].lazy.filter { !(0x30...0x39).contains($0) }
    }

    private func isOneSlip(_ a: Name, _ b: Name) -> Bool {
        // Two that differ in a number are two people.
        if withoutDigits(a).elementsEqual(withoutDigits(b)) { return false }
        return a.company == b.company && abs(a.letters.count - b.letters.count) <= 1
            && NearestName.slips(from: Array(letters[a.letters]), to: Array(letters[b.letters])) == 1
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
