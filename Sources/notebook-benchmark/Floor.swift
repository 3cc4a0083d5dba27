import Ccmark
import Clibyaml
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The least that any reader of notes has to do: walk, read, parse front matter with libyaml and the rest
/// with libcmark, on all cores, without keeping anything.
///
/// Debrief is measured against it. So it is written as a C program would be: plain calls, one buffer a
/// thread, and no allocations for a file except those that the two libraries make.
enum Floor {
    struct Counts {
        var files = 0
        var bytes = 0
        var events = 0
    }

    static func run(_ root: String) async -> Counts {
        let paths = walk(root)
        let taken = Counter()
        return await withTaskGroup(of: Counts.self) { group in
            for _ in 0..<max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) {
                group.addTask {
                    var buffer = unsafe Buffer()
                    var counts = Counts()
                    while case let number = taken.next(), number < paths.count {
                        guard unsafe buffer.read(paths[number]) else { continue }
                        counts.files += 1
                        unsafe counts.bytes += buffer.count
                        unsafe counts.events += parse(buffer)
                    }
                    unsafe free(buffer.start)
                    return counts
                }
            }
            var all = Counts()
            for await counts in group {
                all.files += counts.files
                all.bytes += counts.bytes
                all.events += counts.events
            }
            return all
        }
    }

    private final class Counter: Sendable {
        private let taken = Atomic<Int>(0)

        func next() -> Int { taken.wrappingAdd(1, ordering: .relaxed).oldValue }
    }

    // MARK: Walking

    /// Returns the paths of the notes, each with a NUL at its end.
    private static func walk(_ root: String) -> [[CChar]] {
        var files: [[CChar]] = []
        var folders = [Array(root.utf8CString)]
        while let folder = folders.popLast() {
            guard let directory = unsafe opendir(folder) else { continue }
            while let entry = unsafe readdir(directory) {
                let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
                    unsafe UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)
                }
                if unsafe name[0] == 0x2E { continue }
                let length = unsafe strlen(name)
                var path = folder
                path.removeLast()
                path.append(0x2F)
                unsafe path.append(contentsOf: UnsafeBufferPointer(start: name, count: length + 1))
                if unsafe entry.pointee.d_type == DT_DIR {
                    folders.append(path)
                } else if length > 3, unsafe strcmp(name + length - 3, ".md") == 0 {
                    files.append(path)
                }
            }
            unsafe closedir(directory)
        }
        return files
    }

    // MARK: Reading

    @unsafe private struct Buffer {
        var start: UnsafeMutablePointer<UInt8>?
        var capacity = 0
        var count = 0

        mutating func read(_ path: [CChar]) -> Bool {
            let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { return false }
            defer { close(file) }
            var status = stat()
            guard unsafe fstat(file, &status) == 0 else { return false }
            let size = Int(status.st_size)
            if unsafe size > capacity {
                unsafe free(start)
                unsafe start = malloc(size * 2)?.assumingMemoryBound(to: UInt8.self)
                unsafe capacity = size * 2
            }
            #if canImport(Glibc)
                unsafe count = Glibc.read(file, start, size)
            #else
                unsafe count = Darwin.read(file, start, size)
            #endif
            return unsafe count == size
        }
    }

    // MARK: Parsing

    /// Parses a note, and forgets it.
    ///
    /// - Returns: The number of its front matter's events.
    private static func parse(_ buffer: borrowing Buffer) -> Int {
        guard let start = unsafe buffer.start else { return 0 }
        let count = unsafe buffer.count
        let body = unsafe endOfFrontMatter(start, count)
        let events = unsafe body > 0 ? parseYAML(start + 3, body - 3) : 0
        unsafe start.withMemoryRebound(to: CChar.self, capacity: count) { text in
            unsafe cmark_node_free(cmark_parse_document(text + body, count - body, CMARK_OPT_DEFAULT))
        }
        return events
    }

    /// Returns where the line `---` begins that closes the front matter; 0 if there is none.
    private static func endOfFrontMatter(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int {
        guard count > 4, unsafe memcmp(start, "---", 3) == 0 else { return 0 }
        var at = 3
        while at < count, let end = unsafe memchr(start + at, 0x0A, count - at) {
            unsafe at = UnsafeRawPointer(end) - UnsafeRawPointer(start) + 1
            if count - at >= 3, unsafe memcmp(start + at, "---", 3) == 0 { return at }
        }
        return 0
    }

    private static func parseYAML(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int {
        var parser = unsafe yaml_parser_t()
        guard unsafe yaml_parser_initialize(&parser) == 1 else { return 0 }
        defer { unsafe yaml_parser_delete(&parser) }
        unsafe yaml_parser_set_input_string(&parser, start, count)
        var events = 0
        var isAtEnd = false
        while !isAtEnd {
            var event = unsafe yaml_event_t()
            guard unsafe yaml_parser_parse(&parser, &event) == 1 else { return events }
            events += 1
            unsafe isAtEnd = event.type == YAML_STREAM_END_EVENT
            unsafe yaml_event_delete(&event)
        }
        return events
    }
}
