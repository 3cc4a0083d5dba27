package import Markup

/// Something that a note says, as what it is read.
///
/// Two sayings are equal if they say the same as the same.
package struct Saying: Equatable {
    package let kind: String
    package let text: String
    package let position: Position

    package static func == (a: Saying, b: Saying) -> Bool { a.kind == b.kind && a.text == b.text }

    /// Returns everything that a note says, in reading order.
    package static func all(of note: Note) -> [Saying] {
        var all: [Saying] = []
        for feedback in note.feedback {
            all.append(Saying(kind: "\(feedback.stage)", text: feedback.text, position: feedback.position))
            all += feedback.reasons.map { Saying(kind: "because", text: $0.text, position: $0.position) }
            all += feedback.plans.map { Saying(kind: "if", text: $0.text, position: $0.position) }
        }
        all += note.allActions.map { Saying(kind: "\($0.state)", text: $0.text, position: $0.position) }
        all += note.hunches.map { Saying(kind: "hunch", text: $0.text, position: $0.position) }
        all += note.evidence.map { Saying(kind: "\($0.kind)", text: $0.text, position: $0.position) }
        all += note.questionsAsked.map { Saying(kind: "asked", text: $0.text, position: $0.position) }
        all += note.questionsToAsk.map { Saying(kind: "to ask", text: $0.text, position: $0.position) }
        for story in note.stories {
            all.append(Saying(kind: "story", text: story.text, position: story.position))
            all += story.parts.map { Saying(kind: "\($0.kind)", text: $0.text, position: $0.position) }
        }
        all += note.tellings.map { Saying(kind: "told \($0.id ?? "")", text: $0.text, position: $0.position) }
        return all.sorted { $0.position < $1.position }
    }
}
