/// A hash (FNV-1a) that is the same for the same bytes on every machine and on every day.
struct StableHash: Hashable, Sendable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ bytes: some Sequence<UInt8> = []) {
        add(bytes)
    }

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    mutating func add(_ bytes: Span<UInt8>) {
        for at in 0..<bytes.count { value = (value ^ UInt64(bytes[at])) &* 0x100_0000_01B3 }
    }
}
