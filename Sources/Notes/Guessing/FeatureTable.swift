internal import Markup

#if canImport(Glibc)
    private import Glibc
#elseif canImport(Darwin)
    private import Darwin
#endif

/// How far what can be seen of something leans to each of several kinds of things.
///
/// Nobody wrote this down: it was counted on notes in which what was meant had been marked.
package struct FeatureTable: Sendable {
    private let kindCount: Int
    private var names = KnownBytes()
    /// How far each name leans, in hundredths.
    private var amounts: [[LeaningLines.Amount]] = []

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - text: the bytes of its file, whose head explains its form.
    ///   - kindCount: how many kinds there are.
    package init(_ text: [UInt8], ofKinds kindCount: Int) {
        self.kindCount = kindCount
        let lines = LeaningLines(text)
        lines.forEach { name, rest in
            if names.numberAdding(text.span.extracting(name)) == amounts.count {
                amounts.append(lines.amounts(in: rest, ofThings: kindCount))
            }
        }
    }

    /// Returns the number of a name; nil if it leans to nothing.
    package func number(of name: Span<UInt8>) -> Int? { names.number(of: name) }

    package func number(of name: String) -> Int? { name.withBytes { names.number(of: $0) } }

    /// Adds how far a name leans to the scores of the kinds.
    package func add(_ number: Int?, times factor: Double = 1, to scores: inout [Double]) {
        guard let number else { return }
        for amount in amounts[number] { scores[amount.number] += factor * Double(amount.amount) / 100 }
    }

    /// Returns the probability of the first kind for a thing with some features.
    ///
    /// The line of the table without a name holds for each thing.
    package func probability(of features: Set<String>) -> Double { probabilities(of: features).first ?? 0 }

    /// Returns the probability of each kind for a thing with some features.
    package func probabilities(of features: Set<String>) -> [Double] {
        // Whole numbers have one sum, in whatever order a set has its names.
        var sums = Array(repeating: 0, count: kindCount)
        for name in features.union([""]) {
            guard let number = number(of: name) else { continue }
            for amount in amounts[number] { sums[amount.number] += amount.amount }
        }
        return Self.probabilities(sums.map { Double($0) / 100 })
    }

    /// Scores that favour no kind.
    package var noScores: [Double] { Array(repeating: 0, count: kindCount) }

    /// Returns the probability of each kind by its score.
    package static func probabilities(_ scores: [Double]) -> [Double] {
        let most = scores.max() ?? 0
        let powers = scores.map { exp($0 - most) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }
}
