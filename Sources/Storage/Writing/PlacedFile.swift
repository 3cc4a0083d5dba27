/// A file that has taken the place of another.
///
/// The other is kept for a rest, because somebody may still come to save it.
struct PlacedFile: ~Copyable, Sendable {
    private var temporary: TemporaryFile
    private let displaced: DisplacedOriginal
    private let new: [UInt8]
    /// How long the rest is, in microseconds.
    let rest: UInt32

    /// Puts a file in place, if the file that is there has the bytes that were read.
    init(
        _ temporary: consuming TemporaryFile, old: [UInt8], new: [UInt8]
    ) throws(WriteFailure) {
        let displaced = try temporary.exchange(old: old, new: new)
        rest = displaced.rest
        self.displaced = displaced
        self.temporary = temporary
        self.new = new
    }

    /// Ends the rest.
    consuming func settle(syncingFolder syncsFolder: Bool) throws(WriteFailure) {
        try temporary.settle(displaced, new: new)
        if syncsFolder { try temporary.target.sync() }
    }
}
