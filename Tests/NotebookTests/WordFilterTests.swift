import Notebook
import Properties
import Testing

@testable import Markup

/// A filter of words passes every text that has one of them, as headings' words are told apart.
struct WordFilterTests {
    @Test(arguments: [
        "Feedback", "## FEEDBACK:", "F**eed**back", "Feed[[x|back]]", "my feed-back", "fedback", "Feebdack",
        "feedbackk", "hunchs",
        "feed1back", "Rückmeldung", "🎯 plan", "to-do", "q&a", "(a) What they said",
    ])
    func `what has a word passes`(_ text: String) {
        #expect(passes(text))
    }

    @Test(arguments: [
        "", "Plain", "fast", "half", "the feed back", "featherback", "hunting", "unfeedbacky", "said",
        "whatever", "today", "123: x",
    ])
    func `what has none is held back`(_ text: String) {
        #expect(!passes(text))
    }

    @Test func `a word that begins with none of the letters lets all pass`() {
        let filter = WordFilter(["1:1"])
        #expect("anything".withBytes { filter.passes($0) })
    }

    @Test func `no heading that says something is held back`() {
        let table = HeadingTable(.standard)
        let pieces = [
            "feedback", "hunch", "hunches", "what", "they", "said", "went", "well", "to", "do", "-", "'", "&",
            ".", "*", "**", "[[", "]]",
            "|", "/", "(", ")", " ", " ", " ", "questions", "from", "Dana", "the", "my", "chew", "spit", "e",
            "f", "h", "é", "2", ",",
        ]
        var random = SeededGenerator(seed: 20_261_128)
        for _ in 0..<60_000 {
            var text = ""
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                text += pieces.randomElement(using: &random) ?? ""
            }
            text.withBytes { bytes in
                if table.filter.passes(bytes) { return }
                let meaning = table.meaning(of: bytes)
                #expect(meaning.kind == .nothing && meaning.speaker == nil, "\(text.debugDescription)")
                #expect(NotRead.Word(in: meaning.words.small) == nil, "\(text.debugDescription)")
            }
        }
    }

    private func passes(_ text: String) -> Bool {
        let filter = WordFilter(
            ["feedback", "hunches", "what", "to", "q"], misspelt: ["feedback", "hunches"])
        return text.withBytes { filter.passes($0) }
    }
}
