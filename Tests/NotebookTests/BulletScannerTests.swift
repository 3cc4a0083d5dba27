import Notebook
import Testing

struct BulletScannerTests {
    /// Wherever a byte stands among others, it is looked at exactly if it may mean something.
    @Test func `a byte that may mean something is found, and no other`() {
        for byte in UInt8.min...UInt8.max {
            let isSpecial = byte >= 0x80 || "#%(:<@[\\]`".utf8.contains(byte)
            for count in [1, 7, 8, 9, 17] {
                for index in 0..<count {
                    var text = Array("a bcz Zed, 2 {~}. b".utf8.prefix(count))
                    text[index] = byte
                    let found = BulletScanner.special(in: text.span, from: 0)
                    #expect(found == (isSpecial ? index : nil), "\(byte) at \(index) of \(count)")
                }
            }
        }
    }
}
