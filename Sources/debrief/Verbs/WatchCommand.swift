import ArgumentParser
import Notebook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Keep reports current in files while you write.",
        discussion: """
            Runs until Ctrl-C. A report is written anew when a note changes, and when a day begins. With --sync the \
            ticks of the checklist are carried into the notes whenever it is saved; without, a checklist with \
            ticks that the notes do not have stays as it is. The interview of --prep is chosen as by prep.

            Should the folder vanish, the reports stay as they are until it is there again. \
            Examples/services has what starts it with your session.

            Examples:
              debrief watch --summary summary.md
              debrief watch notes --checklist actions.md --sync
              debrief watch notes --calendar ~/.calendars/interviews
              debrief watch notes --prep next.md --company Acme --round onsite
              debrief watch notes --html pages
            """)

    @OptionGroup var options: NotebookOptions

    @Option(
        help: ArgumentHelp(
            "Keep the summary in this file. May be repeated, as may those below.", valueName: "file"),
        completion: .file(extensions: ["md"]))
    var summary: [String] = []

    @Option(
        help: ArgumentHelp("Keep the checklist in this file.", valueName: "file"),
        completion: .file(extensions: ["md"]))
    var checklist: [String] = []

    @Option(
        help: ArgumentHelp("Keep the page to read before an interview in this file.", valueName: "file"),
        completion: .file(extensions: ["md"]))
    var prep: [String] = []

    @Option(
        help: ArgumentHelp(
            "Keep a calendar in this folder, and carry what is ticked there into the notes.",
            valueName: "folder"),
        completion: .directory)
    var calendar: [String] = []

    @Option(
        help: ArgumentHelp("Keep every report as a page (.html) in this folder.", valueName: "folder"),
        completion: .directory)
    var html: String?

    @Flag(help: "Carry the ticks of the checklist into the notes.")
    var sync = false

    @Flag(help: "Look every second in place of waiting to be told, for network drives.")
    var poll = false

    @Flag(name: .shortAndLong, help: "Say only what went wrong.")
    var quiet = false

    @OptionGroup(title: "Interview of the prep sheet") var interview: InterviewOptions

    func validate() throws {
        let paths = reports.map(\.path) + calendar
        if paths.isEmpty {
            throw ValidationError(
                "Say what to keep current: --summary, --checklist, --prep, --calendar or --html.")
        }
        if html?.isEmpty == true { throw ValidationError("--html needs the name of a folder.") }
        if paths.contains(where: { $0.isEmpty || $0 == "-" }) {
            throw ValidationError("A report that is kept current needs the name of a file.")
        }
        for path in summary + checklist + prep { try ReportOptions.format(ofFile: path) }
        if !WatchedReport.areApart(paths) {
            throw ValidationError("Each report needs a file of its own.")
        }
        if sync, checklist.isEmpty { throw ValidationError("--sync is for a --checklist.") }
        if prep.isEmpty, html == nil, interview.isGiven {
            throw ValidationError("--for, --company, --role, --round and --date are for --prep and --html.")
        }
    }

    private var reports: [WatchedReport] {
        summary.map { WatchedReport(.summary, path: $0) }
            + checklist.map { WatchedReport(.checklist, path: $0) }
            + prep.map { WatchedReport(.prep(interview.choice), path: $0) }
            + (html.map { WatchedReport.pages(in: $0, prep: interview.choice) } ?? [])
    }

    func run() throws {
        let interruption = try Interruption.descriptor()
        let folder = NotebookFolder(path: options.notebook)
        let watch = FolderWatch(folder, isPolling: poll)
        let paths = reports.map(\.path)
        watch.follow(reports: paths)
        for path in calendar { try CalendarSync.make(path, of: folder) }
        var notebook = WatchedNotebook(
            folder: folder, reports: reports, isCarryingTicks: sync,
            calendars: calendar.map(WatchedCalendar.init))
        let log = WatchLog(isQuiet: quiet, pathPrefix: options.pathPrefix)
        let events = notebook.refresh(.anywhere, today: options.day.today)
        try Self.requireStart(events, log)
        try log.begin(options.notebook, noteCount: notebook.noteCount)
        for event in events { try log.say(event) }
        var limitation: String?
        var burst = Debounce()
        while !Interruption.isWished(interruption) {
            watch.follow(reports: paths, links: notebook.links)
            if watch.limitation != limitation { log.warn(watch.limitation ?? "") }
            limitation = watch.limitation
            if notebook.isGone, !folder.isThere { watch.restart() }
            // The order matters: a day that begins in between is seen at the second look, or else the alarm
            // goes off.
            let alarm = options.day.given == nil ? CalendarDate.beginOfTomorrow : nil
            let isNewDay = notebook.today.map { $0 != options.day.today } ?? false
            let changes = watch.wait(
                until: isNewDay ? .now : [burst.due, notebook.due].compactMap(\.self).min(), alarm: alarm,
                orFor: interruption)
            burst.add(changes, at: .now)
            let (today, now) = (options.day.today, ContinuousClock.now)
            let isDue = notebook.today.map { $0 != today } ?? false || notebook.due.map { $0 <= now } ?? false
            guard let changes = burst.takeDue(at: now) ?? (isDue ? FolderChanges.none : nil) else { continue }
            for event in notebook.refresh(changes, today: today) { try log.say(event) }
        }
    }

    /// Ends the program if what was asked for cannot be had from the beginning.
    private static func requireStart(_ events: [WatchEvent], _ log: WatchLog) throws {
        for event in events {
            switch event {
            case .gone(let reason):
                log.warn(reason)
                throw ExitStatus.noInput
            case .failed:
                for event in events { try log.say(event) }
                throw ExitStatus.cannotCreate
            default: continue
            }
        }
    }
}
