public import Insights
internal import Markup
package import Notes

/// What a notebook has for a calendar: interviews as events, and what is due as tasks.
public struct NotebookCalendar: Sendable {
    /// One component for each, in the order of their days.
    package let components: [ICalendarComponent]

    /// Collects what a calendar shows.
    ///
    /// - Parameters:
    ///   - index: The notebook.
    ///   - all: Whether interviews that are over are included.
    ///   - asEvents: Whether what is due becomes all-day events, for calendars that drop tasks.
    public init(_ index: NotebookIndex, all: Bool = false, asEvents: Bool = false) {
        var entries: [(day: CalendarDate, component: ICalendarComponent)] = []
        let lessons = index.lessons()
        let builder = CalendarBuilder(index, asEvents: asEvents)
        for number in index.notes.indices {
            let note = index.notes[number]
            guard note.isInterview, let date = note.date, note.outcome != .withdrawn else { continue }
            let isToCome = date >= index.today && note.isToPrepare(on: index.today)
            if isToCome || all {
                entries.append((date, builder.interview(number, on: date, lessons, isToCome)))
            }
        }
        for entry in index.actionEntries() {
            let action = index[entry.action]
            guard action.isPending, let day = action.due ?? action.scheduled else { continue }
            entries.append((day, builder.action(action, entry)))
        }
        for row in AskList(index).rows {
            if let (day, component) = builder.request(row) { entries.append((day, component)) }
        }
        let sorted = entries.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        components = sorted.map(\.element.component)
    }

    /// Returns the calendar as one file.
    public func bytes() -> [UInt8] { ICalendarWriter.calendar(of: components) }
}

