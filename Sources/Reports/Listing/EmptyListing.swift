internal import Insights
internal import Notes

// What a listing says when it lists nothing.
extension Listing {
    /// Why there is nothing, in one or more sentences.
    ///
    /// They name what the notebook does not have, with the names that may be meant. If every name is known,
    /// they repeat what was asked for.
    public var reasonsForEmptiness: [String] {
        if !unknownNames.isEmpty { return unknownNames }
        let wanted = query.wanted
        if query.notRead {
            let read = "all that looks meant is read" + (wanted.isEmpty ? "" : ": \(wanted)")
            return [read] + [wanted.isEmpty ? whole.notesOfNoInterview : nil].compactMap(\.self)
        }
        return [wanted.isEmpty ? "the notebook has no \(query.kind)" : "no \(query.kind) fits: \(wanted)"]
    }

    /// A sentence for each name in the query that the notebook does not have.
    var unknownNames: [String] {
        let filter = query.filter
        return names(filter.companies, among: whole.knownCompanies) { "no note has the company \"\($0)\"" }
            + names(filter.roles, among: whole.knownRoles) { "no note has the role \"\($0)\"" }
            + names(filter.rounds, among: whole.knownRounds) { "no note has the round \"\($0)\"" }
            + unknownTopics
            + names(query.sources, among: whole.knownPeople) { "nobody in the notebook is called \"\($0)\"" }
    }

    /// Returns a sentence for each name that is not among the known ones.
    private func names(
        _ names: [String], among known: [String], _ sentence: (String) -> String
    ) -> [String] {
        let keys = Set(known.map { $0.lowercased() })
        return names.filter { !keys.contains($0.lowercased()) }.map { name in
            let meant = NearestName.of(name, among: known).map { "; did you mean \"\($0)\"?" }
            return sentence(name) + (meant ?? "")
        }
    }

    /// A sentence for each unknown topic.
    ///
    /// A topic is known if one that is nested in it is.
    private var unknownTopics: [String] {
        if query.filter.topics.isEmpty { return [] }
        let known = whole.knownTopics
        // The topics that these are nested in may be meant too.
        let names = known.flatMap { topic in
            let parts = topic.name.split(separator: "/")
            return parts.indices.map { parts[...$0].joined(separator: "/") }
        }
        let aliases = whole.configuration.vocabulary.aliases
        return query.filter.topics.filter { topic in
            let topic = aliases.topic(named: topic.name)
            return !known.contains { aliases.topic(named: $0.name).isWithin(topic) }
        }.map { topic in
            let meant = NearestName.of(topic.name, among: names).map { "; did you mean #\($0)?" }
            return "nothing in the notebook is about #\(topic)" + (meant ?? "")
        }
    }
}

extension NotebookIndex {
    /// What there is to know of notes that say nothing that only notes of interviews say; nil if there are
    /// none.
    package var notesOfNoInterview: String? {
        let count = notes.count { !$0.isInterview }
        if count == 0 { return nil }
        return (count == 1 ? "1 note is" : "\(count) notes are")
            + " of no interview; `debrief adopt` looks through \(count == 1 ? "it" : "them")"
    }
}

extension Listing.Query {
    fileprivate var kind: String {
        if questions { return "question" }
        if overdue { return "overdue action" }
        if open { return "open action" }
        return actions ? "action" : "feedback"
    }

    /// What was asked for, in words: `company Acme, stage chew`.
    fileprivate var wanted: String {
        var parts = filter.isEmpty ? [] : [filter.description]
        if !stages.isEmpty { parts.append("stage " + stages.map(\.rawValue).joined(separator: " or ")) }
        if !sources.isEmpty { parts.append("said by " + sources.joined(separator: " or ")) }
        return parts.joined(separator: ", ")
    }
}
