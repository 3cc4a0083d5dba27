internal import Markup

/// What an English word's endings hang on: `ramble` and `rambling` have the same stem.
///
/// Lighter than Porter's rules, which throw "general" and "generic" together: only the endings of plurals,
/// of verbs' forms and of adverbs go. What else belongs together is said in the lexicon.
enum Stem {
    /// The stem of a word in small letters. Words of other scripts and short ones are their own.
    static func of(_ word: [UInt8]) -> [UInt8] {
        guard word.count > 3, word.allSatisfy(\.isLetter) else { return word }
        var stem = word[...]
        dropPlural(&stem)
        if stem.ends(with: "ly"), stem.count > 4 { stem.removeLast(2) }
        dropVerbEnding(&stem)
        guard stem.count > 3, let last = stem.last else { return Array(stem) }
        if last == .ascii("e") {
            stem.removeLast()
        } else if last == .ascii("y"), !isVowel(stem[stem.endIndex - 2]) {
            stem[stem.endIndex - 1] = .ascii("i")
        }
        return Array(stem)
    }

    private static func dropPlural(_ stem: inout ArraySlice<UInt8>) {
        guard stem.ends(with: "s") else { return }
        if stem.ends(with: "ies"), stem.count > 4 {
            stem.removeLast(3)
            stem.append(.ascii("y"))
        } else if ["sses", "xes", "ches", "shes"].contains(where: stem.ends) {
            stem.removeLast(2)
        } else if !["ss", "us", "is"].contains(where: stem.ends) {
            stem.removeLast()
        }
    }

    private static func dropVerbEnding(_ stem: inout ArraySlice<UInt8>) {
        if stem.ends(with: "ied"), stem.count > 4 {
            stem.removeLast(3)
            stem.append(.ascii("y"))
            return
        }
        let length = stem.ends(with: "ing") ? 3 : stem.ends(with: "ed") && !stem.ends(with: "eed") ? 2 : 0
        let rest = stem.dropLast(length)
        guard length > 0, rest.count > 2, rest.contains(where: { isVowel($0) || $0 == .ascii("y") }) else {
            return
        }
        stem = rest
        // "stopped" is of "stop", "missed" of "miss".
        if let last = rest.last, last == rest[rest.endIndex - 2], !isVowel(last),
            last != .ascii("l"), last != .ascii("s"), last != .ascii("z")
        {
            stem.removeLast()
        }
    }

    private static func isVowel(_ letter: UInt8) -> Bool { "aeiou".utf8.contains(letter) }
}

extension ArraySlice<UInt8> {
    fileprivate func ends(with ending: String) -> Bool {
        count > ending.utf8.count && suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
}
