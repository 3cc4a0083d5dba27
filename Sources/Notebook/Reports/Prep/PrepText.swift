internal import Markup

extension PrepSheet {
    /// The sheet as markdown: one page of it, or all.
    ///
    /// - Parameters:
    ///   - isFull: whether to say all there is, on as many pages as it takes.
    ///   - isExplained: whether to add what counted for each lesson.
    ///   - base: what the links to notes are relative to.
    ///   - pathPrefix: what leads from the working directory to the notes, for commands to copy.
    ///   - columns: how many there are to be seen, where that is less than a page has. What is on the page stays.
    public func markdown(
        isFull: Bool = false, isExplained: Bool = false, linkingFrom base: LinkBase = .notebook,
        pathPrefix: [UInt8] = [], columns: Int = .max
    ) -> String {
        func text(_ page: PrepPage, columns: Int = .max) -> String {
            let text = PrepText(
                sheet: self, page: page, citation: Citation(base: base), pathPrefix: pathPrefix)
            let layout = MarkdownWriter.Layout(
                widest: PrepPage.columns, isCompact: !page.linksAll, columns: columns)
            return MarkdownWriter.text(text.markdown(), layout: layout)
        }
        let page = isFull ? PrepPage.full : fullestPage { text($0) }
        let sheet = text(page, columns: columns)
        return isExplained ? sheet + "\n" + explanation(linkingFrom: base, columns: columns) : sheet
    }

    /// The fullest page that fits on paper.
    private func fullestPage(_ text: (PrepPage) -> String) -> PrepPage {
        func fits(_ text: String) -> Bool { text.utf8.count { $0 == Byte.lf } <= PrepPage.lines }
        // All before `low` are too full; the one at `high` fits, or is the emptiest.
        var (low, high) = (0, PrepPage.pages.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if fits(text(PrepPage.pages[middle])) { high = middle } else { low = middle + 1 }
        }
        return PrepPage.pages[high]
    }
}

/// Says a prep sheet in words, one section a function. A section without content is left out.
private struct PrepText {
    let sheet: PrepSheet
    let page: PrepPage
    let citation: Citation
    let pathPrefix: [UInt8]

    private var index: Index { sheet.index }
    private var notes: [Note] { sheet.index.notes }
    private var today: CalendarDate { sheet.index.today }
    private var occasion: Occasion { sheet.occasion }

    init(sheet: PrepSheet, page: PrepPage, citation: Citation, pathPrefix: [UInt8]) {
        self.sheet = sheet
        self.page = page
        self.citation = citation
        self.pathPrefix = pathPrefix
    }

    func markdown() -> Markdown {
        var text = Markdown()
        text.heading(1, title)
        let head = when + before
        if !head.isEmpty { text.paragraph(head) }
        if sheet.lessons.isEmpty {
            text.heading(2, "Carry in")
            text.paragraph(nothingToCarryIn)
        }
        let lessons = sheet.lessons.prefix(page.lessons).map { item($0.lesson) }
        section("Carry in", lessons, of: sheet.lessons.count, isOrdered: true, to: &text)
        section("Watch for", watchFor, of: sheet.watchFor.count, to: &text)
        section("Has worked", worked.items, of: worked.count, to: &text)
        section("Your hunches", hunches, of: hunches.count, to: &text)
        section("They asked before", askedBefore, of: sheet.asked.count, to: &text)
        section("Ask them", askThem.items, of: askThem.count, to: &text)
        section("Finish before", finishBefore, of: sheet.actions.count, to: &text)
        text.heading(2, "Right afterwards")
        text.paragraph(afterwards)
        return text
    }

    /// A section, with how many there are of what it shows a part of.
    private func section(
        _ title: String, _ items: [Markdown.Item], of count: Int, isOrdered: Bool = false,
        to text: inout Markdown
    ) {
        if items.isEmpty { return }
        text.heading(2, items.count < count ? "\(title) (\(items.count) of \(count))" : title)
        text.list(items, isOrdered: isOrdered)
    }

    // MARK: Who and when

