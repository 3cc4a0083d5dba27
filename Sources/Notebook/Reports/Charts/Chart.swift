/// Numbers that a person would rather look at than read, and the same numbers as a table.
struct Chart: Sendable {
    /// What is drawn.
    enum Form: Sendable {
        case bars(Bars)
        case months(Months)
        case marks(Marks)
    }

    let title: String
    /// What there is to see, in a sentence, for whoever cannot see it.
    let description: String
    let form: Form
    let table: Markdown.Table
    /// Whether the table stands in a report that is text. A chart is only on a page.
    var isTableInText = false
}

extension Chart {
    /// What a part of a bar stands for. Each is drawn in a pattern of its own, so that no colour is needed to tell it.
    enum Tone: Int, Sendable, CaseIterable {
        /// Nobody has decided yet.
        case open
        /// It is being weighed.
        case weighed
        /// It was taken in, or it held.
        case taken
        /// It was put aside, or it did not hold.
        case left
        /// Something else: it was liked, or withdrawn.
        case other
    }

    /// Bars side by side, each of parts.
    struct Bars: Sendable {
        struct Row: Sendable {
            let label: String
            /// One number for each part.
            let counts: [Int]
            /// What is said at the end of the bar.
            let remark: String
        }

        let parts: [(name: String, tone: Tone)]
        let rows: [Row]
    }

    /// How often something was in each of some months, a small chart a row.
    struct Months: Sendable {
        struct Row: Sendable {
            let label: String
            let counts: [Int]
        }

        /// A letter for each month.
        let letters: [String]
        let rows: [Row]
    }

    /// What happened on which day: filled or open, a line a row.
    struct Marks: Sendable {
        struct Mark: Sendable {
            let day: CalendarDate
            let isFilled: Bool
        }

        struct Row: Sendable {
            let label: String
            let marks: [Mark]
        }

        let filled: String
        let open: String
        let first: CalendarDate
        let last: CalendarDate
        let rows: [Row]
    }
}

extension Chart.Tone {
    /// What a stage of feedback is drawn as.
    init(_ stage: Stage) {
        switch stage {
        case .unsorted: self = .open
        case .chew: self = .weighed
        case .swallow: self = .taken
        case .spit: self = .left
        case .keep: self = .other
        }
    }

    /// What became of a hunch, drawn.
    init(_ verdict: Hunch.Verdict) {
        switch verdict {
        case .confirmed: self = .taken
        case .contradicted: self = .left
        case .open: self = .weighed
        case .notMentioned, .notCompared: self = .open
        }
    }

    /// How an interview ended, drawn.
    init(_ ending: Ending) {
        switch ending {
        case .passed: self = .taken
        case .lost: self = .left
        case .waiting: self = .weighed
        case .withdrawn: self = .other
        case .unknown: self = .open
        }
    }
}
