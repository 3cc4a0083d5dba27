internal import Markup

/// What becomes of a repeating action when it is done.
package struct Repetition: Equatable {
    /// By how many days its dates move; nil if it has none.
    package let days: Int?
    /// The day on which the next action is due, if this one had no date.
    package let due: CalendarDate?
    /// The dates that a timestamp's own rules give.
    package let dates: [Token.DateField: CalendarDate]
    /// Whether the next action has a bullet of its own, before the one that is done.
    package let hasOwnBullet: Bool

    /// Returns the action that comes after an action.
    package func next(of action: Action) -> Action {
        var next = action
        next.due = moved(action.due, .due) ?? due
        next.scheduled = moved(action.scheduled, .scheduled)
        if hasOwnBullet { (next.done, next.dropped, next.id) = (nil, nil, nil) }
        if hasOwnBullet || action.state != .open { (next.state, next.box) = (.open, .open) }
        return next
    }

    private func moved(_ date: CalendarDate?, _ field: Token.DateField) -> CalendarDate? {
        dates[field] ?? date.map { $0.adding(days: days ?? 0) }
    }
}

extension BulletEdit {
    /// Whether the action repeats.
    package var repeats: Bool { repeatTokens.first != nil }

    private var repeatTokens: [Token] {
        tokens.filter { if case .repeats = $0.kind { true } else { false } }
    }

    /// Ticks a repeating action and makes the next one, as the tool does whose rule it has.
    ///
    /// A timestamp's rule moves the action's dates on and leaves it open. For every other rule the next
    /// action is inserted before this one.
    package mutating func complete(_ box: TaskBox, today: CalendarDate) throws(Refusal.Reason) -> Repetition?
    {
        guard let token = repeatTokens.first else { return nil }
        let rule = try rule(of: token)
        let reference = date(.due) ?? date(.scheduled) ?? startDate
        let next = try self.next(rule, token, after: reference, today)
        let days = reference.map { next.days(since: $0) }
        if token.range.isEmpty { return try moveOn(days, today) }
        // The tag makes it more than an action, and a second bullet would say that once more.
        if tokens.contains(where: { if case .tag = $0.kind { true } else { false } }) {
            throw .repeatsWithTag
        }
        let isTodoTxt = text[token.range].starts(with: "rec:".utf8)
        let repetition = Repetition(
            days: days, due: days == nil && isTodoTxt ? next : nil, dates: [:], hasOwnBullet: true)
        let bullet = try nextBullet(repetition, today)
        try tick(box, today: today, exactly: true)
        insert(bullet + lineEnd + indentation(upTo: block.start), atSource: source.offset(of: block.start))
        return repetition
    }

    private func rule(of token: Token) throws(Refusal.Reason) -> RepeatRule {
        let text = ruleText(token)
        guard let rule = RepeatRule(text) else { throw .unknownRepetition(text) }
        return rule
    }

    private func ruleText(_ token: Token) -> String {
        String(decoding: text[token.value], as: UTF8.self).folded
    }

    private func next(
        _ rule: RepeatRule, _ token: Token, after date: CalendarDate?, _ today: CalendarDate
    ) throws(Refusal.Reason) -> CalendarDate {
        guard let next = rule.next(after: date, doneOn: today) else {
            throw .unknownRepetition(ruleText(token))
        }
        return next
    }

    private func date(_ field: Token.DateField) -> CalendarDate? {
        for token in tokens { if case .date(field, let date) = token.kind { return date } }
        return nil
    }

    // MARK: On a bullet of its own

    /// Returns the bytes of the next action's bullet, from its marker to the end of its text.
    private func nextBullet(_ repetition: Repetition, _ today: CalendarDate) throws(Refusal.Reason) -> [UInt8]
    {
        var next = BulletEdit(self)
        next.open()
        for token in tokens {
            switch token.kind {
            case .date(.done, _), .date(.dropped, _), .blockID: next.remove(token)
            case .date(.due, let date), .date(.scheduled, let date):
                next.replaceDate(of: token, with: date.adding(days: repetition.days ?? 0))
            case .ignored:
                switch TasksField(token, in: text) {
                case .start(let date, let range):
                    next.replace(range, with: date.adding(days: repetition.days ?? 0))
                case .created(let range): next.replace(range, with: today)
                case .id: next.remove(token)
                case nil: break
                }
            default: break
            }
        }
        if let due = repetition.due { next.append(Dialect.todoTxt.annotation(.due, due), as: .todoTxt) }
        guard let edit = try? Edit(of: source, next.replacements) else { throw .unproven }
        let (start, end) = (source.offset(of: block.start), sourceOffset(ofEnd: textEnd))
        guard start < end,
            edit.replacements.allSatisfy({ start <= $0.range.lowerBound && $0.range.upperBound <= end })
        else {
            throw .unproven
        }
        return edit.applied(to: start..<end)
    }

