/// The block id by which a checklist's item finds its action again.
///
/// It is derived from the action's text, its place among equal texts, and its mark when the list was
/// written. So an id tells what was when, and nothing has to be stored: whoever knows the notes can work out
/// which action, in which state, it was made of.
struct ChecklistID: Hashable, Sendable {
    /// Seven letters and digits, a letter first.
    let text: String

    /// - Parameters:
    ///   - text: the action's shown text.
    ///   - ordinal: how many actions with the same text come before it in the notebook.
    ///   - mark: the character in its box.
    init(text: String, ordinal: Int, mark: Character) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        // FNV-1a: the same on every machine, on every day.
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        for byte in "\0\(ordinal)\0\(mark)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        // Its low bits are the weaker ones.
        hash ^= hash >> 32
        let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
        var id = String(letters[Int(hash % 26)])
        hash /= 26
        for _ in 0..<6 {
            id.append(letters[Int(hash % 36)])
            hash /= 36
        }
        self.text = id
    }

    /// An id as it was read.
    init(reading text: String) {
        self.text = text
    }
}
