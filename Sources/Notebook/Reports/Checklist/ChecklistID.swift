internal import Markup

/// The block id by which a checklist's item finds its action again.
///
/// It is derived from the action's text, its place among equal texts, and its box when the list was written.
/// So an id tells what was when, and nothing has to be stored: whoever knows the notes can work out which
/// action, with which box, it was made of.
struct ChecklistID: Hashable, Sendable {
    private let number: UInt64

    private static let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
    private static let length = 7

    /// - Parameters:
    ///   - text: the action's shown text.
    ///   - ordinal: how many actions with the same text come before it in the notebook.
    init(text: String, ordinal: Int, box: TaskBox) {
        self.init(StableHash(text.utf8), ordinal: ordinal, box: box)
    }

    /// - Parameter hash: that of the text, for whoever tries many ordinals and boxes.
    init(_ hash: StableHash, ordinal: Int, box: TaskBox) {
        var hash = hash
        hash.add(CollectionOfOne(0))
        hash.add(ordinal.description.utf8)
        hash.add(CollectionOfOne(0))
        hash.add(box.character.utf8)
        // A letter, and six letters or digits. The low bits of the hash are its weaker ones.
        number = (hash.value ^ hash.value >> 32) % (26 * 36 * 36 * 36 * 36 * 36 * 36)
    }

    /// An id as it was read; nil for what is none.
    init?(_ text: some Collection<UInt8>) {
        guard text.count == Self.length else { return nil }
        var (number, scale) = (UInt64(0), UInt64(1))
        for byte in text {
            switch byte {
            case .ascii("a")...(.ascii("z")): number += scale * UInt64(byte - .ascii("a"))
            case .ascii("0")...(.ascii("9")) where scale > 1:
                number += scale * UInt64(byte - .ascii("0") + 26)
            default: return nil
            }
            scale *= scale == 1 ? 26 : 36
        }
        self.number = number
    }

    /// The id's letters and digits.
    var text: String {
        var rest = number
        var bytes = [Self.letters[Int(rest % 26)]]
        rest /= 26
        for _ in 1..<Self.length {
            bytes.append(Self.letters[Int(rest % 36)])
            rest /= 36
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
