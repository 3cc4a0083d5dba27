internal import Markup

/// Makes the key by which spellings of a name count as the same: its words in small letters without accents.
package enum NameKey {
    /// Returns the key of a person's name.
    ///
    /// The key leaves out titles, what stands in brackets or after a comma, an `@`, and the address in `Name
    /// <mail>`. A bare mail address or `@dana` is a name of its own and keeps its `@`.
    package static func ofPerson(_ name: String) -> String {
        if isPlain(name) { return name.lowercased() }
        let name = linkTarget(name)
        if isAddress(name) { return folded(name) }
        var words = folded(bare(name)).split { $0.isWhitespace || $0 == "." || $0 == "@" }
        if words.isEmpty { return folded(name) }
        while words.count > 1, let first = words.first, titles.contains(first) { words.removeFirst() }
        // People often leave out an initial between two names.
        if words.count > 2, let first = words.first, let last = words.last, first.count > 1, last.count > 1 {
            words = [first] + words.dropFirst().dropLast().filter { !isInitial($0) } + [last]
        }
        return words.joined(separator: " ")
    }

    /// Returns whether a name is one or two words of ASCII letters without a title.
    ///
    /// Then the name in small letters is its key.
    private static func isPlain(_ name: String) -> Bool {
        name.withBytes { text in
            var spaces = 0
            for at in 0..<text.count where !text[at].isLetter {
                guard text[at] == Byte.space, at > 0, at + 1 < text.count else { return false }
                spaces += 1
                if spaces > 1 { return false }
            }
            return !text.isEmpty && !titleFilter.passes(text)
        }
    }

    private static let titleFilter = WordFilter(titles.map(String.init))

    /// Returns the key of a company's name, without a legal form at the end.
    ///
    /// Blanks, hyphens and apostrophes do not count, and `&` is `and`.
    package static func ofCompany(_ name: String) -> String {
        let plain = name.withBytes { PlainCompany($0) }
        return plain.map { String(decoding: $0.key, as: UTF8.self) } ?? foldedWordsOfCompany(name).joined()
    }

    /// Returns the words of a company's name, without a legal form at the end.
    package static func wordsOfCompany(_ name: String) -> [String] {
        name.withBytes { PlainCompany($0)?.words } ?? foldedWordsOfCompany(name)
    }

    private static func foldedWordsOfCompany(_ name: String) -> [String] {
        let text = folded(linkTarget(name)).replacing(".", with: "").replacing("'", with: "")
            .replacing("&", with: " and ")
        var words = text.split { $0.isWhitespace || $0 == "," || $0 == "-" }
        while words.count > 1, let last = words.last, legalForms.contains(last) { words.removeLast() }
        return words.isEmpty ? [text] : words.map(String.init)
    }

    /// A company's name that is ASCII letters, digits and marks between them, in small letters and without a
    /// legal form at the end.
    private struct PlainCompany {
        private(set) var key: [UInt8] = []
        /// Where the words begin in the key.
        private var starts: [Int] = []

        /// Reads a name; nil if it has other letters or marks.
        init?(_ name: Span<UInt8>) {
            key.reserveCapacity(name.count)
            var isInWord = false
            for at in 0..<name.count {
                switch name[at] {
                case .ascii("."), .ascii("'"): break
                case Byte.space, .ascii(","), .ascii("-"): isInWord = false
                case .ascii("&"):
                    starts.append(key.count)
                    key += "and".utf8
                    isInWord = false
                case let byte where byte.isLetter || byte.isDigit:
                    if !isInWord { starts.append(key.count) }
                    isInWord = true
                    key.append(byte.lowercased)
                default: return nil
                }
            }
            while starts.count > 1, let last = starts.last, isLegalForm(key[last...]) {
                key.removeSubrange(last...)
                starts.removeLast()
            }
            if key.isEmpty { return nil }
        }

        var words: [String] {
            zip(starts, starts.dropFirst() + [key.count]).map {
                String(decoding: key[$0..<$1], as: UTF8.self)
            }
        }
    }

    private static func isLegalForm(_ word: ArraySlice<UInt8>) -> Bool {
        legalForms.contains { word.elementsEqual($0.utf8) }
    }

    private static let titles: Set<Substring> = [
        "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "herr", "frau", "mme",
        "señor", "senor", "señora", "senora",
    ]

    private static let legalForms: Set<Substring> = ["inc", "ltd", "llc", "gmbh", "ag", "plc", "sa", "bv"]

    /// Returns whether a word is an initial: a single letter of a script in which a name has more letters.
    package static func isInitial(_ word: Substring) -> Bool {
        guard let scalar = word.unicodeScalars.first, word.unicodeScalars.count == 1 else { return false }
        return scalar.value < 0x590 && scalar.properties.isAlphabetic
    }

    /// Returns the last part of a wiki link's target.
    ///
    /// Any other text is returned unchanged.
    private static func linkTarget(_ name: String) -> String {
        guard name.hasPrefix("[["), name.hasSuffix("]]"), name.utf8.count > 4 else { return name }
        let target = name.dropFirst(2).dropLast(2).prefix { $0 != "|" && $0 != "#" }
        let last = target.split(separator: "/").last ?? target
        return last.isEmpty ? name : String(last)
    }

    private static func isAddress(_ name: String) -> Bool {
        name.utf8.contains(.ascii("@")) && !name.contains(where: \.isWhitespace)
    }

    /// Returns a name without what stands in brackets, after a comma, or in `<…>`.
    ///
    /// If nothing else is left, the name is returned unchanged.
    private static func bare(_ name: String) -> String {
        var rest = String.UnicodeScalarView()
        var depth = 0
        search: for scalar in name.unicodeScalars {
            switch scalar {
            case "(", "[": depth += 1
            case ")", "]": depth = max(0, depth - 1)
            case _ where depth > 0: break
            case ",", "<":
                if rest.contains(where: \.properties.isAlphabetic) { break search }
            default: rest.append(scalar)
            }
        }
        return rest.contains(where: \.properties.isAlphabetic) ? String(rest) : name
    }

    // MARK: Letters

    /// Returns a text in small letters.
    ///
    /// Letters of the Latin script lose their accents.
    package static func folded(_ text: String) -> String {
        let text = text.caseFolded
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x300...0x36F:
                // A separate accent is dropped if the letter before it is Latin. Elsewhere it may be a part
                // of a letter.
                if folded.last.map({ !$0.isASCII }) ?? true { folded.append(scalar) }
            case 0xC0...0x24F, 0x1E00...0x1EFF: folded.append(contentsOf: base(of: scalar).unicodeScalars)
            case 0x2019: folded.append("'")
            default: folded.append(scalar)
            }
        }
        return String(folded)
    }

    /// Returns a Latin letter without its accent, by the name of the letter in Unicode.
    private static func base(of scalar: Unicode.Scalar) -> String {
        let beginning = "LATIN SMALL LETTER "
        guard let name = scalar.properties.name, name.hasPrefix(beginning) else { return String(scalar) }
        let letter = name.dropFirst(beginning.count).split(separator: " ").first ?? ""
        switch letter {
        case "SHARP": return "ss"
        case "DOTLESS": return "i"
        case "ETH": return "d"
        case "THORN": return "th"
        default: return letter.utf8.count <= 2 ? letter.lowercased() : String(scalar)
        }
    }
}

/// The keys of the names of companies, or of people.
///
/// Each is worked out once. Names that the notebook declares to be the same have the same key.
package struct NameKeys {
    private let own: @Sendable (String) -> String
    private let aliases: [String: String]
    private var keys: [String: String] = [:]

    package init(ofCompanies configuration: Configuration) {
        own = { NameKey.ofCompany($0) }
        aliases = configuration.companies.keys(own)
    }

    package init(ofPeople configuration: Configuration) {
        own = { NameKey.ofPerson($0) }
        aliases = configuration.people.keys(own)
    }

    package mutating func key(of name: String) -> String {
        if let known = keys[name] { return known }
        let key = own(name)
        let meant = aliases[key] ?? key
        keys[name] = meant
        return meant
    }
}

extension NameAliases {
    /// Returns the key of the name that each other name stands for, by the other name's key.
    package func keys(_ key: (String) -> String) -> [String: String] {
        Dictionary(pairs.map { (key($0.alias), key($0.name)) }) { first, _ in first }
    }
}
