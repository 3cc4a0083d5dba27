package import Notes

/// Gathers who said each piece of feedback, note by note.
///
/// It tells the people apart when all names are known.
package struct FeedbackSources {
    /// The value that stands for a source without a name.
    private static let unnamed: Roster.Mention = -1

    private struct Interview {
        let company: Int32
        /// The range of its interviewers in `interviewers`.
        let interviewers: Range<Int32>
        /// The index in `sources` at which the sources of its feedback begin.
        let firstSource: Int32
    }

    private let configuration: Configuration
    private var roster: Roster
    private var interviews: [Interview] = []
    private var interviewers: [Roster.Mention] = []
    private var sources: [Roster.Mention] = []
    private var links: [String: String] = [:]
    /// Whether each name says only what somebody is.
    private var ofNobody: [String: Bool] = [:]

    /// Returns whether a name says only what somebody is.
    ///
    /// Each name is looked at once.
    private mutating func isOfNobody(_ name: String) -> Bool {
        if let known = ofNobody[name] { return known }
        let isOfNobody = Speakers.isOfNobody(name)
        ofNobody[name] = isOfNobody
        return isOfNobody
    }

    private func linked(_ name: String) -> String { links.isEmpty ? name : links[name] ?? name }

    package init(_ configuration: Configuration, count: Int) {
        self.configuration = configuration
        roster = Roster(configuration)
        sources.reserveCapacity(count)
    }

    /// Begins the next note.
    ///
    /// - Parameters:
    ///   - name: the name of the company, if there is one.
    ///   - names: the names of the interviewers.
    ///   - links: the links as which names are written, by the text that each link shows.
    package mutating func begin(
        company name: String?, interviewers names: [String], _ links: [String: String]
    ) {
        self.links = links
        let company = roster.company(name.map(linked))
        let first = Int32(truncatingIfNeeded: interviewers.count)
        for name in names { interviewers.append(roster.mention(linked(name), at: company)) }
        interviews.append(
            Interview(
                company: company, interviewers: first..<Int32(truncatingIfNeeded: interviewers.count),
                firstSource: Int32(truncatingIfNeeded: sources.count)))
    }

    /// Adds the sources of the note's next piece of feedback.
    ///
    /// - Parameter names: the names of the sources; empty if nobody is named.
    /// - Returns: the range of these sources among all sources.
    package mutating func add(_ names: [String]) -> Range<Int32> {
        let first = Int32(truncatingIfNeeded: sources.count)
        if names.isEmpty { sources.append(Self.unnamed) }
        let company = interviews.last?.company ?? 0
        for name in names {
            sources.append(isOfNobody(name) ? Self.unnamed : roster.mention(linked(name), at: company))
        }
        return first..<Int32(truncatingIfNeeded: sources.count)
    }

    /// Returns who is meant by each of the sources, and the panels of those notes in which a source is not
    /// known.
    ///
    /// The names of another index are also known, if one is given.
    package consuming func toldApart(knowing whole: NotebookIndex?) -> ([FeedbackSource], Panels) {
        if let whole { know(whole) }
        roster.tellApart()
        var found: [FeedbackSource] = []
        found.reserveCapacity(sources.count)
        var starts = [0]
        var people: [Roster.Person] = []
        for number in interviews.indices {
            let end =
                interviews.indices.contains(number + 1)
                ? Int(interviews[number + 1].firstSource) : sources.count
            let own = Int(interviews[number].firstSource)..<end
            if own.isEmpty { continue }
            let panelRange = interviews[number].interviewers
            let panel = interviewers[Int(panelRange.lowerBound)..<Int(panelRange.upperBound)]
            let somebody = FeedbackSource(somebodyOf: starts.count - 1)
            var isUnknown = false
            for source in sources[own] {
                if source != Self.unnamed,
                    case .person(let person) = roster.identity(of: source, among: panel)
                {
                    found.append(FeedbackSource(person: person))
                } else {
                    found.append(somebody)
                    isUnknown = true
                }
            }
            guard isUnknown else { continue }
            var seen = SeenSet<Roster.Person>()
            for mentions in [panel, sources[own]] {
                for mention in mentions where mention != Self.unnamed {
                    switch roster.identity(of: mention, among: panel) {
                    case .person(let person): if seen.insert(person) { people.append(person) }
                    case .oneOf(let several): people += several.filter { seen.insert($0) }
                    }
                }
            }
            starts.append(people.count)
        }
        return (found, Panels(starts: starts, people: people, personCount: Int(roster.personCount)))
    }

    private mutating func know(_ whole: NotebookIndex) {
        for note in whole.notes {
            let company = roster.company(note.company.map(note.linked))
            for name in note.interviewers { _ = roster.mention(note.linked(name), at: company) }
            for feedback in note.feedback {
                for name in feedback.sources where !Speakers.isOfNobody(name) {
                    _ = roster.mention(note.linked(name), at: company)
                }
            }
        }
    }
}

extension Note {
    /// Returns the link as which a name is written.
    ///
    /// The name itself is returned if it is not a link, or if it is its link's target.
    package func linked(_ name: String) -> String { links.isEmpty ? name : links[name] ?? name }
}