    private var title: String {
        let name = [occasion.company, occasion.round].compactMap(\.self).joined(separator: ", ")
        let title = [name, occasion.role ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
        let isUnnamed = name.isEmpty && occasion.note != nil
        let own = occasion.note.map { notes[$0].title } ?? ""
        let text = isUnnamed ? own : title.isEmpty ? "The next interview" : title
        // What has to be escaped takes more room than it has as text.
        let room = PrepPage.columns - 2
        func excess(_ text: String) -> Int {
            TextWidth.of(MarkdownWords([.text(text)]).line) - room
        }
        var fitting = cut(text, to: room)
        while excess(fitting) > 0, TextWidth.of(fitting) > 1 {
            fitting = cut(fitting, to: max(1, TextWidth.of(fitting) - excess(fitting)))
        }
        return fitting
    }

    private var when: [Inline] {
        var parts: [String] = []
        if let day = occasion.date {
            let days = day.days(since: today)
            parts.append("\(CalendarDate.weekdayNames[day.weekday]) \(day)")
            parts.append(days < 0 ? Wording.ago(-days) : Wording.ahead(days))
        }
        if !occasion.interviewers.isEmpty {
            parts.append("with \(cut(Wording.list(occasion.interviewers)))")
        }
        var content: [Inline] =
            parts.isEmpty ? [] : [.text("\(Wording.sentence(parts.joined(separator: ", "))).")]
        if let note = occasion.note { content += [" ", citation.link(to: notes[note]), "."] }
        if let date = occasion.date, date < today {
            content.append(" That day has gone by; this is what you would carry in today.")
        }
        return content
    }

    /// What there was with this company already, or is on the same day.
    private var before: [Inline] {
        var content: [Inline] = []
        if let latest = sheet.earlier.first {
            content += [" Before: "] + meeting(latest)
            for number in sheet.earlier.dropFirst().prefix(page.linksAll ? .max : 1) {
                content += ["; "] + meeting(number)
            }
            content.append(".")
        } else if let company = occasion.company,
            occasion.note.map({ notes[$0].isToPrepare(on: today) }) ?? true
        {
            let name = cut(company, to: 40)
            content.append(
                .text(" \(name) is new to this notebook: these are the lessons that hold anywhere."))
        }
        if let other = sheet.sameDay.first {
            content += [
                " On the same day: ", citation.link(to: notes[other]), ", for which ",
                .code(
                    "debrief prep\(Wording.notebookArgument(pathPrefix)) --for "
                        + Wording.argument(notes[other].path.bytes)), ".",
            ]
        }
        return content
    }

    private func meeting(_ number: Int) -> [Inline] {
        let facts = [
            notes[number].date?.description, notes[number].outcome.map { cut($0.description, to: 20) },
        ]
        let words = facts.compactMap(\.self).joined(separator: ", ")
        return [citation.link(to: notes[number])] + (words.isEmpty ? [] : [.text(" (\(words))")])
    }

    // MARK: Lessons

    private let nothingToCarryIn: [Inline] = [
        "Nothing has been swallowed yet, so there is no lesson to carry in. Put ", .code("swallow:"),
        " in front of what rings true.",
    ]

    private func item(_ lesson: Lesson) -> Markdown.Item {
        let home = lesson.headline.note
        var content: [Inline] = [
            .strong(cut(index[lesson.headline].text)), .text(" " + facts(lesson) + "; "),
        ]
        content += standing(lesson) + [". "]
        content.append(citation.link(to: notes[home], line: index[lesson.headline].place.line))
        for place in lesson.statements where page.linksAll && place != lesson.headline {
            content += [", ", citation.link(to: notes[place.note], line: index[place].place.line)]
        }
        let plans = lesson.statements.sorted {
            ($0 == lesson.headline ? 0 : 1) < ($1 == lesson.headline ? 0 : 1)
        }
        .flatMap { place in index[place].plans.map { (note: place.note, plan: $0) } }
        let lines = plans.prefix(page.plans).map { note, plan -> [Inline] in
            [.text(cue(plan.text) + " ")] + place(note, plan.place.line, home: home)
        }
        return .init(content, lines: Array(lines))
    }

    /// `4 people, also here, last in November`.
    private func facts(_ lesson: Lesson) -> String {
        var facts = [Wording.count(lesson.sources.count, "person", plural: "people")]
        let here = lesson.notes.contains { sheet.kinships[$0].contains(.company) }
        if here { facts.append(lesson.sources.count == 1 ? "here" : "also here") }
        if let last = lesson.last { facts.append("last in \(Wording.month(last, from: today))") }
        return facts.joined(separator: ", ")
    }

    private func standing(_ lesson: Lesson) -> [Inline] {
        guard let last = lesson.showings.last else { return ["not tried yet"] }
        let word = last.kind == .worked ? "worked at " : "slipped at "
        let (note, line) = (notes[last.place.note], index[last.place].place.line)
        if page.linksAll { return [.text(word), citation.link(to: note, line: line)] }
        return [.text("\(word)\(note.shortName):\(line)")]
    }

    /// An if–then plan as something to say to oneself: what is written behind `if:` gets its first word back.
    private func cue(_ plan: String) -> String {
        cut(plan.lowercased().hasPrefix("if ") ? plan : "If \(plan)")
    }

    // MARK: What else to know

    private var watchFor: [Markdown.Item] {
        sheet.watchFor.prefix(page.watchFor).map { place in
            let state = index[place].stage == .chew ? "" : " (not sorted yet)"
            return cited("\(cut(index[place].text))\(state)", place.note, index[place].place.line)
        }
    }

    private var worked: (items: [Markdown.Item], count: Int) {
        // On a page a lesson's own line says already that it worked.
        let carried = Set(sheet.lessons.prefix(page.lessons).compactMap { $0.lesson.showings.last?.place })
        let rest = sheet.worked.filter { page.linksAll || !carried.contains($0) }
        let items = rest.prefix(page.worked).map {
            cited(cut(index[$0].text), $0.note, index[$0].place.line)
        }
        return (items, rest.count)
    }

    private var hunches: [Markdown.Item] {
        guard let last = sheet.decidedHunches.last, page.hunches > 0 else { return [] }
        let decided = sheet.decidedHunches.count
        var words =
            "\(sheet.decidedHunches.count { $0.verdict == .confirmed }) of \(decided) held where an answer decided."
        let vain = sheet.vainHunches
        if !vain.isEmpty {
            let names = vain.map {
                $0.cases.count > 1 ? "#\($0.topic) (\($0.cases.count) times)" : "#\($0.topic)"
            }
            let most = page.linksAll ? Int.max : 4
            let rest = names.count > most ? ["\(names.count - most) more"] : []
            words += " You feared \(Wording.list(names.prefix(most) + rest)), and they never said so."
        }
        let feared = vain.first?.cases.last ?? last
        return [cited(words, feared.place.note, index[feared.place].place.line)]
    }

    private var askedBefore: [Markdown.Item] {
        sheet.asked.prefix(page.asked).map { asked in
            let places = asked.question.places
            let count = places.count > 1 ? " (\(places.count) times)" : ""
            // Where this company asked it, else where it was asked last.
            let here = places.last { sheet.kinships[$0.note].contains(.company) }
            guard let nearest = here ?? places.last else { return .init([]) }
            var item = cited(cut(asked.question.text) + count, nearest.note, nearest.line)
            for place in places.reversed() where page.linksAll && place != nearest {
                item.content += [", ", citation.link(to: notes[place.note], line: place.line)]
            }
            return item
        }
    }

    private var askThem: (items: [Markdown.Item], count: Int) {
        guard let number = occasion.note else { return ([], 0) }
        let questions = notes[number].questionsToAsk
        return (
            questions.prefix(page.toAsk).map { cited(cut($0.text), number, $0.place.line) }, questions.count
        )
    }

    private var finishBefore: [Markdown.Item] {
        sheet.actions.prefix(page.actions).map { place in
            let action = sheet.index[place]
            let due = action.due.map { $0 < today ? ", overdue since \($0)" : ", by \($0)" } ?? ""
            var item = cited(cut(action.text) + due, place.note, action.place.line)
            item.box = action.state == .inProgress ? "/" : " "
            return item
        }
    }

    private var afterwards: [Inline] {
        let words: Inline = """
            Write down their questions, word for word; your hunch, before you ask anybody; what worked and what \
            slipped. Once they have decided, ask for advice
            """
        guard let note = occasion.note else { return [words, "."] }
        return [
            words, ": ", .code("debrief ask \(Wording.argument(pathPrefix + notes[note].path.bytes))"), ".",
        ]
    }

    // MARK: Parts

    /// Words and where they come from. In the interview's own note the line is enough.
    private func cited(_ words: String, _ note: Int, _ line: Int) -> Markdown.Item {
        .init([.text(words + " ")] + place(note, line, home: occasion.note, isFirst: true))
    }

    /// A place: a link, unless it is read behind another one. Then on a page its name is enough, and in the
    /// note that the reader is in, its line.
    private func place(_ note: Int, _ line: Int, home: Int?, isFirst: Bool = false) -> [Inline] {
        if page.linksAll || isFirst && note != home {
            return [citation.link(to: notes[note], line: line, isShort: note == home)]
        }
        return [.text(note == home ? "(:\(line))" : "(\(notes[note].shortName):\(line))")]
    }

    private func cut(_ text: String, to width: Int? = nil) -> String {
        let width = width ?? page.words
        return width == .max ? text : TextWidth.cut(text, to: width)
    }
}
