internal import Foundation
internal import Markup
internal import Notes

/// Prints what can be seen of each sentence, name and date of some notes, a line each, with tabs between its fields.
///
/// Of a sentence they are `sentence`, its note, its first line, its words, and the names of its features. Of a name they are
/// `name`, its note, 0, the name, and the names of its features; of a date the same with `date`. `make kinds` counts on them
/// what such a sentence tells, whose such a name is, and whether such a date is the day of the interview.
@main
enum NoteFeaturesTool {
    static func main() throws {
        for folder in CommandLine.arguments.dropFirst() {
            let root = URL(filePath: folder)
            let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
            for name in names where name.hasSuffix(".md") {
                let bytes = try Array(Data(contentsOf: root.appending(path: name)))
                if let note = AdoptableNote(Source(bytes), path: NotePath(name), vocabulary: .standard) {
                    write(AdoptionFinder(note), name)
                }
            }
        }
    }

    private static func write(_ finder: AdoptionFinder, _ path: String) {
        let sentences = finder.noteSentences()
        for (number, sentence) in sentences.enumerated() {
            let line = finder.source.position(of: sentence.range.lowerBound).line
            write(
                ["sentence", path, "\(line)", sentence.text]
                    + SentenceFeatures(of: number, in: sentences).names)
        }
        for name in finder.noteNames() {
            write(["name", path, "0", name.text] + name.features.sorted())
        }
        // Only the year of a date depends on the day on which it is read.
        for date in finder.noteDates(today: CalendarDate(dayNumber: 20_785)) {
            write(["date", path, "0", date.found.date.description] + date.features.sorted())
        }
    }

    private static func write(_ fields: [String]) {
        print(fields.map { $0.replacing("\t", with: " ") }.joined(separator: "\t"))
    }
}
