package import Notes

/// All people whom a notebook names, told apart by company and name.
///
/// The names are added first. Then the roster works out who may be meant by names that are parts of others.
package struct Roster: Sendable {
    /// The number of a name at a company.
    package typealias Mention = Int32
    package typealias Person = Int32

    /// Who is meant by a name.
    package enum Identity: Sendable {
        case person(Person)
        /// One of these people, but it is not known which.
        case oneOf([Person])
    }

    private struct NumberedName: Hashable {
        let company: Int32
        let name: Int32
    }

    private var companies: FoldedNumbers
    private var names: FoldedNumbers
    private var numbers: [NumberedName: Mention] = [:]
    private var mentions: [NumberedName] = []
    /// The forms of names, by the name's number.
    private var forms: [PersonForm] = []
    private var identities: [Identity] = []
    /// Whether a name may be a part of a longer one.
    private var mayBePart: [Bool] = []
    package private(set) var personCount: Person = 0

    /// The keys by which people of one company may be found.
    private typealias Offers = [String: [Person]]
    /// A list of people with one key does not grow when it is longer than this.
    ///
    /// It stays unknown anyway which of them is meant.
    private static let mostOffers = 8

    package init(_ configuration: Configuration) {
        let companies = configuration.companies.keys(NameKey.ofCompany)
        let people = configuration.people.keys(NameKey.ofPerson)
        self.companies = FoldedNumbers(NameKey.ofCompany, companies)
        names = FoldedNumbers(NameKey.ofPerson, people)
    }

    // MARK: Adding names

    /// Returns the number of a company; 0 if no company is named.
    package mutating func company(_ name: String?) -> Int32 { name.map { companies.number(of: $0) + 1 } ?? 0 }

    package mutating func mention(_ name: String, at company: Int32) -> Mention {
        let mention = NumberedName(company: company, name: names.number(of: name))
        if let known = numbers[mention] { return known }
        let number = Mention(truncatingIfNeeded: mentions.count)
        numbers[mention] = number
        mentions.append(mention)
        return number
    }

    // MARK: Telling apart

    /// Works out who is meant by each name.
    package mutating func tellApart() {
        forms = names.keys.map { PersonForm($0) }
        identities = Array(repeating: .oneOf([]), count: mentions.count)
        let mayBePart = forms.map { $0.fullness != .full || $0.wordCount != 2 }
        self.mayBePart = mentions.map { mayBePart[Int($0.name)] }
        var byCompany: [[Mention]] = Array(repeating: [], count: companies.keys.count + 1)
        for (number, mention) in mentions.enumerated() {
            byCompany[Int(mention.company)].append(Mention(truncatingIfNeeded: number))
        }
        for company in byCompany.dropFirst() { tellApart(company) }
        tellApartWithoutCompany(byCompany.first ?? [])
    }

    /// Works out who is meant by the names of one company.
    ///
    /// The fullest names come first, because less full names may mean the same people.
    private mutating func tellApart(_ company: [Mention]) {
        if company.allSatisfy({ !mayBePart[Int($0)] }) {
            for mention in company { identities[Int(mention)] = .person(newPerson()) }
            return
        }
        var offers: Offers = [:]
        let order = company.sorted { a, b in
            let (first, second) = (form(a), form(b))
            if first.fullness != second.fullness { return first.fullness < second.fullness }
            return (second.wordCount, a) < (first.wordCount, b)
        }
        for mention in order {
            let form = form(mention)
            if let meant = Self.found(form, offers) {
                identities[Int(mention)] = meant
                continue
            }
            let person = newPerson()
            identities[Int(mention)] = .person(person)
            for offer in form.offered {
                var people = offers[offer] ?? []
                if people.last == person || people.count > Self.mostOffers { continue }
                people.append(person)
                offers[offer] = people
            }
        }
    }

    private static func found(_ form: PersonForm, _ offers: Offers) -> Identity? {
        for wanted in form.wanted {
            guard let people = offers[wanted], let first = people.first else { continue }
            return people.count == 1 ? .person(first) : .oneOf(people)
        }
        return nil
    }

    /// Works out who is meant by the names without a company.
    ///
    /// Such a person may be the one with the same name at a company.
    private mutating func tellApartWithoutCompany(_ mentions: [Mention]) {
        if mentions.isEmpty { return }
        var sameName: [Int32: [Person]] = [:]
        for (number, mention) in self.mentions.enumerated() where mention.company > 0 {
            guard case .person(let person) = identities[number] else { continue }
            let people = sameName[mention.name] ?? []
            if people.count <= Self.mostOffers { sameName[mention.name] = people + [person] }
        }
        var rest: [Mention] = []
        for mention in mentions {
            guard let people = sameName[self.mentions[Int(mention)].name], let first = people.first else {
                rest.append(mention)
                continue
            }
            identities[Int(mention)] = people.count == 1 ? .person(first) : .oneOf(people)
        }
        tellApart(rest)
    }

    private mutating func newPerson() -> Person {
        defer { personCount += 1 }
        return personCount
    }

    // MARK: Looking up

    private func form(_ mention: Mention) -> PersonForm { forms[Int(mentions[Int(mention)].name)] }

    /// Returns who is meant by a name in a note: the only interviewer whom it fits, or else whoever has the
    /// name at the company.
    package func identity(of mention: Mention, among interviewers: ArraySlice<Mention>) -> Identity {
        if !mayBePart[Int(mention)] || interviewers.isEmpty { return identities[Int(mention)] }
        var fitting: [Person] = []
        let wanted = form(mention).wanted
        for other in interviewers where other != mention {
            let offered = form(other).offered
            guard wanted.contains(where: offered.contains) else { continue }
            let people = people(identities[Int(other)])
            for person in people where !fitting.contains(person) { fitting.append(person) }
        }
        guard let first = fitting.first else { return identities[Int(mention)] }
        return fitting.count == 1 ? .person(first) : .oneOf(fitting)
    }

    package func people(_ identity: Identity) -> [Person] {
        switch identity {
        case .person(let person): [person]
        case .oneOf(let people): people
        }
    }
}

/// Gives numbers to names, from 0 on.
///
/// Names with the same key have the same number.
private struct FoldedNumbers: Sendable {
    private(set) var keys: [String] = []
    private let key: @Sendable (String) -> String
    /// The key that each other key stands for.
    private let aliases: [String: String]
    // Each spelling is folded only once, when it is first met.
    private var spelled: [String: Int32] = [:]
    private var known: [String: Int32] = [:]

    init(_ key: @escaping @Sendable (String) -> String, _ aliases: [String: String]) {
        self.key = key
        self.aliases = aliases
    }

    mutating func number(of name: String) -> Int32 {
        if let number = spelled[name] { return number }
        let folded = key(name)
        let meant = aliases[folded] ?? folded
        let number = known[meant] ?? Int32(truncatingIfNeeded: keys.count)
        if Int(number) == keys.count {
            known[meant] = number
            keys.append(meant)
        }
        spelled[name] = number
        return number
    }
}
