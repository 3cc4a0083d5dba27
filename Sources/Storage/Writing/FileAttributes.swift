#if canImport(Glibc)
    internal import Csystem
    internal import Glibc
#else
    internal import Darwin
#endif

/// What a file has besides its bytes: owner, mode, access control list and extended attributes.
enum FileAttributes {
    /// Gives a new file the attributes of the file whose place it is to take.
    static func carry(from old: borrowing OpenFile, to new: Int32) throws(WriteFailure) {
        var status = stat()
        guard unsafe fstat(new, &status) == 0 else { throw .system("its owner could not be kept", .last) }
        if status.st_uid != old.status.st_uid || status.st_gid != old.status.st_gid {
            guard fchown(new, old.status.st_uid, old.status.st_gid) == 0 else {
                throw .system("its owner could not be kept", .last)
            }
        }
        do {
            try carryExtended(from: old.descriptor, to: new)
        } catch {
            throw .system("its attributes could not be kept", error)
        }
        // The mode comes last, because a change of owner clears some of its bits, and an access control list
        // changes what it shows. If it is right already, nothing is asked of a file system that may refuse
        // it.
        guard unsafe fstat(new, &status) == 0 else { throw .system("its mode could not be kept", .last) }
        if status.st_mode & 0o7777 == old.status.st_mode & 0o7777 { return }
        guard fchmod(new, old.status.st_mode & 0o7777) == 0 else {
            throw .system("its mode could not be kept", .last)
        }
    }

    #if canImport(Glibc)
        private static func carryExtended(from old: Int32, to new: Int32) throws(SystemError) {
            let names = try names(of: old)
            for name in names {
                guard let value = try value(of: name, of: old) else { continue }
                if try self.value(of: name, of: new) == value { continue }
                let result = unsafe fsetxattr(new, name, value, value.count, 0)
                if result != 0, isOurs(name) { throw .last }
            }
            // A folder may give new files an access control list that the old file does not have.
            for name in try self.names(of: new) where !names.contains(name) {
                if unsafe fremovexattr(new, name) != 0, isOurs(name) { throw .last }
            }
        }

        /// Whether a person may set an attribute.
        ///
        /// The others belong to the system, which sets its own.
        private static func isOurs(_ name: [CChar]) -> Bool {
            let name = name.dropLast().map(UInt8.init(bitPattern:))
            return name.starts(with: "user.".utf8) || name.elementsEqual("system.posix_acl_access".utf8)
        }

        /// Returns the names, each with a NUL at its end as C wants it.
        private static func names(of file: Int32) throws(SystemError) -> [[CChar]] {
            let list = try unsafe list { buffer, size in unsafe flistxattr(file, buffer, size) } ?? []
            return list.split(separator: 0).map { $0 + [0] }
        }

        private static func value(of name: [CChar], of file: Int32) throws(SystemError) -> [CChar]? {
            try unsafe list { buffer, size in unsafe fgetxattr(file, name, buffer, size) }
        }

        /// Returns what a call fills in that first tells how much room it needs; nil if there is nothing of
        /// the kind.
        private static func list(
            _ call: (UnsafeMutablePointer<CChar>?, Int) -> Int
        ) throws(SystemError) -> [CChar]? {
            while true {
                let size = call(nil, 0)
                if size < 0 {
                    if errno == ENOTSUP || errno == ENODATA { return nil }
                    throw .last
                }
                if size == 0 { return [] }
                var buffer: [CChar] = Array(repeating: 0, count: size)
                let got = unsafe buffer.withUnsafeMutableBufferPointer { unsafe call($0.baseAddress, size) }
                if got >= 0 { return Array(buffer.prefix(got)) }
                // The list grew in between.
                if errno != ERANGE { throw .last }
            }
        }
    #else
        private static func carryExtended(from old: Int32, to new: Int32) throws(SystemError) {
            let what = copyfile_flags_t(COPYFILE_ACL | COPYFILE_XATTR)
            guard unsafe fcopyfile(old, new, nil, what) == 0 else { throw .last }
        }
    #endif
}
