internal import Markup

/// What identifies an action to a checklist.
///
/// Its words, those of the feedback above it, and its note are one hash. Its number among the actions that
/// are equal in all of these comes on top.
package struct ActionKey: Hashable, Sendable {
    package let group: StableHash
    /// How many equal ones come before it in the note.
    package let ordinal: Int
    /// How many equal ones there are.
    ///
    /// If one comes or goes, it is not certain any more which is which.
    package let count: Int

    package init(group: StableHash, ordinal: Int, count: Int) {
        self.group = group
        self.ordinal = ordinal
        self.count = count
    }
}

extension Note {
    /// Returns the key of each action of the note.
    ///
    /// `ids` must hold all of them, in reading order.
    package func keys(of ids: [ActionID]) -> [ActionKey] {
        if ids.isEmpty { return [] }
        var ofNote = StableHash(path.bytes)
        ofNote.add(CollectionOfOne(0))
        // Each hash is made once. Actions of one piece of feedback may stand among those of others.
        var ofFeedback: [Int: StableHash] = [:]
        let groups = ids.map { id in
            var group = id.feedback.flatMap { ofFeedback[$0] } ?? ofNote
            if let number = id.feedback, ofFeedback[number] == nil {
                group.addWords(of: feedback[number].$text)
                ofFeedback[number] = group
            }
            group.add(CollectionOfOne(0))
            group.addWords(of: self[id].$text)
            return group
        }
        if groups.count == 1 { return [ActionKey(group: groups[0], ordinal: 0, count: 1)] }
        var counts: [StableHash: Int] = Dictionary(minimumCapacity: groups.count)
        let ordinals = groups.map { group in
            let ordinal = counts[group, default: 0]
            counts[group] = ordinal + 1
            return ordinal
        }
        return zip(groups, ordinals).map {
            ActionKey(group: $0, ordinal: $1, count: counts[$0, default: 1])
        }
    }
}

extension StableHash {
    /// Adds a text as one line of words.
    fileprivate mutating func addWords(of text: StoredText) {
        let isFolded = text.withBytes { bytes in
            guard bytes.isFolded else { return false }
            add(bytes)
            return true
        }
        if !isFolded { add(text.wrappedValue.folded.utf8) }
    }
}
