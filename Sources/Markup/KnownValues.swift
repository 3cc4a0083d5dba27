/// What came of runs of bytes before, so that of the same bytes it need be made only once.
///
/// Its code is visible to other modules, so that it is made for what they keep.
package struct KnownValues<Value>: ~Copyable {
    @usableFromInline package var known = KnownBytes()
    /// By the numbers of their runs.
    @usableFromInline package var values: [Value] = []

    @inlinable package init() {}

    /// What came of a run; nil where it is new, or so long that it was not kept.
    @inlinable package func value(of run: Range<Int>, in source: [UInt8]) -> Value? {
        guard run.count <= KnownBytes.longest, let number = known.number(of: run, in: source) else {
            return nil
        }
        return values[number]
    }

    /// Keeps what came of a run that is new. When there are too many, all others are forgotten.
    @inlinable package mutating func add(_ value: Value, of run: Range<Int>, in source: [UInt8]) {
        guard run.count <= KnownBytes.longest else { return }
        if known.isFull {
            known.removeAll()
            values.removeAll(keepingCapacity: true)
        }
        known.add(run, of: source)
        values.append(value)
    }
}
