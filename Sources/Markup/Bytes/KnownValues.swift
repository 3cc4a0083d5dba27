/// The values that were made from runs of bytes, so that the same bytes are processed only once.
///
/// The code is visible to other modules, so that the compiler specialises it for the values that they keep.
package struct KnownValues<Value>: ~Copyable {
    @usableFromInline package var known = KnownBytes()
    /// The values, indexed by the numbers of their runs.
    @usableFromInline package var values: [Value] = []

    @inlinable package init() {}

    /// Returns the value of a run; nil if the run is new, or too long to be kept.
    @inlinable package func value(of run: Range<Int>, in source: [UInt8]) -> Value? {
        guard run.count <= KnownBytes.longest, let number = known.number(of: source.span.extracting(run))
        else {
            return nil
        }
        return values[number]
    }

    /// Keeps the value of a new run.
    ///
    /// If there are too many values, all others are forgotten.
    @inlinable package mutating func add(_ value: Value, of run: Range<Int>, in source: [UInt8]) {
        guard run.count <= KnownBytes.longest else { return }
        if known.isFull {
            known.removeAll()
            values.removeAll(keepingCapacity: true)
        }
        known.add(source.span.extracting(run))
        values.append(value)
    }
}
