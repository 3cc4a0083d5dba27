extension CalendarDate {
    /// Returns Easter Sunday of a year, by the calendar of the western churches; nil for a year that has no such day.
    ///
    /// The computation is that of an anonymous correspondent, in Nature of 20 April 1876.
    package static func easter(of year: Int) -> CalendarDate? {
        guard year > 1582 else { return nil }
        let (golden, century, inCentury) = (year % 19, year / 100, year % 100)
        let correction = (century - (century + 8) / 25 + 1) / 3
        let moon = (19 * golden + century - century / 4 - correction + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - moon - inCentury % 4) % 7
        let late = (golden + 11 * moon + 22 * weekday) / 451
        let day = moon + weekday - 7 * late + 114
        return CalendarDate(year: year, month: day / 31, day: day % 31 + 1)
    }
}