    /// Gives an action an open box, or the word that means the same.
    private mutating func open() {
        guard let token = tokens.first, case .box(let state) = token.kind else { return }
        if text[token.range.lowerBound] == .ascii("[") {
            replace(token.value, with: [Byte.space])
        } else if state != .open {
            replace(token.value, with: Self.workWord(.open, from: text[token.value]))
        }
    }

    private mutating func replace(_ range: Range<Int>, with date: CalendarDate) {
        replace(range, with: Array(date.description.utf8))
    }

    private var startDate: CalendarDate? {
        for token in tokens { if case .start(let date, _) = TasksField(token, in: text) { return date } }
        return nil
    }

    // MARK: In place of itself

    /// Moves each timestamp on, by its own rule or by as many days as the first, and gives the action its
    /// open word again.
    private mutating func moveOn(_ days: Int?, _ today: CalendarDate) throws(Refusal.Reason) -> Repetition {
        var dates: [Token.DateField: CalendarDate] = [:]
        var isMoved = false
        for (number, token) in tokens.enumerated() {
            guard case .date(let field, let date) = token.kind, field == .due || field == .scheduled else {
                continue
            }
            var next = date.adding(days: days ?? 0)
            if number + 1 < tokens.count, case .repeats = tokens[number + 1].kind,
                tokens[number + 1].range.isEmpty
            {
                let rule = try rule(of: tokens[number + 1])
                next = try self.next(rule, tokens[number + 1], after: date, today)
            }
            guard token.range.upperBound <= textEnd else { throw .afterProperties }
            dates[field] = dates[field] ?? next
            isMoved = isMoved || next != date
            replaceDate(of: token, with: next)
        }
        if case .box(let state) = tokens.first?.kind, state != .open {
            open()
        } else if !isMoved, let day = dates[.due] ?? dates[.scheduled] {
            throw .repeatsOnSameDay(day)
        }
        return Repetition(days: days, due: nil, dates: dates, hasOwnBullet: false)
    }

    /// Replaces a date, and the name of its weekday in a timestamp.
    private mutating func replaceDate(of token: Token, with date: CalendarDate) {
        replace(token.value, with: date)
        guard let weekday = weekday(after: token.value.upperBound, in: token.range) else { return }
        let name = CalendarDate.weekdayNames[date.weekday].utf8
        replace(weekday, with: Array(weekday.count == 3 ? name.prefix(3) : name[...]))
    }

    /// Returns the range of the weekday's name in a timestamp, `Fri` or `Friday`.
    private func weekday(after date: Int, in timestamp: Range<Int>) -> Range<Int>? {
        guard text[timestamp].last == .ascii(">") else { return nil }
        let start = text[date..<timestamp.upperBound].firstIndex { !$0.isBlank } ?? timestamp.upperBound
        let name = text[start..<timestamp.upperBound].prefix { $0.isLetter }
        let isFull = CalendarDate.weekdayNames.contains { $0.utf8.elementsEqual(name) }
        return name.count == 3 || isFull ? start..<(isFull ? name.endIndex : start + 3) : nil
    }
}

/// A field of Obsidian Tasks that means nothing to Debrief and yet changes from one action to the next.
private enum TasksField {
    /// The day from which the action can be done, and the range of its date.
    case start(CalendarDate, Range<Int>)
    /// The range of the date on which the action was written down.
    case created(Range<Int>)
    /// Its id, or the ids that it waits for. The next action has neither.
    case id

    init?(_ token: Token, in text: [UInt8]) {
        guard case .ignored = token.kind, token.range.upperBound <= text.count else { return nil }
        let bytes = text[token.range]
        let names: [(name: String, kind: Int)] = [
            ("🛫", 0), ("start", 0), ("➕", 1), ("created", 1), ("🆔", 2), ("⛔", 2), ("id", 2), ("dependsOn", 2),
        ]
        let word = bytes.drop { $0 == .ascii("[") || $0 == .ascii("(") || $0.isBlank }
        let isField = word.startIndex > bytes.startIndex
        let found = names.first { name, _ in
            word.lowercasedPrefix(name.utf8.count).elementsEqual(name.lowercased().utf8)
                && isField == (name.utf8.first.map { $0 < 0x80 } ?? false)
                && (!isField || !(word.dropFirst(name.utf8.count).first?.isLetter ?? false))
        }
        guard let found else { return nil }
        if found.kind == 2 {
            self = .id
            return
        }
        let starts = bytes.indices.lazy.filter { bytes[$0].isDigit && $0 + 10 <= bytes.endIndex }
        guard let at = starts.first(where: { CalendarDate(ascii: text[$0..<bytes.endIndex]) != nil }),
            let date = CalendarDate(ascii: text[at..<bytes.endIndex])
        else { return nil }
        self = found.kind == 0 ? .start(date, at..<at + 10) : .created(at..<at + 10)
    }
}

extension ArraySlice<UInt8> {
    fileprivate func lowercasedPrefix(_ count: Int) -> [UInt8] { prefix(count).map(\.lowercased) }
}
