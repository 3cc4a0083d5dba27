/// The words of a text, some of which name a day: `Fri 8 May`, `20/03`, `end of the month`.
struct DayWords {
    /// A day that some words name.
    struct Day {
        /// What else the text must say so that the day is one by which something is due.
        enum Need {
            case nothing
            /// It stands at the end.
            case end
            /// A word such as `by` stands before it.
            case word
        }

        /// The days that may be meant, the likeliest first; never empty.
        let days: [CalendarDate]
        /// The indices of the words.
        let words: Range<Int>
        /// Whether the words name a day and its month, and nothing speaks for another one.
        var isExplicit = false
        var need = Need.end
    }

    /// The words in small letters, and their ranges in the text's characters.
    let words: [(text: String, range: Range<Int>)]
    private let characters: [Character]
    private let note: DaysOfNote
    /// The dates that are written with a year or with the month's name, by where they begin.
    private let spelled: [Int: [SpelledDates.Found]]

    init(in text: String, of note: DaysOfNote) {
        characters = Array(text)
        words = Self.words(of: characters)
        self.note = note
        // So the last day that is not too far ahead is taken.
        let today = note.written?.adding(days: DaysOfNote.farthest - 60) ?? CalendarDate(dayNumber: 0)
        spelled = Dictionary(
            grouping: SpelledDates(in: text, today: today).found, by: \.range.lowerBound)
    }

    private static func words(of characters: [Character]) -> [(text: String, range: Range<Int>)] {
        var words: [(text: String, range: Range<Int>)] = []
        var start: Int?
        for offset in 0...characters.count {
            let isWord =
                offset < characters.count && (characters[offset].isLetter || characters[offset].isNumber)
            if isWord {
                start = start ?? offset
            } else if let first = start {
                words.append((String(characters[first..<offset]).lowercased(), first..<offset))
                start = nil
            }
        }
        return words
    }

    func word(_ at: Int) -> String? { words.indices.contains(at) ? words[at].text : nil }

    /// Returns the characters between a word and the one before it.
    func gap(before word: Int) -> String {
        let start = word > 0 ? words[word - 1].range.upperBound : 0
        let end = word < words.count ? words[word].range.lowerBound : characters.count
        return String(characters[start..<end])
    }

    /// The days that the text names, in order.
    var days: [Day] {
        var days: [Day] = []
        var at = 0
        while at < words.count {
            if let day = day(at) {
                days.append(day)
                at = day.words.upperBound
            } else {
                at += 1
            }
        }
        return days
    }

    private func day(_ at: Int) -> Day? {
        feast(at) ?? dated(at) ?? date(at) ?? weekday(at) ?? week(at) ?? partOfMonth(at) ?? near(at)
            ?? ordinal(at)
    }

    // MARK: Days with a month

    private func date(_ at: Int) -> Day? { spelledDate(at) ?? shortDate(at) }

    /// Reads `13 Jan`, `Jan 13th, 2026` or `13/1/26`.
    private func spelledDate(_ at: Int) -> Day? {
        guard words.indices.contains(at), let found = spelled[words[at].range.lowerBound],
            let end = found.first?.range.upperBound
        else { return nil }
        let next = words[at...].firstIndex { $0.range.lowerBound >= end } ?? words.count
        let hasYear = words[at..<next].contains { $0.text.count == 4 && Int($0.text) != nil }
        guard hasYear || note.written != nil else { return nil }
        return dated(inOrder(found.map(\.date)), at..<next)
    }

    /// Reads `20/03` or `15.2.`, which have no year.
    private func shortDate(_ at: Int) -> Day? {
        guard let first = number(at), let second = number(at + 1) else { return nil }
        let (before, mark, after) = (gap(before: at), gap(before: at + 1), gap(before: at + 2))
        guard before != "/", before != ".", mark == "/" || mark == "." && after.hasPrefix(".") else {
            return nil
        }
        // More numbers are a version, and a month's name belongs to the second number alone.
        if let next = word(at + 2) {
            if after == "/" || after == "." || after == " " && SpelledDates.month(next) != nil { return nil }
        }
        let days = [
            note.nearest(month: second) { _ in first },
            mark == "/" && first != second ? note.nearest(month: first) { _ in second } : nil,
        ]
        return dated(inOrder(days.compactMap(\.self)), at..<at + 2, .word)
    }

    /// Returns those of a day's two readings, the day first and the month first, that the note's other days
    /// leave open.
    private func inOrder(_ days: [CalendarDate]) -> [CalendarDate] {
        guard days.count == 2, let isDayFirst = note.isDayFirst else { return days }
        return isDayFirst ? Array(days.prefix(1)) : Array(days.suffix(1))
    }

    private func dated(
        _ days: [CalendarDate], _ words: Range<Int>, _ need: Day.Need = .end
    ) -> Day? {
        guard let first = days.first else { return nil }
        return Day(
            days: days, words: words, isExplicit: days.count == 1 && note.isAhead(first), need: need)
    }

