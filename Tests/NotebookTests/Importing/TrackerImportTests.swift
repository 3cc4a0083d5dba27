import Notebook
import Testing

@testable import Storage

/// What a tracker's table becomes.
struct TrackerImportTests {
    private static let template = try? Template(
        Array(TemplateKind.note.standardText.utf8), names: TemplateKind.note.names)

    private static let table = #"""
        Company,Job Title,Stage,Interview Date,Status,Salary,Contact,Notes,Feedback,Link
        Acme,"Engineer, Staff",onsite,2026-10-14,Rejected,90k,"Dana Ruiz; Lee Park","first line
        # second ""line""",Lead with it.,https://acme.example
        Globex,Engineer,,"October 20, 2026",Applied,,,,,
        ,,,,,,,,,
        Acme,Engineer,onsite,2026-10-14,,,,,,
        """#

    private static func read(
        _ text: String, columns: [String] = [], dates: TrackerImport.DateOrder? = nil,
        into index: NotebookIndex? = nil
    ) throws -> TrackerImport {
        try TrackerImport(
            Array(text.utf8), columns: columns, dates: dates,
            into: index ?? NotebookIndex(today: .formatDay, notes: [], faults: []))
    }

    private static func new(_ table: TrackerImport) -> [NewNote] {
        table.rows.compactMap { if case .new(let note) = $0.outcome { note } else { nil } }
    }

    private static func index(_ notes: [NewNote]) throws -> NotebookIndex {
        let template = try #require(template)
        return NotebookIndex(
            readingNotes: notes.map {
                ($0.fileName, String(decoding: $0.bytes(from: template), as: UTF8.self))
            })
    }

    @Test func `each row is a note, and every column is used or named`() throws {
        let table = try Self.read(Self.table)
        #expect(table.columns.unused == ["Salary"])
        #expect(table.columns.guessed.count == 9)
        let notes = Self.new(table)
        #expect(
            notes.map(\.fileName) == [
                "2026-10-14-acme-onsite.md", "2026-10-20-globex.md", "2026-10-14-acme-engineer-onsite.md",
            ])
        let index = try Self.index(notes)
        let first = try #require(index.notes.first { $0.path.text == notes[0].fileName })
        #expect(first.company == "Acme" && first.role == "Engineer, Staff" && first.round == "onsite")
        #expect(first.interviewers == ["Dana Ruiz", "Lee Park"] && first.outcome == .rejected)
        #expect(first.place == "https://acme.example")
        let text = String(decoding: notes[0].bytes(from: try #require(Self.template)), as: UTF8.self)
        #expect(text.contains("## Notes\n\n> first line\n> # second \"line\"\n"))
        #expect(text.hasSuffix("## Feedback\n\n> Lead with it.\n"))
    }

    @Test func `the same table again makes nothing, nor do two rows of one interview`() throws {
        let first = try Self.read(Self.table)
        let again = try Self.read(Self.table, into: Self.index(Self.new(first)))
        #expect(Self.new(again).isEmpty && again.rows.count == first.rows.count)
        let twice = try Self.read("Company,Date\nAcme,2026-01-02\nACME Inc,2026-01-02\n")
        #expect(Self.new(twice).count == 1)
    }

    @Test func `another row says which number of a day is the month`() throws {
        func dates(_ cells: String..., order: TrackerImport.DateOrder? = nil) throws -> [String?] {
            let rows = cells.enumerated().map { "A\($0.offset),\($0.element)" }.joined(separator: "\n")
            return Self.new(try Self.read("Company,Date\n\(rows)\n", dates: order)).map {
                $0.date.map { "\($0)" }
            }
        }
        #expect(try dates("12/03/2026", "25/03/2026") == ["2026-03-12", "2026-03-25"])
        #expect(try dates("12/03/2026", "03/25/2026") == ["2026-12-03", "2026-03-25"])
        #expect(try dates("1.2.26", "25.03.2026") == ["2026-02-01", "2026-03-25"])
        // Rows that disagree show nothing, nor does a day whose numbers are the same.
        #expect(try dates("12/03/2026", "25/03/2026", "03/25/2026").first == .some(nil))
        #expect(try dates("12/03/2026", "05/05/2026") == [nil, "2026-05-05"])
        #expect(try dates("12/03/2026", order: .monthFirst) == ["2026-12-03"])
        #expect(try dates("12/03/2026", "13/03/2026", order: .monthFirst) == ["2026-12-03", "2026-03-13"])
    }

    @Test func `a day that is not certain is kept, and its row is known when the day was written by hand`()
        throws
    {
        let table = "Company,Role,Date,Notes\nAcme,Engineer,12/03/2026,met Dana\n"
        var note = try #require(Self.new(try Self.read(table)).first)
        let template = try #require(Self.template)
        let text = String(decoding: note.bytes(from: template), as: UTF8.self)
        #expect(text.contains("## Notes\n\n> Date: 12/03/2026\n>\n> met Dana\n"))
        note.date = CalendarDate("2026-03-12")
        #expect(Self.new(try Self.read(table, into: try Self.index([note]))).isEmpty)
        // Of two such notes, neither is surely the row's.
        var other = note
        other.date = CalendarDate("2026-04-12")
        other.number = 2
        #expect(Self.new(try Self.read(table, into: try Self.index([note, other]))).count == 1)
    }

    @Test func `names never meet, whatever a file system makes of them`() throws {
        let rows = (0..<5).map { "A\(String(repeating: "!", count: $0)),R\($0),2026-01-02" }
        let notes = Self.new(try Self.read("Company,Role,Date\n" + rows.joined(separator: "\n")))
        #expect(Set(notes.map { $0.fileName.lowercased() }).count == 5)
        for name in ["../../x", "/etc/x", ".", "CON\0", String(repeating: "x", count: 3000)] {
            let file = try #require(Self.new(try Self.read("Company\n\"\(name)\"\n")).first).fileName
            #expect(!file.contains("/") && !file.hasPrefix(".") && file.utf8.count < 255)
        }
    }

    @Test(arguments: [
        "Company;Date\r\nAcme;2026-01-02\r\n", "\u{FEFF}Company,Date\nAcme,2026-01-02",
        "Company\tDate\nAcme\t2026-01-02\n", "\"Company\" , Date\rAcme,2026-01-02\r",
    ])
    func `semicolons, tabs, marks and line ends of any kind are read`(text: String) throws {
        let note = try #require(Self.new(try Self.read(text)).first)
        #expect(note.company == "Acme" && note.date?.description == "2026-01-02")
    }

    @Test func `what is broken is refused with its line`() throws {
        func failure(_ text: String, _ columns: [String] = []) -> String? {
            do throws(TrackerImport.Failure) {
                _ = try TrackerImport(
                    Array(text.utf8), columns: columns,
                    into: NotebookIndex(today: .formatDay, notes: [], faults: []))
            } catch { return error.description }
            return nil
        }
        #expect(failure("Company\nAcme\n\"Glo\nbex\n") == "line 3: a quote begins here that never ends")
        #expect(failure("\u{89}PNG\r\n\u{1A}\n\0\0\0\rIHDR") == "it is not text; save the table as CSV")
        #expect(failure("")?.contains("nothing") ?? false)
        #expect(failure("Company\nx\n", ["company=Employer"])?.contains("\"Company\"") ?? false)
        #expect(failure("Company\nx\n", ["wage=Company"])?.contains("FIELD=COLUMN") ?? false)
    }

    @Test func `a day that may be another is left out, and said`() throws {
        let table = try Self.read("Company,Date\nAcme,03/04/2026\nGlobex,2026-04-14\n")
        #expect(Self.new(table).map { $0.date?.description } == [nil, "2026-04-14"])
        #expect(table.rows.map { $0.remarks.count } == [1, 0])
    }

    @Test func `10,000 columns and rows that are too long or too short are no trouble`() throws {
        let names = (0..<10_000).map { "c\($0)" }
        let table = try Self.read(
            (["Company"] + names).joined(separator: ",") + "\nAcme\nGlobex"
                + String(repeating: ",x", count: 10_001))
        #expect(Self.new(table).count == 2 && table.columns.unused.count == 10_000)
        #expect(table.rows.map { $0.remarks.count } == [0, 1])
    }

    @Test func `what somebody says of a column goes before what is guessed`() throws {
        let table = try Self.read("Employer,Firm\nAcme,Globex\n", columns: ["company=firm"])
        #expect(Self.new(table).first?.company == "Globex" && table.columns.unused == ["Employer"])
    }
}
