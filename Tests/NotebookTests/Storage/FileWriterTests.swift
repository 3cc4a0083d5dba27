import Foundation
import Notebook
import Testing

@testable import Storage

#if canImport(Glibc)
    import Csystem
    import Glibc
#else
    import Darwin
#endif

@Suite struct `Writing a file` {
    let folder: TemporaryFolder
    let old = Array("old\r\n".utf8)
    let new = Array("new \u{FF}\n".utf8)

    init() throws {
        folder = try TemporaryFolder([.init("note.md", .file(Array("old\r\n".utf8)))])
    }

    private func path(_ name: String) -> [UInt8] { Array("\(folder.path)/\(name)".utf8) }

    private func bytes(_ name: String) throws -> [UInt8] { try FileReader.contents(of: path(name)).bytes }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    private func status(_ name: String) throws -> stat {
        var status = stat()
        try TemporaryFolder.check(unsafe lstat(folder.cPath(name), &status))
        return status
    }

    private func failure(_ write: () throws(WriteFailure) -> Void) -> WriteFailure? {
        do {
            try write()
            return nil
        } catch {
            return error
        }
    }

    @Test func `replaces the bytes, and leaves nothing else behind`() throws {
        try FileWriter.replace(path("note.md"), old: old, with: new)
        #expect(try bytes("note.md") == new)
        #expect(try names() == ["note.md"])
    }

    @Test func `touches nothing where nothing changes`() throws {
        let before = try status("note.md")
        try FileWriter.replace(path("note.md"), old: old, with: old)
        #expect(try status("note.md").st_ino == before.st_ino)
    }

