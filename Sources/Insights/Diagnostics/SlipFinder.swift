/// Finds names that are one slip apart: a letter too many, one left out, one put for another, or two swapped.
///
/// Two such names share a half, or a half without the letter next to the middle. So the halves are sorted by
/// their hashes, and only names with the same half are compared.
struct SlipFinder {
    /// The letters of all names, one name after another.
    private var letters: [UInt32] = []
    private var names: [(group: Int, letters: Range<Int>)] = []

    /// The lengths of the names that are compared, in letters.
    private let lengths: ClosedRange<Int>
    /// The largest number of names with the same half that are compared with the next one.
    private static let mostCompared = 16

    /// A half of a name, as a hash.
    private struct Half {
        let hash: UInt64
        let name: Int
    }

    /// Makes a finder without names.
    ///
    /// - Parameter lengths: The lengths of the names that are compared, in letters. A shorter name is near to too
    ///   many, and a longer one is a sentence.
    init(lengths: ClosedRange<Int>) {
        self.lengths = lengths
    }

    /// Adds a name, and returns whether it is compared with others.
    ///
    /// Only names of the same group are compared. They are numbered in the order of adding, from 0.
    @discardableResult
    mutating func add(_ name: String, group: Int = 0) -> Bool {
        let start = letters.count
        for scalar in name.unicodeScalars { letters.append(scalar.value) }
        guard lengths.contains(letters.count - start) else {
            letters.removeSubrange(start...)
            return false
        }
        names.append((group, start..<letters.count))
        return true
    }

    /// Returns the pairs of names that are one slip apart, each once: in order of the later name, and for each of
    /// those, of the earlier one.
    func pairs() -> [(earlier: Int, later: Int)] {
        let halves = sortedHalves()
        var found: [(earlier: Int, later: Int)] = []
        var start = 0
        while start < halves.count {
            var end = start + 1
            while end < halves.count, halves[end].hash == halves[start].hash { end += 1 }
            for at in start + 1..<end {
                for other in halves[start..<min(at, start + Self.mostCompared)]
                where isOneSlip(names[other.name], names[halves[at].name]) {
                    found.append((other.name, halves[at].name))
                }
            }
            start = end
        }
        found.sort { ($0.later, $0.earlier) < ($1.later, $1.earlier) }
        // Two names may share both halves.
        return found.indices.filter { $0 == 0 || found[$0] != found[$0 - 1] }.map { found[$0] }
    }

    /// Returns the first and the last half of each name, and each half without the letter next to the middle.
    private func sortedHalves() -> [Half] {
        var halves: [Half] = []
        halves.reserveCapacity(names.count * 4)
        for (number, name) in names.enumerated() {
            let (start, end) = (name.letters.lowerBound, name.letters.upperBound)
            let middle = (start + end) / 2
            func add(_ range: Range<Int>, isLast: Bool) {
                var hash = UInt64(truncatingIfNeeded: name.group << 1 | (isLast ? 1 : 0))
                for at in range { hash = (hash ^ UInt64(letters[at])) &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 29 }
                halves.append(Half(hash: hash, name: number))
            }
            add(start..<middle, isLast: false)
            add(start..<middle - 1, isLast: false)
            add(middle..<end, isLast: true)
            add(middle + 1..<end, isLast: true)
        }
        return halves.sorted { $0.hash == $1.hash ? $0.name < $1.name : $0.hash < $1.hash }
    }

    private func isOneSlip(
        _ a: (group: Int, letters: Range<Int>), _ b: (group: Int, letters: Range<Int>)
    ) -> Bool {
        if a.group != b.group || abs(a.letters.count - b.letters.count) > 1 { return false }
        return Self.isOneSlip(letters[a.letters], letters[b.letters])
    }

    /// Returns whether two names are one slip apart.
    ///
    /// Two that differ in a number are of two people or companies.
    static func isOneSlip(_ a: String, _ b: String) -> Bool {
        let (a, b) = (a.unicodeScalars.map(\.value), b.unicodeScalars.map(\.value))
        return isOneSlip(a[...], b[...])
    }

    private static func isOneSlip(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) -> Bool {
        if a.count < b.count { return isOneSlip(b, a) }
        var (a, b) = (a, b)
        while let first = a.first, first == b.first { (a, b) = (a.dropFirst(), b.dropFirst()) }
        while let last = a.last, last == b.last { (a, b) = (a.dropLast(), b.dropLast()) }
        // What is left is where they differ.
        if (a + b).allSatisfy(isNumber) { return false }
        return switch (a.count, b.count) {
        case (1, 0), (1, 1): true
        case (2, 2): a.first == b.last && a.last == b.first
        default: false
        }
    }

    private static func isNumber(_ letter: UInt32) -> Bool {
        letter < 0x80
            ? (0x30...0x39).contains(letter) : Unicode.Scalar(letter)?.properties.numericType != nil
    }
}
