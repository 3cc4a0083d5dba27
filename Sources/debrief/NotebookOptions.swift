public import ArgumentParser
public import Notebook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What every verb takes: the notebook, and the day.
struct NotebookOptions: ParsableArguments {
    @Argument(help: "The folder of notes.", completion: .directory)
    var notebook = "."

    @OptionGroup var day: DayOption
}

/// The day that decides what is overdue, stale or upcoming.
struct DayOption: ParsableArguments {
    @Option(
        name: .customLong("today"),
        help: ArgumentHelp(
            "The day to take as today (default: the calendar's).", valueName: "YYYY-MM-DD"))
    var given: CalendarDate?

    var today: CalendarDate { given ?? .systemToday }
}

extension CalendarDate: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension CalendarDate {
    /// The local calendar's date.
    static var systemToday: CalendarDate {
        var seconds = time(nil)
        var parts = unsafe tm()
        _ = unsafe localtime_r(&seconds, &parts)
        return CalendarDate(
            year: unsafe Int(parts.tm_year) + 1900, month: unsafe Int(parts.tm_mon) + 1,
            day: unsafe Int(parts.tm_mday))
            ?? CalendarDate(dayNumber: Int32(clamping: seconds / 86_400))
    }
}