    @Test func `refuses what is not as it was read`() throws {
        #expect(
            failure { () throws(WriteFailure) in
                try FileWriter.replace(path("note.md"), old: new, with: [])
            } == .changed)
        #expect(
            failure { () throws(WriteFailure) in
                try FileWriter.replace(path("gone.md"), old: new, with: [])
            } == .changed)
        #expect(try bytes("note.md") == old)
        #expect(try names() == ["note.md"])
    }

    @Test(arguments: [0o644, 0o600, 0o660, 0o755, 0o2664, 0o200] as [mode_t])
    func `keeps the mode`(mode: mode_t) throws {
        try TemporaryFolder.check(unsafe chmod(folder.cPath("note.md"), mode))
        // Only the superuser reads what nobody may read.
        if mode == 0o200, geteuid() != 0 { return }
        try FileWriter.replace(path("note.md"), old: old, with: new)
        #expect(try status("note.md").st_mode & 0o7777 == mode)
    }

    @Test(.enabled(if: geteuid() == 0)) func `keeps the owner`() throws {
        try TemporaryFolder.check(unsafe chown(folder.cPath("note.md"), 12345, 54321))
        try TemporaryFolder.check(unsafe chmod(folder.cPath("note.md"), 0o664))
        try FileWriter.replace(path("note.md"), old: old, with: new)
        let status = try status("note.md")
        #expect(status.st_uid == 12345 && status.st_gid == 54321 && status.st_mode & 0o7777 == 0o664)
    }

    #if canImport(Glibc)
        private func attribute(_ name: String, of file: String) -> [UInt8]? {
            var value: [UInt8] = Array(repeating: 0, count: 200)
            let count = unsafe getxattr(folder.cPath(file), name, &value, value.count)
            return count < 0 ? nil : Array(value[..<count])
        }

        private func set(_ name: String, _ value: [UInt8], of file: String) throws {
            let result = unsafe setxattr(folder.cPath(file), name, value, value.count, 0)
            if result != 0, errno == ENOTSUP { try Test.cancel("the file system has no such attributes") }
            try TemporaryFolder.check(result)
        }

        @Test func `keeps extended attributes`() throws {
            try set("user.title", Array("é😀\u{0}".utf8), of: "note.md")
            try set("user.empty", [], of: "note.md")
            try FileWriter.replace(path("note.md"), old: old, with: new)
            #expect(attribute("user.title", of: "note.md") == Array("é😀\u{0}".utf8))
            #expect(attribute("user.empty", of: "note.md") == [])
        }

        /// Owner, somebody by number, group, mask and others, as Linux stores them.
        private let accessList: [UInt8] = [
            2, 0, 0, 0, 1, 0, 6, 0, 255, 255, 255, 255, 2, 0, 4, 0, 57, 48, 0, 0, 4, 0, 4, 0, 255, 255, 255,
            255,
            16, 0, 4, 0, 255, 255, 255, 255, 32, 0, 0, 0, 255, 255, 255, 255,
        ]

        @Test func `keeps a list of access rights`() throws {
            try set("system.posix_acl_access", accessList, of: "note.md")
            let mode = try status("note.md").st_mode
            try FileWriter.replace(path("note.md"), old: old, with: new)
            #expect(attribute("system.posix_acl_access", of: "note.md") == accessList)
            #expect(try status("note.md").st_mode == mode)
        }

        @Test func `takes none over from the folder`() throws {
            try set("system.posix_acl_default", accessList, of: ".")
            let mode = try status("note.md").st_mode
            try FileWriter.replace(path("note.md"), old: old, with: new)
            #expect(attribute("system.posix_acl_access", of: "note.md") == nil)
            #expect(try status("note.md").st_mode == mode)
        }
    #endif

    @Test func `follows a symbolic link, which stays`() throws {
        try folder.add(.init("link.md", .link(to: "inner.md")))
        try folder.add(.init("inner.md", .link(to: "note.md")))
        try FileWriter.replace(path("link.md"), old: old, with: new)
        #expect(try status("link.md").st_mode & S_IFMT == S_IFLNK)
        #expect(try status("note.md").st_mode & S_IFMT == S_IFREG)
        #expect(try bytes("note.md") == new)
    }

    @Test func `refuses a file with two names`() throws {
        try TemporaryFolder.check(unsafe link(folder.cPath("note.md"), folder.cPath("other.md")))
        #expect(
            failure { () throws(WriteFailure) in
                try FileWriter.replace(path("note.md"), old: old, with: new)
            } == .severalNames(2))
        #expect(try bytes("note.md") == old)
        #expect(try names() == ["note.md", "other.md"])
    }

    @Test func `refuses what is read-only, or lies in a folder that is`() throws {
        try TemporaryFolder.check(unsafe chmod(folder.cPath("note.md"), 0o444))
        #expect(
            failure { () throws(WriteFailure) in
                try FileWriter.replace(path("note.md"), old: old, with: new)
            } == .readOnly)
        try TemporaryFolder.check(unsafe chmod(folder.cPath("note.md"), 0o644))
        try TemporaryFolder.check(unsafe chmod(folder.path, 0o555))
        #expect(
            failure { () throws(WriteFailure) in
                try FileWriter.replace(path("note.md"), old: old, with: new)
            } == .readOnly)
        try TemporaryFolder.check(unsafe chmod(folder.path, 0o755))
        #expect(try bytes("note.md") == old)
        #expect(try names() == ["note.md"])
    }

    @Test func `refuses what is no file`() throws {
        try folder.add(.init("folder.md", .folder))
        #expect(
            failure { () throws(WriteFailure) in
                try FileWriter.replace(path("folder.md"), old: old, with: new)
            } == .notAFile(kind: "a folder"))
    }

    @Test func `makes a new file, and never over another`() throws {
        try FileWriter.create(path("new.md"), new)
        #expect(try bytes("new.md") == new)
        #expect(failure { () throws(WriteFailure) in try FileWriter.create(path("new.md"), old) } == .exists)
        try folder.add(.init("dangling.md", .link(to: "nowhere.md")))
        #expect(
            failure { () throws(WriteFailure) in try FileWriter.create(path("dangling.md"), old) }
                == .dangling)
        #expect(try bytes("new.md") == new)
        #expect(try names() == ["dangling.md", "new.md", "note.md"])
        #expect(try status("new.md").st_nlink == 1)
    }

    /// A lock of another opening of the folder is one of another Debrief.
    @Test func `waits for a Debrief that writes into the folder`() throws {
        let descriptor = unsafe open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        try TemporaryFolder.check(descriptor)
        try TemporaryFolder.check(flock(descriptor, LOCK_EX))
        #expect(
            failure { () throws(WriteFailure) in
                _ = try FolderLock(on: descriptor, patience: .milliseconds(50))
            } == .busy)
        let isOver = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            usleep(100_000)
            close(descriptor)
            isOver.signal()
        }
        try FileWriter.replace(path("note.md"), old: old, with: new)
        isOver.wait()
        #expect(try bytes("note.md") == new)
    }

    @Test func `writes through no link that leads out of the notebook`() throws {
        try folder.add(.init("n/in.md", .link(to: "sub/inner.md")))
        try folder.add(.init("n/sub/inner.md", .file(old)))
        try folder.add(.init("n/out.md", .link(to: "../note.md")))
        try FileWriter.replace(path("n/in.md"), old: old, with: new, within: path("n"))
        #expect(try bytes("n/sub/inner.md") == new)
        #expect(
            failure { () throws(WriteFailure) in
                try FileWriter.replace(path("n/out.md"), old: old, with: new, within: path("n"))
            } == .outside(notebook: folder.path + "/n"))
        #expect(try bytes("note.md") == old)
    }

    /// Sent in the middle of a write, a signal ends the program after it.
    @Test func `holds signals back, and lets them come afterwards`() throws {
        func isHeld() -> Bool {
            var blocked = sigset_t()
            _ = unsafe pthread_sigmask(SIG_BLOCK, nil, &blocked)
            return unsafe sigismember(&blocked, SIGTERM) == 1
        }
        let before = isHeld()
        do {
            let signals = HeldSignals()
            #expect(isHeld())
            extendLifetime(signals)
        }
        #expect(isHeld() == before)
    }

    @Test func `gives up on a file that somebody has open to write`() throws {
        let descriptor = unsafe open(folder.cPath("note.md"), O_RDWR | O_CLOEXEC)
        try TemporaryFolder.check(descriptor)
        defer { close(descriptor) }
        #if canImport(Glibc)
            #expect(
                failure { () throws(WriteFailure) in
                    try FileWriter.replace(path("note.md"), old: old, with: new)
                } == .changed)
            // It is the same file still, so that what they write will be seen.
            _ = unsafe write(descriptor, "saved", 5)
            #expect(try bytes("note.md") == Array("saved".utf8))
            #expect(try names() == ["note.md"])
        #endif
    }

    @Test func `leaves the old bytes where the disk is full`() throws {
        #if canImport(Glibc)
            let disk = "\(folder.path)/disk"
            try folder.add(.init("disk", .folder))
            guard unsafe mount("tmpfs", disk, "tmpfs", 0, "size=64k") == 0 else {
                try Test.cancel("no disk can be mounted here")
            }
            defer { _ = unsafe umount2(disk, 2) }
            try folder.add(.init("disk/note.md", .file(old)))
            let large: [UInt8] = Array(repeating: 0x78, count: 100_000)
            let failure = failure { () throws(WriteFailure) in
                try FileWriter.replace(path("disk/note.md"), old: old, with: large)
            }
            #expect(failure == .system(doing: "it could not be written", reason: "No space left on device"))
            #expect(try bytes("disk/note.md") == old)
            #expect(try FileManager.default.contentsOfDirectory(atPath: disk) == ["note.md"])
        #endif
    }
}
