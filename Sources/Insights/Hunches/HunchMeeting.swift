package import Notes

/// A hunch that could not be compared, and the feedback that it could be compared with if a proposed topic
/// were written down.
package struct HunchMeeting: Sendable {
    package let hunch: HunchID
    package let feedback: FeedbackID
    /// The topic that both seem to be about.
    package let topic: Topic
}

extension NotebookIndex {
    /// Returns the feedback that some hunches would meet.
    ///
    /// For each hunch, that is the first piece of its note on a topic that both have or that is proposed for
    /// them. No more than `most` meetings are returned.
    package func meetings(of hunches: some Sequence<HunchID>, most: Int) -> [HunchMeeting] {
        var finder = NoteTopicFinder(self)
        func topics(_ own: [Topic], _ text: String, _ note: Int) -> [Topic] {
            if !own.isEmpty { return own }
            finder.read(text, of: note)
            return finder.proposals().map(\.topic)
        }
        var meetings: [HunchMeeting] = []
        for id in hunches.prefix(Self.mostHunches) {
            if meetings.count == most { break }
            let wanted = topics(self[id].topics, self[id].text, id.note)
            if wanted.isEmpty { continue }
            let feedback = notes[id.note].feedback
            search: for number in feedback.indices.prefix(Self.mostFeedback) {
                for topic in topics(feedback[number].topics, feedback[number].text, id.note)
                where wanted.contains(topic) {
                    meetings.append(
                        HunchMeeting(
                            hunch: id, feedback: FeedbackID(note: id.note, number: number),
                            topic: topic))
                    break search
                }
            }
        }
        return meetings
    }

    /// The largest number of hunches that are looked at, and the largest number of pieces of feedback for
    /// each hunch.
    private static let (mostHunches, mostFeedback) = (64, 32)
}
