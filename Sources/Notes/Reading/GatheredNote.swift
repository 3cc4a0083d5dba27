/// What has been read of a note's bullets so far.
///
/// A note receives all of it at once when it has been read completely, in no more memory than is needed.
package struct GatheredNote: ~Copyable {
    private var feedback = ListBuffer<Feedback>()
    private var reasons = NestedListBuffer<Bullet>()
    private var plans = NestedListBuffer<Bullet>()
    private var nestedActions = NestedListBuffer<Action>()
    private var actions = ListBuffer<Action>()
    private var hunches = ListBuffer<Hunch>()
    private var evidence = ListBuffer<Evidence>()
    private var questionsAsked = ListBuffer<Question>()
    private var questionsToAsk = ListBuffer<Question>()
    private var stories = ListBuffer<Story>()
    private var parts = NestedListBuffer<Story.Part>()
    private var tellings = ListBuffer<Telling>()

    private var feedbackLists = ListWriter<Feedback>()
    private var actionLists = ListWriter<Action>()
    private var hunchLists = ListWriter<Hunch>()
    private var evidenceLists = ListWriter<Evidence>()
    private var bulletLists = ListWriter<Bullet>()
    private var questionLists = ListWriter<Question>()
    private var storyLists = ListWriter<Story>()
    private var partLists = ListWriter<Story.Part>()
    private var tellingLists = ListWriter<Telling>()

    /// Adds a piece of feedback.
    ///
    /// Returns its index.
    package mutating func add(_ piece: consuming Feedback) -> Int {
        feedback.append(piece)
        return feedback.count - 1
    }

    /// Adds an action to the feedback with an index, or to the note itself if the index is nil.
    package mutating func add(_ action: Action, to owner: Int?) {
        if let owner { nestedActions.append(action, to: owner) } else { actions.append(action) }
    }

    package mutating func add(reason: Bullet, to owner: Int) { reasons.append(reason, to: owner) }
    package mutating func add(plan: Bullet, to owner: Int) { plans.append(plan, to: owner) }
    package mutating func add(_ hunch: Hunch) { hunches.append(hunch) }
    package mutating func add(_ piece: Evidence) { evidence.append(piece) }
    package mutating func add(toAsk question: Question) { questionsToAsk.append(question) }

    /// Adds a question that was asked.
    ///
    /// Returns its index.
    package mutating func add(asked question: Question) -> Int {
        questionsAsked.append(question)
        return questionsAsked.count - 1
    }

    /// Adds a story.
    ///
    /// Returns its index.
    package mutating func add(_ story: Story) -> Int {
        stories.append(story)
        return stories.count - 1
    }

    package mutating func add(_ part: Story.Part, to owner: Int) { parts.append(part, to: owner) }

    /// Adds a telling of a story.
    ///
    /// Returns its index.
    package mutating func add(_ telling: Telling) -> Int {
        tellings.append(telling)
        return tellings.count - 1
    }

    /// Gives a note everything that was read.
    ///
    /// Nothing is left afterwards.
    package mutating func finish(_ note: inout Note) {
        for number in 0..<feedback.count {
            feedback[number].reasons = reasons.list(of: number, &bulletLists)
            feedback[number].plans = plans.list(of: number, &bulletLists)
            feedback[number].actions = nestedActions.list(of: number, &actionLists)
        }
        note.feedback = feedbackLists.write(&feedback, feedback.count)
        note.hasFeedback = !note.feedback.isEmpty
        if note.hasFeedback, hunches.count > 0 {
            var judge = HunchJudge(note.feedback)
            for number in 0..<hunches.count {
                hunches[number].verdict = judge.verdict(on: hunches[number].topics)
            }
        }
        note.actions = actionLists.write(&actions, actions.count)
        note.hunches = hunchLists.write(&hunches, hunches.count)
        note.evidence = evidenceLists.write(&evidence, evidence.count)
        note.questionsAsked = questionLists.write(&questionsAsked, questionsAsked.count)
        note.questionsToAsk = questionLists.write(&questionsToAsk, questionsToAsk.count)
        for number in 0..<stories.count { stories[number].parts = parts.list(of: number, &partLists) }
        note.stories = storyLists.write(&stories, stories.count)
        note.tellings = tellingLists.write(&tellings, tellings.count)
    }
}
