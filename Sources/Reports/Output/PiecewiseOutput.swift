internal import Insights

/// How many pieces are made at a time.
private let piecesAtATime = 16

/// Makes an output in pieces and writes them in order.
///
/// Only some pieces are made at a time, on all cores, so that memory never holds much of the whole.
///
/// - Parameters:
///   - count: How many elements the output has.
///   - size: How many of them a piece has.
///   - write: Writes a piece.
///   - make: Makes the piece of some elements.
package func writeInPieces(
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
