internal import Markup

/// A day of the calendar: year, month and day, without a time and without a time zone that could move it.
///
/// Arithmetic uses day numbers, never seconds, because some days are 23 hours long and some do not exist.
public struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The number of days since 1970-01-01 in the proleptic Gregorian calendar.
    public let dayNumber: Int32

    /// Makes the date that is so many days after 1970-01-01.
    public init(dayNumber: Int32) {
        self.dayNumber = dayNumber
    }

    /// Makes the date of a year from 0 to 9999, a month from 1 to 12 and a day; nil if the calendar has no
    /// such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, of: year)
        else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
    }

    /// Makes the date that is written `YYYY-MM-DD` in the first ten of some bytes; nil if they are not a
    /// date, or if the eleventh byte is another digit.
    package init?(ascii bytes: some Collection<UInt8>) {
        var fields = (year: 0, month: 0, day: 0)
        var count = 0
        for byte in bytes {
            if count == 10 {
                if byte.isDigit { return nil }
                break
            }
            let digit = Int(byte) - 0x30
            switch count {
            case 4, 7: guard byte == .ascii("-") else { return nil }
            case 0..<4 where byte.isDigit: fields.year = fields.year * 10 + digit
            case 5..<7 where byte.isDigit: fields.month = fields.month * 10 + digit
            case 8..<10 where byte.isDigit: fields.day = fields.day * 10 + digit
            default: return nil
            }
            count += 1
        }
        guard count == 10 else { return nil }
        self.init(year: fields.year, month: fields.month, day: fields.day)
    }

    /// Makes the date that is written `YYYY-MM-DD` at an offset; nil if there is none, or if another digit
    /// follows.
    package init?(ascii text: Span<UInt8>, at start: Int) {
        guard text.count - start >= 10, text[start].isDigit, text[start + 4] == .ascii("-"),
            text[start + 7] == .ascii("-"), text.count - start == 10 || !text[start + 10].isDigit
        else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var number = 0
            for offset in range {
                guard text[start + offset].isDigit else { return nil }
                number = number * 10 + Int(text[start + offset]) - 0x30
            }
            return number
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
            return nil
        }
        self.init(year: year, month: month, day: day)
    }

    /// Makes the date that is written as `YYYY-MM-DD`; nil if the text is anything else.
    public init?(_ text: String) {
        guard text.utf8.count == 10 else { return nil }
        self.init(ascii: text.utf8)
    }

    /// The year in the Gregorian calendar.
    public var year: Int { civil.year }
    /// The month, from 1 to 12.
    public var month: Int { civil.month }
    /// The day of the month, from 1.
    public var day: Int { civil.day }

    /// The day of the week, from 0 for Monday to 6 for Sunday.
    public var weekday: Int { (Int(dayNumber) % 7 + 7 + 3) % 7 }

    /// Returns how many days this date is after another one.
    ///
    /// The number is negative if the other date is later.
    public func days(since other: CalendarDate) -> Int { Int(dayNumber) - Int(other.dayNumber) }

    /// Returns the date so many days later, or earlier if the number is negative.
    public func adding(days: Int) -> CalendarDate {
        // The number of days is clamped, so that the sum cannot overflow.
        let days = min(max(days, -Int(UInt32.max)), Int(UInt32.max))
        return CalendarDate(dayNumber: Int32(clamping: Int(dayNumber) + days))
    }

    /// The number of months since the beginning of year 0.
    ///
    /// The next month's number is one more.
    public var monthNumber: Int { civil.year * 12 + civil.month - 1 }

    /// Returns whether a date is before another one.
    public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.dayNumber < b.dayNumber }

    /// The date as `YYYY-MM-DD`.
    public var description: String {
        let (year, month, day) = civil
        // People write no other years, but arithmetic can lead to them.
        guard (0...9999).contains(year) else {
            return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
        }
        return unsafe String(unsafeUninitializedCapacity: 10) { text in
            unsafe Self.write(year, to: text[..<4])
            unsafe text[4] = .ascii("-")
            unsafe Self.write(month, to: text[5..<7])
            unsafe text[7] = .ascii("-")
            unsafe Self.write(day, to: text[8..<10])
            return 10
        }
    }

    /// The year and the month as `YYYY-MM`.
    public var yearAndMonth: String { String(description.dropLast(3)) }

    /// The English names of the months, January first.
    public static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    /// The English names of the days of the week, Monday first.
    public static let weekdayNames = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]

    /// Writes a number with as many digits as there is room for, and with zeros in front.
    private static func write(_ number: Int, to digits: Slice<UnsafeMutableBufferPointer<UInt8>>) {
        var digits = unsafe digits
        var rest = number
        for index in unsafe digits.indices.reversed() {
            unsafe digits[index] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
            rest /= 10
        }
    }

    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    // Both conversions count years from March, so that a leap day is the last day of its year
    // (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").

    private init(uncheckedYear year: Int, month: Int, day: Int) {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    private var civil: (year: Int, month: Int, day: Int) {
        let z = Int(dayNumber) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        return (
            yearOfEra + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9, day
        )
    }
}
