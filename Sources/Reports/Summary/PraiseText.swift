internal import Insights
internal import Notes

// Says what they liked: something to lean on that needs no change.
extension SummaryText {
    private static let mostPraise = 8

    package mutating func whatTheyLiked() {
        if summary.praise.isEmpty { return }
        text.heading(2, "What they liked")
        text.list(
            summary.praise.prefix(Self.mostPraise).map { praise in
                let people = Wording.count(praise.peopleCount, "person", plural: "people")
                let topic = praise.topic.map { "#\($0), " } ?? ""
                let others = praise.pieces.filter { $0 != praise.newest }
                return .init(
                    [.text("\(Wording.quoted(index[praise.newest].text)) \(topic)\(people) ")]
                        + citation.links([praise.newest] + others, in: index) + ["."])
            })
        if summary.praise.count > Self.mostPraise {
            text.paragraph([.text("And \(summary.praise.count - Self.mostPraise) more.")])
        }
    }
}
