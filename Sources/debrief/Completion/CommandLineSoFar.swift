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

    /// - Parameters:
    ///   - words: as they stand on the line, with their quotes, the program's name first.
    ///   - at: the number of the word that is to be completed.
    init(_ words: [String], at: Int) {
        self.words = words.map { ShellWord.unquoted($0) }
        self.at = at
        Self.limitTime()
    }

    /// The word that is to be completed, as far as it goes.
    var word: String { words.indices.contains(at) ? words[at] : "" }

    /// The index of the notebook that the line is about; nil where there is none.
    func index() -> Index? {
        try? NotebookFolder(path: notebook).read(today: .systemToday)
    }

    /// The index of the folder that the word begins with, and what stands before its notes' paths.
    func indexOfFolder() -> (folder: String, index: Index?) {
        let folder = word.lastIndex(of: "/").map { String(word[...$0]) } ?? ""
        let path = folder.isEmpty ? "." : folder
        return (folder, try? NotebookFolder(path: path).read(today: .systemToday))
    }

    /// The notebook, as the verb itself understands the line with some word in the place of the unfinished one.
    private var notebook: String {
        var words = words
        if words.indices.contains(at) { words[at] = "…" }
        // They are said at the end of the process.
        words.removeAll { $0 == "--timings" }
        let verb = try? Debrief.parseAsRoot(Array(words.dropFirst()))
        return (verb as? any NotebookVerb)?.notebookPath ?? "."
    }

    /// Ends the process without a word where reading takes longer than anybody waits for a key: the folder may be no
    /// notebook, but a whole disk.
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
    fileprivate var notebookPath: String { TemplateFile.notebook(ofNote: place.path) }
}
