import Notebook
import Testing

struct NearestNameTests {
    static let verbs = ["summarize", "checklist", "sync", "prep", "ask", "new", "mark", "list", "check"]

    @Test(arguments: [
        ("sumarize", "summarize"), ("summarise", "summarize"), ("SUMMARIZE", "summarize"),
        ("sum", "summarize"),
        ("chek", "check"), ("lst", "list"), ("lsit", "list"), ("pref", "prep"), ("prepp", "prep"),
        ("checkl", "checklist"),
    ])
    func `a name with a slip in it is found`(word: String, name: String) {
        #expect(NearestName.of(word, among: Self.verbs) == name)
    }

    @Test(arguments: ["", "x", "qq", "help", "delete", "sn", "🎉", "summarizesummarize"])
    func `nothing is found where nothing is near`(word: String) {
        #expect(NearestName.of(word, among: Self.verbs) == nil)
    }

    @Test(arguments: [("x", "y"), ("a", "b"), ("ab", "cd"), ("ab", "ba")])
    func `what shares no letter in its place is not near`(word: String, name: String) {
        #expect((NearestName.of(word, among: [name]) != nil) == (word == "ab" && name == "ba"))
    }

    @Test func `of names that are equally near the first is meant`() {
        #expect(NearestName.of("lisp", among: ["list", "lips", "lisa"]) == "list")
    }

    @Test func `letters beyond ASCII are letters`() {
        #expect(
            NearestName.of("Søren Bjeregaard", among: ["Ana Kovač", "Søren Bjerregaard"])
                == "Søren Bjerregaard")
        #expect(NearestName.of("kovac", among: ["kovač", "other"]) == "kovač")
    }
}
