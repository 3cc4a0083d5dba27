/// Tells from its words whether a note is about an interview of the writer's, also if nothing of it is read.
package enum InterviewSigns {
    /// How much must speak for it: one word that says it, and another one.
    package static let enough = 3

    /// Returns how much the words of a note speak for it.
    ///
    /// - Parameters:
    ///   - words: the words of the note, in small letters.
    ///   - folders: the words of the folders that it is in.
    ///   - tellsOutcome: whether the note says what came of it.
    /// - Returns: the weight, from 0 on.
    package static func weight(of words: [String], folders: [String], tellsOutcome: Bool) -> Int {
        let all = Set(words)
        let strong = strongWords.intersection(all).isEmpty ? 0 : 2
        let weak = weakWords.intersection(all).count
        let asking = Self.asking.stand(in: words) ? 1 : 0
        let folder = folders.contains { folderWords.contains($0) } ? 1 : 0
        return strong + weak + asking + folder + (tellsOutcome ? 2 : 0)
    }

    private static let strongWords: Set<String> = [
        "interview", "interviews", "interviewed", "interviewing", "interviewer", "interviewers", "intvw",
        "intv", "intervs", "recruiter", "recruiters", "hackerrank", "candidate", "candidates", "onsite",
    ]
    private static let weakWords: Set<String> = [
        "panel", "offer", "offered", "rejected", "ghosted", "cv", "salary", "hire", "hired", "hiring", "role",
        "vacancy", "applied", "application", "overqualified", "job", "shortlisted", "hr", "leetcode",
    ]
    private static let asking: Phrases = ["they asked", "asked me", "on site", "notice period", "why us"]
    private static let folderWords: Set<String> = ["interview", "interviews", "job", "jobs", "applications"]
}
