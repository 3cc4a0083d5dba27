internal import Markup
package import Notes

/// The identifiers by which a calendar's entries are recognised.
package enum CalendarID {
    /// The property that holds the id of the matching checklist item.
    ///
    /// The id tells which box the action had when the calendar was written.
    package static let property = "X-DEBRIEF-ID"
    /// The property that holds the box, if it is not one of the usual ones.
    package static let boxProperty = "X-DEBRIEF-BOX"

    private static let host = "@debrief"

    /// Returns the UID of an action, whatever its box.
    package static func ofAction(_ key: ActionKey) -> String { ChecklistID(key, box: .open).text + host }

    /// Returns the UID of something that a note has only one of.
    package static func ofNote(_ path: NotePath, _ kind: String) -> String {
        var hash = StableHash(path.bytes)
        hash.add(kind.utf8)
        return "\(kind)-\(String(hash.value, radix: 36))\(host)"
    }

    package static func isOurs(_ uid: String) -> Bool { uid.hasSuffix(host) }
}

extension ICalendarComponent {
    /// Whether Debrief wrote it.
    package var isOurs: Bool { self["UID"].map { CalendarID.isOurs($0.value) } ?? false }
}

extension ChecklistItem {
    /// Reads a calendar's entry for an action as a checklist's item; nil if the entry is not an action's.
    ///
    /// - Parameters:
    ///   - component: The calendar's entry.
    ///   - number: The item's number, in place of a line.
    ///   - today: The day that counts for a completion on this day or a day beside it, because a calendar
    ///     gives the time in UTC.
    package init?(_ component: ICalendarComponent, number: Int, today: CalendarDate) {
        let written = (component[CalendarID.property]?.value ?? component["UID"]?.value ?? "").utf8
        guard let id = ChecklistID(Array(written.prefix { $0 != .ascii("@") })) else { return nil }
        let summary = (component["SUMMARY"]?.text ?? "").folded
        let own = component[CalendarID.boxProperty]?.text.first.flatMap { TaskBox($0) }
        let box = Self.box(component, own ?? id.usualBox ?? .open)
        let day = component.date("COMPLETED").map { abs($0.days(since: today)) <= 1 ? today : $0 }
        let isTask = component.name == "VTODO"
        let dates: [(String, CalendarDate?)] = [
            ("due", isTask ? component.date("DUE") : component.date("DTSTART")),
            ("scheduled", isTask ? component.date("DTSTART") : nil), ("done", box == .done ? day : nil),
        ]
        // The line has the form that a checklist's line has.
        var line = summary
        for case (let name, let date?) in dates { line += " \(name):\(date)" }
        let start = line.utf8.count + 1
        let bytes = Array("\(line) ^\(id.text)".utf8)
        self.init(
            line: number, box: box, ids: [ID(id: id, range: start..<bytes.count)], text: summary,
            bytes: bytes,
            textStart: 0)
    }

    private static func box(_ component: ICalendarComponent, _ base: TaskBox) -> TaskBox {
        switch component["STATUS"]?.value.uppercased() {
        case "COMPLETED": return .done
        case "CANCELLED": return .dropped
        case "IN-PROCESS": return .inProgress
        case "NEEDS-ACTION": return base.state == .open ? base : .open
        default:
            let isDone = component["COMPLETED"] != nil || component["PERCENT-COMPLETE"]?.value == "100"
            return isDone ? .done : base
        }
    }
}
