import Foundation
import Notebook
import Testing

/// What a table says of a notebook, line by line and cell by cell.
struct RowTests {
    private static func objects(_ bytes: [UInt8]) throws -> [[String: Any]] {
        try bytes.split(separator: 0x0A).map {
            try #require(JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
        }
    }

    private static func fits(_ value: Any?, _ kind: RowTable.Kind) -> Bool {
        switch (kind, value) {
        case (_, is NSNull): true
        case (.text, is String): true
        case (.date, let text as String): CalendarDate(text) != nil
        case (.number, let number as NSNumber): Int(exactly: number) != nil
        case (.flag, is Bool): true
        case (.texts, is [String]): true
        default: false
        }
    }

    @Test(arguments: RowTable.allCases)
    func `every row has every column, of its kind and in its order`(table: RowTable) throws {
        let rows = Rows(table, of: WordNotebook.harmless)
        let lines = rows.bytes(as: .jsonl).split(separator: 0x0A)
        #expect(!lines.isEmpty || table == .plans)
        for (line, object) in zip(lines, try Self.objects(rows.bytes(as: .jsonl))) {
            #expect(Set(object.keys) == Set(table.columns.map(\.name)))
            for column in table.columns { #expect(Self.fits(object[column.name], column.kind), "\(column)") }
            let text = String(decoding: line, as: UTF8.self)
            var rest = text[...]
            for column in table.columns {
                let found = try #require(
                    rest.firstRange(of: "\"\(column.name)\":"), "\(column.name) in \(text)")
                rest = rest[found.upperBound...]
            }
        }
    }

    @Test(arguments: RowTable.allCases)
    func `as CSV a table says the same`(table: RowTable) throws {
        for text in ["zwort", "a,b", "\"", "a\r\nb", " x ", "; ", "é"] {
            let index = WordNotebook.index(with: text)
            let rows = Rows(table, of: index)
            let objects = try Self.objects(rows.bytes(as: .jsonl))
            let lines = try #require(CSV.lines(rows.bytes(as: .csv)))
            #expect(lines.first == table.columns.map(\.name))
            #expect(lines.count == objects.count + 1)
            for (line, object) in zip(lines.dropFirst(), objects) {
                try #require(line.count == table.columns.count)
                for (cell, column) in zip(line, table.columns) {
                    let value = object[column.name]
                    let meant =
                        switch value {
                        case is NSNull: ""
                        case let texts as [String]: texts.joined(separator: "; ")
                        case let flag as Bool where column.kind == .flag: flag ? "true" : "false"
                        case let number as NSNumber: "\(number)"
                        default: value as? String ?? "?"
                        }
                    #expect(cell == meant || cell == "'" + meant, "\(column.name)")
                }
            }
        }
    }

