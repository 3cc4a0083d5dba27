internal import Markup

extension Vocabulary {
    /// Returns whether a text is a plan in the form of a sentence: `If … then …`, or `If … → …` or
    /// `When … → …` with an arrow of any kind (`→`, `->`, `=>`).
    ///
    /// A sentence may also begin with the notebook's own words for `if`.
    package func isPlanSentence(_ text: StoredText) -> Bool {
        text.withBytes { isPlanSentence($0) }
    }

    private func isPlanSentence(_ text: Span<UInt8>) -> Bool {
        var start = 0
        while start < text.count, Self.isMark(text[start]) { start += 1 }
        var end = start
        while end < text.count, text[end].isLetter || text[end] >= 0x80 && text.whiteSpace(at: end) == 0 {
            end += 1
        }
        let word = text.extracting(start..<end)
        let isWhen = word.isWord("when")
        guard isWhen || tag(word) == .plan else { return false }
        while end < text.count, Self.isMark(text[end]) { end += 1 }
        guard end < text.count, text.whiteSpace(at: end) > 0 else { return false }
        return Self.hasConclusion(text, from: end, isThenOne: !isWhen)
    }

    /// Returns whether an arrow follows, or the word `then` if `isThenOne` says that this word leads to a
    /// conclusion too.
    private static func hasConclusion(_ text: Span<UInt8>, from start: Int, isThenOne: Bool) -> Bool {
        var at = start
        while at < text.count {
            if text.has("→", at: at) || text.has("->", at: at) || text.has("=>", at: at) { return true }
            var end = at
            while end < text.count, text[end].isLetter || text[end] >= 0x80 && !text.has("→", at: end) {
                end += 1
            }
            if isThenOne, text.extracting(at..<end).isWord("then") { return true }
            at = max(end, at + 1)
        }
        return false
    }

    private static func isMark(_ byte: UInt8) -> Bool { byte == .ascii("*") || byte == .ascii("_") }
}
