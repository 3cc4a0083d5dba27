/// Finds the dates in a text that is also about other things: `Tues 13 Jan 2026`, `23june`, `3/2/26`.
package struct SpelledDates {
    package struct Found: Equatable {
        package let date: CalendarDate
        /// Whether it cannot be another day, because the year is written and day and month cannot be
        /// confused.
        package let isCertain: Bool
        /// The range of the date in the text's characters.
        package let range: Range<Int>
    }

    private enum Token: Equatable {
        case number(Int, digits: Int)
        case word(String)
        case mark(Character)
    }

    private let tokens: [(token: Token, range: Range<Int>)]
    private let today: CalendarDate
    /// The year that a date without one most likely has; nil if nothing tells.
    private let year: Int?
    /// Whether a date without a year is not to come.
    private let isOver: Bool
    private let readsShort: Bool
    package private(set) var found: [Found] = []

    /// Finds the dates in a text.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - today: the current day. A date without a year is usually not after it.
    ///   - year: the year of other dates near the text.
    ///   - isOver: whether the text tells of what has been, so that a date without a year is not to come.
    ///   - readsShort: whether two numbers alone, as `15/4` and `9.4.`, are a date too.
    package init(
        in text: String, today: CalendarDate, year: Int? = nil, isOver: Bool = false, readsShort: Bool = false
    ) {
        self.isOver = isOver
        self.today = today
        self.year = year
        self.readsShort = readsShort
        tokens = Self.tokens(of: text)
        var at = 0
        while at < tokens.count {
            if let (dates, count) = dates(at: at) {
                let range = tokens[at].range.lowerBound..<tokens[at + count - 1].range.upperBound
                found += dates.map {
                    Found(date: $0, isCertain: dates.count == 1 && hasYear(at, count), range: range)
                }
                at += count
            } else {
                at += 1
            }
        }
    }

    /// How many days after today a date without a year is at most.
    private static let farthestAhead = 60

    private static func tokens(of text: String) -> [(Token, Range<Int>)] {
        var tokens: [(Token, Range<Int>)] = []
        var run = ""
        var start = 0
        func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
        func flush(_ end: Int) {
            guard let first = run.first else { return }
            if isDigit(first) {
                tokens.append((.number(Int(run.prefix(9)) ?? 0, digits: run.count), start..<end))
            } else {
                tokens.append((.word(run.lowercased()), start..<end))
            }
            run = ""
        }
        for (offset, character) in text.enumerated() {
            let isSame = run.last.map { isDigit($0) == isDigit(character) } ?? true
            if character.isLetter || isDigit(character) {
                if !isSame { flush(offset) }
                if run.isEmpty { start = offset }
                run.append(character)
            } else {
                flush(offset)
                tokens.append((.mark(character), offset..<offset + 1))
            }
        }
        flush(text.count)
        return tokens
    }

    private func token(_ at: Int) -> Token? { at < tokens.count ? tokens[at].token : nil }

    private func hasYear(_ at: Int, _ count: Int) -> Bool {
        tokens[at..<at + count].contains { if case .number(_, 4) = $0.token { true } else { false } }
    }

    // MARK: Spellings

    /// Returns the dates that the tokens from an index on may be, and how many tokens they take; nil if there
    /// is no date.
    private func dates(at: Int) -> (dates: [CalendarDate], count: Int)? {
        numbers(at) ?? dayFirst(at) ?? monthFirst(at) ?? dayInWords(at)
            ?? (readsShort ? shortNumbers(at) : nil)
    }

    /// Reads `the tenth of February`.
    private func dayInWords(_ at: Int) -> ([CalendarDate], Int)? {
        guard case .word(let word) = token(at), let index = Self.ordinals.firstIndex(of: word) else {
            return nil
        }
        var next = skipBlanks(at + 1, marks: " ")
        guard token(next) == .word("of") else { return nil }
        next = skipBlanks(next + 1, marks: " ")
        guard case .word(let name) = token(next), let month = Self.month(name) else { return nil }
        return date(day: index + 1, month: month, at, next + 1)
    }

    private static let ordinals = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
        "eighteenth", "nineteenth", "twentieth",
    ]

    /// Reads `15/4` or `9.4.`.
    ///
    /// `24/7` is no date.
    private func shortNumbers(_ at: Int) -> ([CalendarDate], Int)? {
        guard case .number(let first, 1...2) = token(at), case .mark(let mark) = token(at + 1),
            case .number(let second, 1...2) = token(at + 2), first != 24 || second != 7
        else { return nil }
        if at > 0, case .mark(let before) = tokens[at - 1].token, "/.:-".contains(before) { return nil }
        let hasMark = token(at + 3) == .mark(mark)
        guard mark == "/" ? !hasMark : mark == "." && hasMark else { return nil }
        let count = hasMark ? 4 : 3
        if case .number(_, _) = token(at + count) { return nil }
        let dates = [
            likelyDate(day: first, month: second, at), likelyDate(day: second, month: first, at),
        ].compactMap(\.self)
        return dates.isEmpty ? nil : (first == second ? Array(dates.prefix(1)) : dates, count)
    }

    /// Reads `2026-10-14`, `26/03/2026` or `3.2.26`.
    private func numbers(_ at: Int) -> ([CalendarDate], Int)? {
        guard case .number(let first, let firstDigits) = token(at), case .mark(let mark) = token(at + 1),
            "-/._".contains(mark), case .number(let second, 1...2) = token(at + 2),
            token(at + 3) == .mark(mark),
            case .number(let third, let thirdDigits) = token(at + 4)
        else { return nil }
        if firstDigits == 4, thirdDigits <= 2 {
            return CalendarDate(year: first, month: second, day: third).map { ([$0], 5) }
        }
        guard firstDigits <= 2, thirdDigits == 2 || thirdDigits == 4 else { return nil }
        let year = thirdDigits == 2 ? 2000 + third : third
        let dates = [
            CalendarDate(year: year, month: second, day: first),
            CalendarDate(year: year, month: first, day: second),
        ].compactMap(\.self)
        return dates.isEmpty ? nil : (first == second ? Array(dates.prefix(1)) : dates, 5)
    }

    /// Reads `13 Jan 2026`, `23june` or `the 3rd of March`.
    private func dayFirst(_ at: Int) -> ([CalendarDate], Int)? {
        guard case .number(let day, 1...2) = token(at) else { return nil }
        var next = skipOrdinal(at + 1)
        next = skipBlanks(next, marks: " .-")
        if token(next) == .word("of") { next = skipBlanks(next + 1, marks: " ") }
        guard case .word(let name) = token(next), let month = Self.month(name) else { return nil }
        return date(day: day, month: month, at, next + 1)
    }

    /// Reads `Jan 13th, 2026` or `feb 3`.
    private func monthFirst(_ at: Int) -> ([CalendarDate], Int)? {
        guard case .word(let name) = token(at), let month = Self.month(name) else { return nil }
        let next = skipBlanks(at + 1, marks: " .-")
        guard case .number(let day, 1...2) = token(next) else { return nil }
        return date(day: day, month: month, at, skipOrdinal(next + 1))
    }

    /// Returns the date of a day, a month, and the year if one follows.
    private func date(day: Int, month: Int, _ at: Int, _ end: Int) -> ([CalendarDate], Int)? {
        let next = skipBlanks(end, marks: " ,.-'’")
        switch token(next) {
        // `2 July 0830` has no year, but a time.
        case .number(let year, 4) where (1900...2199).contains(year):
            return CalendarDate(year: year, month: month, day: day).map { ([$0], next + 1 - at) }
        case .number(let year, 2) where next == end + 1 && token(end) != .mark(" "):
            return CalendarDate(year: 2000 + year, month: month, day: day).map { ([$0], next + 1 - at) }
        default: break
        }
        return likelyDate(day: day, month: month, at).map { ([$0], end - at) }
    }

    /// Returns the day that a day and a month without a year most likely mean.
    ///
    /// It is one with the day of the week that stands in front of it, or else in the year of other dates, or
    /// else the last such day up to 60 days from now, or up to now where the text tells of what has been.
    private func likelyDate(day: Int, month: Int, _ at: Int) -> CalendarDate? {
        let years = [today.year + 1, today.year, today.year - 1]
        let limit = isOver ? today : today.adding(days: Self.farthestAhead)
        let dates = years.compactMap { CalendarDate(year: $0, month: month, day: day) }
            .filter { $0 <= limit }
        if let weekday = weekday(before: at), let date = dates.first(where: { $0.weekday == weekday }) {
            return date
        }
        let near = year.flatMap { CalendarDate(year: $0, month: month, day: day) }
        // What has been is not to come, whatever year other dates have.
        return near.flatMap { isOver && $0 > limit ? nil : $0 } ?? dates.first
    }

    /// Returns the day of the week in front of a token; nil if there is none.
    private func weekday(before at: Int) -> Int? {
        var at = at - 1
        while at >= 0, case .mark(let mark) = tokens[at].token, " ,.".contains(mark) { at -= 1 }
        guard at >= 0, case .word(let word) = tokens[at].token else { return nil }
        if word == "weds" { return 2 }
        return Self.weekday(word)
    }

    /// Returns the number of the weekday whose name begins with a word of three letters or more, in small
    /// letters; nil if there is none.
    static func weekday(_ word: String) -> Int? {
        word.count >= 3 ? CalendarDate.weekdayNames.firstIndex { $0.lowercased().hasPrefix(word) } : nil
    }

    private func skipOrdinal(_ at: Int) -> Int {
        if case .word(let word) = token(at), ["st", "nd", "rd", "th"].contains(word) { at + 1 } else { at }
    }

    private func skipBlanks(_ at: Int, marks: String) -> Int {
        var at = at
        while case .mark(let mark) = token(at), marks.contains(mark) { at += 1 }
        return at
    }

    /// Returns the number of the month that has a name, in small letters; nil if none has.
    static func month(_ name: String) -> Int? {
        if name == "sept" { return 9 }
        guard name.count >= 3 else { return nil }
        let index = CalendarDate.monthNames.firstIndex { full in
            let full = full.lowercased()
            return full == name || name.count == 3 && full.hasPrefix(name)
        }
        return index.map { $0 + 1 }
    }
}
