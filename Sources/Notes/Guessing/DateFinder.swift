internal import WordTables

/// A date in a note, and what can be seen of the places where it stands, as short names.
package struct NoteDate {
    package let found: SpelledDates.Found
    package internal(set) var features: Set<String>

    /// How probable it is that the date is the day of the interview.
    package var probability: Double { Self.table.probability(of: features) }

    /// The table is made from the file `dates.txt`, whose head explains its form.
    private static let table = FeatureTable(WordTables.dates, ofKinds: 2)
}

/// Finds the dates in the lines of a note.
package enum DateFinder {
    /// Returns the dates, in the order in which the note mentions them, each once.
    ///
    /// - Parameters:
    ///   - lines: the lines.
    ///   - today: the current day.
    ///   - year: the year of other dates in the note; nil if none has one.
    ///   - isOver: whether the note tells of something that has been.
    /// - Returns: the dates.
    package static func dates(
        in lines: [NoteLine], today: CalendarDate, year: Int?, isOver: Bool
    ) -> [NoteDate] {
        var dates: [NoteDate] = []
        for line in lines where dates.count < mostDates {
            let found = SpelledDates(
                in: line.text, today: today, year: year, isOver: isOver, readsShort: true
            ).found
            if found.isEmpty { continue }
            let line = LineFeatures(line)
            var seen: Set<Range<Int>> = []
            // Of a date that may be one of two days, the first counts here.
            for date in found where seen.insert(date.range).inserted {
                guard let range = line.tokens(in: date.range) else { continue }
                var features = line.features(of: range)
                features.insert("number=\(min(dates.count, 3))")
                if date.isCertain { features.insert("certain") }
                if line.tokens[range].contains(where: \.isWord) { features.insert("spelled") }
                if let same = dates.firstIndex(where: { $0.found.date == date.date }) {
                    dates[same].features.formUnion(features)
                } else {
                    dates.append(NoteDate(found: date, features: features))
                }
            }
        }
        return dates
    }

    private static let mostDates = 64
}
