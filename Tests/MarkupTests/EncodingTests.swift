import Properties
import Testing

@testable import Markup

struct EncodingTests {
    @Test(
        arguments: [
            ([], nil),
            ([0x61], nil),
            ([0x80], 0),
            ([0x61, 0xC3], 1),
            ([0xC3, 0xA9], nil),
            ([0xC0, 0x80], 0),
            ([0xC1, 0xBF], 0),
            ([0xE0, 0x80, 0x80], 0),
            ([0xE0, 0x9F, 0xBF], 0),
            ([0xE0, 0xA0, 0x80], nil),
            ([0xED, 0x9F, 0xBF], nil),
            ([0xED, 0xA0, 0x80], 0),
            ([0xEF, 0xBF, 0xBF], nil),
            ([0xF0, 0x8F, 0xBF, 0xBF], 0),
            ([0xF0, 0x90, 0x80, 0x80], nil),
            ([0xF4, 0x8F, 0xBF, 0xBF], nil),
            ([0xF4, 0x90, 0x80, 0x80], 0),
            ([0xF5, 0x80, 0x80, 0x80], 0),
            ([0xF0, 0x9F, 0x98], 0),
            ([0xE2, 0x82], 0),
            ([0xE2, 0x82, 0x61], 0),
            ([0, 0, 0, 0, 0, 0, 0, 0, 0xFF], 8),
            ([0, 0, 0, 0, 0, 0, 0, 0xFF], 7),
        ] as [([UInt8], Int?)])
    func `the first byte that is not UTF-8 is found`(_ bytes: [UInt8], first: Int?) {
        #expect(Encoding.firstInvalidByte(in: bytes) == first)
    }

    @Test func `every scalar is UTF-8`() {
        var bytes: [UInt8] = []
        for value in UInt32(0)...0x10FFFF {
            if let scalar = Unicode.Scalar(value) { bytes += UTF8.encode(scalar) ?? .init() }
        }
        #expect(Encoding.firstInvalidByte(in: bytes) == nil)
    }

    @Test func `bytes are UTF-8 where the standard library says so`() {
        var random = SeededGenerator(seed: 8)
        // Bytes at the edges of what lead and trail bytes may be, so that many sequences are nearly right.
        let edges: [UInt8] = [
            0x00, 0x61, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
            0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
        ]
        var (valid, invalid) = (0, 0)
        for _ in 0..<60_000 {
            let count = Int.random(in: 0...5, using: &random)
            var bytes = Array(repeating: UInt8(0x61), count: Int.random(in: 0...9, using: &random))
            bytes += (0..<count).map { _ in edges.randomElement(using: &random) ?? 0 }
            let found = Encoding.firstInvalidByte(in: bytes)
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            #expect((found == nil) == isValid, "\(bytes)")
            if let found {
                // All before it is well-formed, and no well-formed sequence begins at it.
                #expect(String(validating: bytes[..<found], as: UTF8.self) != nil, "\(bytes)")
                for end in found + 1...min(found + 4, bytes.count) {
                    #expect(String(validating: bytes[found..<end], as: UTF8.self) == nil, "\(bytes)")
                }
            }
            #expect(characters(in: bytes) == String(decoding: bytes, as: UTF8.self).unicodeScalars.count)
            if isValid { valid += 1 } else { invalid += 1 }
        }
        #expect(valid > 1000 && invalid > 1000)
    }

    /// As many as the standard library shows, with U+FFFD for what is none.
    private func characters(in bytes: [UInt8]) -> Int {
        var (at, count) = (0, 0)
        while at < bytes.count {
            at += Encoding.characterLength(in: bytes.span, at: at)
            count += 1
        }
        return count
    }
}
