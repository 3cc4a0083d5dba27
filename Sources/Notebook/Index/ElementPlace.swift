/// Something in a note of the index, by its number among those of its kind there. Small, where a copy would not be.
public struct ElementPlace<Element>: Hashable, Sendable {
    // No notebook has notes for more, and a report has a hundred thousand places.
    private let noteNumber: Int32
    private let ownNumber: Int32

    package init(note: Int, number: Int) {
        noteNumber = Int32(truncatingIfNeeded: note)
        ownNumber = Int32(truncatingIfNeeded: number)
    }

    public var note: Int { Int(noteNumber) }
    public var number: Int { Int(ownNumber) }
}

typealias EvidencePlace = ElementPlace<Evidence>
package typealias HunchPlace = ElementPlace<Hunch>

extension Index {
    // Lent and not copied, as feedback is.

    subscript(place: EvidencePlace) -> Evidence {
        _read { yield notes[place.note].evidence[place.number] }
    }

    subscript(place: HunchPlace) -> Hunch {
        _read { yield notes[place.note].hunches[place.number] }
    }
}
