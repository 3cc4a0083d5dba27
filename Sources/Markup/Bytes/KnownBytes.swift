/// The runs of bytes that were seen before, each with a number.
///
/// People write the same things again and again: the same structure below a heading, the same
/// `outcome: waiting`. A library needs to be asked only once what the same bytes mean.
package struct KnownBytes: Sendable {
    private var ends: [Int] = [0]
    private var bytes: [UInt8] = []
    /// The numbers of the runs plus one, at slots that the hash of their bytes gives.
    ///
    /// A slot is 0 if it is free. At least half of the slots are free, so that each search is short.
    private var table: [Int32] = Array(repeating: 0, count: 256)

    /// The seed of the hash.
    ///
    /// It is random, so that nobody can write notes in which many runs have the same hash.
    private let seed = UInt64.random(in: .min ... .max)

    /// The largest number of runs that are kept.
    ///
    /// A notebook of a hundred thousand notes has some twenty thousand.
    private static let mostRuns = 32 * 1024

    package init() {}

    /// The length in bytes of the longest run that is kept.
    ///
    /// Longer ones hardly ever recur.
    package static let longest = 512

    package var count: Int { ends.count - 1 }

    /// Whether there are so many runs that all must be forgotten.
    package var isFull: Bool { count == Self.mostRuns }

    /// Returns the number of a run; nil if the run is new.
    package func number(of run: Span<UInt8>) -> Int? {
        let found = table[slot(of: run)]
        return found > 0 ? Int(found) - 1 : nil
    }

    /// Adds a new run.
    ///
    /// Its number is the count of the runs before it.
    package mutating func add(_ run: Span<UInt8>) {
        if count * 2 == table.count { enlarge() }
        let slot = slot(of: run)
        bytes.append(contentsOf: run)
        ends.append(bytes.count)
        table[slot] = Int32(truncatingIfNeeded: count)
    }

    /// Returns the number of a run, and adds the run if it is new.
    package mutating func numberAdding(_ run: Span<UInt8>) -> Int {
        if let known = number(of: run) { return known }
        add(run)
        return count - 1
    }

    /// Returns the bytes of a run that was added.
    package func bytes(ofNumber number: Int) -> [UInt8] { Array(bytes[ends[number]..<ends[number + 1]]) }

    private mutating func enlarge() {
        table = Array(repeating: 0, count: table.count * 2)
        for number in 0..<count {
            let slot = slot(of: bytes.span.extracting(ends[number]..<ends[number + 1]))
            table[slot] = Int32(truncatingIfNeeded: number + 1)
        }
    }

    package mutating func removeAll() {
        ends = [0]
        bytes.removeAll(keepingCapacity: true)
        table = Array(repeating: 0, count: 256)
    }

    /// Returns the slot of a run in the table, or a free slot for it.
    private func slot(of run: Span<UInt8>) -> Int {
        let mask = table.count - 1
        var slot = Int(truncatingIfNeeded: hash(run)) & mask
        while table[slot] > 0, !isSame(Int(table[slot]) - 1, run) { slot = (slot + 1) & mask }
        return slot
    }

    private func isSame(_ number: Int, _ run: Span<UInt8>) -> Bool {
        bytes.span.extracting(ends[number]..<ends[number + 1]).isSame(as: run)
    }

    private func hash(_ run: Span<UInt8>) -> UInt64 {
        let raw = unsafe run.bytes
        var hash = seed
        func add(_ value: UInt64) {
            let (high, low) = (hash ^ value).multipliedFullWidth(by: seed | 1)
            hash = high ^ low
        }
        var at = 0
        while at + 8 <= run.count {
            add(unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self))
            at += 8
        }
        var rest = UInt64(run.count)
        while at < run.count {
            rest = rest << 8 | UInt64(run[at])
            at += 1
        }
        add(rest)
        return hash ^ hash >> 32
    }
}
