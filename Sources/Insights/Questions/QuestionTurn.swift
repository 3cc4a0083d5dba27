internal import Notes

/// What turns a question into another one though nearly all of its words are the same: whether it asks for
/// what was not done, for what others did to oneself, or for leaving and not for coming.
struct QuestionTurn {
    private enum Direction {
        case away, here, staying
    }

    private let isDenied: Bool
    private let isPassive: Bool
    /// Nil if the question names no direction, or several.
    private let direction: Direction?

    init(_ text: String) {
        let words = text.sentenceWords
        isDenied = words.contains { Self.denials.contains($0) || $0.hasSuffix("n't") }
        isPassive = words.indices.dropFirst(2).contains { number in
            words[number] == "by" && Self.participleEndings.contains { words[number - 1].hasSuffix($0) }
                && words[..<(number - 1)].suffix(2).contains(where: Self.passives.contains)
        }
        let directions = Set(words.compactMap { Self.directions[$0] })
        direction = directions.count == 1 ? directions.first : nil
    }

    func agrees(with other: Self) -> Bool {
        isDenied == other.isDenied && isPassive == other.isPassive
            && (direction == nil || other.direction == nil || direction == other.direction)
    }

    private static let denials: Set<String> = [
        "no", "not", "never", "nothing", "nobody", "without", "cannot",
    ]
    private static let passives: Set<String> = [
        "is", "are", "was", "were", "be", "been", "being", "get", "got",
    ]
    private static let participleEndings = ["ed", "en", "wn", "ght", "ld"]
    private static let directions: [String: Direction] = [
        "leave": .away, "leaving": .away, "left": .away, "quit": .away, "resign": .away,
        "join": .here, "joining": .here, "work": .here, "come": .here,
        "stay": .staying, "staying": .staying, "remain": .staying,
    ]
}
