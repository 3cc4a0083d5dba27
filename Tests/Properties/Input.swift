import Notebook

/// A fuzzer's bytes, taken apart: some at the front are choices, and the rest is notes.
///
/// Any bytes are an input. The choices are small numbers, and so the mutations of a fuzzer lead from one
/// sensible edit to another.
struct Input {
    private var choices: ArraySlice<UInt8>
    let rest: [UInt8]

    /// Takes an input apart.
    ///
    /// `count` is how many bytes at the front are choices.
    init(_ bytes: [UInt8], choices count: Int) {
        choices = bytes.prefix(count)
        rest = Array(bytes.dropFirst(count))
    }

    /// The next choice, from 0; 0 where there are none left.
    mutating func choose(below count: Int) -> Int {
        let byte = choices.popFirst() ?? 0
        return count > 0 ? Int(byte) % count : 0
    }

    mutating func chooses() -> Bool { choose(below: 2) == 1 }

    /// One of several; nil of none.
    mutating func choose<Elements: RandomAccessCollection>(of elements: Elements) -> Elements.Element? {
        guard !elements.isEmpty else { return nil }
        let number = choose(below: elements.count)
        return elements[elements.index(elements.startIndex, offsetBy: number)]
    }
}

/// The byte between one note of an input and the next: a control character that says nothing in a note.
let separator: UInt8 = 0x1E

extension CalendarDate {
    /// The day on which all is read.
    static let day = CalendarDate(year: 2026, month: 11, day: 23) ?? CalendarDate(dayNumber: 0)
}

/// The notes of an input, each at a path of its own, and their bytes.
func notes(in bytes: [UInt8]) -> [(path: NotePath, bytes: [UInt8])] {
    let paths = ["2026-10-14-acme-onsite.md", "a folder/note é😀.md", "note.md"].map { NotePath($0) }
    let parts = bytes.split(
        separator: separator, maxSplits: paths.count - 1, omittingEmptySubsequences: false)
    return zip(paths, parts).map { ($0, Array($1)) }
}

extension Configuration {
    /// With few words to propose topics by: the standard lexicon takes longer to set up than a note to read.
    static let quick = ConfigurationReader(
        Array("lexicon:\n  standard: no\n  topics: {brevity: [too long, went on], pace: [slow]}".utf8)
    ).configuration
}

extension NotebookIndex {
    /// The index of several notes, in the way in which a folder is kept current.
    init(of notes: [(path: NotePath, bytes: [UInt8])], _ configuration: Configuration = .quick) {
        self.init(today: .day, configuration: configuration, notes: [], faults: [])
        for note in notes {
            replace(
                note.path,
                with: NoteFile.index(
                    of: note.bytes, path: note.path, today: .day, configuration: configuration))
        }
    }
}
