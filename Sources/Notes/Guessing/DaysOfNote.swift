internal import Markup

/// What decides which day is meant by words in a note, such as `Friday` or `3/4`.
package struct DaysOfNote {
    /// The day from which other days are told; nil if it is not known.
    package let written: CalendarDate?
    /// Whether the note writes the day before the month; nil if no day in it tells.
    package let isDayFirst: Bool?
    /// Whether the note prepares for what happens on its day, so that days in it are likely before that day.
    package let isPreparation: Bool

    package init(written: CalendarDate?, isDayFirst: Bool?, isPreparation: Bool) {
        self.written = written
        self.isDayFirst = isDayFirst
        self.isPreparation = isPreparation
    }

    /// How many days after the note a day without a year is at most.
    ///
    /// A day of the last two months is not meant for the next year: what is to be done before an interview
    /// is due before the note's day.
    static let farthest = 304

    /// Returns the day of a month that is meant; nil if the note has no day.
    func nearest(month: Int, day: (_ year: Int) -> Int) -> CalendarDate? {
        guard let written else { return nil }
        let years = [written.year + 1, written.year, written.year - 1]
        let days = years.compactMap { CalendarDate(year: $0, month: month, day: day($0)) }
        return days.first { $0 <= written.adding(days: Self.farthest) }
    }

    /// Returns whether a day is not before the note.
    func isAhead(_ day: CalendarDate) -> Bool { written.map { day >= $0 } ?? true }

    /// Returns whether days such as `24/8` in a text have the day first; nil if none tells, or if they
    /// disagree.
    package static func isDayFirst(in bytes: [UInt8]) -> Bool? {
        var orders: Set<Bool> = []
        for at in bytes.indices where bytes[at] == .ascii("/") {
            var start = at
            while start > 0, at - start < 3, bytes[start - 1].isDigit { start -= 1 }
            let after = bytes[(at + 1)...].prefix(3).prefix { $0.isDigit }
            guard start == 0 || bytes[start - 1] != .ascii("/"), let first = number(bytes[start..<at]),
                let second = number(after)
            else { continue }
            // `24/7` is around the clock, and not a day.
            if first == 24, second == 7 { continue }
            if (13...31).contains(first), (1...12).contains(second) { orders.insert(true) }
            if (1...12).contains(first), (13...31).contains(second) { orders.insert(false) }
        }
        return orders.count == 1 ? orders.first : nil
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...2).contains(digits.count) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
}
