internal import Markup

/// Writes iCalendar.
///
/// Lines end in CRLF, and none is longer than 75 bytes.
package enum ICalendarWriter {
    /// Returns a calendar with some components, as bytes.
    package static func calendar(of components: [ICalendarComponent]) -> [UInt8] {
        var calendar = ICalendarComponent("VCALENDAR")
        calendar.add("VERSION", "2.0")
        calendar.add("PRODID", product)
        calendar.add("CALSCALE", "GREGORIAN")
        calendar.components = components
        return bytes(of: calendar)
    }

    /// The product identifier by which a calendar is recognised as ours.
    package static let product = "-//Debrief//Debrief//EN"

    package static func bytes(of component: ICalendarComponent) -> [UInt8] {
        var bytes: [UInt8] = []
        append("BEGIN:\(component.name)", to: &bytes)
        for property in component.properties {
            append("\(property.name)\(property.parameters):\(property.value)", to: &bytes)
        }
        for inner in component.components { bytes += self.bytes(of: inner) }
        append("END:\(component.name)", to: &bytes)
        return bytes
    }

    private static let longestLine = 75

    /// Adds a line, folded if it is too long, but never within a character.
    private static func append(_ line: String, to bytes: inout [UInt8]) {
        var count = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if count + size > longestLine {
                bytes += [Byte.cr, Byte.lf, Byte.space]
                count = 1
            }
            bytes += UTF8.encode(scalar).map(Array.init) ?? []
            count += size
        }
        bytes += [Byte.cr, Byte.lf]
    }
}
