internal import Markup

/// Finds the people whom headings of a note name: its interviewers, and others whom a heading names
/// explicitly.
package struct Speakers {
    private struct Interviewer {
        let name: String
        /// The words of the name in small letters, without titles and without what follows a bracket or a
        /// comma.
        let words: [String]
    }

    private let names: [String]
    private let company: String?
    private let round: String?

    // The names are taken apart only when a heading may name somebody. In most notes, no heading does.
    private lazy var interviewers = names.map { Interviewer(name: $0, words: Self.words($0)) }

    /// A filter that passes the texts that may name an interviewer, by the first or the last word of the
    /// name.
    private lazy var filter = WordFilter(
        interviewers.flatMap { [$0.words.first ?? "", $0.words.last ?? ""] })

    package init(_ note: Note) {
        names = note.interviewers
        company = note.company
        round = note.round
    }

    /// Returns whether a name is the name of the company or the round.
    private func isOfNobody(_ name: String) -> Bool {
        let name = name.lowercased()
        return name == company?.lowercased() || name == round?.lowercased()
    }

    private static func words(_ name: String) -> [String] {
        let plain = name.prefix { $0 != "(" && $0 != "," && $0 != "<" }
        return plain.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }.filter {
            !titles.contains($0.hasSuffix(".") ? String($0.dropLast()) : $0)
        }
    }

    /// Titles in front of names, without the dot that may stand after them.
    static let titles: Set<String> = ["dr", "mr", "mrs", "ms", "prof"]

    /// Returns the interviewer whom a name fits: the full name, or a first name or a surname that no other
    /// interviewer has.
    ///
    /// `isShared` says whether several interviewers have the first name or surname.
    private mutating func interviewer(named words: [String]) -> (name: String?, isShared: Bool) {
        let interviewers = interviewers
        if let whole = interviewers.first(where: { $0.words == words }) { return (whole.name, false) }
        guard words.count == 1 else { return (nil, false) }
        let fitting = interviewers.filter { $0.words.first == words[0] || $0.words.last == words[0] }
        return (fitting.count == 1 ? fitting[0].name : nil, fitting.count > 1)
    }

    /// Returns the interviewer whom a sub-heading names; nil if it is not just a name, perhaps with a day
    /// after a comma.
    package mutating func interviewer(ofHeading text: Span<UInt8>) -> String? {
        guard !names.isEmpty, filter.passes(text) else { return nil }
        let heading = HeadingWords(text)
        guard heading.owner == nil else { return nil }
        let (name, day) = heading.atComma
        guard !name.isEmpty, day.isEmpty || Self.isDay(day) else { return nil }
        return interviewer(named: Self.words(name.joined(separator: " "))).name
    }

    /// Returns the person whom a heading names explicitly: the interviewer whom the name fits, or else the
    /// name as it is written.
    ///
    /// Nil if the name does not tell who it is.
    package mutating func source(named name: String) -> String? {
        let words = Self.words(name)
        guard !words.isEmpty, !isOfNobody(name) else { return nil }
        let (interviewer, isShared) = interviewer(named: words)
        if let interviewer { return interviewer }
        let isName = name.split(whereSeparator: \.isWhitespace).allSatisfy { String($0).startsWithCapital }
        return isShared || !isName || words.contains { Self.isNobody($0) } ? nil : name
    }

    // MARK: Words that are not names

    private static let nobodies: Set<String> = [
        "panel", "team", "recruiter", "interview", "interviews", "interviewer", "interviewers", "manager",
        "hr",
        "company", "committee", "call", "phone", "mail",
    ]
    private static let days: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr",
        "jun",
        "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]

    /// Returns whether a name does not say who somebody is, as `HR` and `hiring manager` do not.
    package static func isOfNobody(_ name: String) -> Bool {
        name.split(whereSeparator: \.isWhitespace).contains { nobodies.contains($0.lowercased()) }
    }

    private static func isNobody(_ word: String) -> Bool { nobodies.contains(word) || days.contains(word) }

    private static func isDay(_ words: ArraySlice<String>) -> Bool {
        words.allSatisfy { word in
            word == "," || days.contains(word.lowercased())
                || word.utf8.contains { $0.isDigit } && !word.isEmpty
        }
    }
}
