import Markup
import Notebook
import Testing

struct AdoptionTests {
    private static let today = CalendarDate(year: 2026, month: 11, day: 23) ?? CalendarDate(dayNumber: 0)
    private static let front = "---\ncompany: Acme\ndate: 2026-10-14\n---\n"

    private static func adoptions(_ text: String, path: String = "a.md") -> [Adoption] {
        AdoptionQueue.adoptions(in: Array(text.utf8), path: NotePath(path), today: today, .standard)
    }

    /// What is asked about besides facts about the interview, such as its outcome.
    private static func unread(_ text: String) -> [Adoption] {
        adoptions(text).filter { $0.subject != .missing([]) }
    }

    /// The text after the first thing in it has been adopted as some proposal has it.
    private static func adopted(_ text: String, path: String = "a.md", proposal: Int = 0) throws -> String {
        let adoption = try #require(adoptions(text, path: path).first)
        let proposals = adoption.writableProposals
        try #require(proposals.indices.contains(proposal))
        return String(decoding: try adoption.edit(proposals[proposal]).newBytes, as: UTF8.self)
    }

    /// A piece of a note, and the same after it was adopted.
    @Test(arguments: [
        // Headings.
        ("## Feeback\n\n- x\n", "## Feedback\n\n- x\n"),
        ("##Feedback\n\n- x\n", "## Feedback\n\n- x\n"),
        ("**Feedbak from Dana**\n\n- x\n", "**Feedback from Dana**\n\n- x\n"),
        ("> [!note] Feebdack\n> - x\n", "> [!note] Feedback\n> - x\n"),
        ("## A few words of feedback on me\n\n- x\n", "## Feedback (A few words of feedback on me)\n\n- x\n"),
        ("## My honest hunch\n\n- x\n", "## Hunches (My honest hunch)\n\n- x\n"),
        ("## Things to chew\n\n- x\n", "## Chew (Things to chew)\n\n- x\n"),
        // Labels.
        ("Feedback: too quiet\n", "Feedback:\n- too quiet\n"),
        ("Feedback: Too quiet. Too fast.\n", "Feedback:\n- Too quiet.\n- Too fast.\n"),
        ("Went well.\r\nFeedback: too quiet\r\n", "Went well.\r\nFeedback:\r\n- too quiet\r\n"),
        ("**Feedback:** too quiet\n", "- **Feedback:**\n  - too quiet\n"),
        ("**Feedback**: too quiet\n", "- **Feedback**:\n  - too quiet\n"),
        ("My hunch is: too quiet\n", "My hunch is:\n- too quiet\n"),
        ("What was my hunch: too quiet\n", "Hunches (What was my hunch):\n- too quiet\n"),
        ("feedback:: too quiet\n", "feedback:\n- too quiet\n"),
        ("- Feedback: too quiet\n", "- Feedback:\n  - too quiet\n"),
        (
            "- x\n\t- y\n- Feedback: too quiet. Too fast.\n",
            "- x\n\t- y\n- Feedback:\n\t- too quiet.\n\t- Too fast.\n"
        ),
        ("- Feedback: too quiet\n  - and fast\n", "- Feedback:\n  - too quiet\n  - and fast\n"),
        // Paragraphs.
        ("## Feedback\n\nToo quiet. Too fast.\n", "## Feedback\n\n- Too quiet.\n- Too fast.\n"),
        ("## Feedback\nToo quiet\nToo fast\n", "## Feedback\n- Too quiet\n- Too fast\n"),
        ("## Hunches\n\nI was tired. Too fast.\n", "## Hunches\n\n- I was tired.\n- Too fast.\n"),
        (
            "## Questions they asked\n\nWhy us? Why now?\n",
            "## Questions they asked\n\n- Why us?\n- Why now?\n"
        ),
        ("* x\n\n## Feedback\n\nToo quiet.\n", "* x\n\n## Feedback\n\n* Too quiet.\n"),
        // Quotes and mails.
        ("## Feedback\n\n> Too quiet. Too fast.\n", "## Feedback\n\n> - Too quiet.\n> - Too fast.\n"),
        (
            "## Feedback\n\n> Hi Sam,\n>\n> The pace was good. The numbers\n> were weak.\n>\n> Best,\n> Dana\n",
            "## Feedback\n\n> Hi Sam,\n>\n> - The pace was good.\n> - The numbers\n>   were weak.\n>\n>   Best,\n>   Dana\n"
        ),
        (
            "## Feedback\n\n> **From:** Dana\n>\n> Hi Sam,\n>\n> The pace was good.\n",
            "## Feedback\n\n> **From:** Dana\n>\n> Hi Sam,\n>\n> - The pace was good.\n"
        ),
        (
            "## Feedback\n\n> [!quote] By mail\n> The pace was good.\n",
            "## Feedback\n\n> [!quote] By mail\n> - The pace was good.\n"
        ),
        (
            "## Feedback\n\n> We missed a plan, and\n> you were long.\n> Best,\n> Dana\n",
            "## Feedback\n\n> - We missed a plan, and\n>   you were long.\n> \n>   Best,\n>   Dana\n"
        ),
        (
            "## Feedback\n\nSam: \"You're great.\" -> too corporate?\n",
            "## Feedback\n\n- Sam: \"You're great.\"\n\n  -> too corporate?\n"
        ),
        (
            "## Feedback\n\n- keep: Clear. #pace\nFeedback from Dana:\n- Too slow.\n",
            "## Feedback\n\n- keep: Clear. #pace\n\nFeedback from Dana:\n- Too slow.\n"
        ),
        // Tables and lists.
        (
            "## Feedback\n\n| Who | What |\n| --- | --- |\n| Dana | Too fast |\n| Lee | Too quiet |\n",
            "## Feedback\n\n- Too fast from:\"Dana\"\n- Too quiet from:\"Lee\"\n"
        ),
        ("## Feedback\n\n• Too quiet\n• Too fast\n", "## Feedback\n\n- Too quiet\n- Too fast\n"),
        ("## Feedback\n\n– Too quiet\ntoo\n", "## Feedback\n\n- Too quiet\ntoo\n"),
        (
            "## Feedback\n\n    - Too quiet\n      - [ ] Speak up\n",
            "## Feedback\n\n- Too quiet\n  - [ ] Speak up\n"
        ),
        (
            "## Next steps\n\n- Speak up\n- [ ] Ask\n- Call\n",
            "## Next steps\n\n- [ ] Speak up\n- [ ] Ask\n- [ ] Call\n"
        ),
        ("[ ] Speak up\n", "- [ ] Speak up\n"),
    ])
    func `what is proposed first is written so that it is read`(before: String, after: String) throws {
        let rest = "\n# End\n\n- hunch: x #a\n"
        let text = Self.front + before + rest
        #expect(try Self.adopted(text) == Self.front + after + rest)
    }

