/// Numbers that a person would rather look at than read, and the same numbers as a table.
struct Chart: Sendable {
    /// What is drawn.
    enum Form: Sendable {
        case bars(Bars)
        case months(Months)
        case marks(Marks)
    }

    let title: String
    /// What there is to see, in a sentence, for somebody who cannot see it.
    let description: String
    let form: Form
    let table: Markdown.Table
    /// Whether a report in text shows the table. Only a page shows the chart.
    var isTableInText = false
}

extension Chart {
    /// What a part of a bar stands for. Each tone has a pattern of its own, so that nobody needs the colours to tell
    /// them apart.
    enum Tone: Int, Sendable, CaseIterable {
        /// Nobody has decided yet.
        case open
        /// It is being weighed.
        case weighed
        /// It was taken in, or it held.
        case taken
        /// It was put aside, or it did not hold.
        case left
        /// Something else: it was liked, or somebody withdrew.
        case other
    }

    /// Bars one below another, each made of parts.
    struct Bars: Sendable {
        struct Row: Sendable {
            let label: String
            /// One number for each part.
            let counts: [Int]
            /// The words at the end of the bar.
            let remark: String
        }

        let parts: [(name: String, tone: Tone)]
        let rows: [Row]
    }

    /// How often something happened in each of some months. Each row is a small chart.
    struct Months: Sendable {
        struct Row: Sendable {
            let label: String
            let counts: [Int]
        }

        /// A letter for each month.
        let letters: [String]
        let rows: [Row]
    }

    /// What happened on which day, as filled and open marks. Each row is a line.
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
    /// The tone of a stage of feedback.
    init(_ stage: Stage) {
        switch stage {
        case .unsorted: self = .open
        case .chew: self = .weighed
        case .swallow: self = .taken
        case .spit: self = .left
        case .keep: self = .other
        }
    }

    /// The tone of what became of a hunch.
    init(_ verdict: Hunch.Verdict) {
        switch verdict {
        case .confirmed: self = .taken
        case .contradicted: self = .left
        case .open: self = .weighed
        case .notMentioned, .notCompared: self = .open
        }
    }

    /// The tone of how an interview ended.
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
