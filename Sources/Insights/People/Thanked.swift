package import Notes

extension Note {
    private static let mostCompared = 64

    /// The people to thank for the feedback: those who said it.
    ///
    /// While nobody is named for some of it, each of the interviewers may have said that.
    package var thanked: [String] {
        var speakers = Speakers(self)
        var names: [String] = []
        var seen = SeenSet<String>()
        func add(_ name: String) { if seen.insert(name) { names.append(name) } }
        let isAllNamed = !feedback.isEmpty && feedback.allSatisfy { !$0.sources.isEmpty }
        if !isAllNamed { interviewers.forEach(add) }
        var distinct = SeenSet<String>()
        let sources = feedback.flatMap(\.sources).filter { distinct.insert($0) }
        // A list of very many is told as it is written.
        if sources.count > Self.mostCompared { return sources }
        for name in sources where !Speakers.isOfNobody(name) {
            if let known = speakers.source(named: name) {
                add(known)
                continue
            }
            // A surname that two of them have may be either's.
            let fitting = interviewers.filter {
                $0.lowercased().split(separator: " ").contains(name.lowercased()[...])
            }
            (fitting.isEmpty ? [name] : fitting).forEach(add)
        }
        if names.isEmpty { sources.forEach(add) }
        return names
    }
}
