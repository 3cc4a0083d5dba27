public import Insights
package import Notes

/// What to read before an interview: the few lessons to carry in, and what else helps there.
///
/// This value holds what the sheet says, and `PrepText` writes it.
public struct PrepSheet: Sendable {
    package let index: NotebookIndex
    package let occasion: Occasion
    /// What each note's interview has in common with this one, by the note's index.
    package let sharedFacts: [SharedFacts]
    /// Earlier interviews at the same company, latest first.
    package let earlier: [Int]
    /// The latest earlier interview at another company with each of the interviewers who was there.
    package let met: [(name: String, note: Int)]
    /// Other interviews to prepare for on the same day.
    package let sameDay: [Int]
    /// The lessons, best first.
    package let lessons: [LessonRanking.Entry]
    /// Feedback that is still weighed, and unsorted feedback from this company, from an interview with one of
    /// the interviewers, or from several people.
    ///
    /// The nearest to the interview comes first.
    package let watchFor: [WatchItem]
    /// The topics that were spat out and came back, those of most people first.
    package let comebacks: [Comeback]
    /// Praise from this company that is not sorted yet, latest first.
    package let unsortedPraise: [FeedbackID]
    /// The topics that several people spoke of without any of it being sorted.
    package let saidBySeveral: [SaidBySeveral]
    package let unsortedCount: Int
    package let chewedCount: Int
    /// What they liked, nearest first.
    package let liked: [Praise]
    /// What is not read of this company's notes.
    package let notRead: ReadingGaps
    /// Whether no note is of the company or of one with a longer or shorter name, and no title or path begins
    /// with its name.
    package let isNewCompany: Bool
    /// The latest evidence of the lessons that hold, and what worked without belonging to a lesson, nearest
    /// first.
    package let worked: [EvidenceID]
    /// What slipped and belongs to no lesson, nearest first.
    package let slips: [EvidenceID]
    /// What this company has asked before, then what its interviewers asked elsewhere, and then what was asked in
    /// this kind of round.
    package let asked: [AskedQuestion]
    /// The stories to have ready; nil if the notebook has none.
    package let stories: StoryRanking?
    /// One's own hunches that an answer decided, earliest first.
    package let decidedHunches: [HunchTally.Case]
    /// Topics of hunches that nobody who answered has mentioned, most often feared first.
    package let vainHunches: [HunchTally.TopicRecord]
    /// Open actions: first those of the interview's own note, then those that are due by its day, first
    /// of the same company and then of others.
    ///
    /// Each part is sorted by due date.
    package let actions: [ActionID]

    /// Something to watch for.
    package struct WatchItem: Sendable {
        package let feedback: FeedbackID
        /// The topic that it stands for, if several people spoke of it.
        package var several: SaidBySeveral?
        /// The interviewers of the occasion who said it.
        fileprivate(set) package var speakers: [Acquaintances.Acquaintance] = []
    }

    /// A topic that several people spoke of without any of it being sorted.
    package struct SaidBySeveral: Sendable {
        package let topic: Topic
        package let peopleCount: Int
        package let newest: FeedbackID
    }

    /// Where a question was asked, the nearest last.
    package enum Nearness: Int, Sendable {
        case round, interviewer, company
    }

    package struct AskedQuestion: Sendable {
        package let question: QuestionGroup
        package let nearness: Nearness
        package var isOfCompany: Bool { nearness == .company }
        /// What was told in answer to it, earliest first.
        package var answers: [Answer] = []
    }

