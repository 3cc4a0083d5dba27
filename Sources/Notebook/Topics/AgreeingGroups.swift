/// Parts pieces such that within each group every two agree: in one pass, each into the first that it fits.
struct AgreeingGroups {
    /// What is in none of the first few groups stands alone.
    private static let most = 12

    /// The numbers of the pieces, in order.
    private(set) var groups: [[Int]] = []

    /// What of a piece says whether it may stand beside others.
    struct Piece {
        /// Those of its words that mean something, by their numbers.
        let stems: [Int32]
        let stance: Stance
    }

    /// What the pieces of a group have said, all of them together.
    private struct Sum {
        var stances = Stance.Sum()
        var stems: Set<Int32> = []
        /// The words of those that deny, and of those that find fault.
        var denied: Set<Int32> = []
        var faulted: Set<Int32> = []

        /// Whether a piece denies what others found fault with, or the other way round: "nervous", "not nervous".
        func contradicts(_ piece: Piece) -> Bool {
            switch piece.stance.tone {
            case .denial: !faulted.isDisjoint(with: piece.stems)
            case .fault: !denied.isDisjoint(with: piece.stems)
            case .praise, .wish, .plain: false
            }
        }

        mutating func add(_ piece: Piece) {
            stances.add(piece.stance)
            stems.formUnion(piece.stems)
            if piece.stance.tone == .denial { denied.formUnion(piece.stems) }
            if piece.stance.tone == .fault { faulted.formUnion(piece.stems) }
        }
    }

    /// - Parameter sharingWords: whether those of a group have words in common.
    init(_ pieces: [Piece], sharingWords: Bool = false) {
        var sums: [Sum] = []
        for (index, piece) in pieces.enumerated() {
            var fit: Int?
            for (number, sum) in sums.enumerated() where sum.stances.agrees(with: piece.stance) {
                if sum.contradicts(piece) { continue }
                if sharingWords, sum.stems.isDisjoint(with: piece.stems) { continue }
                fit = number
                break
            }
            if let fit {
                groups[fit].append(index)
            } else if groups.count < Self.most {
                fit = groups.count
                groups.append([index])
                sums.append(Sum())
            }
            guard let fit else { continue }
            sums[fit].add(piece)
        }
    }
}
