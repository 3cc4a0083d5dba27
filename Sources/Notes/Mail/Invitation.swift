internal import Markup

/// What an invitation to an interview says.
///
/// Mails bring it as a calendar with one event.
public struct Invitation: Sendable {
    /// The event's title.
    public let summary: String?
    /// The day of the interview.
    public let date: CalendarDate
    /// The time as `HH:MM`.
    public let time: String?
    /// Whether the time is in UTC rather than local.
    public let isInUTC: Bool
    /// An address, a link, or both.
    public let place: String?
    /// The person who invites, and everybody else who is invited by name.
    public let people: [String]

    /// Why an invitation cannot be read.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        /// The reason, in words for a person.
        public let description: String
    }

    /// Reads an invitation from a calendar's bytes.
    ///
    /// - Throws: If it is not a calendar, or if it has no event with a day.
    public init(_ bytes: [UInt8]) throws(Failure) {
        let calendar: ICalendarComponent
        do {
            calendar = try ICalendarReader.calendar(bytes)
        } catch {
            throw Failure(description: "\(error)")
        }
        guard let event = calendar.components.first(where: { $0.name == "VEVENT" }) else {
            throw Failure(description: "there is no event in it")
        }
        guard let date = event.date("DTSTART") else {
            throw Failure(description: "its event has no day")
        }
        self.date = date
        let value = event["DTSTART"]?.value ?? ""
        let digits = value.dropFirst(9).prefix(4)
        let isTime = value.dropFirst(8).hasPrefix("T")
        time = isTime ? ClockTime(whole: "\(digits.prefix(2)):\(digits.suffix(2))")?.text : nil
        isInUTC = time != nil && value.hasSuffix("Z")
        summary = Self.text(event["SUMMARY"])
        let (location, link) = (
            Self.text(event["LOCATION"]), Self.text(event["URL"] ?? event["X-GOOGLE-CONFERENCE"])
        )
        place =
            [location, location?.contains(link ?? "-") ?? false ? nil : link].compactMap(\.self).joined(
                separator: " "
            )
            .nonEmpty
        var people: [String] = []
        for property in event.properties where property.name == "ORGANIZER" || property.name == "ATTENDEE" {
            if let name = Self.commonName(property.parameters), !name.contains("@"), !people.contains(name) {
                people.append(name)
            }
        }
        self.people = people
    }

    private static func text(_ property: ICalendarComponent.Property?) -> String? {
        property?.text.folded.nonEmpty
    }

    /// Returns the parameter `CN`, which may be in quotes.
    private static func commonName(_ parameters: String) -> String? {
        var isQuoted = false
        let parts = parameters.split { character in
            if character == "\"" { isQuoted.toggle() }
            return character == ";" && !isQuoted
        }
        let name = parts.first { $0.prefix(3).lowercased() == "cn=" }?.dropFirst(3)
        return name.flatMap { String($0.filter { $0 != "\"" }).folded.nonEmpty }
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
