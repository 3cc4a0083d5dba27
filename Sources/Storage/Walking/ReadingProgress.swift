private import Synchronization

/// How far the reading of a notebook has come, for whoever waits for it.
///
/// Any thread may ask.
public final class ReadingProgress: Sendable {
    private let foundCount = Atomic<Int>(0)
    private let readCount = Atomic<Int>(0)
    private let isComplete = Atomic<Bool>(false)

    /// Makes the progress of a reading that has not begun.
    public init() {}

    /// How many notes there are.
    ///
    /// While the folders are still being walked, it is how many have been found.
    public var found: Int { foundCount.load(ordering: .relaxed) }
    /// How many notes have been read.
    public var read: Int { readCount.load(ordering: .relaxed) }

    /// Records how many notes were found.
    ///
    /// It is called once a folder, so that it costs nothing.
    func find(_ count: Int, isAll: Bool = false) {
        foundCount.store(count, ordering: .relaxed)
        if isAll { isComplete.store(true, ordering: .relaxed) }
    }

    /// Records how many more notes were read.
    ///
    /// It is called once a batch of notes.
    func read(_ count: Int) { readCount.wrappingAdd(count, ordering: .relaxed) }
}

extension ReadingProgress: CustomStringConvertible {
    /// `Reading 41,200 of 100,000 notes`.
    public var description: String {
        let found = Self.grouped(found)
        return isComplete.load(ordering: .relaxed)
            ? "Reading \(Self.grouped(read)) of \(found) notes" : "Found \(found) notes"
    }

    /// Returns a number with commas between its thousands.
    static func grouped(_ number: Int) -> String {
        var parts: [String] = []
        var rest = String(number)[...]
        while rest.count > 3 {
            parts.insert(String(rest.suffix(3)), at: 0)
            rest = rest.dropLast(3)
        }
        return ([String(rest)] + parts).joined(separator: ",")
    }
}
