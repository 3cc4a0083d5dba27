import ArgumentParser
import Notebook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A command line in which one word is not finished yet.
struct CommandLineSoFar {
    private let words: [String]
    private let at: Int

    /// Reads a command line.
    ///
    /// - Parameters:
    ///   - words: The words with their quotes, the program's name first.
    ///   - at: The index of the word that is to be completed.
    init(_ words: [String], at: Int) {
        self.words = words.map { ShellWord.unquoted($0) }
        self.at = at
        Self.limitTime()
    }

    /// The word that is to be completed, as far as it is typed.
    var word: String { words.indices.contains(at) ? words[at] : "" }

    /// Returns the index of the notebook that the line is about; nil if there is none.
    func index() -> NotebookIndex? {
        try? NotebookFolder(path: notebook).read(today: .today)
    }

    /// Returns the index of the folder that the word begins with, and what stands before its notes' paths.
    func indexOfFolder() -> (folder: String, index: NotebookIndex?) {
        let folder = word.lastIndex(of: "/").map { String(word[...$0]) } ?? ""
        let path = folder.isEmpty ? "." : folder
        return (folder, try? NotebookFolder(path: path).read(today: .today))
    }

    /// The notebook that the verb itself would choose, if the unfinished word is replaced by some other.
    private var notebook: String {
        var words = words
        if words.indices.contains(at) { words[at] = "…" }
        // Timings would be printed at the end of the process.
        words.removeAll { $0 == "--timings" }
        let verb = try? Debrief.parseAsRoot(Array(words.dropFirst()))
        return (verb as? any NotebookVerb)?.notebookPath ?? "."
    }

    /// Ends the process silently if reading takes longer than anybody waits after a key.
    ///
    /// The folder may be a whole disk rather than a notebook.
    private static func limitTime() {
        signal(SIGALRM) { _ in _exit(0) }
        alarm(2)
    }
}

/// A verb that is about a notebook.
private protocol NotebookVerb {
    var notebookPath: String { get }
}

extension SummarizeCommand: NotebookVerb { fileprivate var notebookPath: String { options.notebook } }
extension ChecklistCommand: NotebookVerb { fileprivate var notebookPath: String { options.notebook } }
extension PrepCommand: NotebookVerb { fileprivate var notebookPath: String { options.notebook } }
extension StoriesCommand: NotebookVerb { fileprivate var notebookPath: String { options.notebook } }
extension ListCommand: NotebookVerb { fileprivate var notebookPath: String { options.notebook } }
extension TriageCommand: NotebookVerb { fileprivate var notebookPath: String { options.notebook } }
extension WatchCommand: NotebookVerb { fileprivate var notebookPath: String { options.notebook } }
extension NewCommand: NotebookVerb { fileprivate var notebookPath: String { notebook } }
extension MarkCommand: NotebookVerb {
    fileprivate var notebookPath: String { TemplateFile.notebook(ofNote: bullet.path) }
}
