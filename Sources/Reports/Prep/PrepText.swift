package import Insights
internal import Markup
package import Notes

extension PrepSheet {
    /// Returns the sheet as markdown: one page of it, or all.
    ///
    /// - Parameters:
    ///   - isFull: Whether to say all there is, on as many pages as it takes.
    ///   - isExplained: Whether to add what counted for each lesson.
    ///   - base: What the links to notes are relative to.
    ///   - pathPrefix: What leads from the working directory to the notes, for commands to copy.
    /// - Returns: The text of the sheet.
    public func markdown(
        isFull: Bool = false, isExplained: Bool = false, linkingFrom base: LinkBase = .notebook,
        pathPrefix: [UInt8] = []
    ) -> String {
        let bytes = bytes(
            as: .markdown, isFull: isFull, isExplained: isExplained, linkingFrom: base, pathPrefix: pathPrefix
        )
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Returns the sheet in a form: one page of it, or all.
    ///
    /// A page of HTML has as much as fits on one when it is printed.
    ///
    /// - Parameters:
    ///   - form: The form to write it in.
    ///   - isFull: Whether to say all there is, on as many pages as it takes.
    ///   - isExplained: Whether to add what counted for each lesson.
    ///   - base: What the links to notes are relative to.
    ///   - pathPrefix: What leads from the working directory to the notes, for commands to copy.
    /// - Returns: The sheet as UTF-8.
    public func bytes(
        as form: ReportForm, isFull: Bool = false, isExplained: Bool = false,
        linkingFrom base: LinkBase = .notebook, pathPrefix: [UInt8] = []
    ) -> [UInt8] {
        func report(_ page: PrepPage, linkingFrom base: LinkBase = base) -> Markdown {
            PrepText(sheet: self, page: page, citation: Citation(base: base), pathPrefix: pathPrefix)
                .markdown()
        }
        let layout = MarkdownWriter.Layout(widest: PrepPage.columns, isCompact: !isFull)
        let page: PrepPage
        if isFull {
            page = .full
        } else if case .page = form {
            page = fullestPage { PrintedPage.fits(report($0)) }
        } else {
            // A terminal does not show a link's destination, so a long one must not take up a line there.
            let measured = if case .terminal = form { LinkBase.notebook } else { base }
            page = fullestPage {
                MarkdownWriter.text(report($0, linkingFrom: measured), layout: layout)
                    .utf8.count { $0 == Byte.lf } <= PrepPage.lines
            }
        }
        var sheet = report(page)
        guard isExplained else { return form.bytes(sheet, as: .prep, layout: layout) }
        let explanation = explanation(linkingFrom: base)
        if case .markdown = form {
            return form.bytes(sheet, as: .prep, layout: layout) + [Byte.lf]
                + form.bytes(explanation, as: .prep)
        }
        sheet.add(explanation)
        return form.bytes(sheet, as: .prep)
    }

    /// Returns the fullest page that fits on paper.
    private func fullestPage(_ fits: (PrepPage) -> Bool) -> PrepPage {
        // All pages before `low` are too full. The page at `high` fits, or is the emptiest.
        var (low, high) = (0, PrepPage.pages.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if fits(PrepPage.pages[middle]) { high = middle } else { low = middle + 1 }
        }
        return PrepPage.pages[high]
    }
}

/// Says a prep sheet in words, one section a function.
///
/// A section without content is left out.
///
/// The head, the lessons and what else there is to know have files of their own beside this one.
package struct PrepText {
    package let sheet: PrepSheet
    package let page: PrepPage
    package let citation: Citation
    package let pathPrefix: [UInt8]

    package var index: NotebookIndex { sheet.index }
    package var notes: [Note] { sheet.index.notes }
    package var today: CalendarDate { sheet.index.today }
    package var occasion: Occasion { sheet.occasion }

    package init(sheet: PrepSheet, page: PrepPage, citation: Citation, pathPrefix: [UInt8]) {
        self.sheet = sheet
        self.page = page
        self.citation = citation
        self.pathPrefix = pathPrefix
    }

    package func markdown() -> Markdown {
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
        section("Watch for", watchFor, of: watchForCount, to: &text)
        section("Lean on", leanOn.items, of: leanOn.count, to: &text)
        section("Your hunches", hunches, of: hunches.count, to: &text)
        section(askedHeading, askedBefore, of: askedCount, to: &text)
        section("Stories", stories, of: storyCount, to: &text)
        section("Ask them", askThem.items, of: askThem.count, to: &text)
        section("Finish before", finishBefore, of: sheet.actions.count, to: &text)
        text.heading(2, "Right afterwards")
        text.paragraph(afterwards)
        return text
    }

    /// Adds a section.
    ///
    /// If it shows only some of its items, its heading says how many there are.
    private func section(
        _ title: String, _ items: [Markdown.Item], of count: Int, isOrdered: Bool = false,
        to text: inout Markdown
    ) {
        if items.isEmpty { return }
        text.heading(2, items.count < count ? "\(title) (\(items.count) of \(count))" : title)
        text.list(items, isOrdered: isOrdered)
    }

    // MARK: Parts

    /// Returns words and where they come from.
    ///
    /// In the interview's own note the line is enough.
    package func cited(_ words: String, _ note: Int, _ line: Int) -> Markdown.Item {
        .init([.text(words + " ")] + reference(note, line, home: occasion.note, isFirst: true))
    }

    /// Returns a citation.
    ///
    /// It is a link if every citation is linked, or if it is an item's first one of another note. Otherwise
    /// it is the note's name and the line, or only the line in the note that the reader is in.
    package func reference(_ note: Int, _ line: Int, home: Int?, isFirst: Bool = false) -> [Inline] {
        if page.linksAll || isFirst && note != home {
            return [citation.link(to: notes[note], line: line, isShort: note == home)]
        }
        return [.text(note == home ? "(:\(line))" : "(\(notes[note].shortName):\(line))")]
    }

    package func cut(_ text: String, to width: Int? = nil) -> String {
        let width = width ?? page.words
        return width == .max ? text : TextWidth.cut(text, to: width)
    }
}