    /// What no rule of the format names is proposed, and never written without a question.
    @Test(arguments: [
        ("## What Bea said\n\n- Too quiet.\n", "## Feedback (What Bea said)\n\n- Too quiet.\n"),
        ("## How I felt\n\nShaky.\n", "## Hunches (How I felt)\n\nShaky.\n"),
        ("Asked:\n- Why us?\n", "Questions they asked (Asked):\n- Why us?\n"),
        (
            "My thoughts\nGood until the last. Felt weak.\n",
            "Hunches (My thoughts):\n- Good until the last.\n- Felt weak.\n"
        ),
        ("**they said**\nToo quiet.\n", "Feedback (they said):\n- Too quiet.\n"),
        ("## For next time\n\n- Speak up\n", "## Actions (For next time)\n\n- Speak up\n"),
        ("- What she said\n  - Too quiet.\n", "- Feedback (What she said):\n  - Too quiet.\n"),
        ("Hi Sam,\n\nYou were too quiet.\n", "Hi Sam,\n\nFeedback:\n- You were too quiet.\n"),
        ("> You were too quiet.\n", "> Feedback:\n> - You were too quiet.\n"),
        ("Rosa said: too quiet\n", "Feedback (Rosa said):\n- too quiet\n"),
        ("They told me: Too quiet. Too fast.\n", "Feedback (They told me):\n- Too quiet.\n- Too fast.\n"),
        (
            "Feedback from Rosa after the 2nd round: too quiet\n",
            "- Feedback from Rosa after the 2nd round:\n  - too quiet\n"
        ),
        ("## Comments from the panel\n\n- Slow.\n", "## Feedback (Comments from the panel)\n\n- Slow.\n"),
    ])
    func `what looks like it is proposed, and only written when a person says so`(
        before: String, after: String
    ) throws {
        let text = Self.front + before
        #expect(try Self.adopted(text) == Self.front + after)
        let index = NotebookIndex(readingNotes: [("a.md", text)])
        #expect(AdoptionDiff.edit(of: Array(text.utf8), path: NotePath("a.md"), in: index) == nil)
    }

