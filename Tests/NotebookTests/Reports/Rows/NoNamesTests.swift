import Foundation
import Notebook
import Properties
import Testing

/// Rows without names: no name of a person or company is in any byte of them.
struct NoNamesTests {
    private static let forms: [(RowForm, keepsTexts: Bool)] = [
        (.jsonl, false), (.csv, true),
    ]

    /// All rows of an index in small letters without accents.
    private static func folded(_ index: NotebookIndex) -> [String] {
        RowTable.allCases.flatMap { table in
            forms.map { form, keepsTexts in
                var options = Rows.Options()
                (options.hidesNames, options.keepsTexts, options.name) = (true, keepsTexts, "client-17")
                let text = String(decoding: Rows(table, of: index, options).bytes(as: form), as: UTF8.self)
                return text.decomposedStringWithCompatibilityMapping.folding(
                    options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            }
        }
    }

    @Test func `over hostile text no name is in it`() throws {
        for text in HostileText.all {
            // In every place that holds words stands the name of a person and of a company.
            let index = WordNotebook.index(
                with: "Zwortmann \(text)", paths: { NotePath("Zwortmann-\($0.text)") })
            for rows in Self.folded(index) {
                #expect(!rows.contains("zwortmann"), "\(text.debugDescription)")
            }
        }
    }

    private static let people = [
        "Dana Ruiz", "Émile Zoltán", "Søren Kvist", "Ołena Šimůnek", "渡辺 彩", "O'Malley", "Dr. Ingrid Würth",
        "@dana", "rita@quorvex.example", "[[People/Ana Lucía|Ana]]", "J. Ferreira", "MÜNEVVER ÇELİK",
    ]
    private static let companies = [
        "Saltmarsh Energy", "Quorvex GmbH", "Zürich Räder", "ACME", "37signals", "Ferrymead & Söhne",
        "株式会社 桜井",
        "Naïve Café", "The Bank of Pellworm", "B2Bolt",
    ]

    private static func note(_ random: inout SeededGenerator) -> String {
        func name(_ names: [String]) -> String {
            let name = names.randomElement(using: &random) ?? ""
            return [name, name.uppercased(), name.lowercased()].randomElement(using: &random) ?? name
        }
        let (company, person) = (name(companies), name(people))
        let tag = company.replacing(" ", with: "").replacing("&", with: "").replacing("'", with: "")
        return """
            ---
            title: \(YAMLScalar.quoted("\(company), with \(person)"))
            company: \(YAMLScalar.quoted(company))
            role: \(YAMLScalar.quoted("Engineer at \(company)"))
            round: \(YAMLScalar.quoted("\(person) screen"))
            interviewers: [\(YAMLScalar.quoted(person)), \(YAMLScalar.quoted(name(people)))]
            date: 2026-0\(Int.random(in: 1...9, using: &random))-11
            outcome: \(YAMLScalar.quoted("told by \(person)"))
            place: https://\(company).example/room
            tags: [\(YAMLScalar.quoted(tag))]
            ---
            - swallow: \(person) said that \(company) wants numbers. #\(tag) from:"\(person)" ^\(tag.filter { $0.isASCII && $0.isLetter })
              - because: \(name(companies)) did too
              - if: asked by \(person) → name \(company)
              - [ ] Write to \(person) 🔁 every day with \(person)
            - hunch: \(company) did not like me #\(tag)
            - worked: Told \(person) #\(tag)
            - [ ] Thank \(person) of \(company)
            ## Questions they asked
            - Why \(company)?

            """
    }

    @Test func `in 500 random notebooks no name is in it`() throws {
        var random = SeededGenerator(seed: 22)
        let words = (Self.people + Self.companies).flatMap { name in
            NameWords(of: name).map { NameKey.folded(String($0)) }
        }.filter { $0.utf8.count > 2 && !["the", "bank", "gmbh", "people", "example"].contains($0) }
        #expect(words.count > 30)
        for _ in 0..<500 {
            let notes = (0..<Int.random(in: 1...4, using: &random)).map { number in
                ("\(Self.companies.randomElement(using: &random) ?? "")-\(number).md", Self.note(&random))
            }
            let index = NotebookIndex(readingNotes: notes)
            let used = Set(
                index.notes.flatMap {
                    [$0.company].compactMap(\.self) + $0.interviewers + $0.feedback.flatMap(\.sources)
                }
                .flatMap { NameWords(of: $0).map { NameKey.folded(String($0)) } })
            for rows in Self.folded(index) {
                for word in words where used.contains(word) {
                    let plain = word.folding(
                        options: [.diacriticInsensitive, .widthInsensitive], locale: nil)
                    #expect(!rows.contains(plain), "\(word)")
                    if rows.contains(plain) { return }
                }
            }
        }
    }

    @Test func `a stand-in is the same wherever the name is, however it is written`() throws {
        let first = NotebookIndex(readingNotes: [
            (
                "a.md",
                "---\ncompany: Acme Inc\ninterviewers: [Dana Ruiz]\ndate: 2026-01-01\n---\n- chew: x from:dana\n"
            ),
            ("b.md", "---\ncompany: ACME\ninterviewers: [dana ruiz]\ndate: 2026-01-02\n---\n- chew: x\n"),
            ("c.md", "---\ncompany: Globex\ninterviewers: [Dana Ruiz]\ndate: 2026-01-02\n---\n- chew: x\n"),
        ])
        var options = Rows.Options()
        options.hidesNames = true
        let lines = try #require(CSV.lines(Rows(.feedback, of: first, options).bytes(as: .csv)))
        let columns = RowTable.feedback.columns.map(\.name)
        func cells(_ name: String) throws -> [String] {
            let column = try #require(columns.firstIndex(of: name))
            return lines.dropFirst().map { $0[column] }
        }
        let (companies, sources) = (try cells("company"), try cells("sources"))
        #expect(companies[0] == companies[1] && companies[1] != companies[2])
        #expect(sources[0] == sources[1] && sources[1] != sources[2])
        let (paths, texts) = (try cells("path"), try cells("text"))
        #expect(Set(paths).count == 3 && texts.allSatisfy(\.isEmpty))
    }
}
