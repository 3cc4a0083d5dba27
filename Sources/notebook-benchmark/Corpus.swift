#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder of made-up notes, the same for the same seed.
struct Corpus {
    enum Shape: String, CaseIterable {
        /// Notes of about 2.7 KB, in folders by year.
        case notes
        /// One note of 16 MiB.
        case oneBig = "one-big"
        /// Notes of a line or two.
        case tiny
        /// Notes in folders within folders, 40 deep.
        case deep
        /// Notes as `notes`, converted to org-mode, in one folder.
        case org
        /// Notes of a megabyte that are made to take long, each in a folder of its own.
        case hostile
    }

    enum Failure: Error, CustomStringConvertible {
        /// There is a folder of that name, and the generator did not make it.
        case notOurs(String)
        case system(String, reason: String)

        var description: String {
            switch self {
            case .notOurs(let path):
                "\"\(path)\" exists and was not made by this generator; it was not touched"
            case .system(let path, let reason): "\"\(path)\": \(reason)"
            }
        }
    }

    let shape: Shape
    let count: Int
    let seed: UInt64

    /// The file in each folder that the generator has made.
    ///
    /// It says what the folder was made of, and how many bytes of notes there are. It is not a note, because
    /// its name begins with a dot.
    private static let markerName = ".notebook-benchmark"

    private var marker: String {
        "version 2\nshape \(shape.rawValue)\ncount \(count)\nseed \(seed)\nbytes "
    }

    /// Makes the folder, unless it is there already.
    ///
    /// - Throws: If something else is at that path, which stays untouched, or if the system fails.
    func make(at path: String) throws(Failure) {
        if unsafe mkdir(path, 0o755) != 0 {
            guard errno == EEXIST else { throw Self.failure(path) }
            guard size(at: path) != nil else { throw .notOurs(path) }
            return
        }
        var random = Randomness(seed: seed)
        var folders: Set<String> = []
        var size = 0
        for number in 0..<count {
            let (name, bytes) = note(number, &random)
            let parts = name.split(separator: "/").dropLast()
            for depth in parts.indices {
                let folder = "\(path)/\(parts[...depth].joined(separator: "/"))"
                if folders.insert(folder).inserted, unsafe mkdir(folder, 0o755) != 0 {
                    throw Self.failure(folder)
                }
            }
            try Self.write(bytes, to: "\(path)/\(name)")
            size += bytes.count
        }
        // The marker comes last, so that half a corpus does not count as a whole one.
        try Self.write(Array("\(marker)\(size)\n".utf8), to: "\(path)/\(Self.markerName)")
    }

    /// Returns how many bytes the notes have; nil if this corpus is not at that path.
    func size(at path: String) -> Int? {
        guard let bytes = Self.contents(of: "\(path)/\(Self.markerName)") else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.hasPrefix(marker), text.hasSuffix("\n") else { return nil }
        return Int(text.dropFirst(marker.count).dropLast())
    }

    private func note(_ number: Int, _ random: inout Randomness) -> (name: String, bytes: [UInt8]) {
        switch shape {
        case .notes:
            let draft = Draft(number: number, size: random.number(in: 2200...3700), &random)
            return ("\(draft.date.year)/\(draft.name).md", DraftWriter.markdown(draft, &random))
        case .deep:
            let draft = Draft(number: number, size: random.number(in: 2200...3700), &random)
            let folders = (0..<40).map { "folder \((number >> ($0 % 8)) & 1)" }.joined(separator: "/")
            return ("\(folders)/\(draft.name).md", DraftWriter.markdown(draft, &random))
        case .org:
            let draft = Draft(number: number, size: random.number(in: 2200...3700), &random)
            // The same numbers are drawn as for markdown, so that the next draft is the same.
            _ = DraftWriter.markdown(draft, &random)
            return ("\(draft.name).org", OrgWriter.org(draft))
        case .tiny:
            return (
                "\(number % 100)/\(number).md",
                Array("- chew: \(MadeUpWords.sentence(&random)) #structure\n".utf8)
            )
        case .hostile: return ("\(number)/note.md", Hostile.allCases[number % Hostile.allCases.count].bytes)
        case .oneBig:
            var bytes: [UInt8] = []
            while bytes.count < 16 << 20 - 8192 {
                let draft = Draft(number: number, size: 2700, &random)
                // One note has only one front matter, because any other would be read as prose.
                let note = DraftWriter.markdown(draft, &random)
                bytes += bytes.isEmpty ? note[...] : Self.withoutFrontMatter(note)
            }
            return ("\(number).md", bytes)
        }
    }

    private static func withoutFrontMatter(_ note: [UInt8]) -> ArraySlice<UInt8> {
        var dashes = 0
        for (offset, line) in note.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if line.starts(with: "---".utf8) { dashes += offset > 0 ? 1 : 0 }
            if dashes == 1 { return note[line.endIndex...] }
        }
        return note[...]
    }

    // MARK: Files

    private static func failure(_ path: String) -> Failure {
        .system(path, reason: unsafe String(cString: strerror(errno)))
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        guard let file = unsafe fopen(path, "wb") else { throw failure(path) }
        let written = unsafe fwrite(bytes, 1, bytes.count, file)
        guard unsafe fclose(file) == 0, written == bytes.count else { throw failure(path) }
    }

    /// Returns the bytes of a small file; nil if there is none.
    private static func contents(of path: String) -> [UInt8]? {
        guard let file = unsafe fopen(path, "rb") else { return nil }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = Array(repeating: 0, count: 4096)
        let count = unsafe fread(&bytes, 1, bytes.count, file)
        return Array(bytes[..<count])
    }
}
