internal import Markup

extension RepeatRule {
    /// Reads a rule as any of the dialects writes it; nil if it is not understood.
    package init?(_ text: String) {
        guard let rule = RepeatRule(words: text) ?? RepeatRule(todoTxt: text) ?? RepeatRule(org: text) else {
            return nil
        }
        self = rule
    }

    /// Reads todo.txt's rule; nil if it is not understood.
    ///
    /// `1w` counts from the day on which the action is done, `+1w` from the day on which it was due.
    package init?(todoTxt text: String) {
        let isStrict = text.hasPrefix("+")
        guard let step = Step(text.dropFirst(isStrict ? 1 : 0), allowsWorkdays: true) else { return nil }
        self.init(base: isStrict ? .due : .done, step: step)
    }

    /// Reads the rule in an org-mode timestamp, `+1w`, `++1w` or `.+1w`; nil if it is not understood.
    package init?(org text: String) {
        let marks: [(mark: String, base: Base)] = [("++", .dueUntilDone), (".+", .done), ("+", .due)]
        guard let (mark, base) = marks.first(where: { text.hasPrefix($0.mark) }) else { return nil }
        // The part after a slash says how late it may be done at most.
        let number = text.dropFirst(mark.count).prefix { $0 != "/" }
        guard let step = Step(number, allowsWorkdays: false) else { return nil }
        self.init(base: base, step: step)
    }

    /// Reads the words of Obsidian Tasks, `every 2 weeks on Monday when done`; nil if they are not
    /// understood.
    package init?(words text: String) {
        var words = RuleWords(text)
        guard words.consume("every"), let step = words.step() else { return nil }
        let isWhenDone = words.consume("when")
        guard isWhenDone == words.consume("done"), words.isAtEnd else { return nil }
        self.init(base: isWhenDone ? .done : .due, step: step)
    }
}

extension RepeatRule.Step {
    /// Reads a number and a letter, such as `1w`.
    fileprivate init?(_ text: some StringProtocol, allowsWorkdays: Bool) {
        guard let unit = text.last, let count = Self.count(text.dropLast()) else { return nil }
        switch unit {
        case "d": self = .days(count)
        case "w": self = .weeks(count, on: [])
        case "m": self = .months(count, on: [])
        case "y": self = .years(count, in: [], on: [])
        case "b" where allowsWorkdays: self = .workdays(count)
        default: return nil
        }
    }

    fileprivate static func count(_ digits: some StringProtocol) -> Int? {
        guard digits.utf8.allSatisfy(\.isDigit), let count = Int(digits) else { return nil }
        return (1...RepeatRule.mostUnits).contains(count) ? count : nil
    }
}

/// The words of a rule, which are consumed one after another.
private struct RuleWords {
    private var words: ArraySlice<String>

    init(_ text: String) {
        let spaced = text.lowercased().replacing(",", with: " , ")
        words = spaced.split { $0.isWhitespace || $0 == "!" }.map(String.init)[...]
    }

    /// Whether all the words have been understood.
    var isAtEnd: Bool { words.isEmpty }

    mutating func consume(_ word: String) -> Bool {
        guard words.first == word else { return false }
        words.removeFirst()
        return true
    }

    /// Consumes the next word if it means something.
    private mutating func consume<Meaning>(_ meaning: (String) -> Meaning?) -> Meaning? {
        guard let word = words.first, let found = meaning(word) else { return nil }
        words.removeFirst()
        return found
    }

    /// Reads the words after `every`.
    mutating func step() -> RepeatRule.Step? {
        // Before a weekday `2nd` means the same as `2`: every second one.
        let count = consume { $0 == "other" ? 2 : RepeatRule.Step.count($0) ?? Self.ordinal($0) } ?? 1
        guard count > 0 else { return nil }
        if consume({ $0 == "day" || $0 == "days" ? true : nil }) != nil { return .days(count) }
        if consume({ $0 == "weekday" || $0 == "weekdays" ? true : nil }) != nil {
            return .weeks(count, on: [0, 1, 2, 3, 4])
        }
        if consume({ $0 == "week" || $0 == "weeks" ? true : nil }) != nil {
            guard takesOn() else { return .weeks(count, on: []) }
            return list(Self.weekday).map { .weeks(count, on: $0) }
        }
        if consume({ $0 == "month" || $0 == "months" ? true : nil }) != nil {
            guard takesOn() else { return .months(count, on: []) }
            return monthDays().map { .months(count, on: $0) }
        }
        if consume({ $0 == "year" || $0 == "years" ? true : nil }) != nil {
            return .years(count, in: [], on: [])
        }
        if let weekdays = list(Self.weekday) { return .weeks(count, on: weekdays) }
        guard let months = list(Self.month) else { return nil }
        guard takesOn() else { return .years(count, in: months, on: []) }
        return monthDays().map { .years(count, in: months, on: $0) }
    }

    private mutating func takesOn() -> Bool {
        let isOn = consume("on") || consume("in")
        return consume("the") || isOn
    }

    /// Reads one or several things of a kind, with commas or `and` between them.
    private mutating func list<Element: Hashable>(_ element: (String) -> Element?) -> Set<Element>? {
        guard let first = consume(element) else { return nil }
        var all: Set = [first]
        while takesComma() {
            guard let next = consume(element) else { return nil }
            all.insert(next)
        }
        return all
    }

    private mutating func takesComma() -> Bool {
        var isThere = false
        while consume(",") || consume("and") { isThere = true }
        return isThere
    }

    /// Reads days of a month: `15th`, `last`, `1st and 15th`, `2nd Tuesday`, `last Friday`, `2nd last`.
    private mutating func monthDays() -> Set<RepeatRule.MonthDay>? {
        var all: Set<RepeatRule.MonthDay> = []
        repeat {
            _ = consume("the")
            var which = consume(Self.ordinal)
            if let number = which, number > 0, consume("last") { which = -number }
            if let weekday = consume(Self.weekday) {
                all.insert(.weekday(weekday, which: which))
            } else if let which {
                _ = consume("day")
                all.insert(.number(which))
            } else {
                return nil
            }
        } while takesComma()
        // Obsidian Tasks reads a mixture as the days that are both, so a mixture is not understood.
        let areNumbers = all.map { if case .number = $0 { true } else { false } }
        return Set(areNumbers).count == 1 ? all : nil
    }

    // MARK: Single words

    /// Returns the number of `2nd` or `second`; -1 for `last`.
    private static func ordinal(_ word: String) -> Int? {
        switch word {
        case "last": return -1
        case "first": return 1
        case "second": return 2
        case "third": return 3
        default:
            guard let number = RepeatRule.Step.count(word.prefix { $0.isNumber }), number <= 31 else {
                return nil
            }
            let ending = word.drop { $0.isNumber }
            return ["st", "nd", "rd", "th", "."].contains(ending) ? number : nil
        }
    }

    private static func weekday(_ word: String) -> Int? { number(of: word, in: CalendarDate.weekdayNames) }

    private static func month(_ word: String) -> Int? {
        number(of: word, in: CalendarDate.monthNames).map { $0 + 1 }
    }

    /// Returns the index of a name that may end in `s` or be shortened to three letters or more.
    private static func number(of word: String, in names: [String]) -> Int? {
        guard word.count >= 3 else { return nil }
        return names.firstIndex { name in
            let name = name.lowercased()
            return word == name + "s" || name.hasPrefix(word)
        }
    }
}
