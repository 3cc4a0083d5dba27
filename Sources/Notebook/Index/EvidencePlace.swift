/// A piece of evidence in the index, by its number in its note. Small, where a copy would not be.
struct EvidencePlace: Hashable, Sendable {
    private let noteNumber: Int32
    private let ownNumber: Int32

    init(note: Int, number: Int) {
        noteNumber = Int32(truncatingIfNeeded: note)
        ownNumber = Int32(truncatingIfNeeded: number)
    }

    var note: Int { Int(noteNumber) }
    var number: Int { Int(ownNumber) }
}

extension Index {
    subscript(place: EvidencePlace) -> Evidence {
        // Lent and not copied, as feedback is.
        _read { yield notes[place.note].evidence[place.number] }
    }
}
