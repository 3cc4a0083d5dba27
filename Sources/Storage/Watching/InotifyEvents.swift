internal import Markup
internal import Notes

#if os(Linux)
    internal import Glibc

    /// The changes in folders that Linux reports: those of a notebook, and those that hold single files
    /// beside it.
    ///
    /// A folder is watched before it is listed, so that a file that arrives in between is either reported or
    /// seen. What a new, moved or removed folder holds takes another look at the whole notebook.
    final class InotifyEvents {
        enum Failure: Error {
            /// The system has given out all the watches that it has.
            case limit(String)
            case system(SystemError)
        }

        /// A folder that the system knows by a number.
        private struct Folder {
            /// Its path below the notebook; nil if it is beside the notebook.
            var path: [UInt8]?
            /// The names of files beside the notes.
            var reports: Set<[UInt8]> = []
            /// The names of files that notes are links to.
            var targets: Set<[UInt8]> = []
        }

        let descriptor: Int32
        private let root: [UInt8]
        private var folders: [Int32: Folder] = [:]
        /// Whether the notebook's own folder is another one now, or changes may have been missed.
        ///
        /// Then only beginning anew helps.
        private(set) var isLost = false

        private static let mask = UInt32(
            IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB
                | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

        /// Begins to watch a folder and all folders below it that a walk would visit.
        init(root: [UInt8]) throws(Failure) {
            self.root = root
            descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            guard descriptor >= 0 else {
                let error = SystemError.last
                throw error.number == EMFILE ? .limit("fs.inotify.max_user_instances") : .system(error)
            }
            guard let number = try watch(root) else { throw .system(.last) }
            folders[number, default: Folder()].path = []
            try watchFolders(below: [])
        }

        deinit {
            if descriptor >= 0 { close(descriptor) }
        }

        // MARK: What is watched

        /// Watches files beside the notes, and no others of that kind any more.
        ///
        /// - Parameters:
        ///   - reports: Files whose changes are reported as changes beside the notebook.
        ///   - targets: Files whose changes are reported as changes in the notebook, because notes are links
        ///     to them.
        /// - Throws: `Failure.limit` if the system has no more watches to give.
        func follow(reports: [[UInt8]], targets: [[UInt8]]) throws(Failure) {
            for number in folders.keys {
                folders[number]?.reports = []
                folders[number]?.targets = []
            }
            for path in reports {
                // A report may be a link. The link may be replaced or changed, and so may the file that it
                // leads to.
                for path in Set([path, resolvedPath(path) ?? path]) {
                    try follow(path) { $0.reports.insert($1) }
                }
            }
            for path in targets {
                if let path = resolvedPath(path) { try follow(path) { $0.targets.insert($1) } }
            }
            for (number, folder) in folders
            where folder.path == nil && folder.reports.isEmpty && folder.targets.isEmpty {
                forget(number)
            }
        }

        private func follow(_ path: [UInt8], _ add: (inout Folder, [UInt8]) -> Void) throws(Failure) {
            // A folder that is not there has no changes.
            guard let number = try watch(RelativePath.folder(of: path)) else { return }
            add(&folders[number, default: Folder()], Array(NotePath(bytes: path).name))
        }

        /// Returns the system's number for a folder; nil, with `errno`, if it cannot be watched.
        private func watch(_ path: [UInt8]) throws(Failure) -> Int32? {
            let number = unsafe withCString(path) { unsafe inotify_add_watch(descriptor, $0, Self.mask) }
            if number >= 0 { return number }
            if errno == ENOSPC { throw .limit("fs.inotify.max_user_watches") }
            return nil
        }

        /// Watches all folders below a folder, which is given by its path below the root.
        private func watchFolders(below folder: [UInt8]) throws(Failure) {
            var pending = [folder]
            while let folder = pending.popLast() {
                for path in FolderListing(of: folder, below: root).subfolders {
                    guard let number = try watch(root + [.ascii("/")] + path) else { continue }
                    folders[number, default: Folder()].path = path
                    pending.append(path)
                }
            }
        }

        /// Stops watching a folder of the notebook and all folders below it.
        private func forgetFolders(at path: [UInt8]) {
            for (number, folder) in folders {
                guard let own = folder.path, own.starts(with: path),
                    own.count == path.count || own[path.count] == .ascii("/")
                else { continue }
                folders[number]?.path = nil
                if folder.reports.isEmpty, folder.targets.isEmpty { forget(number) }
            }
        }

        private func forget(_ number: Int32) {
            folders[number] = nil
            _ = inotify_rm_watch(descriptor, number)
        }

        // MARK: What changed

        /// One event as the system reports it.
        private struct Event {
            let number: Int32
            let mask: UInt32
            let name: [UInt8]

            func has(_ flag: Int32) -> Bool { mask & UInt32(bitPattern: flag) != 0 }
        }

        /// Returns all changes that the system has reported by now, without waiting.
        func changes() throws(Failure) -> FolderChanges {
            var changes = FolderChanges.none
            while case let bytes = read(), !bytes.isEmpty {
                for event in Self.events(in: bytes) { try add(event, into: &changes) }
            }
            return changes
        }

        private func read() -> [UInt8] {
            unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                repeat {
                    count = max(unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count), -1)
                } while count < 0 && errno == EINTR
                count = max(count, 0)
            }
        }

        /// Returns the events of one reading, which are never cut off.
        ///
        /// Each is a number, the mask, a cookie, the length of the name, and the name with NULs after it.
        private static func events(in bytes: [UInt8]) -> [Event] {
            func word(_ offset: Int) -> UInt32 {
                unsafe bytes.withUnsafeBytes {
                    unsafe $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
                }
            }
            var events: [Event] = []
            var start = 0
            while start + 16 <= bytes.count, case let end = start + 16 + Int(word(start + 12)),
                end <= bytes.count
            {
                events.append(
                    Event(
                        number: Int32(bitPattern: word(start)), mask: word(start + 4),
                        name: Array(bytes[(start + 16)..<end].prefix { $0 != 0 })))
                start = end
            }
            return events
        }

        /// Adds the changes that an event stands for.
        private func add(_ event: Event, into changes: inout FolderChanges) throws(Failure) {
            if event.has(IN_Q_OVERFLOW) {
                isLost = true
                changes.isAnywhere = true
            }
            guard let folder = folders[event.number] else { return }
            if event.has(IN_IGNORED) { folders[event.number] = nil }
            if event.has(IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT), event.name.isEmpty {
                // A folder further down is reported by the folder above it, too.
                if folder.path == [] { isLost = true }
                if folder.path == nil { changes.isBeside = true } else { changes.isAnywhere = true }
                return
            }
            if event.name.isEmpty { return }
            if folder.reports.contains(event.name) { changes.isBeside = true }
            if folder.targets.contains(event.name) { changes.isAnywhere = true }
            guard let above = folder.path else { return }
            let path = above.isEmpty ? event.name : above + [.ascii("/")] + event.name
            if event.has(IN_ISDIR) {
                // A walk does not visit hidden folders.
                if event.name.first != .ascii(".") { try takeFolder(path, event, into: &changes) }
            } else if let change = FolderWalk.change(at: NotePath(bytes: path)) {
                changes.formUnion(change)
            } else if Leftover(event.name[...]) != nil {
                changes.leftovers.insert(NotePath(bytes: path))
            }
        }

        private func takeFolder(
            _ path: [UInt8], _ event: Event, into changes: inout FolderChanges
        ) throws(Failure) {
            changes.isAnywhere = true
            if event.has(IN_DELETE | IN_MOVED_FROM) { return forgetFolders(at: path) }
            guard event.has(IN_CREATE | IN_MOVED_TO | IN_ATTRIB),
                FileReader.isPlainFolder(root + [.ascii("/")] + path),
                let number = try watch(root + [.ascii("/")] + path)
            else { return }
            folders[number, default: Folder()].path = path
            try watchFolders(below: path)
        }
    }
#endif
