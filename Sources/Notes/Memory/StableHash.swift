/// A hash (FNV-1a) that is the same for the same bytes on every machine and on every day.
@usableFromInline package struct StableHash: Hashable, Sendable {
    @usableFromInline var sum: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hash of all bytes that have been added.
    @inlinable package var value: UInt64 { sum }

    @inlinable package init(_ bytes: some Sequence<UInt8> = []) {
        add(bytes)
    }

    @inlinable package mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    @inlinable package mutating func add(_ bytes: Span<UInt8>) {
        for at in 0..<bytes.count { sum = (sum ^ UInt64(bytes[at])) &* 0x100_0000_01B3 }
    }
}
