import Foundation
import Notebook
import Testing

/// What a reader sees of a report on GitHub, in Obsidian and in any browser: markdown folds blanks, trims
/// cells and joins lines, and the report says the same all the same.
struct RenderedMarkdownTests {
    static let indexes: [(name: String, index: NotebookIndex)] = {
        let folder = URL(filePath: #filePath).appending(path: "../../../../../Examples/notebook")
            .standardizedFileURL
        let today = CalendarDate(year: 2026, month: 11, day: 23) ?? .formatDay
        let example = try? NotebookFolder(path: folder.path).read(today: today)
        return [("example", example ?? NotebookIndex(readingNotes: [])), ("words", WordNotebook.harmless)]
    }()

    private static func prep(_ index: NotebookIndex, isFull: Bool = false) throws -> String {
        let note = try #require(index.notes.firstIndex { $0.outcome == .scheduled })
        return PrepSheet(index, for: Occasion(of: note, in: index)).markdown(isFull: isFull)
    }

    private static func reports(of index: NotebookIndex) throws -> [String] {
        try [
            Summary(index).markdown(explaining: true), Checklist(index, all: true).markdown(),
            AskList(index, all: true).markdown(), prep(index), prep(index, isFull: true),
        ]
    }

    @Test func `there are notes to report of`() {
        for (name, index) in Self.indexes { #expect(index.notes.count > 4, "\(name)") }
    }

    @Test(arguments: indexes.indices)
    func `the months of the trend are those of the data`(number: Int) throws {
        let index = Self.indexes[number].index
        let summary = Summary(index)
        let table = try #require(try RenderedMarkdown(summary.markdown()).root.all("table").first)
        let letters = try #require(table.children.first?.children.last?.text)
        let today = index.today.monthNumber
        #expect(
            letters
                == String((0..<12).map { CalendarDate.monthNames[(today + 1 + $0) % 12].first ?? "?" }))
        let rows = table.children.dropFirst()
        #expect(rows.count == min(summary.topics.count, 12) && !rows.isEmpty)
        for (row, history) in zip(rows, summary.topics) {
            let chart = try #require(row.children.last)
            #expect(chart.children.map(\.kind) == ["code"])
            #expect(chart.text.count == 12)
            for (character, count) in zip(chart.text, history.months) {
                #expect((character == "·") == (count == 0), "\(history.topic): \(chart.text)")
            }
        }
    }

    @Test(arguments: indexes.indices, [false, true])
    func `a plan is an item of its own`(number: Int, isFull: Bool) throws {
        let rendered = try RenderedMarkdown(Self.prep(Self.indexes[number].index, isFull: isFull)).root
        let plans = rendered.all("item").filter { $0.ownText.hasPrefix("If ") }
        #expect(!plans.isEmpty)
        let lessons = rendered.all("item").filter { !$0.all("list").isEmpty }
        #expect(!lessons.isEmpty)
        for lesson in lessons { #expect(!lesson.ownText.contains("If ")) }
    }

    @Test(arguments: indexes.indices)
    func `an action's id ends its line, and the lesson stands on the next`(number: Int) throws {
        let index = Self.indexes[number].index
        let list = Checklist(index, all: true).markdown()
        let lines = list.split(separator: "\n", omittingEmptySubsequences: false)
        let actions = lines.indices.filter { lines[$0].hasPrefix("- [") }
        #expect(actions.count == index.actionEntries().count)
        for number in actions {
            // No blank stands after the id: many editors cut it off.
            #expect(lines[number].contains(/\^[a-z][a-z0-9]{7}$/), "\(lines[number])")
            #expect(lines[number + 1].hasPrefix("  "), "\(lines[number + 1])")
            #expect(!lines[number + 1].contains("^"), "\(lines[number + 1])")
        }
    }

    @Test(arguments: indexes.indices)
    func `no line begins with a topic, and the text of a link is short`(number: Int) throws {
        for report in try Self.reports(of: Self.indexes[number].index) {
            for line in report.split(separator: "\n") {
                #expect(!line.contains(/^\s*#[^# ]/), "\(line)")
            }
            let rendered = try RenderedMarkdown(report).root
            #expect(rendered.all("html_block").isEmpty && rendered.all("html_inline").isEmpty)
            for link in rendered.all("link") {
                #expect(!link.text.isEmpty && TextWidth.of(link.text) <= 48, "\(link.text)")
            }
        }
    }
}