/// Makes the components of a notebook's calendar.
package struct CalendarBuilder {
    private let index: NotebookIndex
    private let asEvents: Bool

    package init(_ index: NotebookIndex, asEvents: Bool) {
        self.index = index
        self.asEvents = asEvents
    }

    // MARK: Interviews

    package func interview(
        _ number: Int, on date: CalendarDate, _ lessons: [Lesson], _ isToCome: Bool
    ) -> ICalendarComponent {
        let note = index.notes[number]
        var event = begin("VEVENT", uid: CalendarID.ofNote(note.path, "interview"))
        let time = note.time.flatMap { CalendarTime($0, note.timeOffset) }
        if let time {
            event.add("DTSTART", time.written(on: date))
            // Notes do not say how long an interview takes.
            event.add("DURATION", "PT1H")
        } else {
            event.add("DTSTART", date)
            event.add("DTEND", date.adding(days: 1))
        }
        event.add("SUMMARY", text: note.shortName)
        if let place = note.place {
            event.add("LOCATION", text: place)
            if let address = note.address { event.add("URL", address, parameters: ";VALUE=URI") }
        }
        let lines = [note.role, note.interviewers.isEmpty ? nil : "With \(Wording.list(note.interviewers))"]
        event.add(
            "DESCRIPTION", text: (lines.compactMap(\.self) + [note.path.description]).joined(separator: "\n"))
        if isToCome { event.components = [alarm(for: number, time, lessons)] }
        return event
    }

    /// Returns an alarm at six in the evening before.
    private func alarm(for note: Int, _ time: CalendarTime?, _ lessons: [Lesson]) -> ICalendarComponent {
        var alarm = ICalendarComponent("VALARM")
        alarm.add("ACTION", "DISPLAY")
        let minutes = 6 * 60 + (time?.minutes ?? 0)
        let trigger = "-PT\(minutes / 60)H" + (minutes % 60 == 0 ? "" : "\(minutes % 60)M")
        alarm.add("TRIGGER", trigger)
        let ranking = LessonRanking(lessons, for: Occasion(of: note, in: index), in: index)
        let carried = ranking.entries.prefix(3).map { index[$0.lesson.headline].text.folded }
        let text = carried.isEmpty ? index.notes[note].shortName : carried.joined(separator: "\n")
        alarm.add("DESCRIPTION", text: text)
        return alarm
    }

    // MARK: Things to do

    package func action(_ action: Action, _ entry: Checklist.Entry) -> ICalendarComponent {
        let note = index.notes[entry.action.note]
        let lesson = entry.action.lesson.map { index[$0].text.folded }
        var item = beginTask(
            uid: CalendarID.ofAction(entry.key), due: asEvents ? action.due ?? action.scheduled : action.due,
            summary: action.oneLine,
            lines: [lesson == action.oneLine ? nil : lesson, "\(note.path):\(action.position.line)"])
        // No calendar accepts a start that is not before the end.
        if !asEvents, let start = action.scheduled, action.due.map({ start < $0 }) ?? true {
            item.add("DTSTART", start)
        }
        if !asEvents { item.add("STATUS", action.state == .inProgress ? "IN-PROCESS" : "NEEDS-ACTION") }
        item.add(CalendarID.property, entry.id.text)
        if action.box.isOwn { item.add(CalendarID.boxProperty, text: String(action.box.character)) }
        return item
    }

    /// Returns a task for a step: asking is due the day after the interview, and thanking the day after the
    /// answer.
    package func request(_ row: AskList.Row) -> (CalendarDate, ICalendarComponent)? {
        guard let since = row.since, row.step == .ask || row.step == .thank else { return nil }
        let note = index.notes[row.note]
        let people = row.people(of: note)
        let names = people.isEmpty ? "" : " \(Wording.list(people))"
        let (verb, option, what) =
            row.step == .ask ? ("Ask", "--sent", "for feedback") : ("Thank", "--thanked", "for the answer")
        let day = since.adding(days: 1)
        var item = beginTask(
            uid: CalendarID.ofNote(note.path, verb.lowercased()), due: day,
            summary: "\(verb)\(names) \(what): \(note.shortName)",
            lines: ["Once it is done: debrief ask \(Wording.argument(note.path.bytes)) \(option)"])
        if !asEvents { item.add("STATUS", "NEEDS-ACTION") }
        return (day, item)
    }

    private func beginTask(
        uid: String, due: CalendarDate?, summary: String, lines: [String?]
    ) -> ICalendarComponent {
        var item = begin(asEvents ? "VEVENT" : "VTODO", uid: uid)
        if let due {
            item.add(asEvents ? "DTSTART" : "DUE", due)
            if asEvents { item.add("DTEND", due.adding(days: 1)) }
        }
        item.add("SUMMARY", text: summary)
        item.add("DESCRIPTION", text: lines.compactMap(\.self).joined(separator: "\n"))
        return item
    }

    private func begin(_ name: String, uid: String) -> ICalendarComponent {
        var component = ICalendarComponent(name)
        component.add("UID", uid)
        // The same notes on the same day give the same bytes.
        component.add("DTSTAMP", ICalendarComponent.compact(index.today) + "T000000Z")
        component.add("SEQUENCE", "0")
        return component
    }
}

/// A time as a calendar has it: local to wherever one is, or in UTC if an offset is known.
package struct CalendarTime {
    /// Minutes since midnight, in local time.
    package let minutes: Int
    /// Minutes from UTC to local time.
    private let offset: Int?

    package init?(_ time: String, _ offset: String?) {
        guard let minutes = Self.minutes(time) else { return nil }
        self.minutes = minutes
        switch offset {
        case nil: self.offset = nil
        case "Z"?, "z"?: self.offset = 0
        case let text?:
            let size = Self.minutes(String(text.dropFirst()))
            self.offset = size.map { text.hasPrefix("-") ? -$0 : $0 }
        }
    }

    private static func minutes(_ text: String) -> Int? {
        let digits = text.filter { $0 != ":" }
        guard digits.utf8.count == 4, let number = Int(digits), number >= 0, number % 100 < 60, number < 2400
        else { return nil }
        return number / 100 * 60 + number % 100
    }

    package func written(on date: CalendarDate) -> String {
        let total = minutes - (offset ?? 0)
        let day = date.adding(days: total < 0 ? -1 : total >= 24 * 60 ? 1 : 0)
        let rest = (total + 24 * 60) % (24 * 60)
        let digits = String(10_000 + rest / 60 * 100 + rest % 60).dropFirst()
        return "\(ICalendarComponent.compact(day))T\(digits)00\(offset == nil ? "" : "Z")"
    }
}
