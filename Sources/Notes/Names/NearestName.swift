/// Finds which of several names is meant by a word that is not one of them.
public enum NearestName {
    /// Returns the name that is nearest to a word; nil if no name is near.
    ///
    /// A name is near if the word is its beginning and has at least three letters. A name is also near if it
    /// is at most one slip away for each three letters of the word. A slip is a letter that is too many,
    /// missing, wrong, or swapped with the next one. Case does not matter.
    public static func of(_ word: String, among names: some Sequence<String>) -> String? {
        let word = Array(word.lowercased().unicodeScalars)
        var nearest: (name: String, slips: Int)?
        for name in names {
            let letters = Array(name.lowercased().unicodeScalars)
            let isBeginning = word.count >= 3 && letters.starts(with: word)
            let slips = isBeginning ? 1 : slips(from: word, to: letters)
            if slips > max(1, word.count / 3) || slips >= max(word.count, letters.count) { continue }
            if slips < nearest?.slips ?? .max { nearest = (name, slips) }
        }
        return nearest?.name
    }

    /// Returns how many slips lie between two words.
    ///
    /// This is the distance of Damerau and Levenshtein in which a letter is swapped at most once. If the
    /// lengths differ too much, the result is a very large number.
    package static func slips<Letter: Equatable>(from a: [Letter], to b: [Letter]) -> Int {
        let far = 1 << 16
        if abs(a.count - b.count) > max(1, a.count / 3) { return far }
        // The rows of the table for the two letters of `a` before the current one.
        var (before, last) = ([Int](), Array(0...b.count))
        for row in a.indices {
            var next = [row + 1]
            for column in b.indices {
                var slips = min(last[column + 1], next[column]) + 1
                slips = min(slips, last[column] + (a[row] == b[column] ? 0 : 1))
                if row > 0, column > 0, a[row] == b[column - 1], a[row - 1] == b[column] {
                    slips = min(slips, before[column - 1] + 1)
                }
                next.append(slips)
            }
            (before, last) = (last, next)
        }
        return last.last ?? far
    }
}
