internal import Markup

/// What to read before an interview: the few lessons to carry in, and what else helps there.
///
/// A value that holds what the sheet says; `PrepText` writes it.
public struct PrepSheet: Sendable {
    let index: Index
    let occasion: Occasion
    /// By note, what its interview has in common with this one.
    let kinships: [Kinship]
    /// Earlier interviews at the same company, latest first.
    let earlier: [Int]
    /// Other interviews to prepare for on the same day.
    let sameDay: [Int]
    /// Best first.
    let lessons: [LessonRanking.Entry]
    /// What is still weighed, and what is not sorted yet of this company, or of several people: nearest to the
    /// interview first.
    let watchFor: [WatchItem]
    /// What several people said that is not sorted yet, by its topic.
    let saidBySeveral: [SaidBySeveral]
    let unsortedCount: Int
    let chewedCount: Int
    /// What they liked: nearest first.
    let liked: [Praise]
    /// What of this company is not read.
    let notRead: ReadingGaps
    /// Whether no note is of the company, and none has a title or a path that begins so.
    let isNewCompany: Bool
    /// What showed last of the lessons that hold, and of nothing that is a lesson: nearest first.
    let worked: [EvidencePlace]
    /// What slipped and is of no lesson: nearest first.
    let slips: [EvidencePlace]
    /// What this company has asked before, then what this kind of round has.
    let asked: [AskedQuestion]
    /// The stories to have ready; nil where the notebook has none.
    let stories: StoryRanking?
    /// One's own hunches that an answer decided, earliest first.
    let decidedHunches: [HunchTally.Case]
    /// What one has had hunches about, and nobody who answered has mentioned; most often feared first.
    let vainHunches: [HunchTally.TopicRecord]
    /// Open actions of the interview's own note, and then those that are due by its day; by due date.
    let actions: [ActionPlace]

    /// Something to watch for.
    struct WatchItem: Sendable {
        let place: FeedbackPlace
        /// What it stands for, where several people said so.
        var several: SaidBySeveral?
    }

    /// A topic that several people spoke of, none of it sorted.
    struct SaidBySeveral: Sendable {
        let topic: Topic
        let peopleCount: Int
        let newest: FeedbackPlace
    }

    struct AskedQuestion: Sendable {
        let question: QuestionGroup
        let isOfCompany: Bool
        /// What was told in answer to it, earliest first.
        var answers: [Answer] = []
    }

    public init(_ index: Index, for occasion: Occasion) {
        self.index = index
        self.occasion = occasion
        let notes = index.notes
        let kinships = occasion.kinships(with: notes, index.configuration)
        self.kinships = kinships
        let past = notes.indices.filter {
            $0 != occasion.note && notes[$0].isInterview && !notes[$0].isToPrepare(on: index.today)
        }
        earlier = past.filter { kinships[$0].contains(.company) }.sorted {
            (notes[$0].date?.dayNumber ?? .min, $0) > (notes[$1].date?.dayNumber ?? .min, $1)
        }
        sameDay = index.others(on: occasion)
        let ((table, lessons, worked), (questions, hunches)) = concurrently(
            {
                let table = FeedbackTable(index)
                let lessons = index.lessons(table)
                return (table, lessons, Self.worked(of: lessons, in: index))
            },
            { (Self.questions(index), HunchTally(index, topics: [], nil)) })
        let ranked = LessonRanking(index.gathered(lessons), kinships, today: index.today).entries
        self.lessons = ranked

        /// The nearest first, then the newest, then in reading order.
        func nearest<Element>(_ elements: [Element], _ note: (Element) -> Int) -> [Element] {
            elements.enumerated().map { number, element in
                let note = note(element)
                let day = notes[note].date?.dayNumber ?? .min
                return (element: element, key: (kinships[note].rawValue, day, -number))
            }.sorted { $0.key > $1.key }.map(\.element)
        }
        saidBySeveral = Self.saidBySeveral(table, in: index)
        watchFor = nearest(
            Self.watchFor(table, saidBySeveral, kinships), \.place.note)
        (unsortedCount, chewedCount) = (
            table.rows.count { $0.stage == .unsorted }, table.rows.count { $0.stage == .chew }
        )
        liked = nearest(index.praise(table), \.newest.note)
        self.worked = nearest(worked, \.note)
        slips = nearest(index.evidenceOfNoLesson(lessons, .slipped), \.note)
        let ofCompany = notes.indices.filter { $0 != occasion.note && kinships[$0].contains(.company) }
        let namesakes = Self.namesakes(of: occasion, besides: ofCompany, in: index)
        isNewCompany = ofCompany.isEmpty && namesakes.isEmpty
        notRead = ReadingGaps(index) { number in
            number != occasion.note
                && (kinships[number].contains(.company)
                    || notes[number].company == nil && namesakes.contains(number))
        }
        let book = index.hasStories ? StoryBook(index) : nil
        let asked = Self.asked(questions, book, kinships, in: index)
        self.asked = asked
        stories = book.map {
            Self.stories($0, asked, lessons: ranked, for: occasion, kinships, in: index)
        }
        decidedHunches = hunches.decided
        // What somebody said anywhere was not feared in vain.
        let said = Set(table.topics)
        vainHunches = hunches.topicRecords().filter {
            $0.count(.notMentioned) == $0.cases.count && !said.contains($0.topic)
        }
        actions = Self.actions(for: occasion, in: index)
    }

