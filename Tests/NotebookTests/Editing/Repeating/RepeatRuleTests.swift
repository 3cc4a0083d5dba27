import Notebook
import Testing

/// By which rule an action repeats, and which day comes next.
struct RepeatRuleTests {
    private static func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    /// Done on 2026-11-23, a Monday.
    private static func next(_ rule: RepeatRule?, after due: String, on done: String = "2026-11-23") throws
        -> String?
    {
        try #require(rule).next(after: try date(due), doneOn: try date(done))?.description
    }

    @Test(arguments: [
        ("every day", "2026-11-20", "2026-11-21"),
        ("every 3 days", "2026-11-20", "2026-11-23"),
        ("every other day", "2026-11-20", "2026-11-22"),
        ("every week", "2026-11-20", "2026-11-27"),
        ("Every 2 Weeks", "2026-11-20", "2026-12-04"),
        ("every weekday", "2026-11-20", "2026-11-23"),
        ("every Tuesday", "2026-11-20", "2026-11-24"),
        ("every tuesday", "2026-11-24", "2026-12-01"),
        ("every Tue and Fri", "2026-11-24", "2026-11-27"),
        ("every Monday, Wednesday and Friday", "2026-11-27", "2026-11-30"),
        ("every 2nd Tuesday", "2026-11-24", "2026-12-08"),
        ("every 2 weeks on Monday, Friday", "2026-11-23", "2026-11-27"),
        ("every 2 weeks on Monday, Friday", "2026-11-27", "2026-12-07"),
        ("every week on Sunday", "2026-11-20", "2026-11-22"),
        ("every month", "2026-11-20", "2026-12-20"),
        ("every 3 months", "2026-11-20", "2027-02-20"),
        ("every month on the 15th", "2026-11-20", "2026-12-15"),
        ("every month on the 15th", "2026-11-10", "2026-11-15"),
        ("every month on the 1st and 15th", "2026-11-10", "2026-11-15"),
        ("every month on the last", "2026-11-20", "2026-11-30"),
        ("every month on the last day", "2026-11-30", "2026-12-31"),
        ("every month on the 2nd Tuesday", "2026-11-20", "2026-12-08"),
        ("every month on the last Friday", "2026-11-20", "2026-11-27"),
        ("every month on the 2nd last Friday", "2026-11-01", "2026-11-20"),
        ("every year", "2026-11-20", "2027-11-20"),
        ("every 2 years", "2026-11-20", "2028-11-20"),
        ("every January on the 15th", "2026-11-20", "2027-01-15"),
        ("every April and December on the 1st and 24th", "2026-12-01", "2026-12-24"),
        ("every August", "2026-11-20", "2027-08-20"),
        // When it is done counts.
        ("every week when done", "2026-10-02", "2026-11-30"),
        ("every month when done", "2026-10-02", "2026-12-23"),
        ("every Tuesday when done", "2026-10-02", "2026-11-24"),
        // Month ends and leap days.
        ("every month", "2026-01-31", "2026-02-28"),
        ("every month", "2028-01-31", "2028-02-29"),
        ("every 2 months", "2025-12-31", "2026-02-28"),
        ("every month on the 31st", "2026-01-31", "2026-03-31"),
        ("every month on the last", "2027-01-31", "2027-02-28"),
        ("every month on the 5th Friday", "2026-11-01", "2027-01-29"),
        ("every year", "2028-02-29", "2029-02-28"),
        ("every 4 years", "2028-02-29", "2032-02-29"),
        ("every February on the 29th", "2028-02-29", "2032-02-29"),
        ("every day", "2028-02-28", "2028-02-29"),
        ("every day", "2026-12-31", "2027-01-01"),
    ])
    func `Obsidian Tasks' words lead to the next day`(rule: String, due: String, next: String) throws {
        #expect(try Self.next(RepeatRule(words: rule), after: due) == next)
    }

