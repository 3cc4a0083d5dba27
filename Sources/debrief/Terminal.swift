#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The standard streams.
enum Terminal {
    static func write(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) {
        unsafe bytes.withUnsafeBytes { buffer in
            var start = 0
            while start < buffer.count, let base = buffer.baseAddress {
                let written = unsafe Glibc.write(descriptor, base + start, buffer.count - start)
                if written < 0 {
                    if errno == EINTR { continue }
                    return
                }
                start += written
            }
        }
    }
}
