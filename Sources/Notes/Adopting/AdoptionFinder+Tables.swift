internal import Markup

// These functions are about tables that become lists.
extension AdoptionFinder {
    func tableDraft(_ found: NotRead) -> Draft? {
        guard let block = paragraph(onLine: found.position.line), let text = block.text else { return nil }
        let lines = lines(text)
        guard lines.count > 2 else { return nil }
        let header = lines[0]
        let people = Self.columnOfPeople(cells(header))
        var replacements = [Edit.Replacement(header.lowerBound..<lines[2].lowerBound, with: [])]
        for line in lines.dropFirst(2) {
            var cells = cells(line)
            var from = ""
            if let people, people < cells.count {
                from = Self.source(cells.remove(at: people))
            }
            let words = cells.filter { !$0.isEmpty }.joined(separator: ": ")
            let bullet = words.isEmpty ? "" : "\(Unicode.Scalar(note.marker)) \(words)\(from)"
            replacements.append(Edit.Replacement(line, with: bullet.utf8))
        }
        let proposal = Adoption.Proposal(
            "Make a list of it, a bullet for each row.", isCertain: true,
            [Adoption.Attempt(replacements: replacements)], of: [found.section ?? .feedback])
        return Draft(lines: found.position.line...text.lastLine, proposals: [proposal])
    }

    /// Returns the texts of a row's cells.
    private func cells(_ line: Range<Int>) -> [String] {
        var cells: [String] = []
        var cell: [UInt8] = []
        var isEscaped = false
        for byte in bytes[line] {
            if byte == .ascii("|"), !isEscaped {
                cells.append(String(decoding: cell, as: UTF8.self).folded)
                cell = []
            } else {
                cell.append(byte)
            }
            isEscaped = byte == .ascii("\\") && !isEscaped
        }
        cells.append(String(decoding: cell, as: UTF8.self).folded)
        if cells.first?.isEmpty ?? false { cells.removeFirst() }
        if cells.last?.isEmpty ?? false { cells.removeLast() }
        return cells
    }

    private static let peopleTitles: Set<String> = [
        "who", "from", "name", "interviewer", "said by", "person",
    ]

    /// Returns which column of a table names people; nil if none does.
    private static func columnOfPeople(_ titles: [String]) -> Int? {
        titles.firstIndex { peopleTitles.contains($0.lowercased()) }
    }

    /// Returns what is written after a bullet to say who said it; empty for nobody.
    private static func source(_ name: String) -> String {
        let name = name.replacing("\"", with: "")
        return name.isEmpty ? "" : " from:\"\(name)\""
    }

    func isTable(_ block: Outline.Block) -> Bool {
        guard let text = block.text else { return false }
        return NotReadFinder.shape(ofParagraph: lines(text), in: source) == .table
    }

    /// Returns the guess that a table is a list of questions, of feedback, or of both; empty if the titles of
    /// its columns do not say so.
    func tableGuess(_ block: Outline.Block) -> [Guess] {
        guard let text = block.text else { return [] }
        let lines = lines(text)
        guard lines.count > 2 else { return [] }
        let titles = cells(lines[0])
        let kinds = titles.map { title in
            title.withBytes { HeadingWords($0) }.small.joined(separator: " ")
        }.map { LabelGuess.section(named: $0) }
        let asked = kinds.firstIndex(of: .questionsAsked)
        let said = kinds.firstIndex(of: .feedback)
        guard asked != nil || said != nil else { return [] }
        let people = Self.columnOfPeople(titles)
        let rows = lines.dropFirst(2).map(cells)
        let mark = "\(Unicode.Scalar(note.marker)) "
        func cell(_ row: [String], _ column: Int?) -> String {
            column.map { $0 < row.count ? row[$0] : "" } ?? ""
        }
        var written: [String] = []
        var bullets: [AdoptedBullet] = []
        func add(_ section: Section, _ words: String, _ suffix: String = "") {
            written.append(mark + words + suffix)
            bullets.append(AdoptedBullet(section: section, front: "", text: words))
        }
        if asked != nil {
            written.append("\(Section.questionsAsked.heading):")
            for row in rows where !cell(row, asked).isEmpty {
                add(.questionsAsked, cell(row, asked))
                for column in titles.indices where ![asked, said, people].contains(column) {
                    let other = cell(row, column)
                    if !other.isEmpty { written.append("  \(mark)\(titles[column]): \(other)") }
                }
            }
        }
        if said != nil {
            if asked != nil { written.append("") }
            written.append("\(Section.feedback.heading):")
            for row in rows where !cell(row, said).withBytes({ LineText.saysNothing($0) }) {
                let question = cell(row, asked)
                let other = titles.indices.filter { ![asked, said, people].contains($0) && asked == nil }
                let context = [question] + other.map { cell(row, $0) }
                add(
                    .feedback, (context.filter { !$0.isEmpty } + [cell(row, said)]).joined(separator: ": "),
                    Self.source(cell(row, people)))
            }
        }
        let list = written.joined(
            separator: String(decoding: lineEnd(of: lines[0]) + prefix(of: lines[0]), as: UTF8.self))
        let range = lines[0].lowerBound..<lines[lines.count - 1].upperBound
        let proposal = Adoption.Proposal(
            "Make a list of it, a bullet for each row.", isCertain: false,
            [.init(replacements: [Edit.Replacement(range, with: list.utf8)])], bullets: bullets)
        return [
            Guess(
                kinds: Set(
                    [asked.map { _ in .questionsAsked }, said.map { _ in .feedback }].compactMap(\.self)),
                position: block.start,
                draft: Draft(lines: block.start.line...text.lastLine, proposals: [proposal]),
                problem: "this table may tell \(Self.contents(of: bullets.map(\.section))), and is not read")
        ]
    }
}
