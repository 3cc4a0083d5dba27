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
///
/// The head, the lessons and what else there is to know have files of their own beside this one.
struct PrepText {
    let sheet: PrepSheet
    let page: PrepPage
    let citation: Citation
    let pathPrefix: [UInt8]

    var index: Index { sheet.index }
    var notes: [Note] { sheet.index.notes }
    var today: CalendarDate { sheet.index.today }
    var occasion: Occasion { sheet.occasion }

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
        if !notRead.isEmpty { text.paragraph(notRead) }
        if sheet.lessons.isEmpty {
            text.heading(2, "Carry in")
            text.paragraph(nothingToCarryIn)
        }
        let lessons = sheet.lessons.prefix(page.lessons).map(item)
        section("Carry in", lessons, of: sheet.lessons.count, isOrdered: true, to: &text)
        section("Watch for", watchFor, of: sheet.watchFor.count + sheet.slips.count, to: &text)
        section("Lean on", leanOn.items, of: leanOn.count, to: &text)
        section("Your hunches", hunches, of: hunches.count, to: &text)
        section("They asked before", askedBefore, of: sheet.asked.count, to: &text)
        section("Stories", stories, of: storyCount, to: &text)
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

    // MARK: Parts

    /// Words and where they come from. In the interview's own note the line is enough.
    func cited(_ words: String, _ note: Int, _ line: Int) -> Markdown.Item {
        .init([.text(words + " ")] + place(note, line, home: occasion.note, isFirst: true))
    }

    /// A place: a link, unless it is read behind another one. Then on a page its name is enough, and in the
    /// note that the reader is in, its line.
    func place(_ note: Int, _ line: Int, home: Int?, isFirst: Bool = false) -> [Inline] {
        if page.linksAll || isFirst && note != home {
            return [citation.link(to: notes[note], line: line, isShort: note == home)]
        }
        return [.text(note == home ? "(:\(line))" : "(\(notes[note].shortName):\(line))")]
    }

    func cut(_ text: String, to width: Int? = nil) -> String {
        let width = width ?? page.words
        return width == .max ? text : TextWidth.cut(text, to: width)
    }
}
