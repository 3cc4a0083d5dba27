#if canImport(Glibc)
    internal import Csystem
    internal import Glibc
#else
    internal import Darwin
#endif

/// The names in a folder that is held open, and the system calls on them.
struct FolderNames {
    private let folder: Int32

    init(_ folder: Int32) {
        self.folder = folder
    }

    /// Returns what a name stands for; nil, with `errno`, if nothing has the name.
    func status(of name: [UInt8]) -> stat? {
        var status = stat()
        let result = unsafe withCString(name) { unsafe fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) }
        return result == 0 ? status : nil
    }

    /// Renames a file, and removes what has the new name.
    ///
    /// - Returns: 0, or -1, with `errno`, if the system refuses.
    func rename(_ old: [UInt8], to new: [UInt8]) -> Int32 {
        unsafe with(old, new) { old, new in unsafe renameat(folder, old, folder, new) }
    }

    func exchange(_ one: [UInt8], _ other: [UInt8]) -> Int32 {
        #if canImport(Darwin)
            rename(one, other, flags: UInt32(RENAME_SWAP))
        #else
            // RENAME_EXCHANGE
            rename(one, other, flags: 2)
        #endif
    }

    func unlink(_ name: [UInt8]) -> Int32 {
        unsafe withCString(name) { unsafe unlinkat(folder, $0, 0) }
    }

    enum Move {
        case done
        /// Something has the name already.
        case taken
        case failed(SystemError)
    }

    /// Renames a file if nothing has the new name.
    func moveIfFree(_ old: [UInt8], to new: [UInt8]) -> Move {
        #if canImport(Darwin)
            let flag = UInt32(RENAME_EXCL)
        #else
            // RENAME_NOREPLACE
            let flag: UInt32 = 1
        #endif
        if rename(old, new, flags: flag) == 0 { return .done }
        guard SystemError.last.isUnknownCall else { return .failedWithError }
        // A hard link is made only if its name is free.
        if unsafe with(old, new, { old, new in unsafe linkat(folder, old, folder, new, 0) }) == 0 {
            return unlink(old) == 0 ? .done : .failed(.last)
        }
        let error = SystemError.last
        guard error.isUnknownCall || error.number == EPERM || error.number == EMLINK else {
            return .failedWithError
        }
        // File systems such as exFAT have neither call.
        if status(of: new) != nil { return .taken }
        guard errno == ENOENT, rename(old, to: new) == 0 else { return .failed(.last) }
        return .done
    }

    private func rename(_ old: [UInt8], _ new: [UInt8], flags: UInt32) -> Int32 {
        unsafe with(old, new) { old, new in
            #if canImport(Darwin)
                unsafe renameatx_np(folder, old, folder, new, flags)
            #else
                unsafe renameat2(folder, old, folder, new, flags)
            #endif
        }
    }

    private func with(
        _ old: [UInt8], _ new: [UInt8], _ call: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int32
    ) -> Int32 {
        unsafe withCString(old) { old in
            unsafe withCString(new) { new in unsafe call(old, new) }
        }
    }
}

extension FolderNames.Move {
    /// What came of the call that has just failed.
    fileprivate static var failedWithError: Self {
        let error = SystemError.last
        return error.number == EEXIST ? .taken : .failed(error)
    }
}

extension SystemError {
    /// Whether the file system does not have the call.
    var isUnknownCall: Bool {
        [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP].contains(number)
    }
}
