import ArgumentParser

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Makes the corpora that are missing, measures, and prints tables.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure side by side, in turn, and print tables of medians.",
        discussion: "Ratios are to the first row of each table. What is not installed says so.")

    @Option(help: "The debrief to measure (default: the one beside this program).")
    var debrief: String?

    @Option(help: "Where the corpora are made, and kept for the next time.")
    var folder = ".build/benchmark"

    @Option(parsing: .upToNextOption, help: "The sizes of notebooks to measure, in notes.")
    var sizes = [1000, 10_000, 100_000]

    @Option(help: "How often everything is run.")
    var rounds = 5

    @Option(help: "A file that the tables are written to as well.")
    var markdown: String?

    private static let day = "2026-11-23"

    private var own: String { CommandLine.arguments[0] }

    private var program: String {
        debrief ?? own.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/") + "/debrief"
    }

    func run() throws {
        guard rounds > 0, sizes.allSatisfy({ $0 > 0 }) else {
            throw ValidationError("--rounds and --sizes must be above 0")
        }
        if unsafe mkdir(folder, 0o755) != 0, errno != EEXIST {
            throw ValidationError("\"\(folder)\" could not be made")
        }
        var report = ""
        func show(_ text: String) {
            print(text)
            report += text + "\n"
        }
        show(table(startUp).markdown)
        var walls: [[String: Double]] = []
        for size in sizes {
            let contest = try notebook(size)
            let results = contest.run(rounds: rounds)
            walls.append(Dictionary(uniqueKeysWithValues: results.map { ($0.contestant.name, $0.wall) }))
            show(Table(contest, results).markdown)
        }
        for (size, (small, large)) in zip(sizes.dropFirst(), zip(walls, walls.dropFirst())) {
            let growth = large.keys.sorted().compactMap { name -> String? in
                guard let small = small[name], small > 0, let large = large[name] else { return nil }
                return "\(name) \(Table.fixed(large / small, 1)) ×"
            }
            show("Growth to \(size) notes: \(growth.joined(separator: ", ")).\n")
        }
        for contest in try oddShapes() { show(table(contest).markdown) }
        if let markdown { try write(report, to: markdown) }
    }

    private func table(_ contest: Contest) -> Table { Table(contest, contest.run(rounds: rounds)) }

    // MARK: Contests

    private var startUp: Contest {
        Contest(
            title: "Start-up",
            contestants: [
                .init(name: "rg --version", command: ["rg", "--version"]),
                .init(name: "debrief --version", command: [program, "--version"], goal: 2),
            ])
    }

    private func notebook(_ size: Int) throws -> Contest {
        let notes = try corpus(.notes, size)
        var contestants = reading(notes)
        for (verb, goal) in [("summarize", 1), ("export", 2), ("check", nil), ("checklist", nil)] {
            contestants.append(
                .init(
                    name: "debrief \(verb)", command: [program, verb, notes, "--today", Self.day],
                    goal: goal.map(Double.init)))
        }
        contestants.append(.init(name: "rg swallow:", command: ["rg", "--count", "swallow:", notes]))
        if size <= 10_000 {
            contestants.append(.init(name: "rumdl check", command: ["rumdl", "check", "--no-cache", notes]))
        }
        if size <= 1000 {
            contestants.append(
                .init(name: "emacs org-agenda", command: Self.agenda(of: try corpus(.org, size))))
        }
        return Contest(
            title: "\(size) notes", contestants: contestants, corpusSize: self.size(.notes, size))
    }

    private func oddShapes() throws -> [Contest] {
        let big = try corpus(.oneBig, 1)
        let tiny = try corpus(.tiny, 100_000)
        let deep = try corpus(.deep, 1000)
        let hostile = try corpus(.hostile, Hostile.allCases.count)
        return [
            Contest(
                title: "One note of 16 MiB",
                contestants: [
                    .init(name: "cmark", command: ["cmark", big + "/0.md"]),
                    .init(name: "reading the index", command: [own, "read", big]),
                    .init(
                        name: "debrief export", command: [program, "export", big, "--today", Self.day],
                        goal: 2),
                ], corpusSize: size(.oneBig, 1)),
            Contest(title: "100000 notes of a line", contestants: reading(tiny)),
            Contest(title: "1000 notes, 40 folders deep", contestants: reading(deep)),
            Contest(
                title: "A megabyte of hostile input; the goal is a second",
                contestants: Hostile.allCases.enumerated().map { number, input in
                    .init(
                        name: input.rawValue,
                        command: [program, "export", "\(hostile)/\(number)", "--today", Self.day])
                }),
        ]
    }

    private func reading(_ notes: String) -> [Contest.Contestant] {
        [
            .init(name: "floor", command: [own, "floor", notes]),
            .init(name: "reading the index", command: [own, "read", notes], goal: 0.8),
        ]
    }

    /// Returns the path of a corpus, and makes it if it is not there.
    ///
    /// A process of its own makes it, because memory that this process has held counts for the programs that
    /// it starts.
    private func corpus(_ shape: Corpus.Shape, _ count: Int) throws -> String {
        let path = path(shape, count)
        let made = Run([
            own, "generate", path, "--shape", shape.rawValue, "--notes", "\(count)", "--seed", "1",
        ])
        guard made.status == 0 else {
            throw ValidationError("\"\(path)\" could not be made: is there another folder of that name?")
        }
        return path
    }

    private func path(_ shape: Corpus.Shape, _ count: Int) -> String {
        "\(folder)/\(shape.rawValue)-\(count)"
    }

    private func size(_ shape: Corpus.Shape, _ count: Int) -> Int {
        Corpus(shape: shape, count: count, seed: 1).size(at: path(shape, count)) ?? 0
    }

    private static func agenda(of folder: String) -> [String] {
        [
            "emacs", "--quick", "--batch", "--load", "org", "--eval",
            "(setq org-agenda-files '(\"\(folder)\"))", "--eval", "(org-batch-agenda \"a\")",
        ]
    }

    private func write(_ text: String, to path: String) throws {
        guard let file = unsafe fopen(path, "wb") else { throw ValidationError("cannot write \"\(path)\"") }
        let bytes = Array(text.utf8)
        let written = unsafe fwrite(bytes, 1, bytes.count, file)
        guard unsafe fclose(file) == 0, written == bytes.count else {
            throw ValidationError("\"\(path)\" could not be written whole")
        }
    }
}
