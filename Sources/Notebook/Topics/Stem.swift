internal import Markup

/// Finds the stem of an English word: `ramble` and `rambling` have the same stem.
///
/// It removes fewer endings than Porter's rules, which give "general" and "generic" one stem. Only the endings of
/// plurals, verb forms and adverbs are removed. The lexicon says which other words belong together.
enum Stem {
    /// Returns the stem of a word in small letters. Short words and words of other scripts are their own stems.
    static func of(_ word: [UInt8]) -> [UInt8] {
        guard word.count > 3, word.allSatisfy(\.isLetter) else { return word }
        var stem = word
        dropPlural(&stem)
        if stem.ends(with: "ly"), stem.count > 4 { stem.removeLast(2) }
        dropVerbEnding(&stem)
        guard stem.count > 3, let last = stem.last else { return stem }
        if last == .ascii("e") {
            stem.removeLast()
        } else if last == .ascii("y"), !isVowel(stem[stem.count - 2]) {
            stem[stem.count - 1] = .ascii("i")
        }
        return stem
    }

    private static func dropPlural(_ stem: inout [UInt8]) {
        guard stem.ends(with: "s") else { return }
        if stem.ends(with: "ies"), stem.count > 4 {
            stem.removeLast(3)
            stem.append(.ascii("y"))
        } else if stem.ends(with: "sses") || stem.ends(with: "xes") || stem.ends(with: "ches")
            || stem.ends(with: "shes")
        {
            stem.removeLast(2)
        } else if !stem.ends(with: "ss"), !stem.ends(with: "us"), !stem.ends(with: "is") {
            stem.removeLast()
        }
    }

    private static func dropVerbEnding(_ stem: inout [UInt8]) {
        if stem.ends(with: "ied"), stem.count > 4 {
            stem.removeLast(3)
            stem.append(.ascii("y"))
            return
        }
        let length = stem.ends(with: "ing") ? 3 : stem.ends(with: "ed") && !stem.ends(with: "eed") ? 2 : 0
        let count = stem.count - length
        guard length > 0, count > 2,
            stem[..<count].contains(where: { isVowel($0) || $0 == .ascii("y") })
        else { return }
        stem.removeLast(length)
        // "stopped" comes from "stop", and "missed" from "miss".
        let last = stem[count - 1]
        if last == stem[count - 2], !isVowel(last), last != .ascii("l"), last != .ascii("s"),
            last != .ascii("z")
        {
            stem.removeLast()
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
    /// Returns whether the bytes end in an ending and are longer than it.
    fileprivate func ends(with ending: StaticString) -> Bool {
        count > ending.utf8CodeUnitCount && span.has(ending, at: count - ending.utf8CodeUnitCount)
    }
}
