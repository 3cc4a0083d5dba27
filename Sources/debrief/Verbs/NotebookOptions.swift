public import ArgumentParser
public import Notebook
private import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The options that every verb about a notebook has: the notebook, and the day.
struct NotebookOptions: ParsableArguments {
    @Argument(help: "The folder of notes.", completion: .directory)
    var notebook = "."

    @OptionGroup var day: DayOption
    @OptionGroup var timings: TimingsOption

    /// Reads the notebook, and says on standard error what could not be read as meant.
    func readIndex() throws -> NotebookIndex {
        try Self.readIndex(reporting: notebook, today: day.today)
    }

    static func readIndex(reporting notebook: String, today: CalendarDate) throws -> NotebookIndex {
        let index = try readIndex(notebook, today: today)
        report(index.faults, in: notebook)
        return index
    }

    /// What was read is kept until the process ends, because freeing it note by note only takes time.
    private static let read = Mutex<[NotebookIndex]>([])

    static func readIndex(_ notebook: String, today: CalendarDate) throws -> NotebookIndex {
        let progress = ReadingProgress()
        ProgressLine.begin(progress)
        defer { ProgressLine.end() }
        do {
            let index = try NotebookFolder(path: notebook).read(today: today, progress: progress)
            read.withLock { $0.append(index) }
            return index
        } catch {
            Terminal.say("debrief: \(error)")
            throw ExitStatus.noInput
        }
    }

    /// Says errors in full.
    ///
    /// It only counts warnings, which `check` shows.
    private static func report(_ diagnostics: [Diagnostic], in notebook: String) {
        let errors = diagnostics.filter { $0.severity == .error }
        if !errors.isEmpty {
            Terminal.say(Diagnosis(errors).text(pathPrefix: prefix(of: notebook)), as: .positions)
        }
        let warnings = diagnostics.count { $0.severity == .warning }
        if warnings > 0 { Terminal.say("debrief: \(self.warnings(warnings))") }
    }

    /// Returns how many warnings there are, and what shows them.
    static func warnings(_ count: Int) -> String {
        switch count {
        case 0: "no warnings"
        case 1: "1 warning; `debrief check` shows it"
        default: "\(count) warnings; `debrief check` shows them"
        }
    }

    /// What leads from the working directory to the notes, so that positions can be clicked on.
    var pathPrefix: [UInt8] { Self.prefix(of: notebook) }

    static func prefix(of notebook: String) -> [UInt8] {
        if notebook == "." || notebook == "./" { return [] }
        return Array((notebook.hasSuffix("/") ? notebook : notebook + "/").utf8)
    }
}

/// The day that decides what is overdue, stale or upcoming.
struct DayOption: ParsableArguments {
    @Option(
        name: .customLong("today"),
        help: ArgumentHelp("The day to take as today (default: the calendar's).", valueName: "YYYY-MM-DD"))
    var given: CalendarDate?

    var today: CalendarDate { given ?? .today }
}

/// Which part of the notebook a report is about.
struct FilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What came on this day or later.", valueName: "YYYY-MM-DD"))
    var since: CalendarDate?

    @Option(help: ArgumentHelp("What came on this day or earlier.", valueName: "YYYY-MM-DD"))
    var until: CalendarDate?

    @Option(
        help: ArgumentHelp(
            "Which day these go by: that on which feedback came, or that of the interview.",
            valueName: "came or interview"))
    var by = Filter.Bounded.came

    @Option(
        help: ArgumentHelp(
            "Interviews at this company. May be repeated, as may those below.", valueName: "name"),
        completion: NotebookCompletion.companies)
    var company: [String] = []

    @Option(
        help: ArgumentHelp("Interviews for this role.", valueName: "name"),
        completion: NotebookCompletion.roles)
    var role: [String] = []

    @Option(
        help: ArgumentHelp("Interviews of this round.", valueName: "name"),
        completion: NotebookCompletion.rounds)
    var round: [String] = []

    @Option(
        help: ArgumentHelp("What is about this topic, or one nested in it.", valueName: "topic"),
        completion: NotebookCompletion.topics)
    var topic: [String] = []

    var filter: Filter {
        var filter = Filter()
        filter.since = since
        filter.until = until
        filter.by = by
        filter.companies = company
        filter.roles = role
        filter.rounds = round
        filter.topics = topic.map { Topic(String($0.drop { $0 == "#" })) }
        return filter
    }
}

extension Filter.Bounded: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
    /// Reads a day that is given as `2026-12-31`; nil for anything else.
    public init?(argument: String) { self.init(argument) }
}
