package import Insights
internal import Markup
package import Notes

/// The stand-ins for the names of people and companies.
///
/// A name has the same stand-in in every notebook, so that notebooks can be compared. The stand-in is a
/// number made from the name, so anybody who guesses a name can tell whether the guess is right.
package struct StandIns: Sendable {
    package let companies: [String: String]
    package let people: [String: String]
    /// The stand-in for each word of a name, by the word in lower case without accents.
    private var words: [String: String] = [:]
    /// The words that are also looked for within longer words, by their length in bytes.
    private var parts: [Int: Set<String>] = [:]

    package init(_ index: NotebookIndex) {
        companies = index.configuration.companies.keys(NameKey.ofCompany)
        people = index.configuration.people.keys(NameKey.ofPerson)
        var companyNames = index.configuration.companies.pairs.flatMap { [$0.alias, $0.name] }
        var personNames = index.configuration.people.pairs.flatMap { [$0.alias, $0.name] }
        for note in index.notes {
            // These are the words that a link shows, and what it leads to.
            let linked = note.links.flatMap { [$0.key, $0.value] }
            companyNames += [note.company].compactMap(\.self)
            personNames += note.interviewers + note.feedback.flatMap(\.sources) + linked
        }
        for name in Set(personNames).sorted() { add(name, person(key: NameKey.ofPerson(name), company: nil)) }
        for name in Set(companyNames).sorted() { add(name, company(key: NameKey.ofCompany(name))) }
    }

    // MARK: What stands in

    package func path(_ path: NotePath) -> String { Self.numbered("note", path.bytes) }

    package func company(key: String) -> String { Self.numbered("company", (companies[key] ?? key).utf8) }

    /// Returns the stand-in for a person.
    ///
    /// `company` is the key of the person's company. Two people of one name at two companies are two people.
    package func person(key: String, company: String?) -> String {
        let company = company.map { companies[$0] ?? $0 } ?? ""
        return Self.numbered("person", "\(company)\n\(people[key] ?? key)".utf8)
    }

    /// Returns a kind and fifteen digits, which no two of a million things are likely to share.
    private static func numbered(_ kind: String, _ bytes: some Sequence<UInt8>) -> String {
        var hash = StableHash(bytes)
        // The second round is needed because names that differ only in the last byte would have nearly the
        // same number.
        hash.add(bytes)
        let digits = String(hash.value % 1_000_000_000_000_000)
        return "\(kind)-\(String(repeating: "0", count: 15 - digits.utf8.count))\(digits)"
    }

    // MARK: The words of names

    /// Words within names that do not name anybody.
    private static let common: Set<String> = [
        "the", "of", "and", "for", "at", "de", "la", "van", "von", "der", "inc", "ltd", "llc", "gmbh", "ag",
        "plc",
        "sa", "bv", "dr", "prof", "mr", "mrs", "ms", "herr", "frau", "co", "com", "https", "http",
    ]

    private mutating func add(_ name: String, _ standIn: String) {
        let all = NameWords(of: name).map { NameKey.folded(String($0)) }
        let telling = all.filter {
            $0.utf8.count > 1 && !Self.common.contains($0) && !$0.utf8.allSatisfy(\.isDigit)
        }
        for word in telling.isEmpty ? all : telling {
            if words[word] == nil { words[word] = standIn }
            // Shorter words are part of too many others by chance.
            if word.utf8.count >= 4 || word.utf8.contains(where: { $0 >= 0x80 }) {
                parts[word.utf8.count, default: []].insert(word)
            }
        }
    }

    /// The length in bytes up to which a word is searched for names.
    ///
    /// A longer one becomes `…`.
    private static let longestWord = 4096

    /// Returns the stand-in for a word of a text; nil if it contains no name.
    package func standIn(for word: Substring) -> String? {
        let folded = NameKey.folded(String(word))
        if let standIn = words[folded] { return standIn }
        if folded.utf8.count > Self.longestWord { return "…" }
        let bytes = Array(folded.utf8)
        for (count, words) in parts where count < bytes.count {
            for start in 0...bytes.count - count {
                let part = String(decoding: bytes[start..<start + count], as: UTF8.self)
                if words.contains(part) { return self.words[part] }
            }
        }
        return nil
    }
}

/// The words of a text, separated by white space, punctuation and control characters.
package struct NameWords: Sequence, IteratorProtocol {
    private var rest: Substring

    package init(of text: String) { rest = text[...] }

    package mutating func next() -> Substring? {
        let scalars = rest.unicodeScalars
        guard let start = scalars.firstIndex(where: Self.isOfWord) else { return nil }
        let end = scalars[start...].firstIndex { !Self.isOfWord($0) } ?? scalars.endIndex
        defer { rest = rest[end...] }
        return rest[start..<end]
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x30, 0x3A..<0x41, 0x5B..<0x61, 0x7B..<0xAA, 0x2000...0x206F, 0x3000...0x303F, 0xFEFF,
            0xFF01...0xFF0F:
            false
        default: !scalar.properties.isWhitespace
        }
    }
}

/// Writes names and texts into rows, as they are or with stand-ins in place of names.
package struct NameWriter {
    private let standIns: StandIns?
    private var companyKeys: [String: String] = [:]
    private var known: [Substring: String?] = [:]

    package init(_ standIns: StandIns?) { self.standIns = standIns }

    package func path(_ path: NotePath) -> String { standIns?.path(path) ?? path.text }

    package mutating func company(_ name: String, in note: Note) -> String {
        guard let standIns else { return name }
        return standIns.company(key: companyKey(note.linked(name)))
    }

    private mutating func companyKey(_ name: String) -> String {
        if let key = companyKeys[name] { return key }
        let key = NameKey.ofCompany(name)
        companyKeys[name] = key
        return key
    }

    /// Writes a person.
    ///
    /// A part of a name stands for the interviewer of the note that it fits, if it fits only one.
    package mutating func person(_ name: String, in note: Note) -> String {
        guard let standIns else { return name }
        var key = NameKey.ofPerson(note.linked(name))
        let form = PersonForm(key)
        if form.fullness != .full {
            let fitting = Set(note.interviewers.map { NameKey.ofPerson(note.linked($0)) }).filter { other in
                other != key && !Set(PersonForm(other).offered).isDisjoint(with: form.wanted)
            }
            if fitting.count == 1, let other = fitting.first { key = other }
        }
        return standIns.person(key: key, company: note.company.map { companyKey(note.linked($0)) })
    }

    /// Writes a text.
    ///
    /// A word that contains a name is replaced by the name's stand-in.
    package mutating func text(_ text: String) -> String {
        guard let standIns else { return text }
        var written = ""
        var end = text.startIndex
        for word in NameWords(of: text) {
            let standIn: String?
            if let found = known[word] {
                standIn = found
            } else {
                standIn = standIns.standIn(for: word)
                known[word] = .some(standIn)
            }
            guard let standIn else { continue }
            written += text[end..<word.startIndex]
            written += standIn
            end = word.endIndex
        }
        return end == text.startIndex ? text : written + text[end...]
    }
}
