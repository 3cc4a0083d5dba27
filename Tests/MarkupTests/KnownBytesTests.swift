import Testing

@testable import Markup

struct KnownBytesTests {
    @Test func `each run has its number, however many there are`() {
        var known = KnownBytes()
        let runs =
            (0..<5000).map { Array("run \($0)".utf8) } + [[], [0], [0, 0], Array(repeating: 0, count: 8)]
        for (number, run) in runs.enumerated() {
            let before = known.number(of: run.span)
            #expect(before == nil)
            let added = known.numberAdding(run.span)
            #expect(added == number)
            #expect(known.count == number + 1)
        }
        for (number, run) in runs.enumerated() {
            // Wherever it stands.
            let source = [1, 2, 3] + run + [4]
            let found = known.number(of: source.span.extracting(3..<3 + run.count))
            let again = known.numberAdding(run.span)
            let bytes = known.bytes(ofNumber: number)
            #expect(found == number && again == number)
            #expect(bytes == run)
        }
        known.removeAll()
        #expect(known.count == 0)
        let run = runs[7]
        let forgotten = known.number(of: run.span)
        #expect(forgotten == nil)
    }
}
