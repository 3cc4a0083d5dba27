import Markup
import Notebook
import Testing

extension Note {
    /// Reads a note once each thing in it that is likely is written as it is proposed first.
    static func adopted(_ text: String, path: String, today: CalendarDate) throws -> Note {
        var bytes = Array(text.utf8)
        for _ in 0..<24 {
            let adoptions = AdoptionQueue.adoptions(
                in: bytes, path: NotePath(path), today: today, .standard)
            let next = adoptions.lazy.compactMap { adoption in
                adoption.writableProposals.first.flatMap { proposal in
                    proposal.isLikely && proposal.adoptsAnything ? (adoption, proposal) : nil
                }
            }.first
            guard let (adoption, proposal) = next else { break }
            bytes = try adoption.edit(proposal).newBytes
        }
        var reader = NoteReader()
        return try #require(reader.read(bytes, path: NotePath(path)).note)
    }
}
