package import Markup

/// Reads a notebook's configuration.
///
/// Reading never fails. A setting that cannot be read as meant is ignored, and a diagnostic says so.
package struct ConfigurationReader {
    package var configuration = Configuration()
    package private(set) var diagnostics: [Diagnostic] = []

    /// The largest size of the file in bytes.
    ///
    /// A larger one is a mistake or an attack.
    package static let largest = 64 * 1024

    /// The numbers that make sense for settings in days.
    private static let days = 0...3650

    private enum Key: String, CaseIterable {
        case waitingDays = "waiting-days"
        case staleDays = "stale-days"
        case aliases, people, companies, sections, headings, tags, outcomes, ignore, actions, lexicon, links
        case notTopics = "not-topics"
    }

    package init(_ bytes: [UInt8]) {
        let source = Source(bytes)
        guard bytes.count <= Self.largest else {
            diagnostics.append(.configuration("it is larger than \(Self.largest / 1024) KiB", at: .start))
            return
        }
        if let bad = Encoding.firstInvalidByte(in: bytes) {
            diagnostics.append(.configuration("from here on it is not UTF-8", at: source.position(of: bad)))
            return
        }
        switch YAMLFile(source).content {
        case .success(let pairs): read(pairs)
        case .failure(let failure): diagnostics.append(.configuration(failure))
        }
    }

    private mutating func read(_ pairs: [FrontMatter.Pair]) {
        var seen: Set<Key> = []
        for pair in pairs {
            guard let key = Key(rawValue: pair.key.lowercased()) else {
                let known = Key.allCases.map { "`\($0.rawValue)`" }
                report(pair.keyStart, "`\(pair.key)` is no setting; there are \(Wording.list(known))")
                continue
            }
            guard seen.insert(key).inserted else {
                report(pair.keyStart, "`\(pair.key)` was already given; the first one counts")
                continue
            }
            if YAMLValue.isNothing(pair.value) { continue }
            switch key {
            case .waitingDays: read(pair, into: \.silentAfterDays)
            case .staleDays: read(pair, into: \.staleAfterDays)
            case .aliases: readAliases(pair)
            case .people: readNames(pair, into: \.people)
            case .companies: readNames(pair, into: \.companies)
            case .sections, .headings: readSections(pair)
            case .tags: readTags(pair)
            case .outcomes: readOutcomes(pair)
            case .notTopics: readNotTopics(pair)
            case .ignore: readIgnored(pair)
            case .actions: readActions(pair)
            case .lexicon: readLexicon(pair)
            case .links: readLinks(pair)
            }
        }
    }

    private mutating func read(_ pair: FrontMatter.Pair, into days: WritableKeyPath<Configuration, Int>) {
        if case .scalar(let text, _) = pair.value, let number = Int(text), Self.days.contains(number) {
            configuration[keyPath: days] = number
        } else {
            report(
                pair.valueStart,
                "`\(pair.key)` is no number of days from 0 to \(Self.days.upperBound); "
                    + "\(configuration[keyPath: days]) is used")
        }
    }

    // MARK: Files and notes

    private mutating func readIgnored(_ pair: FrontMatter.Pair) {
        let patterns = texts(pair)
        var ignored = IgnorePatterns(at: pair.keyStart)
        let lastNegated = patterns.lastIndex { $0.text.utf8.first == .ascii("!") } ?? -1
        for (number, pattern) in patterns.enumerated() {
            if IgnorePatterns.isTooWide(pattern.text), number > lastNegated {
                report(
                    pattern.position,
                    "the pattern `\(pattern.text)` matches every file; it is left out. Name a folder (`Templates/`) "
                        + "or an ending (`*.excalidraw.md`)")
            } else {
                ignored.add(pattern.text)
            }
        }
        configuration.ignored = ignored
    }

    private mutating func readActions(_ pair: FrontMatter.Pair) {
        switch YAMLValue.texts(pair).texts.map({ $0.text.lowercased() }) {
        case ["interviews"]: configuration.takesActionsOfInterviewsOnly = true
        case ["all"]: break
        default:
            report(
                pair.valueStart,
                "`\(pair.key)` is `interviews`, for the actions of notes of an interview, or `all`; `all` is used"
            )
        }
    }

    private mutating func readLexicon(_ pair: FrontMatter.Pair) {
        var reader = LexiconReader()
        reader.read(mapping(pair))
        configuration.ownLexicon = reader.lexicon
        configuration.usesStandardLexicon = reader.addsToStandard
        var names = Lexicon.standard.packs.map(\.name)
        if !reader.addsToStandard { names = [] }
        names += reader.lexicon.packs.map(\.name).filter { !names.contains($0) }
        for (name, position) in reader.packs {
            if names.contains(name) {
                configuration.lexiconPacks.append(name)
            } else {
                let known = Wording.list(names.map { "`\($0)`" })
                let instead = names.isEmpty ? "there is none" : "there are \(known)"
                report(position, "`\(name)` is not a pack of the lexicon; \(instead)")
            }
        }
        for (position, message) in reader.problems { report(position, message) }
    }

    private mutating func readLinks(_ pair: FrontMatter.Pair) {
        guard case .scalar(let text, _) = pair.value else {
            report(pair.valueStart, "`\(pair.key)` is one text; `relative` is used")
            return
        }
        switch text.lowercased() {
        case "relative": configuration.links = .relative
        case "plain": configuration.links = .plain
        case "vscode": configuration.links = .vscode
        case "obsidian": configuration.links = .obsidian
        default:
            do throws(LinkPattern.Failure) {
                configuration.links = .pattern(try LinkPattern(text))
            } catch {
                report(pair.valueStart, "`\(pair.key)` \(Self.reason(error)); `relative` is used")
            }
        }
    }

    private static func reason(_ failure: LinkPattern.Failure) -> String {
        switch failure {
        case .noPath:
            "is `relative`, `vscode`, `obsidian`, `plain`, or an address with `{path}` in it, and perhaps `{line}`"
        case .character: "has a character that no address has, or a brace of neither `{path}` nor `{line}`"
        case .script: "would run a script; an address leads to a file"
        }
    }

    // MARK: Values

    package mutating func mapping(_ pair: FrontMatter.Pair) -> [FrontMatter.Pair] {
        if case .mapping(let pairs) = pair.value { return pairs }
        report(pair.valueStart, "`\(pair.key)` is no list of `name: …` lines")
        return []
    }

    package mutating func texts(_ pair: FrontMatter.Pair) -> [(text: String, position: Position)] {
        let (texts, bad) = YAMLValue.texts(pair)
        for position in bad { report(position, "`\(pair.key)` is one text or a list of them") }
        return texts
    }

    package mutating func report(_ position: Position, _ message: String) {
        diagnostics.append(.configuration(message, at: position))
    }
}
