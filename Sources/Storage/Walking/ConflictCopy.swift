internal import Markup

/// The names that sync tools give to copies of a file that was changed on two machines.
enum ConflictCopy {
    /// Returns what the name of a conflict copy says about where it comes from; nil for any other name.
    ///
    /// `stem` is the name without its ending.
    static func tool(of stem: ArraySlice<UInt8>) -> String? {
        guard stem.contains(where: { $0 == .ascii("(") || $0 == .ascii(".") || $0 == .ascii("_") }) else {
            return nil
        }
        let stem = String(decoding: stem, as: UTF8.self).lowercased()
        if stem.contains(".sync-conflict-") { return "a conflict copy that Syncthing left" }
        let isNamed = stem.hasSuffix(".conflict") || hasDate(after: "_conflict-", in: stem)
        guard isNamed || lastBracket(of: stem).map(tellsOfConflict) ?? false else { return nil }
        return "a conflict copy that a sync tool left"
    }

    private static func hasDate(after sign: String, in stem: String) -> Bool {
        guard let start = stem.firstRange(of: sign)?.upperBound else { return false }
        return stem[start...].first?.isNumber ?? false
    }

    /// Returns what stands in the brackets at the end of a name, or in those before a number: `x (…) (1)`.
    private static func lastBracket(of stem: String) -> Substring? {
        var rest = stem[...]
        while rest.last == ")" {
            var depth = 0
            let open = rest.indices.reversed().first { at in
                if rest[at] == ")" { depth += 1 }
                if rest[at] == "(" { depth -= 1 }
                return depth == 0
            }
            guard let open else { return nil }
            let content = rest[rest.index(after: open)...].dropLast()
            if !content.allSatisfy(\.isNumber) { return content }
            rest = rest[..<open]
            while rest.last == " " { rest.removeLast() }
        }
        return nil
    }

    /// Returns whether words in brackets are those of a conflict copy.
    ///
    /// They name a conflict, and also a copy or its day.
    ///
    /// The word for a conflict is not enough, because a note may be about a conflict.
    private static func tellsOfConflict(_ words: Substring) -> Bool {
        if words == "case conflict" { return true }
        let parts = words.split { !$0.isLetter }
        func hasWord(_ beginnings: [String]) -> Bool {
            parts.contains { part in beginnings.contains(where: part.hasPrefix) }
        }
        guard hasWord(conflicts) || unspacedConflicts.contains(where: words.contains) else { return false }
        return words.contains(where: \.isNumber) || hasWord(copies)
            || unspacedCopies.contains(where: words.contains)
    }

    /// The beginnings of words for a conflict in the languages that Dropbox speaks, in lower case.
    private static let conflicts = ["conflict", "sfconflict", "konflik", "conflit", "bercanggah", "конфл"]

    /// The beginnings of words for a copy in these languages.
    private static let copies = [
        "copy", "copie", "copia", "cópia", "kopi", "konfliktkopi", "salinan", "копи", "копі",
    ]

    /// The words of languages without blanks between words.
    private static let unspacedConflicts = ["ขัดแย้ง", "冲突", "衝突", "競合", "충돌"]

    private static let unspacedCopies = ["สำเนา", "副本", "複本", "複製", "コピー", "사본"]
}
