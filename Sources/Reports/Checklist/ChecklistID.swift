internal import Markup
package import Notes

/// The block id by which a checklist's item finds its action again.
///
/// It is derived from the action (its words, those of the feedback above it, its note, and its number among
/// equals) and from the box that it had when the list was written, which the last letter says. So an id tells
/// what the action was at that time, and nothing has to be stored. Whoever knows the notes can work out which
/// action, with which box, it was made of.
package struct ChecklistID: Hashable, Sendable {
    /// The action, as a number.
    package let action: UInt64
    /// The number of a usual box, or one of a box with a character of its own.
    private var boxNumber: UInt32

    /// A letter, a digit, and five of either.
    private static let scales: [UInt64] = [26, 10, 36, 36, 36, 36, 36]
    private static let modulus = scales.reduce(1, *)
    /// A letter for the box follows the action.
    ///
    /// A box with a character of its own has two more.
    private static let lengths = [scales.count + 1, scales.count + 3]
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)

    package init(_ key: ActionKey, box: TaskBox) {
        action = Self.number(of: key)
        boxNumber = Self.number(of: box)
    }

    /// Returns the number of an action, whatever its box.
    package static func number(of key: ActionKey) -> UInt64 {
        var hash = key.group
        for number in [key.ordinal, key.count] {
            hash.add((0..<4).lazy.map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) })
        }
        return number(of: hash)
    }

    private static func number(of hash: StableHash) -> UInt64 {
        // The low bits of the hash are its weaker ones.
        (hash.value ^ hash.value >> 32) % modulus
    }

    /// Reads an id; nil if the text does not have the form of one.
    package init?(_ text: some Collection<UInt8>) {
        guard Self.lengths.contains(text.count) else { return nil }
        var (number, scale) = (UInt64(0), UInt64(1))
        var rest: [UInt32] = []
        for (index, byte) in text.enumerated() {
            guard let digit = Self.letters.firstIndex(of: byte) else { return nil }
            guard index < Self.scales.count else {
                rest.append(UInt32(digit))
                continue
            }
            let value = index == 1 ? digit - 26 : digit
            guard value >= 0, value < Self.scales[index] else { return nil }
            number += scale * UInt64(value)
            scale *= Self.scales[index]
        }
        let isUsual = rest[0] < Self.usualBoxes.count
        guard rest.count == 1 || !isUsual else { return nil }
        action = number
        // Older lists have one letter for a box with a character of its own. Such a letter matches no box.
        boxNumber =
            isUsual
            ? rest[0]
            : rest.count == 1 ? .max - rest[0] : (rest[0] * Self.base + rest[1]) * Self.base + rest[2]
    }

    /// Whether a text has the form of the ids in older lists.
    ///
    /// Nothing is found by them.
    package static func hasOlderForm(_ text: some Collection<UInt8>) -> Bool {
        guard text.count == scales.count, let first = text.first,
            (.ascii("a")...(.ascii("z"))).contains(first)
        else { return false }
        return text.allSatisfy { letters.contains($0) }
    }

    /// The id's letters and digits.
    package var text: String {
        var rest = action
        var bytes: [UInt8] = []
        for (index, scale) in Self.scales.enumerated() {
            bytes.append(Self.letters[Int(rest % scale) + (index == 1 ? 26 : 0)])
            rest /= scale
        }
        let (first, last) = (boxNumber / Self.base / Self.base, boxNumber % (Self.base * Self.base))
        let digits = isUsual ? [boxNumber] : [first, last / Self.base, last % Self.base]
        bytes += digits.map { Self.letters[Int($0 % Self.base)] }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: The box

    private static let usualBoxes: [TaskBox] = [.open, .inProgress, .done, .dropped]

    private static let base = UInt32(letters.count)

    private var isUsual: Bool { boxNumber < Self.usualBoxes.count }

    /// Returns the number of a usual box, or one that a box with a character of its own shares with hardly
    /// any other.
    ///
    /// Its first digit is not that of a usual box.
    private static func number(of box: TaskBox) -> UInt32 {
        if let usual = usualBoxes.firstIndex(of: box) { return UInt32(usual) }
        let usual = UInt32(usualBoxes.count)
        let hash = StableHash(box.character.utf8).value
        let others = (base - usual) * base * base
        return usual * base * base + UInt32((hash ^ hash >> 32) % UInt64(others))
    }

    /// The box when the list was written; nil if it is not one of the usual ones.
    package var usualBox: TaskBox? { isUsual ? Self.usualBoxes[Int(boxNumber)] : nil }

    /// Whether the box when the list was written was this one.
    package func hasHad(_ box: TaskBox) -> Bool { boxNumber == Self.number(of: box) }
}
