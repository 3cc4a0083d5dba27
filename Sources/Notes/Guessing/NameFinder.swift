/// A name in a note, and what can be seen of it and of the places where it stands, as short names.
///
/// `p=with` is the word in front of it, `a=asked` the one after it, `n=trust` one of its own.
package struct NoteName {
    /// The longest form of the name in the note.
    package let text: String
    package internal(set) var features: Set<String>
}

/// Finds the names in the lines of a note: words with capital letters that stand side by side.
package struct NameFinder {
    private struct Mention {
        let words: [String]
        let features: Set<String>
        let beginsSentence: Bool
    }

    private var mentions: [Mention] = []
    private var smallWords: Set<String> = []

    private init(_ lines: [NoteLine]) {
        for line in lines {
            // What comes after hundreds of names is no note of an interview.
            if mentions.count >= Self.mostMentions { return }
            read(line)
        }
    }

    private static let mostMentions = 400

    /// Returns the names, in the order in which the note mentions them.
    ///
    /// A part of a longer name, as a first name is, counts as the longer one.
    package static func names(in lines: [NoteLine]) -> [NoteName] { NameFinder(lines).names }

    private var names: [NoteName] {
        var forms: [[String]] = []
        var mentionsOfForm: [[String]: [Mention]] = [:]
        for mention in mentions {
            if mentionsOfForm[mention.words] == nil { forms.append(mention.words) }
            mentionsOfForm[mention.words, default: []].append(mention)
        }
        // A word that begins a sentence has a capital letter in any case.
        forms.removeAll { words in
            words.count == 1 && smallWords.contains(words[0].lowercased())
                && (mentionsOfForm[words]?.allSatisfy(\.beginsSentence) ?? false)
        }
        let wordsOfForm = forms.map { Set($0.map { $0.lowercased() }) }
        var home = Array(forms.indices)
        for number in forms.indices {
            home[number] = wordsOfForm.firstIndex { wordsOfForm[number].isStrictSubset(of: $0) } ?? number
        }
        var grouped: [Int: [Mention]] = [:]
        for number in forms.indices {
            var longest = home[number]
            while home[longest] != longest { longest = home[longest] }
            grouped[longest, default: []] += mentionsOfForm[forms[number]] ?? []
        }
        return forms.indices.compactMap { number in
            guard let all = grouped[number] else { return nil }
            return NoteName(
                text: forms[number].joined(separator: " "), features: Self.features(forms[number], all))
        }
    }

    private static func features(_ words: [String], _ mentions: [Mention]) -> Set<String> {
        var features = mentions.reduce(into: Set()) { $0.formUnion($1.features) }
        features.insert("count=\(min(mentions.count, 4))")
        features.insert("words=\(min(words.count, 4))")
        if words.allSatisfy({ $0 == $0.uppercased() }) { features.insert("capitals") }
        return features
    }

    // MARK: Lines

    private mutating func read(_ line: NoteLine) {
        let line = LineFeatures(line)
        let tokens = line.tokens
        var count = 0
        var at = 0
        while at < tokens.count {
            guard tokens[at].isOfName else {
                if tokens[at].isSmall, at > 0, !tokens[at - 1].endsSentence {
                    smallWords.insert(tokens[at].word.lowercased())
                }
                at += 1
                continue
            }
            let end = NameToken.endOfName(in: tokens, from: at)
            let words = tokens[at...end].map(\.word).filter { !$0.isEmpty }
            if !words.isEmpty, !words.allSatisfy({ NameToken.isDay($0.lowercased()) }) {
                var features = line.features(of: at...end)
                features.formUnion(words.map { "n=\($0.lowercased())" })
                features.insert("number=\(min(count, 3))")
                let isJoined = at > 0 && NameToken.joins.contains(tokens[at - 1].text.lowercased())
                if count > 0, isJoined { features.insert("list") }
                mentions.append(
                    Mention(
                        words: words, features: features,
                        beginsSentence: at == 0 || tokens[at - 1].endsSentence))
                count += 1
            }
            at = end + 1
        }
    }
}
