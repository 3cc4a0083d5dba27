internal import Markup

// The other forms of the tag words. Below a feedback heading, they are taken for slips.

extension Vocabulary {
    /// Returns the index of the tag word that a word is another form of: `chewing`, `swallowed`, `spat`; nil
    /// if there is none.
    package func tagMeant(byForm word: Span<UInt8>) -> Int? {
        for form in Self.forms where word.isWord(form.word) {
            return tags.firstIndex { $0.word.span.isWord(form.tag) }
        }
        return nil
    }

    private static let forms: [(word: StaticString, tag: StaticString)] = [
        ("chews", "chew"), ("chewed", "chew"), ("chewing", "chew"),
        ("stews", "stew"), ("stewed", "stew"), ("stewing", "stew"),
        ("swallows", "swallow"), ("swallowed", "swallow"), ("swallowing", "swallow"),
        ("spits", "spit"), ("spat", "spit"), ("spitting", "spit"),
        ("keeps", "keep"), ("kept", "keep"), ("keeping", "keep"),
        ("hunches", "hunch"), ("works", "worked"), ("working", "worked"),
        ("slip", "slipped"), ("slips", "slipped"), ("slipping", "slipped"),
    ]
}
