/// How many pieces are made at a time.
private let piecesAtATime = 16

/// Makes an output in pieces, some at a time and on all cores, and writes them in order, so that there is never much of
/// the whole in memory.
///
/// - Parameters:
///   - count: how many elements the output has.
///   - size: how many of them a piece has.
///   - make: makes the piece of some elements.
func writeInPieces(
    of count: Int, _ size: Int, _ write: ([UInt8]) throws -> Void,
    _ make: @Sendable (Range<Int>) -> [UInt8]
) rethrows {
    let starts = Array(stride(from: 0, to: count, by: size))
    for first in stride(from: 0, to: starts.count, by: piecesAtATime) {
        let pieces = concurrently(min(piecesAtATime, starts.count - first), few: 1) { number in
            let start = starts[first + number]
            return make(start..<min(start + size, count))
        }
        for piece in pieces where !piece.isEmpty { try write(piece) }
    }
}
