import Notebook
import Testing

@testable import Storage

struct SentencesTests {
    private static func cut(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return Sentences.cut(bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    /// A bar stands where one sentence ends and the next begins.
    @Test(arguments: [
        "They liked the pace. |The numbers were weak.",
        "Dr. Okafor and Mr. J. Smith asked e.g. about scale. |Fine.",
        "It took 3.5 hours, i.e. too long. |Version 2.0 went better!",
        "\"You know this. You do.\" |Then the call ended.",
        "He said \"No. Not now.\" and left. |That was it.",
        "Went on and on... and on. |Stopped… then went on. |Well… |Yes.",
        "Really?! |Yes (I think. So do they). |Good.", "No. 5 was hard. |No. |They said so.",
        "Call at 5 p.m. on Tuesday. |Or at 9 a.m. |Then we talk.", "On 3 Nov. 2026 they wrote. |Good.",
        "good pace. |they liked it. |not the numbers", "The team liked it. but not all of it.",
        "1. First. |Second.", "(A. B.) Good.", "良かった。|数字が弱い。", "Than I. |They said so.",
        "etc. and more. |Then, etc. |The end.", "One line\n|Another line\n|A third.",
        "The numbers\nwere weak. |So it\nwas.", "good pace\n|bad numbers",
        "This line is broken by a mailer where it was full, at\nseventy columns or so, as mailers do. |And another one that\nends here.",
        "Ask about U.S. law. |Ask Acme Inc. about it.", "Use `a. B` here. |So.", "**Pace.** |Numbers.", "?!",
        "We missed examples, and\nyou were long.\n|Best,\n|Helen", "Hi Kim,\n|your code was strong.\n|Best,",
        "too long and\nwithout a point\n|too quiet", "He said \"You are great\" |-> too corporate?",
        "...", "",
    ])
    func `a paragraph is cut into sentences`(marked: String) {
        let text = marked.replacing("|", with: "")
        let expected = marked.split(separator: "|").map { String($0).trimmed }.filter { !$0.isEmpty }
        #expect(Self.cut(text) == expected)
    }

    @Test(arguments: [". ", "a. ", "A.", "\"A. ", "(", "(a. ", "“", "…", "a.\n", "。"])
    func `whatever is repeated is cut in one pass`(piece: String) {
        let bytes = Array(String(repeating: piece, count: 20_000).utf8)
        let clock = ContinuousClock()
        #expect(clock.measure { _ = Sentences.cut(bytes) } < .seconds(20))
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.last?.isWhitespace ?? false { text.removeLast() }
        while text.first?.isWhitespace ?? false { text.removeFirst() }
        return String(text)
    }
}
