public import Notes

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension CalendarDate {
    /// The current day of the local calendar.
    public static var today: CalendarDate { local(at: Int(time(nil))) }

    /// Returns the local calendar's date at an instant, in seconds since 1970.
    package static func local(at instant: Int) -> CalendarDate {
        var seconds = time_t(instant)
        var parts = unsafe tm()
        // A program that runs for days may move to another time zone.
        tzset()
        _ = unsafe localtime_r(&seconds, &parts)
        return CalendarDate(
            year: unsafe Int(parts.tm_year) + 1900, month: unsafe Int(parts.tm_mon) + 1,
            day: unsafe Int(parts.tm_mday))
            ?? CalendarDate(dayNumber: Int32(clamping: seconds / 86_400))
    }

    /// When the local calendar's next date begins, in seconds since 1970.
    ///
    /// It is always later than now.
    package static var beginOfTomorrow: Int {
        let now = time(nil)
        var seconds = now
        var parts = unsafe tm()
        _ = unsafe localtime_r(&seconds, &parts)
        unsafe (parts.tm_hour, parts.tm_min, parts.tm_sec) = (0, 0, 0)
        unsafe parts.tm_mday += 1
        unsafe parts.tm_isdst = -1
        return max(unsafe mktime(&parts), now + 1)
    }
}
