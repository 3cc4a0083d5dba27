internal import Markup

/// What an English word's endings hang on: `ramble` and `rambling` have the same stem.
///
/// Lighter than Porter's rules, which throw "general" and "generic" together: only the endings of plurals,
/// of verbs' forms and of adverbs go. What else belongs together is said in the lexicon.
enum Stem {
    /// The stem of a word in small letters. Words of other scripts and short ones are their own.
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
        // "stopped" is of "stop", "missed" of "miss".
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
    /// Whether the bytes are more than an ending, and end in it.
    fileprivate func ends(with ending: StaticString) -> Bool {
        count > ending.utf8CodeUnitCount && span.has(ending, at: count - ending.utf8CodeUnitCount)
    }
}
