internal import Markup

/// The block id by which a checklist's item finds its action again.
///
/// It is derived from the action (its words, those of the feedback above it, its note, and its place among equals)
/// and from its box when the list was written, which the last letter says. So an id tells what was when, and nothing
/// has to be stored: whoever knows the notes can work out which action, with which box, it was made of.
struct ChecklistID: Hashable, Sendable {
    /// The action, as a number. A box with a character of its own adds that of the character.
    private let action: UInt64
    private var boxNumber: UInt8

    /// A letter, a digit, five of both, and the box.
    private static let scales: [UInt64] = [26, 10, 36, 36, 36, 36, 36]
    private static let modulus = scales.reduce(1, *)
    static let length = scales.count + 1
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)

    init(_ key: ActionKey, box: TaskBox) {
        self.init(action: Self.number(of: key), box: box)
    }

    /// - Parameter action: the number of the action itself.
    init(action: UInt64, box: TaskBox) {
        self.action = (action + Self.character(of: box)) % Self.modulus
        boxNumber = Self.number(of: box)
    }

    /// The number of an action, whatever its box.
    static func number(of key: ActionKey) -> UInt64 {
        var hash = key.group
        for number in [key.ordinal, key.count] {
            hash.add((0..<4).lazy.map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) })
        }
        return number(of: hash)
    }

    /// What a box with a character of its own adds to the number of an action.
    private static func character(of box: TaskBox) -> UInt64 {
        box.isOwn ? number(of: StableHash(box.character.utf8)) : 0
    }

    private static func number(of hash: StableHash) -> UInt64 {
        // The low bits of the hash are its weaker ones.
        (hash.value ^ hash.value >> 32) % modulus
    }

    /// The number of the action that the id was made of, if it had this box.
    func action(withBox box: TaskBox) -> UInt64 {
        (action + Self.modulus - Self.character(of: box)) % Self.modulus
    }

    /// An id as it was read; nil for what does not have the form of one.
    init?(_ text: some Collection<UInt8>) {
        guard text.count == Self.length else { return nil }
        var (number, scale) = (UInt64(0), UInt64(1))
        var last: UInt8 = 0
        for (place, byte) in text.enumerated() {
            guard let digit = Self.letters.firstIndex(of: byte) else { return nil }
            if place == Self.scales.count {
                last = UInt8(digit)
                continue
            }
            let digitInPlace = place == 1 ? digit - 26 : digit
            guard digitInPlace >= 0, digitInPlace < Self.scales[place] else { return nil }
            number += scale * UInt64(digitInPlace)
            scale *= Self.scales[place]
        }
        (action, boxNumber) = (number, last)
    }

    /// Whether a text has the form of the ids that lists had before. Nothing is found by them.
    static func hasOlderForm(_ text: some Collection<UInt8>) -> Bool {
        guard text.count == length - 1, let first = text.first, (.ascii("a")...(.ascii("z"))).contains(first)
        else { return false }
        return text.allSatisfy { letters.contains($0) }
    }

    /// The id's letters and digits.
    var text: String {
        var rest = action
        var bytes: [UInt8] = []
        for (place, scale) in Self.scales.enumerated() {
            bytes.append(Self.letters[Int(rest % scale) + (place == 1 ? 26 : 0)])
            rest /= scale
        }
        bytes.append(Self.letters[Int(boxNumber)])
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: The box

    private static let usualBoxes: [TaskBox] = [.open, .inProgress, .done, .dropped]

    /// The number of a usual box; those with characters of their own share the others.
    private static func number(of box: TaskBox) -> UInt8 {
        if let usual = usualBoxes.firstIndex(of: box) { return UInt8(usual) }
        let others = letters.count - usualBoxes.count
        return UInt8(usualBoxes.count + Int(StableHash(box.character.utf8).value % UInt64(others)))
    }

    /// The box when the list was written, where that is one of the usual ones.
    var usualBox: TaskBox? {
        Int(boxNumber) < Self.usualBoxes.count ? Self.usualBoxes[Int(boxNumber)] : nil
    }

    /// The id of the same action with another of the usual boxes.
    func with(usual box: TaskBox) -> ChecklistID {
        var id = self
        id.boxNumber = Self.number(of: box)
        return id
    }

    /// Whether the box when the list was written may have been this one.
    func mayHaveHad(_ box: TaskBox) -> Bool { boxNumber == Self.number(of: box) }
}

/// What an action is to a checklist: its words, those of the feedback above it, and its note, as one hash; and its
/// place among the actions that are equal in all of these.
struct ActionKey: Hashable, Sendable {
    let group: StableHash
    /// How many equal ones come before it in the note.
    let ordinal: Int
    /// How many there are of it. With one more or one less it is not certain any more which is which.
    let count: Int
}
