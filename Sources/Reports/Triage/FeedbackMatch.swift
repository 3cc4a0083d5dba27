package import Notes

/// Finds the feedback of a note again after somebody has changed the note.
package enum FeedbackMatch {
    /// Returns the new index of each piece of feedback that is still there, by its old index.
    ///
    /// A piece stays the same if it has the same text between other pieces that are unchanged, or anywhere if
    /// only one piece has that text. A piece with a new text is the piece that stood at the same position,
    /// unless that one is found elsewhere.
    package static func numbers(of old: StoredList<Feedback>, in new: StoredList<Feedback>) -> [Int: Int] {
        var numbers: [Int: Int] = [:]
        let first = zip(old, new).prefix { $0.text == $1.text }.count
        let last = zip(old.dropFirst(first).reversed(), new.dropFirst(first).reversed())
            .prefix { $0.text == $1.text }.count
        for number in 0..<first { numbers[number] = number }
        for number in 1..<last + 1 { numbers[old.count - number] = new.count - number }

        var oldRest = Set(first..<old.count - last)
        var newRest = Set(first..<new.count - last)
        func match(_ key: (Feedback) -> some Hashable) {
            let others = Dictionary(grouping: newRest) { key(new[$0]) }
            for (key, ones) in Dictionary(grouping: oldRest, by: { key(old[$0]) }) {
                guard ones.count == 1, let others = others[key], others.count == 1 else { continue }
                numbers[ones[0]] = others[0]
                oldRest.remove(ones[0])
                newRest.remove(others[0])
            }
        }
        match(\.text)
        match(\.position)
        return numbers
    }
}

extension Feedback {
    /// Returns whether a person would see no difference between this and another piece of feedback.
    package func saysTheSame(as other: Feedback?) -> Bool {
        guard let other else { return false }
        return text == other.text && stage == other.stage && topics == other.topics
            && sources == other.sources && since == other.since && id == other.id
            && reasons.map(\.text) == other.reasons.map(\.text)
            && plans.map(\.text) == other.plans.map(\.text)
            && actions.map(\.text) == other.actions.map(\.text)
            && actions.map(\.state) == other.actions.map(\.state)
    }
}
