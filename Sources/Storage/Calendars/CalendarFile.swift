internal import Notes
public import Reports

/// A calendar in one file, for programs that import or subscribe to it.
public struct CalendarFile: Sendable {
    /// The file's path.
    public let path: String

    /// Names the file of a calendar.
    public init(path: String) { self.path = path }

    /// Writes components over those that were written there before.
    ///
    /// - Throws: If Debrief did not write the file, which then stays as it is, or if it cannot be written.
    public func write(_ calendar: NotebookCalendar) throws(WriteFailure) -> GeneratedFile.Outcome {
        let path = Array(path.utf8)
        let old: [UInt8]
        do {
            old = try FileReader.contents(of: path).bytes
        } catch {
            guard error.isMissing else { throw error.asWriteFailure }
            try FileWriter.create(
                path, ICalendarWriter.calendar(of: calendar.components.map { $0.withSum() }))
            return .created
        }
        guard let before = try? ICalendarReader.calendar(old),
            before["PRODID"]?.value == ICalendarWriter.product
        else { throw .notGenerated(lacks: "`PRODID:\(ICalendarWriter.product)`") }
        var known: [String: ICalendarComponent] = [:]
        for component in before.components { known[component["UID"]?.value ?? ""] = component }
        let new = ICalendarWriter.calendar(
            of: calendar.components.map { component in
                let old = known[component["UID"]?.value ?? ""]
                return old.map { component.revising($0) } ?? component.withSum()
            })
        if new == old { return .unchanged }
        try FileWriter.replace(path, old: old, with: new)
        return .updated
    }
}
