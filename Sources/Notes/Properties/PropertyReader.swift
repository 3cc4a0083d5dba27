package import Markup

/// Reads what the properties in a note's body say.
package struct PropertyReader {
    private let source: Source
    private var statements: FrontMatterStatementReader

    package init(source: Source, path: NotePath, vocabulary: Vocabulary) {
        self.source = source
        statements = FrontMatterStatementReader(source: source, path: path, vocabulary: vocabulary)
    }

    /// Returns the position of the placeholder that makes the note a template; nil if there is none.
    package func positionOfPlaceholder(in properties: [PropertyLine]) -> Position? {
        properties.first { property in
            guard let key = FrontMatterKey(source.text(property.key)) else { return false }
            return Placeholder.makesTemplate(key) && Placeholder.isWhole(source.text(property.value))
        }.map { source.position(of: $0.value.lowerBound) }
    }

    /// Carries what properties say into the note.
    ///
    /// A property without a value is ignored.
    package mutating func read(
        _ properties: [PropertyLine], into note: inout Note, _ particulars: inout NoteParticulars,
        reporting diagnostics: inout [Diagnostic]
    ) {
        var spellings: [FrontMatterKey: String] = [:]
        for property in properties where !property.value.isEmpty {
            guard let key = FrontMatterKey(source.text(property.key)) else { continue }
            statements.style = property.style
            let statement = statements.statement(of: property.pair(in: source, key), key)
            particulars.apply(
                statement, movedBy: 0, into: &note, reporting: &diagnostics,
                firstSpelling: { spellings[$0] ?? $0.name })
            if spellings[key] == nil { spellings[key] = statement.spelling }
        }
    }
}
