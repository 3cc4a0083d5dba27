import Foundation
import Notebook
import Testing

@testable import debrief

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A notebook says the same on the same day, wherever the clock stands; and which day it is without being
/// told is what the calendar on the wall says.
struct ClockTests {
    /// Positions with a day that was short or long, that was left out or came twice, at the date line and
    /// beside it, with half and quarter hours; rules in place of a name; and what is no time zone.
    static let zones = [
        "UTC", "America/Los_Angeles", "Pacific/Apia", "Pacific/Kiritimati", "Pacific/Pago_Pago",
        "Asia/Kathmandu",
        "Australia/Lord_Howe", "America/St_Johns", "Africa/Casablanca", "Europe/London",
        "PST8PDT,M3.2.0,M11.1.0", "<+14>-14", "", "Nowhere/At_All",
    ]

    /// Leap days and the days around them, the ends of years, and days on which clocks are changed.
    static let days = ["2024-02-29", "2026-03-08", "2026-12-31", "2027-01-01"]

    static let commands = [
        "summarize notebook", "checklist notebook --all", "prep notebook", "ask notebook --all",
        "list notebook --overdue",
        "check notebook", "export notebook", "mark notebook/saltmarsh-final.md:40 spit --dry-run",
        "ask notebook/saltmarsh-final.md --sent --dry-run",
    ]

    @Test(arguments: days)
    func `every output is the same bytes in each time zone`(day: String) throws {
        let examples = Program.package.appending(path: "Examples")
        for command in Self.commands {
            let line = "debrief \(command) --today \(day)"
            let expected = try Program.run(line, in: examples)
            #expect(!expected.output.isEmpty || command.contains("overdue"))
            for zone in ["America/Los_Angeles", "Pacific/Apia", "Pacific/Kiritimati", "Nowhere/At_All"] {
                let outcome = try Program.run("TZ='\(zone)' \(line)", in: examples)
                #expect(outcome == expected, "\(line) in \(zone)")
            }
        }
    }

    @Test func `without a day the date is that of the place`() throws {
        let examples = Program.package.appending(path: "Examples")
        for zone in Self.zones {
            let before = try Self.date(in: zone)
            let output = try Program.run("TZ='\(zone)' debrief checklist notebook", in: examples).output
            let after = try Self.date(in: zone)
            let said = String(decoding: output, as: UTF8.self)
            #expect([before, after].contains { said.contains("\n# Actions, \($0)\n") }, "\(zone)")
        }
    }

    /// Today as coreutils have it.
    private static func date(in zone: String) throws -> String {
        let output = try Program.run("TZ='\(zone)' date +%Y-%m-%d", in: Program.package).output
        return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test(arguments: zones.filter { TimeZone(identifier: $0) != nil })
    func `the date at an instant is that of Foundation's calendar`(zone: String) async {
        await #expect(processExitsWith: .success) { [zone = zone as String] in
            _ = unsafe setenv("TZ", zone, 1)
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = try #require(TimeZone(identifier: zone))
            // Every half hour of the days around the ends of years, leap days, and where a day is missing or
            // long.
            let around = [
                "2011-12-30", "2016-02-29", "2023-12-31", "2024-02-29", "2024-12-31", "2026-03-08",
                "2026-03-29",
                "2026-04-05", "2026-10-04", "2026-11-01", "1969-12-31", "1992-07-04",
            ]
            for text in around {
                let day = try #require(CalendarDate(text))
                let noon = Int(day.dayNumber) * 86_400 + 43_200
                for instant in stride(from: noon - 200_000, through: noon + 200_000, by: 1800) {
                    let date = Date(timeIntervalSince1970: Double(instant))
                    let parts = calendar.dateComponents([.year, .month, .day], from: date)
                    let local = CalendarDate.local(at: instant)
                    let isSame = (local.year, local.month, local.day) == (parts.year, parts.month, parts.day)
                    #expect(isSame, "\(zone): \(instant) is \(local)")
                }
            }
        }
    }
}
