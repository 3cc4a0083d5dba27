/// One piece of a bullet's text that is more than prose, and which of the text's bytes it takes.
package struct Token: Sendable {
    package enum Kind: Sendable {
        /// A task box, or a Logseq word in front, and what it says.
        case box(Action.State)
        /// A tag word in whatever spelling.
        case tag(Vocabulary.Tag)
        /// A word with a colon in front that is one slip away from a tag word: the vocabulary's number of it.
        case unknownTag(meant: Int)
        case topic
        case date(DateField, CalendarDate)
        /// What has the shape of a date's annotation without being one.
        case badDate
        /// Who said it.
        case from
        case blockID
        /// An annotation that is left as it is and not shown.
        case ignored
    }

    package enum DateField: Sendable {
        case due, scheduled, done, dropped, since
    }

    package let kind: Kind
    package let range: Range<Int>
    /// The bytes of the value: a topic's, id's or person's name, a tag's word or what stands for it, a date, what stands in a box or
    /// the whole of a work word; else empty.
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
