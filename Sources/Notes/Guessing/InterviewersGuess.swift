internal import Markup

/// Finds who interviewed where a note names them: `With: Dana Ruiz (CTO), Lee`, `phone w/ Amit`.
package enum InterviewersGuess {
    /// Where a line stands, which decides how much it takes to be sure of a name.
    package enum Place {
        /// The title, which may begin with the company and a role.
        case title
        /// One of the first lines.
        case first
        /// The line below a heading of a stage.
        case belowStage
        case elsewhere
    }

    /// Returns the people whom a line names as interviewers, without their roles.
    ///
    /// - Parameters:
    ///   - line: the line.
    ///   - place: where it stands.
    ///   - others: names in small letters that are nobody's, such as the company's.
    /// - Returns: the names in the order of the line; empty if it names nobody.
    package static func names(in line: String, _ place: Place, besides others: Set<String>) -> [String] {
        let plain = WikiText.plain(line)
        if let value = labelled(plain) {
            return PeopleList(value, allowsSmall: true, besides: others).names
        }
        let names = cued(plain, place, besides: others)
        return names.isEmpty && place != .title ? leading(plain, place, besides: others) : names
    }

    // MARK: Labels

    /// The words in front of a colon, or the like, that a list of interviewers follows.
    private static let labels: Set<String> = [
        "with", "w", "who", "panel", "the panel", "on the panel", "interviewer", "interviewers",
        "interviewed by", "met", "met with", "spoke to", "spoke with", "talked to", "people",
        "hiring manager", "interview with", "call with", "panel members", "who i met", "who was there",
        "there",
        "who's there", "room", "in the room", "on the call", "meeting", "seen by", "interview panel",
    ]

    /// Returns whether a line is only a label of interviewers, who stand on the lines below it.
    package static func opensList(_ line: String) -> Bool {
        labels.contains(words(of: line))
    }

    /// Returns the text after a label of interviewers; nil if the line has none.
    private static func labelled(_ line: String) -> String? {
        // `who - Rory, Paul T. (commercial)`
        let dash = [" - ", " – ", " — "].compactMap { line.firstRange(of: $0)?.lowerBound }.min()
        for end in [line.firstIndex(of: ":"), dash].compactMap(\.self) {
            guard labels.contains(words(of: line[..<end])) else { continue }
            let value = line[end...].drop { ":-–—".contains($0) || $0.isWhitespace }
            return value.isEmpty ? nil : String(value)
        }
        return nil
    }

    private static func words(of label: some StringProtocol) -> String {
        label.lowercased().split { !$0.isLetter }.joined(separator: " ")
    }

    // MARK: Words in front of names

    private static func cued(_ line: String, _ place: Place, besides others: Set<String>) -> [String] {
        let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        let small = words.map {
            $0.lowercased().filter { $0.isLetter || $0 == "/" || $0 == ":" || $0 == "=" }
        }
        var names: [String] = []
        for index in words.indices where index + 1 < words.count {
            let before = small[..<index].suffix(mostWordsBefore).map { $0.filter(\.isLetter) }
            guard let cue = cue(small, index, before) else { continue }
            let start = index + cue.length
            guard start < words.count else { continue }
            let rest = words[start...].joined(separator: " ")
            let list = PeopleList(rest, allowsSmall: cue.allowsSmall, besides: others)
            guard let first = list.names.first else { continue }
            let isFull = first.contains(" ") || list.hasRole
            if isFull || place != .elsewhere && !cue.needsFullName {
                names += list.names.filter { !names.contains($0) }
            }
        }
        return names
    }

    private static let mostWordsBefore = 12

    /// What stands in front of names: how many words it has, and what the names have to be.
    private struct Cue {
        var length = 1
        var allowsSmall = false
        var needsFullName = false
    }

    private static func cue(_ words: [String], _ index: Int, _ before: [String]) -> Cue? {
        let next = index + 1 < words.count ? words[index + 1] : ""
        let isAtStart = before.isEmpty || before == ["i"] || before == ["we"]
        switch words[index] {
        case "with" where index == 0:
            return Cue(needsFullName: true)
        case "with", "w/", "w":
            return before.contains { talks.contains($0) } ? Cue() : nil
        case "met", "meeting", "saw":
            if !isAtStart { return nil }
            return Cue(length: next == "with" ? 2 : 1, needsFullName: words[index] != "met")
        case "spoke", "talked", "speaking", "talking":
            return next == "to" || next == "with" ? Cue(length: 2, needsFullName: true) : nil
        case "interviewed", "observed":
            return next == "by" ? Cue(length: 2) : nil
        case "called":
            let isSomeone = before.last.map { ["guy", "man", "woman", "lady", "person"].contains($0) }
            return isSomeone ?? false ? Cue() : nil
        case "interviewer":
            return next == "is" || next == "was" ? Cue(length: 2, needsFullName: true) : nil
        case "=":
            return before.last.map(PeopleList.isRole) ?? false ? Cue() : nil
        case "is", "was":
            // `MD is Ruth Hallam`, and not a manager of another time.
            let isOfNow = !before.contains { ["my", "old", "former", "ex"].contains($0) }
            return isOfNow && before.last.map(PeopleList.isRole) ?? false ? Cue(needsFullName: true) : nil
        case "the", "an", "a", "our", "their":
            // `an architect, Stuart Abbott`
            return PeopleList.isRole(next) ? Cue(needsFullName: true) : nil
        case "panel":
            return Cue(needsFullName: true)
        case "panel:":
            return Cue(allowsSmall: true)
        case "ppl:", "people:":
            return Cue(allowsSmall: true)
        default: return nil
        }
    }

    /// Words that say that people talk, or for how long.
    private static let talks: Set<String> = [
        "call", "interview", "intv", "intvw", "screen", "screening", "video", "zoom", "phone", "chat",
        "panel", "round", "session", "programming", "pairing", "min", "mins", "minutes", "hr", "hrs", "hour",
        "hours", "final", "onsite", "visit", "meeting", "teams", "conversation", "mock", "stage",
    ]

    // MARK: Names at the beginning of a line

    private static func leading(_ line: String, _ place: Place, besides others: Set<String>) -> [String] {
        var text = line
        // `Thu 18 June: Pieter Dekker, Sales Director`
        if let colon = text.firstIndex(of: ":"), text[..<colon].contains(where: \.isNumber),
            text[..<colon].split(separator: " ").count <= mostWordsOfDay,
            text[colon...].dropFirst().first?.isWhitespace ?? false
        {
            text = String(text[colon...].dropFirst())
        }
        let list = PeopleList(text, allowsSmall: false, skipsFirst: true, besides: others)
        guard let first = list.names.first else { return [] }
        let isFull = first.contains(" ")
        if isFull, list.isWhole, list.followsStage || place == .belowStage { return list.names }
        return list.hasRole && place != .elsewhere ? list.names : []
    }

    private static let mostWordsOfDay = 4
}

/// Shows the text of a line without the marks around its words.
private enum WikiText {
    static func plain(_ line: String) -> String {
        var text = line.filter { !"*_[]`".contains($0) }[...]
        while let first = text.first, first.isWhitespace || "-+>#•|".contains(first) { text.removeFirst() }
        return String(text).folded
    }
}
