/// A topic that was spat out, and came again from somebody else.
struct Comeback: Sendable {
    let topic: Topic
    /// Where it was spat out, in reading order.
    let places: [FeedbackPlace]
    /// How many people said it there, at the least.
    let peopleCount: Int
    /// At how many companies, at the least.
    let companyCount: Int

    /// Nil where one person alone said it, or all in one interview, for then nothing came back.
    init?(_ history: TopicHistory, _ table: FeedbackTable, in index: Index) {
        guard history.count(.spit) > 1 else { return nil }
        places = history.feedback.filter { table.row(of: $0).stage == .spit }
        guard places.first?.note != places.last?.note else { return nil }
        peopleCount = table.people(of: places).count
        guard peopleCount > 1 else { return nil }
        topic = history.topic
        var companies = CompanyCounter(index)
        companyCount = companies.count(places.map(\.note))
    }
}
