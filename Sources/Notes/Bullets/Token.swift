/// A part of a bullet's text that is more than prose, with the range of its bytes.
package struct Token: Sendable {
    package enum Kind: Sendable {
        /// A task box, or one of Logseq's words at the beginning, with the state that it stands for.
        case box(Action.State)
        /// A tag word in any spelling.
        case tag(Vocabulary.Tag)
        /// A word at the beginning that looks like a tag but is not read as one. `meant` is the vocabulary's
        /// index of the tag word that was meant.
        ///
        /// `isPlain` says that the word is a slip in small letters with a colon and without marks. Outside
        /// feedback, only such words are reported.
        case unknownTag(meant: Int, isPlain: Bool)
        case topic
        case date(DateField, CalendarDate)
        /// What looks like the annotation of a date but is not one.
        case badDate
        /// The person who said it.
        case from
        /// The person who passed it on.
        case via
        /// The rule by which an action repeats. Its range is empty if the rule stands within another
        /// annotation, such as a timestamp.
        case repeats
        case blockID
        /// A comment, which reads as if it were not there.
        case comment
        /// An annotation that has no meaning here. It stays in the note and is not shown.
        case ignored
    }

    package enum DateField: Sendable {
        case due, scheduled, done, dropped, since
    }

    package let kind: Kind
    package let range: Range<Int>
    /// The range of the value: the name of a topic, id or person, the word of a tag, a date, a rule, the
    /// content of a box, or a whole work word.
    ///
    /// It is empty for other tokens.
    package let value: Range<Int>

    package init(_ kind: Kind, _ range: Range<Int>, value: Range<Int> = 0..<0) {
        self.kind = kind
        self.range = range
        self.value = value
    }

    /// Whether the token is left out of the shown text, wherever it stands.
    package var isHidden: Bool {
        switch kind {
        case .topic, .unknownTag, .badDate: false
        default: true
        }
    }
}
