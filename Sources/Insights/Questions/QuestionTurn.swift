internal import Notes

/// What turns a question into another one though nearly all of its words are the same: whether it asks for
/// what was not done, for what others did to oneself, or for one of several opposites, as for leaving and not for
/// coming.
struct QuestionTurn {
    private let isDenied: Bool
    private let isPassive: Bool
    /// The one side that the question names of some opposites, by the number of the opposites.
    private let sides: [Int: Int]

    init(_ text: String) {
        let words = text.sentenceWords
        isDenied = words.contains { Self.denials.contains($0) || $0.hasSuffix("n't") }
        isPassive = words.indices.dropFirst(2).contains { number in
            words[number] == "by" && Self.participleEndings.contains { words[number - 1].hasSuffix($0) }
                && words[..<(number - 1)].suffix(2).contains(where: Self.passives.contains)
        }
        var named: [Int: Set<Int>] = [:]
        for word in words {
            if let (opposites, side) = Self.sides[word] { named[opposites, default: []].insert(side) }
        }
        // A question that names several sides asks for none.
        sides = named.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    func agrees(with other: Self) -> Bool {
        isDenied == other.isDenied && isPassive == other.isPassive
            && sides.allSatisfy { opposites, side in other.sides[opposites].map { $0 == side } ?? true }
    }

    private static let denials: Set<String> = [
        "no", "not", "never", "nothing", "nobody", "without", "cannot",
    ]
    private static let passives: Set<String> = [
        "is", "are", "was", "were", "be", "been", "being", "get", "got",
    ]
    private static let participleEndings = ["ed", "en", "wn", "ght", "ld"]
    /// Words that ask for opposite things.
    private static let opposites: [[[String]]] = [
        [
            ["leave", "leaving", "left", "quit", "resign"], ["join", "joining", "work", "come"],
            ["stay", "staying", "remain"],
        ],
        [["up"], ["down"]],
        [["like", "love", "enjoy", "enjoyed", "liked", "loved"], ["dislike", "hate", "disliked", "hated"]],
        [["more", "most"], ["less", "least", "fewer"]],
        [["first"], ["last"]],
        [["before"], ["after"]],
        [["succeeded", "success", "successful"], ["failed", "failure", "fail", "unsuccessful"]],
        [["strength", "strengths", "strongest"], ["weakness", "weaknesses", "weakest"]],
        [["start", "started"], ["stop", "stopped"]],
    ]

    private static let sides: [String: (opposites: Int, side: Int)] = {
        var sides: [String: (opposites: Int, side: Int)] = [:]
        for (number, opposites) in opposites.enumerated() {
            for (side, words) in opposites.enumerated() { for word in words { sides[word] = (number, side) } }
        }
        return sides
    }()
}
