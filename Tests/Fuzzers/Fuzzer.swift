import Properties

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What libFuzzer calls with each input that it makes up: asks whether a property holds for it, and stops
/// where it does not.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    do throws(Violation) {
        try property.check(bytes)
        return 0
    } catch {
        stop("\(property.rawValue): \(error)")
    }
}

/// The property that the environment names: one program for all fuzzers is built in one fuzzer's time.
private let property: Property = {
    let name = unsafe getenv("FUZZER").map { unsafe String(cString: $0) } ?? ""
    guard let property = Property(rawValue: name) else {
        stop("FUZZER is to be one of \(Property.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return property
}()

private func stop(_ complaint: String) -> Never {
    let line = Array("fuzzer: \(complaint)\n".utf8)
    _ = unsafe line.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
    abort()
}
