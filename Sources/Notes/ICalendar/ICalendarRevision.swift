/// How a new version of a component replaces the one that was there.
extension ICalendarComponent {
    /// The only properties that Debrief writes.
    ///
    /// Programs add others, and those stay.
    private static let own: Set<String> = [
        "UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "DURATION", "DUE", "SUMMARY", "LOCATION", "URL",
        "DESCRIPTION",
        "STATUS", "X-DEBRIEF-ID", "X-DEBRIEF-BOX", sum,
    ]
    /// The properties that a program changes with a tick.
    private static let ofTick: Set<String> = ["STATUS", "COMPLETED", "PERCENT-COMPLETE", "LAST-MODIFIED"]
    private static let sum = "X-DEBRIEF-SUM"

    /// A hash of what it says, whatever the order of its properties.
    ///
    /// What a tick or each writing changes is left out.
    private var contentSum: String {
        let volatile = Self.ofTick.union(["DTSTAMP", "SEQUENCE", Self.sum])
        var lines = properties.filter { Self.own.contains($0.name) && !volatile.contains($0.name) }
            .map { "\($0.name):\($0.text)" }.sorted()
        for alarm in components {
            lines += alarm.properties.map { "\(alarm.name) \($0.name):\($0.text)" }.sorted()
        }
        return String(StableHash(lines.joined(separator: "\r").utf8).value, radix: 36)
    }

    /// Whether it says what Debrief wrote, ticks aside.
    package var isAsWritten: Bool { self[Self.sum]?.value == contentSum }

    /// Returns the component with a hash of what it says, which tells later whether somebody changed it.
    package func withSum() -> ICalendarComponent {
        var component = self
        component.add(Self.sum, contentSum)
        return component
    }

    /// Returns what is to replace an older component.
    ///
    /// If both say the same, it is the older one, and otherwise this one with the next revision number.
    package func revising(_ old: ICalendarComponent) -> ICalendarComponent {
        if withSum().saysSame(as: old) { return old }
        var new = withSum()
        let last = old["SEQUENCE"].flatMap { Int($0.value) } ?? 0
        if let at = new.properties.firstIndex(where: { $0.name == "SEQUENCE" }) {
            let next = String(min(max(last, 0), Int(Int32.max) - 1) + 1)
            new.properties[at] = Property(name: "SEQUENCE", parameters: "", value: next)
        }
        new.properties += old.properties.filter { property in
            !Self.own.contains(property.name) && !Self.ofTick.contains(property.name)
        }
        return new
    }

    private func saysSame(as old: ICalendarComponent) -> Bool {
        name == old.name && contentSum == old.contentSum && old.isAsWritten
            && self["STATUS"]?.value == old["STATUS"]?.value
    }
}
