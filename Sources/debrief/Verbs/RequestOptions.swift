import ArgumentParser
import Notebook

/// What came of a request for feedback, to be recorded.
struct RequestOptions: ParsableArguments {
    /// The day of something that is recorded.
    enum Day: ExpressibleByArgument, CustomStringConvertible {
        case today
        case day(CalendarDate)

        init?(argument: String) {
            guard let date = CalendarDate(argument) else { return nil }
            self = .day(date)
        }

        var description: String {
            switch self {
            case .today: "today"
            case .day(let date): date.description
            }
        }
    }

    @Option(defaultAsFlag: Day.today, parsing: .next, help: Self.help("that you asked"))
    var sent: Day?

    @Option(defaultAsFlag: Day.today, parsing: .next, help: Self.help("that an answer came"))
    var answered: Day?

    @Option(
        defaultAsFlag: Day.today, parsing: .next, help: Self.help("that they may not or would not answer"))
    var refused: Day?

    @Option(defaultAsFlag: Day.today, parsing: .next, help: Self.help("that you gave thanks"))
    var thanked: Day?

    private static func help(_ event: String) -> ArgumentHelp {
        ArgumentHelp("Record \(event).", valueName: "YYYY-MM-DD")
    }

    var isEmpty: Bool { sent == nil && answered == nil && refused == nil && thanked == nil }

    /// Returns the days that are recorded.
    ///
    /// `mail` is the day of the mail with the answer. It counts if no other day is given.
    func dates(today: CalendarDate, ofMail mail: CalendarDate? = nil) -> RequestDates {
        func date(_ day: Day?) -> CalendarDate? {
            switch day {
            case .day(let date): date
            case .today: today
            case nil: nil
            }
        }
        var dates = RequestDates()
        dates.asked = date(sent)
        if case .today? = answered { dates.answered = mail ?? today } else { dates.answered = date(answered) }
        dates.refused = date(refused)
        dates.thanked = date(thanked)
        return dates
    }
}
