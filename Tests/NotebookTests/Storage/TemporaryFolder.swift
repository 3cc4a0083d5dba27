import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder of a test's own, which goes away with the value.
final class TemporaryFolder: Sendable {
    struct Entry: Sendable {
        enum Content: Sendable {
            case file([UInt8])
            case zeros(mebibytes: Int)
            case folder
            case fifo
            case link(to: String)
        }

        /// The path below the folder, as the system takes it.
        let path: [UInt8]
        let content: Content

        init(_ path: String, _ content: Content) {
            self.init(Array(path.utf8), content)
        }

        init(_ path: [UInt8], _ content: Content) {
            self.path = path
            self.content = content
        }
    }

    let path: String

    init(_ entries: [Entry] = []) throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "debrief-\(UUID().uuidString)")
        path = url.path(percentEncoded: false)
        try Self.check(unsafe mkdir(path, 0o755))
        for entry in entries { try add(entry) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// A call of the system's that failed.
    struct Failure: Error {
        let number: Int32
    }

    static func check(_ result: Int32) throws {
        if result < 0 { throw Failure(number: errno) }
    }

    /// The path of an entry as C has it.
    func cPath(_ path: [UInt8]) -> [CChar] {
        (Array(self.path.utf8) + [0x2F] + path + [0]).map { CChar(bitPattern: $0) }
    }

    func cPath(_ path: String) -> [CChar] { cPath(Array(path.utf8)) }

    func add(_ path: String, _ text: String) throws {
        try add(Entry(path, .file(Array(text.utf8))))
    }

    /// Adds an entry, and the folders that it lies in.
    func add(_ entry: Entry) throws {
        for slash in entry.path.indices where entry.path[slash] == 0x2F {
            if unsafe mkdir(cPath(Array(entry.path[..<slash])), 0o755) < 0, errno != EEXIST {
                throw Failure(number: errno)
            }
        }
        let path = cPath(entry.path)
        switch entry.content {
        case .file(let bytes):
            let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
            try Self.check(descriptor)
            defer { close(descriptor) }
            var written = 0
            while written < bytes.count {
                let count = unsafe bytes.withUnsafeBytes {
                    unsafe write(
                        descriptor, $0.baseAddress.map { unsafe $0 + written }, bytes.count - written)
                }
                if count < 0 { throw Failure(number: errno) }
                written += count
            }
        case .zeros(let mebibytes):
            let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
            try Self.check(descriptor)
            defer { close(descriptor) }
            try Self.check(ftruncate(descriptor, off_t(mebibytes << 20)))
        case .folder: try Self.check(unsafe mkdir(path, 0o755))
        case .fifo: try Self.check(unsafe mkfifo(path, 0o644))
        case .link(let target): try Self.check(unsafe symlink(target, path))
        }
    }
}
