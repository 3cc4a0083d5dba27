package import Insights
package import Notes

/// Numbers that a person would rather look at than read, and the same numbers as a table.
package struct Chart: Sendable {
    /// What is drawn.
    package enum Form: Sendable {
        case bars(Bars)
        case months(Months)
        case marks(Marks)
    }

    package let title: String
    /// What there is to see, in a sentence, for somebody who cannot see it.
    package let description: String
    package let form: Form
    package let table: Markdown.Table
    /// Whether a report in text shows the table.
    ///
    /// Only a page shows the chart.
    package var isTableInText = false
}

extension Chart {
    /// What a part of a bar stands for.
    ///
    /// Each tone has a pattern of its own, so that nobody needs the colours to tell them apart.
    package enum Tone: Int, Sendable, CaseIterable {
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
    package struct Bars: Sendable {
        package struct Row: Sendable {
            package let label: String
            /// One number for each part.
            package let counts: [Int]
            /// The words at the end of the bar.
            package let remark: String
        }

        package let parts: [(name: String, tone: Tone)]
        package let rows: [Row]
    }

    /// How often something happened in each of some months.
    ///
    /// Each row is a small chart.
    package struct Months: Sendable {
        package struct Row: Sendable {
            package let label: String
            package let counts: [Int]
        }

        /// A letter for each month.
        package let letters: [String]
        package let rows: [Row]
    }

    /// What happened on which day, as filled and open marks.
    ///
    /// Each row is a line.
    package struct Marks: Sendable {
        package struct Mark: Sendable {
            package let day: CalendarDate
            package let isFilled: Bool
        }

        package struct Row: Sendable {
            package let label: String
            package let marks: [Mark]
        }

        package let filled: String
        package let open: String
        package let first: CalendarDate
        package let last: CalendarDate
        package let rows: [Row]
    }
}

extension Chart.Tone {
    /// The tone of a stage of feedback.
    package init(_ stage: Stage) {
        switch stage {
        case .unsorted: self = .open
        case .chew: self = .weighed
        case .swallow: self = .taken
        case .spit: self = .left
        case .keep: self = .other
        }
    }

    /// The tone of what became of a hunch.
    package init(_ verdict: Hunch.Verdict) {
        switch verdict {
        case .confirmed: self = .taken
        case .contradicted: self = .left
        case .open: self = .weighed
        case .notMentioned, .notCompared: self = .open
        }
    }

    /// The tone of how an interview ended.
    package init(_ ending: Ending) {
        switch ending {
        case .passed: self = .taken
        case .lost: self = .left
        case .waiting: self = .weighed
        case .withdrawn: self = .other
        case .unknown: self = .open
        }
    }
}
