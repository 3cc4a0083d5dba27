import Testing

@testable import Markup

struct KnownBytesTests {
    @Test func `each run has its number, however many there are`() {
        var known = KnownBytes()
        let runs =
            (0..<5000).map { Array("run \($0)".utf8) } + [[], [0], [0, 0], Array(repeating: 0, count: 8)]
        for (number, run) in runs.enumerated() {
            #expect(known.number(of: run.indices, in: run) == nil)
            known.add(run.indices, of: run)
            #expect(known.count == number + 1)
        }
        for (number, run) in runs.enumerated() {
            // Wherever it stands.
            let source = [1, 2, 3] + run + [4]
            #expect(known.number(of: 3..<3 + run.count, in: source) == number)
        }
        known.removeAll()
        #expect(known.count == 0)
        #expect(known.number(of: runs[7].indices, in: runs[7]) == nil)
    }
}
