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
    private func cells(_ line: Range<Int>) -> [String] { cellRanges(line).map { source.text($0).folded } }

    /// Returns the ranges of a row's cells, without the blanks around them.
    func cellRanges(_ line: Range<Int>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = line.lowerBound
        var isEscaped = false
        for at in line {
            if bytes[at] == .ascii("|"), !isEscaped {
                cells.append(LineText.trimmed(bytes.span, start..<at))
                start = at + 1
            }
            isEscaped = bytes[at] == .ascii("\\") && !isEscaped
        }
        cells.append(LineText.trimmed(bytes.span, start..<line.upperBound))
        if cells.first?.isEmpty ?? false { cells.removeFirst() }
        if cells.last?.isEmpty ?? false { cells.removeLast() }
        return cells
    }

    private static let peopleTitles: Set<String> = [
        "who", "from", "name", "interviewer", "said by", "person",
    ]

    /// Returns which column of a table names people; nil if none does.
    fileprivate static func columnOfPeople(_ titles: [String]) -> Int? {
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

    /// Returns the guess that a table is a list of what its columns tell; empty if they tell nothing.
    ///
    /// The title of a column says so, or else what most of its cells tell.
    func tableGuess(_ block: Outline.Block) -> [Guess] {
        guard let text = block.text else { return [] }
        let lines = lines(text)
        guard lines.count > 2 else { return [] }
        let table = ToldTable(titles: cells(lines[0]), rows: lines.dropFirst(2).map(cellRanges))
        let sections = sections(of: table)
        var list = ListOfTable(mark: "\(Unicode.Scalar(note.marker)) ")
        let asked = sections.firstIndex(of: .questionsAsked)
        let said = sections.firstIndex(of: .feedback)
        if let asked { write(table, asked: asked, said: said, to: &list) }
        if let said { write(table, said: said, asked: asked, to: &list) }
        if asked == nil, said == nil, let column = sections.firstIndex(where: { $0 != nil }),
            let section = sections[column]
        {
            write(table, column, of: section, to: &list)
        }
        if list.bullets.isEmpty { return [] }
        let written = list.lines.joined(
            separator: String(decoding: lineEnd(of: lines[0]) + prefix(of: lines[0]), as: UTF8.self))
        let range = lines[0].lowerBound..<lines[lines.count - 1].upperBound
        let proposal = Adoption.Proposal(
            "Make a list of it, a bullet for each row.", isCertain: false,
            [.init(replacements: [Edit.Replacement(range, with: written.utf8)])], bullets: list.bullets)
        let told = list.bullets.map(\.section)
        return [
            Guess(
                kinds: Set(told.map { SectionGuess($0) ?? .hunches }), position: block.start,
                draft: Draft(lines: block.start.line...text.lastLine, proposals: [proposal]),
                problem: "this table may tell \(Self.contents(of: told)), and is not read")
        ]
    }

    /// A table whose cells tell something.
    private struct ToldTable {
        let titles: [String]
        let rows: [[Range<Int>]]
        /// The column that names people; nil if none does.
        let people: Int?

        init(titles: [String], rows: [[Range<Int>]]) {
            self.titles = titles
            self.rows = rows
            people = AdoptionFinder.columnOfPeople(titles)
        }

        func cell(_ row: [Range<Int>], _ column: Int?) -> Range<Int>? {
            column.flatMap { $0 < row.count && !row[$0].isEmpty ? row[$0] : nil }
        }
    }

    /// The list that a table becomes.
    private struct ListOfTable {
        let mark: String
        var lines: [String] = []
        var bullets: [AdoptedBullet] = []

        mutating func begin(_ section: Section) {
            if !lines.isEmpty { lines.append("") }
            lines.append("\(section.heading):")
        }

        mutating func add(_ section: Section, _ words: String, suffix: String = "", isNested: Bool = false) {
            let front = section.front ?? ""
            lines.append((isNested ? "  " : "") + mark + front + words + suffix)
            bullets.append(AdoptedBullet(section: section, front: front, text: words))
        }
    }

    /// Returns what each column of a table tells; nil for those that tell nothing.
    private func sections(of table: ToldTable) -> [Section?] {
        table.titles.indices.map { column in
            let words = table.titles[column].withBytes { HeadingWords($0) }.small.joined(separator: " ")
            if let named = LabelGuess.section(named: words), named == .questionsAsked || named == .feedback {
                return named
            }
            if column == table.people { return nil }
            let told = table.rows.compactMap { table.cell($0, column) }.map { kinds.kind(in: $0) }
            let kind = SentenceKind.allCases.first { kind in
                kind.section != nil && told.count { $0 == kind } * 2 > told.count
            }
            return told.count > 1 ? kind?.section : nil
        }
    }

    /// Writes the questions of a table, with what its other columns say of each.
    private func write(_ table: ToldTable, asked: Int, said: Int?, to list: inout ListOfTable) {
        list.begin(.questionsAsked)
        for row in table.rows {
            guard let question = table.cell(row, asked) else { continue }
            list.add(.questionsAsked, source.text(question).folded)
            for column in table.titles.indices where ![asked, said, table.people].contains(column) {
                guard let cell = table.cell(row, column) else { continue }
                let text = source.text(cell).folded
                if let own = told(in: cell, text), SentenceKind(own) == .impression {
                    list.add(own, text, isNested: true)
                } else {
                    list.lines.append("  \(list.mark)\(table.titles[column]): \(text)")
                }
            }
        }
    }

    /// Writes what was said in a table.
    private func write(_ table: ToldTable, said: Int, asked: Int?, to list: inout ListOfTable) {
        list.begin(.feedback)
        for row in table.rows {
            guard let cell = table.cell(row, said), !source.text(cell).withBytes({ LineText.saysNothing($0) })
            else { continue }
            let others = table.titles.indices.filter {
                ![asked, said, table.people].contains($0) && asked == nil
            }
            let context = ([asked] + others).compactMap { table.cell(row, $0) } + [cell]
            list.add(
                .feedback, context.map { source.text($0).folded }.joined(separator: ": "),
                suffix: table.cell(row, table.people).map { Self.source(source.text($0).folded) } ?? "")
        }
    }

    /// Writes what one column of a table tells, after what the other columns say it is about.
    private func write(
        _ table: ToldTable, _ column: Int, of section: Section, to list: inout ListOfTable
    ) {
        if section.front == nil { list.begin(section) }
        for row in table.rows {
            guard let cell = table.cell(row, column) else { continue }
            let context =
                table.titles.indices.filter { $0 != column }.compactMap { table.cell(row, $0) } + [cell]
            let words = (section.front == nil ? [cell] : context).map { source.text($0).folded }
            let own = told(in: cell, source.text(cell))
            list.add(own?.front == nil ? section : own ?? section, words.joined(separator: ": "))
        }
    }
}