    private static func worked(of lessons: [Lesson], in index: Index) -> [EvidencePlace] {
        var last: [EvidencePlace] = []
        var seen: Set<EvidencePlace> = []
        var reached: Set<EvidencePlace> = []
        for lesson in lessons {
            if lesson.standing == .worked, let showing = lesson.showings.last,
                seen.insert(showing.place).inserted
            {
                last.append(showing.place)
            }
            for showing in lesson.showings { reached.insert(showing.place) }
        }
        for note in index.notes.indices {
            let evidence = index.notes[note].evidence
            for number in evidence.indices where evidence[number].kind == .worked {
                let place = EvidencePlace(note: note, number: number)
                if !reached.contains(place) { last.append(place) }
            }
        }
        return last
    }

    /// The questions that were asked. Only where there are stories those in other words count as the same too, for it
    /// takes a look at every word.
    private static func questions(_ index: Index) -> [QuestionGroup] {
        index.hasStories ? index.foldedQuestions() : index.questionGroups()
    }

    /// What this company asked before what only the kind of round has in common; what recurs before the rest,
    /// then what was asked last.
    private static func asked(
        _ questions: [QuestionGroup], _ book: StoryBook?, _ kinships: [Kinship], in index: Index
    ) -> [AskedQuestion] {
        questions.enumerated().compactMap { number, group in
            let kinship = group.places.reduce(into: Kinship()) { $0.formUnion(kinships[$1.note]) }
            guard !kinship.isDisjoint(with: [.company, .round]) else { return nil }
            let isOfCompany = kinship.contains(.company)
            let last = group.places.last.flatMap { index.notes[$0.note].date }?.dayNumber ?? .min
            return (
                question: AskedQuestion(
                    question: group, isOfCompany: isOfCompany,
                    answers: book.map { Answer.all(to: group, $0, in: index) } ?? []),
                key: (isOfCompany ? 1 : 0, group.places.count, last, -number)
            )
        }.sorted { (a: (question: AskedQuestion, key: (Int, Int, Int32, Int)), b) in a.key > b.key }
            .map(\.question)
    }

    private static func actions(for occasion: Occasion, in index: Index) -> [ActionPlace] {
        let end = max(occasion.date ?? index.today, index.today)
        let actions = concurrently(index.notes.count) { note in
            index.actions(ofNote: note) { action in
                action.isPending && (note == occasion.note || action.due.map { $0 <= end } ?? false)
            }
        }
        return actions.flatMap(\.self).enumerated().map { number, place in
            let isOther = place.note == occasion.note ? 0 : 1
            return (place: place, key: (isOther, index[place].due?.dayNumber ?? .max, number))
        }.sorted { $0.key < $1.key }.map(\.place)
    }
}
