package import Markup

/// Something that a note says, as what it is read. Two sayings are equal if they say the same as the same.
package struct Saying: Equatable {
    package let kind: String
    package let text: String
    package let place: Position

    package static func == (a: Saying, b: Saying) -> Bool { a.kind == b.kind && a.text == b.text }

    /// Returns everything that a note says, in reading order.
    package static func all(of note: Note) -> [Saying] {
        var all: [Saying] = []
        for feedback in note.feedback {
            all.append(Saying(kind: "\(feedback.stage)", text: feedback.text, place: feedback.place))
            all += feedback.reasons.map { Saying(kind: "because", text: $0.text, place: $0.place) }
            all += feedback.plans.map { Saying(kind: "if", text: $0.text, place: $0.place) }
        }
        all += note.allActions.map { Saying(kind: "\($0.state)", text: $0.text, place: $0.place) }
        all += note.hunches.map { Saying(kind: "hunch", text: $0.text, place: $0.place) }
        all += note.evidence.map { Saying(kind: "\($0.kind)", text: $0.text, place: $0.place) }
        all += note.questionsAsked.map { Saying(kind: "asked", text: $0.text, place: $0.place) }
        all += note.questionsToAsk.map { Saying(kind: "to ask", text: $0.text, place: $0.place) }
        for story in note.stories {
            all.append(Saying(kind: "story", text: story.text, place: story.place))
            all += story.parts.map { Saying(kind: "\($0.kind)", text: $0.text, place: $0.place) }
        }
        all += note.tellings.map { Saying(kind: "told \($0.id ?? "")", text: $0.text, place: $0.place) }
        return all.sorted { $0.place < $1.place }
    }
}
