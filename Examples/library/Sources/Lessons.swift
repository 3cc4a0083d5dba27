import Foundation
import Notebook

/// Prints the lessons of a notebook, one a line: how many people said it, where it stands, its topic, its
/// words, and where they are written.
///
///     lessons FOLDER [YYYY-MM-DD]
@main
struct Lessons {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        guard let path = arguments.first, arguments.count <= 2 else {
            stop("usage: lessons FOLDER [YYYY-MM-DD]", 64)
        }
        guard let today = arguments.count == 2 ? CalendarDate(arguments[2]) : CalendarDate.today else {
            stop("\(arguments[2]) is not a day", 64)
        }
        do {
            // The notes are read at once, and the index is all there is to know of them.
            let index = try NotebookFolder(path: path).read(today: today)
            for fault in index.faults where fault.severity == .error {
                say("\(fault.path):\(fault.position.line): \(fault.message)")
            }
            for lesson in index.lessons() { print(line(lesson, of: index)) }
        } catch {
            stop("\(error)", 66)
        }
    }

    private static func line(_ lesson: Lesson, of index: NotebookIndex) -> String {
        let note = index.notes[lesson.headline.note]
        let feedback = index[lesson.headline]
        return [
            "\(lesson.peopleCount)", "\(lesson.standing)", lesson.topic.map { "#\($0.name)" } ?? "",
            feedback.text, "\(note.path):\(feedback.position.line)",
        ].joined(separator: "\t")
    }

    private static func say(_ text: String) {
        FileHandle.standardError.write(Data("\(text)\n".utf8))
    }

    private static func stop(_ text: String, _ status: Int32) -> Never {
        say(text)
        exit(status)
    }
}
