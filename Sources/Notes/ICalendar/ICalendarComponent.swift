/// A component of iCalendar (RFC 5545): a calendar, an event, a task, or an alarm.
public struct ICalendarComponent: Sendable, Equatable {
    /// A line of a component.
    public struct Property: Sendable, Equatable {
        /// The name, in capital letters.
        public let name: String
        /// The text between the name and the value, as it is written: `;VALUE=DATE`.
        public let parameters: String
        /// The value as it is written, with its escapes.
        public let value: String

        /// The value as text, without escapes.
        public var text: String {
            var text = String.UnicodeScalarView()
            var isEscaped = false
            for scalar in value.unicodeScalars {
                if isEscaped {
                    text.append(scalar == "n" || scalar == "N" ? "\n" : scalar)
                    isEscaped = false
                } else if scalar == "\\" {
                    isEscaped = true
                } else {
                    text.append(scalar)
                }
            }
            return String(text)
        }
    }

    /// The kind of the component, such as `VEVENT`.
    public let name: String
    /// The lines of the component, in order.
    public package(set) var properties: [Property] = []
    /// The components within this one, in order.
    public package(set) var components: [ICalendarComponent] = []

    package init(_ name: String) { self.name = name }

    /// The first property of a name; nil if there is none.
    public subscript(name: String) -> Property? { properties.first { $0.name == name } }

    /// Adds a property whose value contains no text of a person's.
    package mutating func add(_ name: String, _ value: String, parameters: String = "") {
        properties.append(Property(name: name, parameters: parameters, value: value))
    }

    /// Adds a property whose value is text.
    ///
    /// Characters that would end or separate values are escaped.
    package mutating func add(_ name: String, text: String) {
        var value = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { last = scalar }
            switch scalar {
            case "\\", ";", ",": value.append(contentsOf: ["\\", scalar])
            case "\n" where last == "\r": continue
            case "\n", "\r": value.append(contentsOf: ["\\", "n"])
            // Some readers take these characters for the end of a line.
            case "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": value.append(" ")
            case _ where scalar.value < 0x20 && scalar != "\t" || scalar.value == 0x7F: continue
            default: value.append(scalar)
            }
        }
        add(name, String(value))
    }

    package mutating func add(_ name: String, _ date: CalendarDate) {
        add(name, Self.compact(date), parameters: ";VALUE=DATE")
    }

    package static func compact(_ date: CalendarDate) -> String { date.description.replacing("-", with: "") }

    /// Returns the calendar date that a property's value begins with, as it is written.
    package func date(_ name: String) -> CalendarDate? {
        guard let digits = self[name]?.value.utf8.prefix(8), digits.count == 8 else { return nil }
        let text = String(decoding: digits, as: UTF8.self)
        return CalendarDate("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
    }
}