    @Test func `no cell is a formula to a spreadsheet`() throws {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=HYPERLINK(\"x\")"] {
            for table in RowTable.allCases {
                let bytes = Rows(table, of: WordNotebook.index(with: text)).bytes(as: .csv)
                for cell in try #require(CSV.lines(bytes)).joined() {
                    #expect(
                        !["=", "+", "-", "@", "\t", "\r", "\n", "\r\n"].contains(String(cell.prefix(1))),
                        "\(cell)")
                }
            }
        }
    }

    @Test(arguments: [0, 1, 63, 64, 65, 2500])
    func `written piece by piece, there is a row for each note`(count: Int) throws {
        let notes = (0..<count).map { Note(path: NotePath("\($0).md"), title: "Note \($0) \"é😀\"\u{1}\\") }
        let index = NotebookIndex(today: CalendarDate(dayNumber: 20_000), notes: notes, faults: [])
        var pieces: [[UInt8]] = []
        try Rows(.notes, of: index).write(as: .jsonl) { pieces.append($0) }
        #expect(pieces.allSatisfy { $0.count < 64 * 1024 })
        let paths = try Self.objects(Array(pieces.joined())).map { $0["path"] as? String }
        #expect(paths == notes.map(\.path.text))
    }

    @Test func `each kind of thing has its rows`() throws {
        let index = NotebookIndex(readingNotes: [
            (
                "a.md",
                """
                ---
                company: Acme
                date: 2026-10-01
                interviewers: [Dana Ruiz, Lee Park]
                answered: 2026-10-05
                ---
                ## Feedback
                - swallow: Lead with the result. #structure from:"Dana Ruiz" ^lead
                  - because: Two said so.
                  - if: asked → open with the result
                  - [ ] Rewrite three stories due:2026-11-01
                - hunch: Too slow #structure
                ## Questions they asked
                - Why us?
                """
            ),
            (
                "b.md",
                """
                ---
                company: Globex
                date: 2026-11-01
                ---
                - worked: Led with it #structure
                - [x] Send thanks done:2026-11-02
                """
            ),
        ])
        func rows(_ table: RowTable) throws -> [[String: Any]] {
            var options = Rows.Options()
            options.name = "mine"
            return try Self.objects(Rows(table, of: index, options).bytes(as: .jsonl))
        }
        #expect(try rows(.notes).map { $0["request"] as? String } == ["answered", "not-asked"])
        #expect(
            try RowTable.allCases.allSatisfy {
                try rows($0).allSatisfy { $0["notebook"] as? String == "mine" }
            })
        let feedback = try #require(try rows(.feedback).first)
        #expect(
            feedback["came"] as? String == "2026-10-05" && feedback["sources"] as? [String] == ["Dana Ruiz"])
        #expect(
            feedback["plans"] as? Int == 1 && feedback["actions"] as? Int == 1
                && feedback["reasons"] as? Int == 1)
        let actions = try rows(.actions)
        #expect(actions.map { $0["feedback"] as? Int } == [8, nil])
        #expect(try rows(.plans).first?["text"] as? String == "asked → open with the result")
        #expect(try rows(.hunches).first?["verdict"] as? String == "confirmed")
        #expect(try rows(.questions).first?["kind"] as? String == "asked")
        let lesson = try #require(try rows(.lessons).first)
        #expect(lesson["topic"] as? String == "structure" && lesson["people"] as? Int == 1)
        #expect(lesson["first"] as? String == "2026-10-05" && lesson["shown"] as? String == "2026-11-01")
        #expect(lesson["standing"] as? String == "worked" && lesson["plans"] as? Int == 1)
    }

    @Test func `a story has a row, with its parts and where it was told`() throws {
        let index = NotebookIndex(readingNotes: [
            (
                "a.md",
                """
                - story: The night of the outage #incident ^outage
                  - S: The queue was full
                  - R: Back in an hour
                - story: The dull one
                """
            ),
            (
                "b.md",
                """
                ---
                company: Acme
                date: 2026-10-01
                ---
                ## Questions they asked
                - A hard night?
                  - told: ^outage
                  - worked: They laughed
                """
            ),
        ])
        let stories = try Self.objects(Rows(.stories, of: index).bytes(as: .jsonl))
        #expect(stories.map { $0["id"] as? String } == ["outage", nil])
        #expect(stories.map { $0["told"] as? Int } == [1, 0])
        #expect(stories.map { $0["last"] as? String } == ["2026-10-01", nil])
        #expect(stories.map { $0["worked"] as? Int } == [1, 0])
        #expect(stories.map { $0["standing"] as? String } == ["worked", "untried"])
        #expect(stories.first?["situation"] as? String == "The queue was full")
        #expect(stories.first?["result"] as? String == "Back in an hour")
        #expect(stories.first?["task"] is NSNull && stories.first?["topics"] as? [String] == ["incident"])
    }
}

/// A reader of CSV (RFC 4180) that is strict, and shares nothing with the writer.
enum CSV {
    /// The cells of each line; nil where the bytes are no CSV.
    static func lines(_ bytes: [UInt8]) -> [[String]]? {
        var lines: [[String]] = []
        var line: [String] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            var cell: [UInt8] = []
            if rest.first == 0x22 {
                rest = rest.dropFirst()
                while true {
                    guard let byte = rest.popFirst() else { return nil }
                    if byte != 0x22 {
                        cell.append(byte)
                    } else if rest.first == 0x22 {
                        cell.append(rest.removeFirst())
                    } else {
                        break
                    }
                }
            } else {
                while let byte = rest.first, ![0x2C, 0x0D, 0x0A].contains(byte) {
                    if byte == 0x22 { return nil }
                    cell.append(rest.removeFirst())
                }
            }
            line.append(String(decoding: cell, as: UTF8.self))
            if rest.first == 0x2C {
                rest = rest.dropFirst()
                continue
            }
            guard rest.starts(with: [0x0D, 0x0A]) else { return nil }
            rest = rest.dropFirst(2)
            lines.append(line)
            line = []
        }
        return line.isEmpty ? lines : nil
    }
}