    /// Reads a date with its weekday before it, which may decide what the date is: `Mon 24/8`,
    /// `Thursday 12th`.
    private func dated(_ at: Int) -> Day? {
        guard let weekday = word(at).flatMap(Self.weekdayNumber),
            [" ", ", ", ". "].contains(gap(before: at + 1))
        else { return nil }
        guard let date = date(at + 1) else {
            return (ordinalNumber(at + 1) ?? dayNumber(at + 1)).flatMap { dayOfMonth($0, on: weekday) }.map {
                Day(days: [$0], words: at..<at + 2)
            }
        }
        let fitting = date.days.filter { $0.weekday == weekday }
        let words = at..<date.words.upperBound
        return fitting.isEmpty ? Day(days: date.days, words: words) : dated(fitting, words)
    }

    // MARK: Days that are told from the note's day

    /// Reads `Friday`, `this Friday` or `next Friday`.
    private func weekday(_ at: Int) -> Day? {
        let isNext = word(at) == "next"
        let name = isNext || word(at) == "this" ? at + 1 : at
        guard let written = note.written, name == at || gap(before: name) == " ", let text = word(name),
            let weekday = Self.weekdayNumber(text)
        else { return nil }
        let ahead = written.adding(days: (weekday - written.weekday + 6) % 7 + 1)
        var days = [ahead]
        if note.isPreparation { days.insert(ahead.adding(days: -7), at: 0) }
        // Within one week, people disagree about what the next one is.
        if isNext, weekday > written.weekday { days = [ahead, ahead.adding(days: 7)] }
        let isDoubtful = Self.doubtfulWeekdays.contains(text) && !isHour(name + 1)
        return Day(days: days, words: at..<name + 1, need: isDoubtful ? .word : .end)
    }

    /// Reads `this week`, `next month`, `this weekend`, `the weekend` or `w/c 14 Sept`.
    private func week(_ at: Int) -> Day? {
        guard let written = note.written, let first = word(at) else { return nil }
        if first == "w", word(at + 1) == "c", let date = date(at + 2) {
            let sundays = date.days.map(Self.sunday)
            return Day(days: sundays, words: at..<date.words.upperBound)
        }
        let sunday = Self.sunday(of: written)
        if Self.isWeekend(first) {
            let saturday = written.weekday == 6 ? written.adding(days: 6) : sunday.adding(days: -1)
            let isDuring = word(at - 1) == "the" && ["at", "over"].contains(word(at - 2))
            if isDuring { return Day(days: [sunday], words: at - 2..<at + 1, need: .nothing) }
            return Day(days: [saturday], words: at..<at + 1, need: .word)
        }
        guard first == "this" || first == "next", let second = word(at + 1) else { return nil }
        if first == "this", Self.isWeekend(second) { return Day(days: [sunday], words: at..<at + 2) }
        return span(at)
    }

    /// Reads what comes after `end of`, or a week or month that has not begun: `next week`, `this month`.
    private func span(_ at: Int) -> Day? {
        guard let written = note.written else { return nil }
        let isNext = word(at) == "next"
        let name = isNext || word(at) == "this" ? at + 1 : at
        let words = at..<name + 1
        switch word(name) {
        case "week", "wk":
            let sunday = Self.sunday(of: written)
            return Day(days: [isNext ? sunday.adding(days: 7) : sunday], words: words)
        case "month":
            let month = written.monthNumber + (isNext ? 1 : 0)
            return Self.lastDay(ofMonth: month % 12 + 1, of: month / 12).map { Day(days: [$0], words: words) }
        default: return nil
        }
    }

    /// Reads `end of the month`, `end of next week`, `end of Feb` or `mid May`.
    private func partOfMonth(_ at: Int) -> Day? {
        if word(at) == "mid", let month = word(at + 1).flatMap(SpelledDates.month) {
            return note.nearest(month: month) { _ in 15 }.map { Day(days: [$0], words: at..<at + 2) }
        }
        if word(at + 1) == "is", word(at + 2) == "out", let span = span(at), word(at - 1) == "the" {
            return Day(days: span.days, words: at - 1..<at + 3)
        }
        guard word(at) == "end" else { return nil }
        let isOf = word(at + 1) == "of"
        let next = !isOf ? at + 1 : word(at + 2) == "the" ? at + 3 : at + 2
        if isOf, let span = span(next) { return Day(days: span.days, words: at..<span.words.upperBound) }
        guard let month = word(next).flatMap(SpelledDates.month) else { return nil }
        if let year = word(next + 1), year.count == 4, let number = Int(year) {
            let day = Self.lastDay(ofMonth: month, of: number)
            return day.map { Day(days: [$0], words: at..<next + 2) }
        }
        let day = note.nearest(month: month) { CalendarDate.days(inMonth: month, of: $0) }
        return day.map { Day(days: [$0], words: at..<next + 1) }
    }

