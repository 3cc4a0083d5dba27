import Foundation
import Notebook
import Testing

/// The README's pictures show what the program prints.
///
/// `make pictures` makes them anew.
struct ExamplePictureTests {
    private static let folder = Program.package.appending(path: "Examples/pictures")

    @Test(arguments: ["light", "dark"])
    func `a picture of the page is one of the page as it is`(scheme: String) throws {
        let page = try String(
            contentsOf: Program.package.appending(path: "Examples/output/summarize.html"), encoding: .utf8)
        let lines = page.split(separator: "\n")
        let mark = try #require(lines.count > 1 ? lines[1] : nil)
        #expect(mark.hasPrefix("<!-- debrief:page summary "))
        let picture = try Data(contentsOf: Self.folder.appending(path: "summary-\(scheme).png"))
        #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(picture.firstRange(of: Data("Source\0\(mark)".utf8)) != nil, "run `make pictures`")
    }

    @Test func `the picture of a terminal shows lines that it would show, in their order`() throws {
        let notebook = Program.package.appending(path: "Examples/notebook").path
        let today = try #require(CalendarDate("2026-11-23"))
        let index = try NotebookFolder(path: notebook).read(today: today)
        let form = ReportForm.terminal(TerminalLook(columns: 80, isStyled: true, hasLinks: false))
        let prep = try PrepChoice.fitting(Occasion()).page(
            in: index, of: NotebookFolder(path: notebook), as: form, linkingFrom: .notebook)
        let expected =
            ["$ debrief summarize"] + Self.lines(Summary(index).bytes(as: form)) + ["$ debrief prep"]
            + Self.lines(prep)
        let picture = try String(contentsOf: Self.folder.appending(path: "terminal.svg"), encoding: .utf8)
        var rest = expected[...]
        var count = 0
        for line in picture.split(separator: "\n") where line.hasPrefix("<text ") {
            let text = String(line).replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing(
                "&gt;", with: ">"
            )
            .replacing("&amp;", with: "&")
            if text == "…" { continue }
            let found = rest.firstIndex(of: text)
            #expect(found != nil, "not a line of the terminal, or out of order: \(text); run `make pictures`")
            if let found { rest = rest[(found + 1)...] }
            count += 1
        }
        #expect(count > 30)
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
            String($0).replacing(/\u{1B}\[[0-9]*m/, with: "")
        }
    }
}
