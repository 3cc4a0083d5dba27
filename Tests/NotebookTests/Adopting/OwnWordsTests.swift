import Markup
import Notebook
import Testing

/// How people write without a thought for any format: lines of their own, headings within a paragraph, lists of
/// questions, and what they were told over several sentences.
struct OwnWordsTests {
    @Test(arguments: [
        // Beside others, what was told goes on over several sentences.
        (
            "Bea rang on Friday. She said that I was calm. Then the but. The last answer was too long and Tom lost the "
                + "thread. Then I went home.",
            [
                "unsorted: She said that I was calm.",
                "unsorted: The last answer was too long and Tom lost the thread.",
            ]
        ),
        (
            "Bea would like to see more depth on locking.",
            ["unsorted: Bea would like to see more depth on locking."]
        ),
        ("Bea on the way out: \"You were calm.\"", ["unsorted: \"You were calm.\""]),
        ("- at the end Bea: \"that was a pleasure\"", ["unsorted: \"that was a pleasure\""]),
        ("- Dear Sam,\n  You were calm.\n  Best wishes, Bea", ["unsorted: You were calm."]),
        ("Her tip: count to three.", ["unsorted: count to three."]),
        // What was learned worked, or did not.
        (
            "Did the STAR thing for all of them, worked!",
            ["worked: Did the STAR thing for all of them, worked!"]
        ),
        ("The drills from April paid off.", ["worked: The drills from April paid off."]),
        ("Talking too fast crept back in.", ["slipped: Talking too fast crept back in."]),
        (
            "I think I rambled.\nThe two minute rule slipped.",
            ["hunch: I think I rambled.", "slipped: The two minute rule slipped."]
        ),
        // Conclusions.
        (
            "-> one question, then quiet\n-> record three calls",
            ["open: one question, then quiet", "open: record three calls"]
        ),
        (
            "→ ask for the agenda before\n→ bring a map",
            ["open: ask for the agenda before", "open: bring a map"]
        ),
        (
            "Bea met me, ten minutes.\nNote to self:\nask for the structure first\nkeep the list",
            ["open: ask for the structure first", "open: keep the list"]
        ),
        ("So:\n- read their papers", ["open: read their papers"]),
        ("TASKS\n1) a plan with names\n2) write to Bea", ["open: a plan with names", "open: write to Bea"]),
        // Questions in a list, with their marks and without.
        (
            "- interview\n  - why here?\n  - what would you change?",
            ["asked: why here?", "asked: what would you change?"]
        ),
        (
            "- Then\n  - \"tell me about a conflict\"\n  - \"why now?\"\n  - \"a nurse comes late\"",
            ["asked: \"tell me about a conflict\"", "asked: \"why now?\"", "asked: \"a nurse comes late\""]
        ),
        (
            "For the panel:\nWhy did Tom leave?\nHow do you plan?",
            ["to ask: Why did Tom leave?", "to ask: How do you plan?"]
        ),
        ("They went on:\nWhy here?\nWhy now?", ["asked: Why here?", "asked: Why now?"]),
        ("They asked:\n> why here (said it)\n> the team", ["asked: why here (said it)", "asked: the team"]),
        (
            "- team of 8, what do you do first. said nothing\n- sickness\n- how would you measure. had it",
            [
                "asked: team of 8, what do you do first. said nothing", "asked: sickness",
                "asked: how would you measure. had it",
            ]
        ),
        ("my Qs:\n- who left?", ["to ask: who left?"]),
        ("I asked: is it closing. Bea: under review", ["to ask: is it closing."]),
        ("I asked how many left last year.", ["to ask: I asked how many left last year."]),
        ("He asked CAC per channel.", ["asked: He asked CAC per channel."]),
        // A label says what its line is, whatever the lines beside it are.
        (
            "HOW IT WENT: 8. Handed over the page.\nWORRY: was I rude\nNEXT: they call\nLEARNED: ask first",
            ["hunch: 8. Handed over the page.", "hunch: was I rude", "open: ask first"]
        ),
        ("what I was scared of: the test", ["hunch: the test"]),
        ("honest feeling: I was tired", ["hunch: I was tired"]),
        ("RULE from now on: sources on every number", ["open: sources on every number"]),
        // A name in small letters is one if the note has it elsewhere too.
        ("Then Tom and Tom's boss.\n\ntom: what would you stop?", ["asked: what would you stop?"]),
        ("Wanted to ask but no time left:\n- who left?", ["to ask: who left?"]),
        // How it went.
        ("Got defensive about the plan.", ["hunch: Got defensive about the plan."]),
        ("I'd guess 50/50.", ["hunch: I'd guess 50/50."]),
        ("I blanked on the second one\nBea smiled a lot at the end", ["hunch: I blanked on the second one"]),
    ])
    func `what people write in their own way is read once it is adopted`(body: String, readings: [String])
        throws
    {
        #expect(try TellingTests.readings("Bea met me.\n\n\(body)\n") == readings)
    }

    @Test(arguments: [
        "She wrote to me.", "He worked at Acme for ten years.", "I worked on it with Bea.",
        "It never worked in our team.", "My tongue slipped on a banana, she joked.",
        "I said I was tired.", "Bea called back on Monday. The week was too long.",
        "- Lesson (year 10, 45 min)\n  - fourteen girls", "School: Hollin Bank",
        "- why I left\n- what they make",
        "HOW I GOT IT: Bea said that I was good", "tim: what would you stop", "They asked:\n\nno more",
        "- they know what do you do there\n- the team",
        "- why here?\n- the team is new",
        "- Bea: ex drinks, will ask money",
        "- Is it far?", "For the panel:\nbring a map\nbring water", "-> why so?",
        "The plan was fine when a man asked about the train.",
        "We were wrapped up in a long talk about the office and the city, and about the way that they\n"
            + "had come to build the whole thing over the last ten years in a garage near the old harbour.",
    ])
    func `what tells nothing of it is left alone`(body: String) throws {
        #expect(try TellingTests.readings("Dana and Lee were there.\n\n\(body)\n").isEmpty)
    }
}
