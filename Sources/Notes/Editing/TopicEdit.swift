internal import Markup

extension BulletEdit {
    /// Appends a topic to the text, before a block id.
    ///
    /// - Parameters:
    ///   - name: The topic's name without its `#`.
    ///   - vocabulary: The words that the note is read with.
    /// - Returns: How many of the bullet's topics come before it.
    /// - Throws: `noTopic` if the name would not be read as a topic, or not as a whole.
    package mutating func name(_ name: String, of vocabulary: Vocabulary) throws(Refusal.Reason) -> Int {
        let word = [.ascii("#")] + Array(name.utf8)
        var scanner = BulletScanner(vocabulary: vocabulary)
        scanner.scan(word.span)
        // `#chew` is a tag, and `#a b` is a topic and a word.
        guard let token = scanner.tokens.first, case .topic = token.kind, token.range == word.indices else {
            throw .noTopic(name)
        }
        let offset = append(word, as: .todoTxt)
        var before: Set<Topic> = []
        for token in tokens where token.range.lowerBound < offset {
            guard case .topic = token.kind else { continue }
            before.insert(
                vocabulary.aliases.topic(named: String(decoding: text[token.value], as: UTF8.self)))
        }
        return before.count
    }
}
