/// Runs of bytes that were met before, by number.
///
/// People write the same again and again: the same structure below a heading, the same `outcome: waiting`.
/// What the same bytes are to a library need be asked only once.
struct KnownBytes: ~Copyable {
    private var ends: [Int] = [0]
    private var bytes: [UInt8] = []
    /// By the hash of their bytes, the numbers of runs and one more; 0 where there is none.
    private var table: [Int32] = Array(repeating: 0, count: slots)

    private static let slots = 8192

    /// Longer runs are hardly ever the same as another, and are not kept.
    static let longest = 512

    var count: Int { ends.count - 1 }

    /// Half full it is full, so that each search is short. Then all is to be forgotten.
    var isFull: Bool { count == Self.slots / 2 }

    /// The number of a run; nil where it is new.
    func number(of run: Range<Int>, in source: [UInt8]) -> Int? {
        let found = table[slot(of: run, in: source)]
        return found > 0 ? Int(found) - 1 : nil
    }

    /// Adds a run that is new. Its number is the count of those before it.
    mutating func add(_ run: Range<Int>, of source: [UInt8]) {
        let slot = slot(of: run, in: source)
        bytes += source[run]
        ends.append(bytes.count)
        table[slot] = Int32(truncatingIfNeeded: count)
    }

    mutating func removeAll() {
        ends = [0]
        bytes.removeAll(keepingCapacity: true)
        for slot in table.indices { table[slot] = 0 }
    }

    /// Where the run stands in the table, or would.
    private func slot(of run: Range<Int>, in source: [UInt8]) -> Int {
        // FNV-1a, with its high bits folded in.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for at in run { hash = (hash ^ UInt64(source[at])) &* 0x100_0000_01B3 }
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (Self.slots - 1)
        while table[slot] > 0, !isSame(Int(table[slot]) - 1, source, run) {
            slot = (slot + 1) & (Self.slots - 1)
        }
        return slot
    }

    private func isSame(_ number: Int, _ source: [UInt8], _ run: Range<Int>) -> Bool {
        let start = ends[number]
        guard ends[number + 1] - start == run.count else { return false }
        for offset in 0..<run.count where bytes[start + offset] != source[run.lowerBound + offset] {
            return false
        }
        return true
    }
}
