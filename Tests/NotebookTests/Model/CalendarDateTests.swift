import Foundation
import Notebook
import Testing

@testable import Storage

struct CalendarDateTests {
    /// Foundation's calendar, as the measure.
    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()

    @Test func `the days of 1900 to 2100 are those of Foundation's calendar`() throws {
        let seconds = 86_400.0
        var previous: CalendarDate?
        // 1900-01-01, in days from 1970-01-01.
        for number in Int32(-25_567)...47_846 {
            let instant = Date(timeIntervalSince1970: Double(number) * seconds)
            let parts = Self.calendar.dateComponents([.year, .month, .day, .weekday], from: instant)
            let (year, month, day) = (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
            let date = try #require(CalendarDate(year: year, month: month, day: day))
            // One comparison a day: 73,414 of them, each with its message, would take long.
            let isRight =
                date.dayNumber == number && date == CalendarDate(dayNumber: number)
                && (date.year, date.month, date.day) == (year, month, day)
                // Foundation counts from Sunday, which is 1.
                && date.weekday == ((parts.weekday ?? 0) + 5) % 7
                && date.description == Self.text(year, month, day)
                && CalendarDate(date.description) == date
                && CalendarDate(ascii: "\(date)T09:30".utf8) == date
                && date.monthNumber == year * 12 + month - 1
                && date.yearAndMonth == String(date.description.prefix(7))
                && previous.map { $0 < date && date.days(since: $0) == 1 && $0.adding(days: 1) == date }
                    ?? true
            #expect(isRight, "\(date), \(number)")
            if !isRight { break }
            previous = date
        }
        #expect(previous?.description == "2100-12-31")
    }

    private static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
        let padded = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(padded(month))-\(padded(day))"
    }

    @Test(arguments: [
        "2026-02-29", "2100-02-29", "1900-02-29", "2026-02-30", "2026-04-31", "2026-00-10", "2026-13-01",
        "2026-01-00", "2026-01-32", "2026-1-01", "2026-01-1", "26-01-01", "2026/01/01", "20260101",
        "2026-01-011",
        "+026-01-01", "2026-01-0١", "２026-01-01", " 2026-01-01", "2026-01-01 ", "", "2026-01", "-026-01-01",
        "2026-01-01T10:00", "10000-01-01", "2026\u{2010}01\u{2010}01", "2026-01-0\u{301}",
    ])
    func `what the calendar has not, or is written otherwise, is no date`(_ text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test(arguments: ["2024-02-29", "2000-02-29", "0000-01-01", "0000-02-29", "9999-12-31", "1582-10-10"])
    func `a date is written as it was read`(_ text: String) {
        #expect(CalendarDate(text)?.description == text)
    }

    @Test func `arithmetic goes over months, leap days and years, and back`() throws {
        let date = try #require(CalendarDate("2024-02-28"))
        #expect(date.adding(days: 1).description == "2024-02-29")
        #expect(date.adding(days: 2).description == "2024-03-01")
        #expect(date.adding(days: 366).description == "2025-02-28")
        #expect(date.adding(days: -59).description == "2023-12-31")
        for days in stride(from: -200_000, through: 200_000, by: 997) {
            #expect(date.adding(days: days).days(since: date) == days)
            #expect(date.adding(days: days).adding(days: -days) == date)
        }
    }

    @Test func `arithmetic does not overflow`() {
        let (first, last) = (CalendarDate(dayNumber: .min), CalendarDate(dayNumber: .max))
        #expect(last.adding(days: .max - Int(Int32.max)) == last)
        #expect(last.adding(days: .max) == last)
        #expect(first.adding(days: .min) == first)
        #expect(last.days(since: first) == Int(UInt32.max))
        for date in [first, last] {
            #expect((0...6).contains(date.weekday))
            #expect((1...12).contains(date.month))
            #expect((1...31).contains(date.day))
            #expect(!date.description.isEmpty)
        }
    }

    @Test func `a week has seven days, and its names`() throws {
        let monday = try #require(CalendarDate("2026-11-23"))
        let names = (0..<8).map { CalendarDate.weekdayNames[monday.adding(days: $0).weekday] }
        #expect(names.first == "Monday" && names.last == "Monday" && Set(names).count == 7)
        #expect(CalendarDate.monthNames[monday.month - 1] == "November")
    }

    @Test func `the day of a date does not hang on a time zone`() async throws {
        // Days that are short or long there, or do not exist, at the ends of the years and in leap years.
        let note = """
            ---
            date: 2011-12-30T23:59:59-11:00
            asked: 2026-03-08
            answered: 2026-11-01T00:30+14:00
            ---
            - swallow: a since:2024-02-29 due:2026-12-31
            """
        let expected = Export(NotebookIndex(reading: Array(note.utf8))).json()
        for zone in ["America/Los_Angeles", "Pacific/Apia", "Pacific/Kiritimati", "Asia/Kolkata", "UTC"] {
            await #expect(processExitsWith: .success) {
                [zone = zone as String, note = note as String, expected = expected as [UInt8]] in
                _ = unsafe setenv("TZ", zone, 1)
                tzset()
                let json = Export(NotebookIndex(reading: Array(note.utf8))).json()
                #expect(json == expected)
                #expect(String(decoding: json, as: UTF8.self).contains("\"date\": \"2011-12-30\""))
            }
        }
    }
}
