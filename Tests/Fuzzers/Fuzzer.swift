import Dispatch
import Properties
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What libFuzzer calls with each input that it makes up: asks whether a property holds for it, and stops where
/// it does not.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    guard let violation = violation(of: property, by: bytes) else { return 0 }
    stop("\(property.rawValue): \(violation)")
}

/// The property that the environment names: one program for all fuzzers is built in one fuzzer's time.
private let property: Property = {
    let name = unsafe getenv("FUZZER").map { unsafe String(cString: $0) } ?? ""
    guard let property = Property(rawValue: name) else {
        stop("FUZZER is to be one of \(Property.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return property
}()

/// Asks on another thread, where tasks run, and waits.
private func violation(of property: Property, by bytes: [UInt8]) -> Violation? {
    final class Answer: Sendable {
        let violation = Mutex<Violation?>(nil)
    }
    let (answer, isThere) = (Answer(), DispatchSemaphore(value: 0))
    Task {
        do throws(Violation) {
            try await property.check(bytes)
        } catch {
            answer.violation.withLock { $0 = error }
        }
        isThere.signal()
    }
    isThere.wait()
    return answer.violation.withLock(\.self)
}

private func stop(_ complaint: String) -> Never {
    let line = Array("fuzzer: \(complaint)\n".utf8)
    _ = unsafe line.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
    abort()
}