    /// Gathers what helps before an interview.
    public init(_ index: NotebookIndex, for occasion: Occasion) {
        self.index = index
        self.occasion = occasion
        let notes = index.notes
        let sharedFacts = occasion.sharedFacts(in: index)
        self.sharedFacts = sharedFacts
        let past = notes.indices.filter {
            $0 != occasion.note && notes[$0].isInterview && !notes[$0].isToPrepare(on: index.today)
        }
        earlier = past.filter { sharedFacts[$0].contains(.company) }.sorted {
            (notes[$0].date?.dayNumber ?? .min, $0) > (notes[$1].date?.dayNumber ?? .min, $1)
        }
        met = Self.met(by: occasion, past, sharedFacts, in: index)
        sameDay = index.others(on: occasion)
        let ((table, lessons, worked), (questions, hunches)) = concurrently(
            {
                let table = FeedbackTable(index)
                let lessons = index.lessons(table)
                return (table, lessons, Self.worked(of: lessons, in: index))
            },
            { (index.foldedQuestions(), HunchTally(index, topics: [], nil)) })
        let ranked = LessonRanking(
            index.gathered(lessons, sharedFacts), for: occasion, sharedFacts, in: index
        ).entries
        self.lessons = ranked

        /// Sorts the nearest first, then the newest, then in reading order.
        func nearest<Element>(_ elements: [Element], _ note: (Element) -> Int) -> [Element] {
            elements.enumerated().map { number, element in
                let note = note(element)
                let day = notes[note].date?.dayNumber ?? .min
                return (element: element, key: (sharedFacts[note].rawValue, day, -number))
            }.sorted { $0.key > $1.key }.map(\.element)
        }
        saidBySeveral = Self.saidBySeveral(table, in: index)
        let (watchFor, praise) = Self.watchFor(table, saidBySeveral, sharedFacts, in: index)
        self.watchFor = nearest(
            Self.withSpeakers(watchFor, of: occasion, sharedFacts, in: index), \.feedback.note)
        comebacks = index.comebacks(table)
        unsortedPraise = nearest(praise, \.note)
        (unsortedCount, chewedCount) = (
            table.rows.count { $0.stage == .unsorted }, table.rows.count { $0.stage == .chew }
        )
        liked = nearest(Self.holding(index.praise(table), lessons, in: index), \.newest.note)
        self.worked = nearest(Self.unfaulted(worked, in: index), \.note)
        slips = nearest(index.evidenceOfNoLesson(lessons, .slipped), \.note)
        let ofCompany = notes.indices.filter { $0 != occasion.note && sharedFacts[$0].contains(.company) }
        let namesakes = Self.namesakes(of: occasion, besides: ofCompany, in: index)
        isNewCompany = ofCompany.isEmpty && namesakes.isEmpty && !index.hasNearCompany(to: occasion)
        notRead = ReadingGaps(index) { number in
            number != occasion.note
                && (sharedFacts[number].contains(.company)
                    || notes[number].company == nil && namesakes.contains(number))
        }
        let book = index.hasStories ? StoryBook(index) : nil
        let asked = Self.asked(questions, book, sharedFacts, in: index)
        self.asked = asked
        stories = book.map {
            Self.stories($0, asked, lessons: ranked, for: occasion, sharedFacts, in: index)
        }
        decidedHunches = hunches.decided
        vainHunches = Self.vain(hunches, besides: Set(table.topics), in: index)
        actions = Self.actions(for: occasion, sharedFacts, in: index)
    }

    private static func withSpeakers(
        _ items: [WatchItem], of occasion: Occasion, _ sharedFacts: [SharedFacts], in index: NotebookIndex
    ) -> [WatchItem] {
        var acquaintances = Acquaintances(of: occasion, in: index)
        if acquaintances.isEmpty { return items }
        return items.map { item in
            let note = item.feedback.note
            guard sharedFacts[note].contains(.interviewer) else { return item }
            var item = item
            item.speakers = acquaintances.acquaintances(
                among: index[item.feedback].sources, of: index.notes[note],
                isOfCompany: sharedFacts[note].contains(.company))
            return item
        }
    }

    /// Returns the latest interview at another company with each interviewer of an occasion.
    private static func met(
        by occasion: Occasion, _ past: [Int], _ sharedFacts: [SharedFacts], in index: NotebookIndex
    ) -> [(name: String, note: Int)] {
        var acquaintances = Acquaintances(of: occasion, in: index)
        var latest: [String: Int] = [:]
        for number in past
        where sharedFacts[number].contains(.interviewer) && !sharedFacts[number].contains(.company) {
            let note = index.notes[number]
            for known in acquaintances.acquaintances(among: note.interviewers, of: note, isOfCompany: false) {
                let day = { (note: Int) in index.notes[note].date?.dayNumber ?? .min }
                if let other = latest[known.name], day(other) > day(number) { continue }
                latest[known.name] = number
            }
        }
        return occasion.interviewers.compactMap { name in latest[name].map { (name, $0) } }
    }

    /// Returns the topics that were feared and that nobody spoke of anywhere, nor of one that is nested in them.
    ///
    /// A hunch that praises is no fear.
    private static func vain(_ hunches: HunchTally, besides said: Set<Topic>, in index: NotebookIndex)
        -> [HunchTally.TopicRecord]
    {
        var finder = NoteTopicFinder(index)
        return hunches.topicRecords().filter { record in
            record.count(.notMentioned) == record.cases.count
                && !said.contains { $0 == record.topic || $0.outer.contains(record.topic) }
                && record.cases.allSatisfy {
                    finder.read(index[$0.hunch].text, of: $0.hunch.note)
                    return finder.stance().tone != .praise
                }
        }
    }