    @Test(arguments: [
        "## System design\n\n- A queue.\n", "Tell me about a time\n- the migration\n",
        "He was late.\n- So what\n",
        "> [!note] Aside\n> The lift was broken.\n", "## What they asked\n\n- Why us?\n",
        "## Feedback\n\n- Said it twice:\n  - [ ] Cut it\n",
    ])
    func `what looks like nothing, or is read, is not guessed at`(body: String) {
        #expect(!Self.adoptions(Self.front + body).contains { $0.subject == .guess })
    }

    @Test func `in a note that is of no interview one guess is not enough`() {
        #expect(Self.adoptions("# Pottery\n\n## What she said\n\n- Clay.\n").isEmpty)
        let two = "# Pottery\n\n## What she said\n\n- Clay.\n\n## How I felt\n\n- Fine.\n"
        #expect(Self.adoptions(two).count == 2)
        #expect(Self.adoptions("# Pottery interview\n\n## What she said\n\n- Clay.\n").count == 1)
        let round = "# Tidewell\n\n## 2nd round, live coding\n\nRosa said: think aloud\n"
        #expect(Self.adoptions(round).count == 1)
    }

    /// What stands below a feedback heading, or says that it is about feedback, and can be none.
    @Test(arguments: [
        "Hi Kim,", "> Hi Kim,\n>\n> Best wishes\n> Carol",
        "> Best wishes,\n> Carol\n>\n> Acme Ltd, 12 Harbour St",
        "> --\n> Carol Fenwick\n> Head of Analytics, Fenwick & Sons",
        "> Hi Kim,\n>\n> 1) Keep the story.\n>\n> Feel free to apply again in spring.\n>\n> Best wishes\n> Carol\n>\n> --\n> Carol Fenwick\n> Head of Analytics, Fenwick & Sons",
        "Asked, waiting.", "asked on 10 Nov, nothing yet", "Asked at the end, Carol will write.",
        "Rejected 9 Nov.", "> We decided to go ahead with another candidate.",
        "We're going with someone else, sorry!", "Unfortunately we will not be moving forward with you.",
        "Feel free to apply again in spring.", "-> too corporate?", "None.",
        "Feedback: asked at the end, Carol will write.", "Feedback: none", "**Feedback:** not yet",
        "- Feedback: asked, waiting", "Ines (mail, 24/9):\n\n> - Too fast.",
    ])
    func `what cannot be feedback is not asked about`(body: String) {
        #expect(Self.unread(Self.front + "## Feedback\n\n" + body + "\n").isEmpty)
    }

    @Test(arguments: [
        "We decided to go ahead with another candidate, who had a plan.", "Rejected: too quiet.",
        "Asked too few questions.", "We went with someone who knows Kafka.", "Feedback: asked too little",
        "Feedback: asked on 10 Nov\nToo quiet, she said.", "> Best answer of the day.",
        "Hi, you were too quiet.",
    ])
    func `what only begins like it is asked about`(body: String) {
        #expect(Self.unread(Self.front + "## Feedback\n\n" + body + "\n").count == 1)
    }

