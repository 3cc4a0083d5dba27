internal import Markup

/// Reads iCalendar that any program may have written.
package enum ICalendarReader {
    package enum Failure: Error, Sendable, CustomStringConvertible {
        case noCalendar
        /// A component that begins on this line is not closed, or another one is closed in its place.
        case notClosed(line: Int)
        case notALine(Int)

        package var description: String {
            switch self {
            case .noCalendar: "it is not a calendar: it does not begin with BEGIN:VCALENDAR"
            case .notClosed(let line): "what begins in line \(line) is not closed"
            case .notALine(let line): "line \(line) is not one of a calendar: it has no colon"
            }
        }
    }

    /// How deep components may be nested.
    ///
    /// No calendar nests them deeper.
    private static let mostDepth = 16

    /// Reads a calendar.
    package static func calendar(_ bytes: [UInt8]) throws(Failure) -> ICalendarComponent {
        var open: [(component: ICalendarComponent, line: Int)] = []
        for (line, number) in unfolded(bytes) {
            if line.allSatisfy(\.isWhiteSpace) { continue }
            guard let property = property(line) else {
                throw open.isEmpty ? .noCalendar : .notALine(number)
            }
            switch property.name {
            case "BEGIN":
                let name = property.value.uppercased()
                if open.isEmpty, name != "VCALENDAR" { throw .noCalendar }
                if open.count >= mostDepth { throw .notClosed(line: number) }
                open.append((ICalendarComponent(name), number))
            case "END":
                guard let (component, start) = open.popLast() else { throw .noCalendar }
                guard component.name == property.value.uppercased() else { throw .notClosed(line: start) }
                if open.isEmpty { return component }
                open[open.count - 1].component.components.append(component)
            default:
                if open.isEmpty { throw .noCalendar }
                open[open.count - 1].component.properties.append(property)
            }
        }
        throw open.first.map { .notClosed(line: $0.line) } ?? .noCalendar
    }

    /// Returns the lines without their folds, each with its number.
    private static func unfolded(_ bytes: [UInt8]) -> [(line: [UInt8], number: Int)] {
        var lines: [(line: [UInt8], number: Int)] = []
        var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        var number = 1
        while !rest.isEmpty {
            let end = rest.firstIndex(of: Byte.lf) ?? rest.endIndex
            var line = rest[..<end]
            if line.last == Byte.cr { line = line.dropLast() }
            if line.first == Byte.space || line.first == Byte.tab, !lines.isEmpty {
                lines[lines.count - 1].line += line.dropFirst()
            } else {
                lines.append((Array(line), number))
            }
            rest = rest[min(end + 1, rest.endIndex)...]
            number += 1
        }
        return lines
    }

    /// Returns a line as a property; nil if it is not one.
    ///
    /// A colon within quotes belongs to a parameter.
    private static func property(_ line: [UInt8]) -> ICalendarComponent.Property? {
        var isQuoted = false
        var nameEnd: Int?
        for (at, byte) in line.enumerated() {
            switch byte {
            case .ascii("\""): isQuoted.toggle()
            case .ascii(";") where nameEnd == nil: nameEnd = at
            case .ascii(":") where !isQuoted:
                let end = nameEnd ?? at
                if end == 0 { return nil }
                return ICalendarComponent.Property(
                    name: String(decoding: line[..<end], as: UTF8.self).uppercased(),
                    parameters: String(decoding: line[end..<at], as: UTF8.self),
                    value: String(decoding: line[(at + 1)...], as: UTF8.self))
            default: break
            }
        }
        return nil
    }
}
