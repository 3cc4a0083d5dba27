/// Everybody whom a notebook names, told apart by company and name.
///
/// Names are put in first, and then it is worked out who may be meant by those that are parts of others.
struct Roster: Sendable {
    /// A name at a company, by its number.
    typealias Mention = Int32
    typealias Person = Int32

    /// Who is meant by a name.
    enum Identity: Sendable {
        case person(Person)
        /// One of these, and nobody knows which.
        case oneOf([Person])
    }

    private struct NameAtCompany: Hashable {
        let company: Int32
        let name: Int32
    }

    private var companies: FoldedNumbers
    private var names: FoldedNumbers
    private var numbers: [NameAtCompany: Mention] = [:]
    private var mentions: [NameAtCompany] = []
    /// By a name's number.
    private var forms: [PersonForm] = []
    private var identities: [Identity] = []
    /// Whether a name may be a part of a longer one.
    private var mayBePart: [Bool] = []
    private(set) var personCount: Person = 0

    /// What people may be found by, of one company.
    private typealias Offers = [String: [Person]]
    /// Of more people with one name it is not told which.
    private static let mostOffers = 8

    init(_ configuration: Configuration) {
        let companies = configuration.companies.keys(NameKey.ofCompany)
        let people = configuration.people.keys(NameKey.ofPerson)
        self.companies = FoldedNumbers(NameKey.ofCompany, companies)
        names = FoldedNumbers(NameKey.ofPerson, people)
    }

    // MARK: Putting in

    /// Returns the number of a company; 0 where none is named.
    mutating func company(_ name: String?) -> Int32 { name.map { companies.number(of: $0) + 1 } ?? 0 }

    mutating func mention(_ name: String, at company: Int32) -> Mention {
        let mention = NameAtCompany(company: company, name: names.number(of: name))
        if let known = numbers[mention] { return known }
        let number = Mention(truncatingIfNeeded: mentions.count)
        numbers[mention] = number
        mentions.append(mention)
        return number
    }

    // MARK: Telling apart

    /// Works out who is meant by each name.
    mutating func tellApart() {
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

    /// Works out who is meant by the names of one company: the fullest first, for those that are less may mean them.
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

    /// Of somebody without a company nobody knows that they are another than the one of that name who has one.
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

    /// Returns who is meant by a name in a note: the interviewer whom it alone fits, else whoever the company knows.
    ///
    /// - Parameter interviewers: the note's.
    func identity(of mention: Mention, among interviewers: ArraySlice<Mention>) -> Identity {
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

    func people(_ identity: Identity) -> [Person] {
        switch identity {
        case .person(let person): [person]
        case .oneOf(let people): people
        }
    }
}

/// Gives numbers to names, from 0 on: the same to those that have the same key.
private struct FoldedNumbers: Sendable {
    private(set) var keys: [String] = []
    private let key: @Sendable (String) -> String
    /// The key that is meant by another one.
    private let aliases: [String: String]
    // A spelling is folded when it is first met.
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
