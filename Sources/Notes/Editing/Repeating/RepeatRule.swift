/// The rule by which an action repeats: the day that it counts from, and the days that come next.
package struct RepeatRule: Equatable, Sendable {
    /// The day that a rule counts from.
    package enum Base: Equatable, Sendable {
        /// The day on which the action was due: `every week`, `rec:+1w`, `+1w`.
        case due
        /// The day on which it is done: `every week when done`, `rec:1w`, `.+1w`.
        case done
        /// The day on which it was due, moved on until it is after the day on which it is done: `++1w`.
        case dueUntilDone
    }

    /// A day of a month: the 15th, the last, the second Tuesday.
    package enum MonthDay: Hashable, Sendable {
        /// A number from 1; from -1 if it counts from the month's end.
        case number(Int)
        /// A weekday, from 0 for Monday, and which of them in the month; nil for all of them.
        case weekday(Int, which: Int?)
    }

    package enum Step: Equatable, Sendable {
        case days(Int)
        /// Monday to Friday.
        case workdays(Int)
        /// On some weekdays, from 0 for Monday. If none are named, on the weekday of the day that the rule
        /// counts from.
        case weeks(Int, on: Set<Int>)
        /// On some days of the month. If none are named, on the same day as the day that the rule counts
        /// from, or on the month's last if the month is shorter.
        case months(Int, on: Set<MonthDay>)
        /// In some months, from 1 for January, and on some days of them.
        case years(Int, in: Set<Int>, on: Set<MonthDay>)
    }

    package let base: Base
    package let step: Step

    /// The most units that a rule may count at once.
    package static let mostUnits = 1000

    /// The most weeks, months or years that are searched for a day.
    ///
    /// If none of them has it, none ever will.
    private static let mostSteps = 500

    /// Finds the day on which the action is due next.
    ///
    /// - Parameters:
    ///   - due: The day on which the action was due; nil if it has none.
    ///   - done: The day on which it is done.
    /// - Returns: The day; nil if no such day ever comes, as with a 31st of February.
    package func next(after due: CalendarDate?, doneOn done: CalendarDate) -> CalendarDate? {
        let start = base == .done ? done : due ?? done
        let next = day(after: base == .dueUntilDone ? max(start, done) : start, from: start)
        // A written date has a year of four digits.
        return next.flatMap { (0...9999).contains($0.year) ? $0 : nil }
    }

    /// Returns whether an action that was due on one day may be due on another because somebody did it.
    ///
    /// Somebody can have done it on `today` or in the 366 days before.
    package func leads(from due: CalendarDate, to next: CalendarDate, until today: CalendarDate) -> Bool {
        let days = 0...366
        return next > due && days.contains { self.next(after: due, doneOn: today.adding(days: -$0)) == next }
    }

    /// Returns the rule's first day, counted from `start`, that is after `earliest`.
    private func day(after earliest: CalendarDate, from start: CalendarDate) -> CalendarDate? {
        switch step {
        case .days(let count):
            let passed = max(earliest.days(since: start), 0)
            return start.adding(days: (passed / count + 1) * count)
        case .workdays(let count):
            var day = start
            repeat {
                for _ in 0..<count {
                    repeat { day = day.adding(days: 1) } while day.weekday > 4
                }
            } while day <= earliest && day.days(since: start) < Self.mostSteps * count * 7
            return day > earliest ? day : nil
        case .weeks(let count, let weekdays):
            if weekdays.isEmpty {
                return RepeatRule(base: base, step: .days(7 * count)).day(after: earliest, from: start)
            }
            let monday = start.adding(days: -start.weekday)
            return firstDay(after: earliest, from: max(earliest.days(since: monday), 0) / (7 * count)) {
                number in
                weekdays.map { monday.adding(days: number * 7 * count + $0) }
            }
        case .months(let count, let days):
            return firstDay(after: earliest, from: (earliest.monthNumber - start.monthNumber) / count) {
                number in
                let month = start.monthNumber + number * count
                return Self.days(days, inMonth: month, orThatOf: start)
            }
        case .years(let count, let months, let days):
            return firstDay(after: earliest, from: (earliest.year - start.year) / count) { number in
                let year = start.year + number * count
                if months.isEmpty {
                    return Self.days([], inMonth: year * 12 + start.month - 1, orThatOf: start)
                }
                let days = days.isEmpty ? [.number(start.day)] : days
                return months.flatMap { Self.days(days, inMonth: year * 12 + $0 - 1, orThatOf: start) }
            }
        }
    }

    /// Returns the first day after `earliest` among the days that `days` makes of `first`, the number after
    /// it, and so on.
    private func firstDay(
        after earliest: CalendarDate, from first: Int, days: (Int) -> [CalendarDate]
    ) -> CalendarDate? {
        let first = max(first, 0)
        for number in first..<first + Self.mostSteps {
            if let day = days(number).filter({ $0 > earliest }).min() { return day }
        }
        return nil
    }

    /// Returns the days of a month that fit.
    ///
    /// If none are named, it is the day of `other`, or the month's last if it is shorter.
    private static func days(
        _ days: Set<MonthDay>, inMonth number: Int, orThatOf other: CalendarDate
    ) -> [CalendarDate] {
        let (year, month) = (number / 12, number % 12 + 1)
        guard let first = CalendarDate(year: year, month: month, day: 1) else { return [] }
        let count = CalendarDate.days(inMonth: month, of: year)
        if days.isEmpty { return [first.adding(days: min(other.day, count) - 1)] }
        return days.flatMap { day -> [CalendarDate] in
            switch day {
            case .number(let number):
                let day = number < 0 ? count + 1 + number : number
                return (1...count).contains(day) ? [first.adding(days: day - 1)] : []
            case .weekday(let weekday, let which):
                let all = Array(stride(from: 1 + (weekday - first.weekday + 7) % 7, through: count, by: 7))
                guard let which else { return all.map { first.adding(days: $0 - 1) } }
                let index = which < 0 ? all.count + which : which - 1
                return all.indices.contains(index) ? [first.adding(days: all[index] - 1)] : []
            }
        }
    }
}
