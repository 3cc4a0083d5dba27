/// Groups sets of words that are nearly the same.
///
/// Two sets are similar if their Jaccard similarity is at least a half: half of the words that either has are in
/// both. Two such sets share one of their rarest words. So only the rarest words are looked up (the prefix filter
/// of Chaudhuri, Ganti and Kaushik, 2006), and the work does not grow with the square of the number of sets.
enum WordOverlap {
    struct Group {
        /// The indices of the sets, in order. All are similar to the first.
        let members: [Int]
        /// The words of the first set that others have too.
        let common: [Int32]
    }

    /// The sizes of the sets that are compared. A smaller set says too little, and a larger one is an essay.
    private static let sizes = 2...40
    /// The largest number of different sets that may have a rare word.
    private static let mostSets = 64

    /// Returns groups of sets that are nearly the same.
    ///
    /// - Parameter sets: the sets, as the numbers of their words, each once and in order.
    /// - Returns: groups of at least two sets. No set is in more than one group.
    static func groups(_ sets: [[Int32]]) -> [Group] {
        // Equal sets, which form letters produce, count as one set.
        var numbers: [[Int32]: Int] = [:]
        var distinct: [(words: [Int32], members: [Int])] = []
        for (number, words) in sets.enumerated() where sizes.contains(words.count) {
            if let known = numbers[words] {
                distinct[known].members.append(number)
            } else {
                numbers[words] = distinct.count
                distinct.append((words, [number]))
            }
        }
        let prefixes = rarestWords(of: distinct.map(\.words))
        var setsOfWord: [Int32: [Int]] = [:]
        for (number, words) in prefixes.enumerated() {
            for word in words { setsOfWord[word, default: []].append(number) }
        }
        var isTaken = Array(repeating: false, count: distinct.count)
        var groups: [Group] = []
        for first in distinct.indices where !isTaken[first] {
            var alike: Set<Int> = [first]
            for word in prefixes[first] {
                guard let others = setsOfWord[word], others.count <= mostSets else { continue }
                for other in others where other > first && !isTaken[other] && !alike.contains(other) {
                    if areAlike(distinct[first].words, distinct[other].words) { alike.insert(other) }
                }
            }
            let members = alike.flatMap { distinct[$0].members }.sorted()
            if members.count < 2 { continue }
            for number in alike { isTaken[number] = true }
            let others = alike.count == 1 ? alike : alike.subtracting([first])
            let common = distinct[first].words.filter { word in
                others.contains { distinct[$0].words.contains(word) }
            }
            groups.append(Group(members: members, common: common))
        }
        return groups
    }

    /// Returns the rarest words of each set: as many as are needed so that two similar sets share one. Words that
    /// no other set has are left out.
    private static func rarestWords(of sets: [[Int32]]) -> [[Int32]] {
        let most = sets.reduce(0) { max($0, Int($1.last ?? 0)) }
        var counts: [UInt32] = Array(repeating: 0, count: most + 1)
        for words in sets {
            for word in words { counts[Int(word)] += 1 }
        }
        return sets.map { words in
            let sorted = words.map { UInt64(counts[Int($0)]) << 32 | UInt64($0) }.sorted()
            return sorted.prefix(words.count - (words.count + 1) / 2 + 1).compactMap {
                $0 >> 32 > 1 ? Int32(truncatingIfNeeded: $0) : nil
            }
        }
    }

    private static func areAlike(_ a: [Int32], _ b: [Int32]) -> Bool {
        var common = 0
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                common += 1
                i += 1
                j += 1
            } else if a[i] < b[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return common >= 2 && 2 * common >= a.count + b.count - common
    }
}