    /// Reads `Easter`, `Good Friday` or `Christmas`: the next one.
    private func feast(_ at: Int) -> Day? {
        guard let written = note.written, let first = word(at) else { return nil }
        let isGoodFriday = first == "good" && word(at + 1) == "friday"
        let day: (Int) -> CalendarDate?
        switch first {
        case "easter": day = { CalendarDate.easter(of: $0) }
        case "good" where isGoodFriday: day = { CalendarDate.easter(of: $0)?.adding(days: -2) }
        case "christmas", "xmas": day = { CalendarDate(year: $0, month: 12, day: 25) }
        default: return nil
        }
        let ahead = [written.year, written.year + 1].compactMap(day).first { $0 >= written }
        return ahead.map {
            Day(days: [$0], words: at..<at + (isGoodFriday ? 2 : 1), need: isGoodFriday ? .end : .word)
        }
    }

    /// Reads `today`, `tonight`, `tomorrow` or `within two weeks`.
    private func near(_ at: Int) -> Day? {
        guard let written = note.written, let first = word(at) else { return nil }
        switch first {
        case "today": return Day(days: [written], words: at..<at + 1)
        case "tonight", "tonite": return Day(days: [written], words: at..<at + 1, need: .nothing)
        case _ where Self.tomorrows.contains(first):
            return Day(days: [written.adding(days: 1)], words: at..<at + 1, need: .nothing)
        case "within":
            guard let text = word(at + 1), let unit = word(at + 2),
                let count = number(at + 1) ?? Self.numbers[text], word(at + 3) != "of"
            else { return nil }
            let isOfWeeks = ["week", "weeks", "wk", "wks"].contains(unit)
            guard isOfWeeks || unit == "day" || unit == "days" else { return nil }
            let day = written.adding(days: isOfWeeks ? count * 7 : count)
            return Day(days: [day], words: at..<at + 3, need: .nothing)
        default: return nil
        }
    }

    /// Reads `22nd`, unless something follows that there are more of: `2nd round`.
    private func ordinal(_ at: Int) -> Day? {
        let next = word(at + 1)
        guard let number = ordinalNumber(at),
            next.map(Self.connectors.contains) ?? true || gap(before: at + 1) != " ",
            let day = dayOfMonth(number, on: nil)
        else { return nil }
        return Day(days: [day], words: at..<at + 1, need: .word)
    }

    /// Returns the next day with a number in its month, and on a weekday if one is given.
    private func dayOfMonth(_ number: Int, on weekday: Int?) -> CalendarDate? {
        guard let written = note.written else { return nil }
        let days = (-1...2).compactMap { shift -> CalendarDate? in
            let month = written.monthNumber + shift
            return CalendarDate(year: month / 12, month: month % 12 + 1, day: number)
        }.filter { weekday == nil || $0.weekday == weekday }
        let before = days.last { $0 < written }
        let ahead = days.first { $0 >= written }
        return note.isPreparation ? before ?? ahead : ahead ?? before
    }

    // MARK: Words

    /// Returns whether a word is a time such as `8pm`.
    private func isHour(_ at: Int) -> Bool {
        guard let word = word(at), word.hasSuffix("am") || word.hasSuffix("pm") else { return false }
        return Int(word.dropLast(2)).map { (1...12).contains($0) } ?? false
    }

    private func number(_ at: Int) -> Int? {
        word(at).flatMap { $0.count <= 2 ? Int($0) : nil }
    }

    /// Returns the number of a day after a weekday, as in `Mon 30`; nil if it may be a time.
    private func dayNumber(_ at: Int) -> Int? {
        guard let number = number(at) else { return nil }
        let after = gap(before: at + 1)
        let isTime = number < 13 && ["am", "pm", "h", "o"].contains(word(at + 1) ?? "")
        return isTime || after == ":" || after == "." ? nil : number
    }

    private func ordinalNumber(_ at: Int) -> Int? {
        guard let word = word(at), ["st", "nd", "rd", "th"].contains(String(word.suffix(2))) else {
            return nil
        }
        let digits = word.dropLast(2)
        return digits.count <= 2 ? Int(digits) : nil
    }

    private static func sunday(of day: CalendarDate) -> CalendarDate { day.adding(days: 6 - day.weekday) }

    private static func lastDay(ofMonth month: Int, of year: Int) -> CalendarDate? {
        CalendarDate(year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
    }

    private static func weekdayNumber(_ name: String) -> Int? {
        CalendarDate.weekdayNames.firstIndex { $0.lowercased() == name }
            ?? shortWeekdays.firstIndex { $0.contains(name) }
    }

    private static func isWeekend(_ word: String) -> Bool { ["weekend", "wknd", "wkend"].contains(word) }

    private static let shortWeekdays = [
        ["mon"], ["tue", "tues"], ["wed", "weds"], ["thu", "thur", "thurs"], ["fri"], ["sat"], ["sun"],
    ]
    /// The short names of days that are also other words.
    private static let doubtfulWeekdays: Set<String> = ["mon", "wed", "sat", "sun"]
    private static let tomorrows: Set<String> = [
        "tomorrow", "tomorow", "tommorow", "tommorrow", "tmrw", "tmw", "tmr", "tomoz", "2moro",
    ]
    /// Words that may follow a day, of which there are no more than one.
    private static let connectors: Set<String> = ["if", "for", "when", "as", "so", "and", "to", "at", "with"]
    private static let numbers = [
        "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    ]
}