    @Test(arguments: [
        "every blue moon", "every", "", "week", "every week or so", "every 0 days", "every 2000 days",
        "every hour", "every week until 2027", "every day for 3 times", "every month on",
        "every month on the 99th",
        "every week on the 3rd", "every month on the 1st and last Friday", "daily", "every week when",
        "every m",
        "every minute", "every mon on", "every 3", "every 3rd", "every week, month",
    ])
    func `other words are not understood`(rule: String) {
        #expect(RepeatRule(words: rule) == nil)
    }

    @Test(arguments: [
        ("1d", "2026-10-02", "2026-11-24"), ("1w", "2026-10-02", "2026-11-30"),
        ("+1w", "2026-10-02", "2026-10-09"),
        ("2m", "2026-10-02", "2027-01-23"), ("+1m", "2026-01-31", "2026-02-28"),
        ("+1y", "2028-02-29", "2029-02-28"),
        ("5b", "2026-10-02", "2026-11-30"), ("+1b", "2026-11-20", "2026-11-23"),
        ("+12d", "2026-11-20", "2026-12-02"),
    ])
    func `todo_txt's rule counts from the day it is done, or was due`(rule: String, due: String, next: String)
        throws
    {
        #expect(try Self.next(RepeatRule(todoTxt: rule), after: due) == next)
    }

    @Test(arguments: [
        ("+1w", "2026-10-02", "2026-10-09"), (".+1w", "2026-10-02", "2026-11-30"),
        ("++1w", "2026-11-06", "2026-11-27"),
        ("++1w", "2026-11-16", "2026-11-30"), ("++1w", "2026-12-01", "2026-12-08"),
        ("++1d", "2026-11-01", "2026-11-24"),
        ("++1m", "2026-01-31", "2026-11-30"), ("+1m", "2026-01-31", "2026-02-28"),
        (".+1y", "2024-02-29", "2027-11-23"),
        ("+2d/4d", "2026-11-20", "2026-11-22"),
    ])
    func `a timestamp's rule counts as org-mode's does`(rule: String, due: String, next: String) throws {
        #expect(try Self.next(RepeatRule(org: rule), after: due) == next)
    }

    @Test(arguments: [
        "", "w", "1", "+w", "0d", "1q", "1h", "-1w", "1.5w", "1 w", "١w", "99999999999999999999w",
    ])
    func `what is no number and unit is not understood`(rule: String) {
        #expect(RepeatRule(todoTxt: rule) == nil)
        #expect(RepeatRule(org: "+" + rule) == nil || rule == "")
        #expect(RepeatRule(org: "1w") == nil)
    }

    @Test func `without a day it counts from the one on which it is done`() throws {
        let done = try Self.date("2026-11-23")
        #expect(RepeatRule(words: "every week")?.next(after: nil, doneOn: done)?.description == "2026-11-30")
        #expect(RepeatRule(org: "++1w")?.next(after: nil, doneOn: done)?.description == "2026-11-30")
    }

    @Test func `a day that never comes is none`() throws {
        #expect(try Self.next(RepeatRule(words: "every February on the 30th"), after: "2026-11-20") == nil)
        #expect(try Self.next(RepeatRule(words: "every 1000 years"), after: "9990-11-20") == nil)
        #expect(try Self.next(RepeatRule(words: "every 12 months on the 31st"), after: "2026-02-01") == nil)
    }

    @Test func `it is known whether a day may have come of another`() throws {
        func leads(_ rule: String, _ from: String, _ to: String) throws -> Bool {
            try #require(RepeatRule(org: rule)).leads(
                from: try Self.date(from), to: try Self.date(to), until: try Self.date("2026-11-23"))
        }
        #expect(try leads("+1w", "2026-11-06", "2026-11-13"))
        #expect(try !leads("+1w", "2026-11-06", "2026-11-20"))
        #expect(try leads("++1w", "2026-11-06", "2026-11-20"))
        #expect(try !leads("++1w", "2026-11-06", "2026-11-21"))
        #expect(try leads(".+1w", "2026-11-06", "2026-11-30"))
        #expect(try !leads(".+1w", "2026-11-06", "2026-12-01"))
    }
}
