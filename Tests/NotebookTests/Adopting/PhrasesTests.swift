import Testing

@testable import Notes

struct PhrasesTests {
    private let phrases: Phrases = ["to do", "to", "next time", "i don't think"]

    private func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    @Test(arguments: [
        ("next time", 0), ("maybe next time", 1), ("what to do next time", 1), ("i don't think so", 0),
    ])
    func `a phrase is found where its words stand together`(text: String, index: Int) {
        #expect(phrases.stand(in: words(text)))
        #expect(phrases.index(in: words(text)) == index)
    }

    @Test(arguments: ["", "next", "time next", "next week time", "nextt time", "todo", "i don't"])
    func `half of a phrase is none`(text: String) {
        #expect(!phrases.stand(in: words(text)))
        #expect(phrases.index(in: words(text)) == nil)
    }

    @Test func `a text begins with the longest of the phrases`() {
        #expect(phrases.length(atBeginningOf: words("to do it")[...]) == 2)
        #expect(phrases.length(atBeginningOf: words("to be")[...]) == 1)
        #expect(phrases.begin(words("to be")))
        #expect(!phrases.begin(words("what to do")))
    }
}