    @Test func `that there is nothing to adopt says of how many notes it is true`() {
        func tally(_ notes: (String, String)..., of note: String? = nil) -> String {
            AdoptionSession(
                NotebookIndex(readingNotes: notes), in: NotebookFolder(path: "."),
                note: note.map { NotePath($0) }
            ).tally
        }
        #expect(tally() == "Nothing to adopt: there are no notes in this folder.")
        let read = ("a.md", Self.front + "- chew: x\n")
        #expect(tally(read) == "Nothing to adopt: all that looks meant in the one note is read.")
        #expect(
            tally(read, ("b.md", "# Bread\n\nFlour.\n"))
                == "Nothing to adopt: all that looks meant in the 2 notes is read. 1 says nothing that is read."
        )
        // Of one note it says nothing of the others.
        let other = ("b.md", Self.front + "## Feeback\n\n- Too quiet.\n")
        #expect(tally(read, other, of: "a.md") == "Nothing to adopt: all that looks meant in a.md is read.")
        #expect(
            tally(("a.md", "# Bread\n\nFlour.\n"), other, of: "a.md")
                == "Nothing to adopt: all that looks meant in a.md is read. It says nothing that is read.")
        #expect(
            tally(read, ("b.md", "---\ncompany: {{company}}\n---\n")).hasSuffix(
                "1 file is not read; `debrief check` says why."))
    }

    @Test func `below the closing of a mail nothing becomes a bullet`() throws {
        let text =
            Self.front
            + "## Feedback\n\n> Hi Sam,\n>\n> Too quiet.\n>\n> Best,\n> Dana Ruiz\n> Head of People, Acme Ltd\n> 020 7946 0000\n"
            + ">\n> On Tue, 3 Mar 2026, Sam wrote:\n> Could you tell me more? I would be glad.\n"
        let adoption = try #require(Self.adoptions(text).first)
        let kept = adoption.proposals[0].passages.filter { $0.fate == .kept }.map(\.text)
        #expect(kept == ["Too quiet."])
    }

    @Test func `a bold line in front of a paragraph becomes a heading`() throws {
        let text = Self.front + "## Feedback\n\n**Manner**\nToo quiet. Too fast.\n"
        #expect(
            try Self.adopted(text) == Self.front + "## Feedback\n\n**Manner**\n\n- Too quiet.\n- Too fast.\n")
    }

    @Test(arguments: [0, 1, 8])
    func `a heading with a slip is written anew, however much stands above it`(paragraphCount: Int) throws {
        let above = Self.front + String(repeating: "We met in the kitchen.\n\n", count: paragraphCount)
        #expect(
            try Self.adopted(above + "## Feeback\n\n- Too quiet.\n- Too fast.\n")
                == above + "## Feedback\n\n- Too quiet.\n- Too fast.\n")
    }

    @Test func `a day in words becomes the one it is due`() throws {
        #expect(
            try Self.adopted(Self.front + "- [ ] Write to Dana by 2026-11-20, please #a\n")
                == Self.front + "- [ ] Write to Dana due:2026-11-20, please #a\n")
    }

    @Test func `a mock interview is no company`() {
        let text = "---\ndate: 2026-10-14\n---\n# Mock interview with Jo\n\n- chew: Slower.\n"
        let proposals = Self.adoptions(text).flatMap(\.proposals)
        #expect(!proposals.contains { $0.title.contains("company") })
    }

    @Test(arguments: [
        (0, "- worked: Led with the result\n- x"), (1, "- slipped: Led with the result\n- x"),
    ])
    func `of what showed a person says which it was`(proposal: Int, after: String) throws {
        let heading = Self.front + "## What worked / what slipped\n\n"
        #expect(
            try Self.adopted(heading + "- Led with the result\n- x", proposal: proposal) == heading + after)
    }

    @Test(arguments: [
        (0, "- Too quiet\n- in the room\n  - at the end\n"),
        (1, "- Too quiet\n  - because: in the room\n    - at the end\n"),
        (2, "- Too quiet\n  - [ ] in the room\n    - at the end\n"),
    ])
    func `a bullet below feedback becomes what a person says that it is`(proposal: Int, after: String) throws
    {
        let heading = Self.front + "## Feedback\n\n"
        let text = heading + "- Too quiet\n  - in the room\n    - at the end\n"
        #expect(try Self.adopted(text, proposal: proposal) == heading + after)
    }

    @Test func `a person decides about each sentence, and says whose words they are`() throws {
        let heading = Self.front + "## Feedback\n\n"
        let adoption = try #require(
            Self.adoptions(heading + "> Too quiet. Or so. Fine.\n>\n> Too fast.\n").first)
        var proposal = try #require(adoption.proposals.first)
        #expect(proposal.passages.map(\.text) == ["Too quiet.", "Or so.", "Fine.", "Too fast."])
        proposal.decide(.joined, passage: 1)
        proposal.decide(.leftOut, passage: 2)
        proposal.speaker = "Dana Ruiz"
        let edit = try adoption.edit(proposal)
        #expect(
            String(decoding: edit.newBytes, as: UTF8.self)
                == heading
                + "> - Too quiet. Or so. from:\"Dana Ruiz\"\n>\n>   Fine.\n>\n> - Too fast. from:\"Dana Ruiz\"\n"
        )
        #expect(edit.after.feedback.map(\.sources) == [["Dana Ruiz"], ["Dana Ruiz"]])
        proposal.decide(.joined, passage: 3)
        proposal.decide(.joined, passage: 2)
        #expect(
            String(decoding: try adoption.edit(proposal).newBytes, as: UTF8.self)
                == heading + "> - Too quiet. Or so. Fine.\n>   Too fast. from:\"Dana Ruiz\"\n")
    }

    /// What is said in a note of one's own, of which only what others said is to become a bullet.
    @Test(arguments: [
        ("Fair. All three of those. I knew it.", []),
        ("Auto rejection next morning. Asked, got this:", []),
        ("They liked the pace. I was surprised.", ["They liked the pace."]),
        ("Too quiet. Too fast.", ["Too quiet.", "Too fast."]),
    ])
    func `a person's own words are left out unless they want them`(text: String, kept: [String]) throws {
        let adoption = try #require(Self.adoptions(Self.front + "## Feedback\n\n\(text)\n").first)
        let proposal = try #require(adoption.proposals.first)
        #expect(proposal.passages.filter { $0.fate == .kept }.map(\.text) == kept)
        #expect(proposal.adoptsAnything == !kept.isEmpty)
    }

    // MARK: Company and date

    @Test(arguments: [
        ("a.md", "# Interview with Acme, 14 Oct 2026\n", "---\ncompany: Acme\ndate: 2026-10-14\n---\n"),
        ("2026-10-14 Acme - onsite.md", "", "---\ncompany: Acme\n---\n"),
        ("x/Quillon 1.md", "3 Feb 2026\n", "---\ncompany: Quillon\ndate: 2026-02-03\n---\n"),
        (
            "a.md", "# O'Neil & Co: phone screen\nTues 13 Jan 2026\n",
            "---\ncompany: O'Neil & Co\ndate: 2026-01-13\n---\n"
        ),
        ("a.md", "Acme - second round\n23june\n", "---\ncompany: Acme\ndate: 2026-06-23\n---\n"),
        ("a.md", "Acme, call\n26/03/2026\n", "---\ncompany: Acme\ndate: 2026-03-26\n---\n"),
    ])
    func `a title and the first lines become company and date`(path: String, text: String, front: String)
        throws
    {
        let rest = "\n## Feedback\n\n- x\n"
        #expect(try Self.adopted(text + rest, path: path) == front + text + rest)
    }

    @Test(arguments: [
        (
            "---\nround: onsite\n---\n# Acme: 14 Oct 2026\n",
            "---\nround: onsite\ncompany: Acme\ndate: 2026-10-14\n---\n# Acme: 14 Oct 2026\n"
        ),
        (
            "---\ncompany:\ndate: 2026-10-14\n---\n# Acme: call\n",
            "---\ncompany: Acme\ndate: 2026-10-14\n---\n# Acme: call\n"
        ),
        (
            "# Harrow Lane: call\n\nSchool: Harrow Lane\nDate: March 6, 2026\n",
            "# Harrow Lane: call\n\nSchool: Harrow Lane\nDate: March 6, 2026\nCompany: Harrow Lane\n"
        ),
        (
            "hospital:: [[Royal Wexley]]\ndate:: [[2026-08-12]]\n",
            "hospital:: [[Royal Wexley]]\ndate:: [[2026-08-12]]\ncompany:: Royal Wexley\n"
        ),
    ])
    func `they are written as the note writes what it says of itself`(before: String, after: String) throws {
        let rest = "\n## Feedback\n\n- x\n"
        #expect(try Self.adopted(before + rest) == after + rest)
    }

    @Test func `a day that may be another is asked about, and written for nobody else`() throws {
        let text = "# Acme: call\n\n3/2/2026\n\n## Feedback\n\n- x\n"
        #expect(try Self.adopted(text).hasPrefix("---\ncompany: Acme\ndate: 2026-02-03\n---\n"))
        #expect(try Self.adopted(text, proposal: 1).hasPrefix("---\ncompany: Acme\ndate: 2026-03-02\n---\n"))
        let index = NotebookIndex(today: Self.today, notes: [], faults: [])
        #expect(AdoptionDiff.edit(of: Array(text.utf8), path: NotePath("a.md"), in: index) == nil)
    }

    // MARK: All at once

    @Test func `what is certain is written at once, what it shows too, and read then`() throws {
        let text =
            "## Feeback\r\n\r\nToo quiet. Too fast.\r\n\r\n• Good pace\r\n\r\n## What worked / what slipped\r\n\r\n- x\r\n"
        let front = Self.front.replacing("\n", with: "\r\n")
        let index = NotebookIndex(today: Self.today, notes: [], faults: [])
        let edit = try #require(
            AdoptionDiff.edit(of: Array((front + text).utf8), path: NotePath("a.md"), in: index))
        #expect(
            String(decoding: edit.newBytes, as: UTF8.self)
                == front + "## Feedback\r\n\r\n- Too quiet.\r\n- Too fast.\r\n\r\n- Good pace\r\n\r\n"
                + "## What worked / what slipped\r\n\r\n- x\r\n")
        #expect(edit.edit.inverse().applied().bytes == edit.oldBytes)
        #expect(edit.after.feedback.map(\.text) == ["Too quiet.", "Too fast.", "Good pace"])
    }

    @Test(arguments: [
        "---\ncompany: [\n---\n# Acme: call\n\n## Feedback\n\n- x\n",
        "- chew: x\n<<<<<<< a\n=======\n>>>>>>> b\n# Acme: call\n",
    ])
    func `what is not certain to be meant is not written`(text: String) {
        #expect(Self.adoptions(text).flatMap(\.writableProposals).isEmpty)
    }
}
