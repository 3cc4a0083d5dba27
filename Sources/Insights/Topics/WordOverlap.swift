/// Groups sets of words that are nearly the same.
///
/// Two sets are similar if their Jaccard similarity is at least a half: half of the words that either has are
/// in both. Two such sets share one of their rarest words. So only the rarest words are looked up (the prefix
/// filter of Chaudhuri, Ganti and Kaushik, 2006), and the work does not grow with the square of the number of
/// sets.
package enum WordOverlap {
    package struct Group {
        /// The indices of the sets, in order.
        ///
        /// All are similar to the first.
        package let members: [Int]
        /// The words of the first set that others have too.
        package let common: [Int32]
    }

    /// The sizes of the sets that are compared.
    ///
    /// A smaller set says too little, and a larger one is an essay.
    private static let sizes = 2...40

    /// Returns groups of sets that are nearly the same.
    ///
    /// - Parameters:
    ///   - sets: the sets, as the numbers of their words, each once and in order.
    ///   - count: the number of sets that a group may begin with; nil if any set may be the first of a group.
    /// - Returns: groups of at least two sets. No set is in more than one group.
    package static func groups(_ sets: [[Int32]], beginningInFirst count: Int? = nil) -> [Group] {
        // Equal sets, which form letters produce, count as one set.
        var numbers: [WordSet: Int] = [:]
        var distinct: [WordSet] = []
        var members: [[Int]] = []
        numbers.reserveCapacity(sets.count)
        for (number, words) in sets.enumerated() where sizes.contains(words.count) {
            let set = WordSet(words)
            if let known = numbers[set] {
                members[known].append(number)
            } else {
                numbers[set] = distinct.count
                distinct.append(set)
                members.append([number])
            }
        }
        let rare = RareWords(of: distinct)
        var isTaken = Array(repeating: false, count: distinct.count)
        /// The set that each set was compared to last.
        var lastCompared = Array(repeating: -1, count: distinct.count)
        var groups: [Group] = []
        for first in distinct.indices where !isTaken[first] {
            if let count, members[first][0] >= count { break }
            var alike = [first]
            for word in rare.words(of: first) {
                for other in rare.sets(with: word)
                where other > first && !isTaken[other] && lastCompared[other] != first {
                    lastCompared[other] = first
                    if distinct[first].isAlike(distinct[other]) { alike.append(other) }
                }
            }
            let all = alike.flatMap { members[$0] }.sorted()
            if all.count < 2 { continue }
            for number in alike { isTaken[number] = true }
            let others = alike.count == 1 ? alike[...] : alike.dropFirst()
            let common = distinct[first].words.filter { word in
                others.contains { distinct[$0].words.contains(word) }
            }
            groups.append(Group(members: all, common: common))
        }
        return groups
    }
}

/// The words of one text, as their numbers in order.
private struct WordSet: Hashable {
    let words: [Int32]
    /// A bit of 64 for each word.
    ///
    /// If another set lacks a bit, it lacks all words that have the bit.
    private let bits: UInt64

    init(_ words: [Int32]) {
        self.words = words
        bits = words.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }

    func hash(into hasher: inout Hasher) {
        unsafe words.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }

    func isAlike(_ other: WordSet) -> Bool {
        let least = max(2, (words.count + other.words.count + 2) / 3)
        if words.count - (bits & ~other.bits).nonzeroBitCount < least
            || other.words.count - (other.bits & ~bits).nonzeroBitCount < least
        {
            return false
        }
        var common = 0
        var (i, j) = (0, 0)
        let (a, b) = (words.span, other.words.span)
        while i < a.count, j < b.count {
            let (one, two) = (a[i], b[j])
            if one == two { common += 1 }
            if one <= two { i += 1 }
            if two <= one { j += 1 }
        }
        return common >= least
    }
}

/// The rarest words of each set: as many as are needed so that two similar sets share one.
///
/// Words that no other set has are left out.
private struct RareWords {
    /// The rarest words of all sets, one set after the other, and where the words of each set end.
    private var words: [Int32] = []
    private var ends: [Int] = [0]
    /// The sets that have each word among their rarest words, in the order of the words, and where the sets
    /// of each word begin.
    private var sets: [Int] = []
    private var starts: [Int]

    /// The largest number of sets that may have a rare word.
    private static let mostSets = 64

    init(of sets: [WordSet]) {
        let greatestWord = sets.reduce(0) { max($0, Int($1.words.last ?? 0)) }
        var counts: [UInt32] = Array(repeating: 0, count: greatestWord + 1)
        for set in sets {
            for word in set.words { counts[Int(word)] += 1 }
        }
        starts = Array(repeating: 0, count: greatestWord + 2)
        var shared: [UInt64] = []
        for set in sets {
            shared.removeAll(keepingCapacity: true)
            for word in set.words where counts[Int(word)] > 1 {
                shared.append(UInt64(counts[Int(word)]) << 32 | UInt64(word))
            }
            // The words that no other set has are the rarest.
            let alone = set.words.count - shared.count
            let needed = set.words.count - (set.words.count + 1) / 2 + 1
            if alone < needed {
                shared.sort()
                for word in shared.prefix(needed - alone) {
                    let word = Int32(truncatingIfNeeded: word)
                    words.append(word)
                    starts[Int(word) + 1] += 1
                }
            }
            ends.append(words.count)
        }
        for word in starts.indices.dropFirst() { starts[word] += starts[word - 1] }
        var next = starts
        self.sets = Array(repeating: 0, count: words.count)
        for set in sets.indices {
            for word in words(of: set) {
                self.sets[next[Int(word)]] = set
                next[Int(word)] += 1
            }
        }
    }

    func words(of set: Int) -> ArraySlice<Int32> { words[ends[set]..<ends[set + 1]] }

    /// Returns the sets that have a word among their rarest words, in order; none if there are too many.
    func sets(with word: Int32) -> ArraySlice<Int> {
        let found = sets[starts[Int(word)]..<starts[Int(word) + 1]]
        return found.count <= Self.mostSets ? found : []
    }
}
