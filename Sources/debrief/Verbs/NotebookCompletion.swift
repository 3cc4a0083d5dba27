import ArgumentParser
import Notebook

/// What the notebook offers when a shell completes a word.
///
/// The shells' scripts, which ArgumentParser makes, run the program for it. It never writes to standard
/// error, because that would appear in the middle of what somebody types.
enum NotebookCompletion {
    static let companies = names { $0.knownCompanies }
    static let roles = names { $0.knownRoles }
    static let rounds = names { $0.knownRounds }
    static let topics = names { $0.knownTopics.map(\.name) }
    static let people = names { $0.knownPeople }

    /// Notes, by their paths in the notebook.
    static let notes = CompletionKind.custom { words, at, _ in
        guard let index = CommandLineSoFar(words, at: at).index() else { return [] }
        return index.notes.compactMap { ShellWord.candidate($0.path.description, about: $0.shortName) }
    }

    /// Bullets, by their positions.
    ///
    /// As long as several notes fit, these are notes, and then the positions in the only one.
    static let bullets = CompletionKind.custom { words, at, _ in
        let line = CommandLineSoFar(words, at: at)
        let (folder, index) = line.indexOfFolder()
        guard let index else { return [] }
        let begun = Array(line.word.utf8)
        let fitting = index.notes.map { (path: Array(folder.utf8) + $0.path.bytes, note: $0) }.filter {
            !$0.note.markable.isEmpty && ($0.path.starts(with: begun) || begun.starts(with: $0.path))
        }
        if fitting.count == 1, let (path, note) = fitting.first {
            let path = String(decoding: path, as: UTF8.self)
            return note.markable.compactMap { ShellWord.candidate("\(path):\($0.line)", about: $0.text) }
        }
        return fitting.compactMap { path, note in
            ShellWord.candidate(String(decoding: path, as: UTF8.self), about: note.shortName)
        }
    }

    private static func names(_ names: @escaping @Sendable (NotebookIndex) -> [String]) -> CompletionKind {
        .custom { words, at, _ in
            guard let index = CommandLineSoFar(words, at: at).index() else { return [] }
            return names(index).compactMap { ShellWord.candidate($0) }
        }
    }
}
