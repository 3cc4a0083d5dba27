internal import Markup

/// Finds the stem of an English word: `ramble` and `rambling` have the same stem.
///
/// It removes fewer endings than Porter's rules, which give "general" and "generic" one stem. Only the
/// endings of plurals, verb forms and adverbs are removed. Words in -our and -or, and in -ise and -ize, have
/// one stem. The lexicon says which other words belong together.
package enum Stem {
    /// Returns the stem of a word in small letters.
    ///
    /// Words of other scripts and short ones are their own.
    package static func of(_ word: [UInt8]) -> [UInt8] {
        var stem = word
        cut(&stem, from: 0)
        return stem
    }

    /// Cuts the last word of a text, in small letters, down to its stem.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - start: the offset at which the word begins.
    package static func cut(_ text: inout [UInt8], from start: Int) {
        guard text.count - start > 3 else { return }
        for at in start..<text.count where !text[at].isLetter { return }
        dropPlural(&text, start)
        if text.ends(with: "ly", from: start), text.count - start > 4 { text.removeLast(2) }
        dropVerbEnding(&text, start)
        spellAsAmericans(&text, start)
        guard text.count - start > 3 else { return }
        let last = text.count - 1
        if text[last] == .ascii("e") {
            text.removeLast()
        } else if text[last] == .ascii("y"), !isVowel(text[last - 1]) {
            text[last] = .ascii("i")
        }
    }

    private static func dropPlural(_ text: inout [UInt8], _ start: Int) {
        guard text.ends(with: "s", from: start) else { return }
        if text.ends(with: "ies", from: start), text.count - start > 4 {
            text.removeLast(3)
            text.append(.ascii("y"))
        } else if text.ends(with: "sses", from: start) || text.ends(with: "xes", from: start)
            || text.ends(with: "ches", from: start) || text.ends(with: "shes", from: start)
        {
            text.removeLast(2)
        } else if !text.ends(with: "ss", from: start), !text.ends(with: "us", from: start),
            !text.ends(with: "is", from: start)
        {
            text.removeLast()
        }
    }

    private static func dropVerbEnding(_ text: inout [UInt8], _ start: Int) {
        if text.ends(with: "ied", from: start), text.count - start > 4 {
            text.removeLast(3)
            text.append(.ascii("y"))
            return
        }
        let length =
            text.ends(with: "ing", from: start)
            ? 3 : text.ends(with: "ed", from: start) && !text.ends(with: "eed", from: start) ? 2 : 0
        let end = text.count - length
        guard length > 0, end - start > 2,
            text[start..<end].contains(where: { isVowel($0) || $0 == .ascii("y") })
        else { return }
        text.removeLast(length)
        // "stopped" comes from "stop", and "missed" from "miss".
        let last = text[end - 1]
        if last == text[end - 2], !isVowel(last), last != .ascii("l"), last != .ascii("s"),
            last != .ascii("z")
        {
            text.removeLast()
        }
    }

    /// Gives "favourite" the letters of "favorite", and "organis", from "organising", those of "organiz".
    private static func spellAsAmericans(_ text: inout [UInt8], _ start: Int) {
        guard text.count - start > 5 else { return }
        let last = text[text.count - 1] == .ascii("e") ? text.count - 2 : text.count - 1
        if text[last] == .ascii("s"), text[last - 1] == .ascii("i") { text[last] = .ascii("z") }
        for at in start + 1..<text.count - 2 where text.span.has("our", at: at) {
            text.remove(at: at + 1)
            return
        }
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case .ascii("a"), .ascii("e"), .ascii("i"), .ascii("o"), .ascii("u"): true
        default: false
        }
    }
}

extension [UInt8] {
    /// Returns whether the bytes from an offset on end in an ending and are longer than it.
    fileprivate func ends(with ending: StaticString, from start: Int) -> Bool {
        let end = count - ending.utf8CodeUnitCount
        return end > start && span.has(ending, at: end)
    }
}
