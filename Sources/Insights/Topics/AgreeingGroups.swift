package import Notes

/// Divides pieces into groups in which every two pieces agree.
///
/// It goes through the pieces once, and puts each into the first group that it fits.
package struct AgreeingGroups {
    /// The largest number of groups.
    ///
    /// A piece that fits none of these stands alone.
    private static let mostGroups = 12

    /// The indices of the pieces of each group, in order.
    package private(set) var groups: [[Int]] = []

    /// The part of a piece that decides whether it may stand beside others.
    package struct Piece {
        /// The numbers of those of its words that mean something.
        package let stems: [Int32]
        package let stance: Stance
    }

    /// What all pieces of a group say together.
    private struct Sum {
        var stances = Stance.Sum()
        var stems: Set<Int32> = []
        /// The words of pieces that deny something.
        ///
        /// `faulted` has the words of pieces that find fault.
        var denied: Set<Int32> = []
        var faulted: Set<Int32> = []

        /// Returns whether a piece denies what others find fault with, or the other way round: "nervous",
        /// "not nervous".
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

    /// Divides pieces into groups.
    ///
    /// - Parameters:
    ///   - pieces: the pieces, in order.
    ///   - sharingWords: whether a piece must share a word with the other pieces of its group.
    package init(_ pieces: [Piece], sharingWords: Bool = false) {
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
            } else if groups.count < Self.mostGroups {
                fit = groups.count
                groups.append([index])
                sums.append(Sum())
            }
            guard let fit else { continue }
            sums[fit].add(piece)
        }
    }
}
