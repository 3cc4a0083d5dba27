/// One piece of a bullet's text that is more than prose, and which of the text's bytes it takes.
package struct Token: Sendable {
    package enum Kind: Sendable {
        /// A task box, or a Logseq word in front, and what it says.
        case box(Action.State)
        /// A tag word in whatever spelling.
        case tag(Vocabulary.Tag)
        /// A word in front that looks like a tag and is not read as one: the vocabulary's number of the tag word that
        /// was meant, and whether it has the slip alone. Only that, in small letters with a colon and without marks, is
        /// told of outside feedback.
        case unknownTag(meant: Int, isPlain: Bool)
        case topic
        case date(DateField, CalendarDate)
        /// What has the shape of a date's annotation without being one.
        case badDate
        /// Who said it.
        case from
        /// Who passed it on.
        case via
        /// The rule by which an action repeats. Within another annotation, as a timestamp, it takes no bytes of its own.
        case repeats
        case blockID
        /// What reads as if it were not there.
        case comment
        /// An annotation that is left as it is and not shown.
        case ignored
    }

    package enum DateField: Sendable {
        case due, scheduled, done, dropped, since
    }

    package let kind: Kind
    package let range: Range<Int>
    /// The bytes of the value: a topic's, id's or person's name, a tag's word or what stands for it, a date, a rule, what
    /// stands in a box, or the whole of a work word; else empty.
    package let value: Range<Int>

    init(_ kind: Kind, _ range: Range<Int>, value: Range<Int> = 0..<0) {
        self.kind = kind
        self.range = range
        self.value = value
    }

    /// Whether the token is left out of the text as it is shown, wherever it stands.
    var isHidden: Bool {
        switch kind {
        case .topic, .unknownTag, .badDate: false
        default: true
        }
    }
}