    /// Returns the praise that still holds: its topic is of no lesson that slipped later, and last.
    private static func holding(_ praise: [Praise], _ lessons: [Lesson], in index: NotebookIndex) -> [Praise]
    {
        var slipped: [Topic: CalendarDate] = [:]
        for lesson in lessons {
            if let topic = lesson.topic, let last = lesson.showings.last, last.kind == .slipped,
                let day = last.day
            {
                slipped[topic] = max(slipped[topic] ?? day, day)
            }
        }
        if slipped.isEmpty { return praise }
        return praise.filter { praise in
            guard let day = praise.topic.flatMap({ slipped[$0] }), let said = praise.last else { return true }
            return said >= day
        }
    }

    /// Returns what worked where nobody who was there found fault with it.
    private static func unfaulted(_ worked: [EvidenceID], in index: NotebookIndex) -> [EvidenceID] {
        var finder = NoteTopicFinder(index)
        var faulted: [Int: Set<Topic>] = [:]
        for note in Set(worked.map(\.note)) {
            for piece in index.notes[note].feedback
            where [.swallow, .chew].contains(piece.stage) && !piece.topics.isEmpty {
                finder.read(piece.text, of: note)
                let stance = finder.stance()
                if stance.wishes || stance.tone == .fault || stance.tone == .denial {
                    faulted[note, default: []].formUnion(piece.topics)
                }
            }
        }
        return worked.filter { faulted[$0.note]?.isDisjoint(with: index[$0].topics) ?? true }
    }

    private static func worked(of lessons: [Lesson], in index: NotebookIndex) -> [EvidenceID] {
        var last: [EvidenceID] = []
        var seen: Set<EvidenceID> = []
        var reached: Set<EvidenceID> = []
        for lesson in lessons {
            if lesson.standing == .worked, let showing = lesson.showings.last,
                seen.insert(showing.evidence).inserted
            {
                last.append(showing.evidence)
            }
            for showing in lesson.showings { reached.formUnion(showing.allEvidence) }
        }
        for note in index.notes.indices {
            let evidence = index.notes[note].evidence
            for number in evidence.indices where evidence[number].kind == .worked {
                let id = EvidenceID(note: note, number: number)
                if !reached.contains(id) { last.append(id) }
            }
        }
        return last
    }

    /// Returns the questions to expect.
    ///
    /// Those of this company come first, then those of the same interviewer, then those of the same kind of
    /// round. Of each, those that recur come before those that were asked last.
    private static func asked(
        _ questions: [QuestionGroup], _ book: StoryBook?, _ sharedFacts: [SharedFacts],
        in index: NotebookIndex
    ) -> [AskedQuestion] {
        questions.enumerated().compactMap {
            number, group -> (question: AskedQuestion, key: (Int, Int, Int32, Int))? in
            let shared = group.questions.reduce(into: SharedFacts()) { $0.formUnion(sharedFacts[$1.note]) }
            guard !shared.isDisjoint(with: [.company, .interviewer, .round]) else { return nil }
            let isOfCompany = shared.contains(.company)
            if !isOfCompany, group.namesItsCompany(in: index) { return nil }
            let nearness: Nearness =
                isOfCompany ? .company : shared.contains(.interviewer) ? .interviewer : .round
            let last = group.questions.last.flatMap { index.notes[$0.note].date }?.dayNumber ?? .min
            return (
                question: AskedQuestion(
                    question: group, nearness: nearness,
                    answers: book.map { Answer.all(to: group, $0, in: index) } ?? []),
                key: (nearness.rawValue, group.questions.count, last, -number)
            )
        }.sorted { (a: (question: AskedQuestion, key: (Int, Int, Int32, Int)), b) in a.key > b.key }
            .map(\.question)
    }

    private static func actions(
        for occasion: Occasion, _ sharedFacts: [SharedFacts], in index: NotebookIndex
    ) -> [ActionID] {
        let end = max(occasion.date ?? index.today, index.today)
        let actions = concurrently(index.notes.count) { note in
            index.actionIDs(ofNote: note) { action in
                let isMeant =
                    note == occasion.note
                    || action.due.map { $0 <= end } ?? sharedFacts[note].contains(.company)
                return action.isPending && isMeant
            }.filter { !index.isSpatOut($0) }
        }
        return actions.flatMap(\.self).enumerated().map { number, id in
            let distance = id.note == occasion.note ? 0 : sharedFacts[id.note].contains(.company) ? 1 : 2
            return (id: id, key: (distance, index[id].due?.dayNumber ?? .max, number))
        }.sorted { $0.key < $1.key }.map(\.id)
    }
}
