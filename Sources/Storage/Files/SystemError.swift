#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What the system said when a call failed.
struct SystemError: Error, Sendable, CustomStringConvertible {
    let number: Int32

    /// The error of the call that has just failed.
    static var last: SystemError { SystemError(number: errno) }

    var description: String {
        var buffer: [CChar] = Array(repeating: 0, count: 256)
        return unsafe buffer.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return "error \(number)" }
            return unsafe strerror_r(number, start, buffer.count) == 0
                ? String(cString: start) : "error \(number)"
        }
    }
}
