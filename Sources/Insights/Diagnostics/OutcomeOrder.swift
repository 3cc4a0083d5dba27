package import Notes

// This check finds outcomes of one company and role that contradict each other.

extension NotebookIndex {
    /// Returns the diagnostics of outcomes that a later interview contradicts.
    ///
    /// If a number of a note is given, only that note is checked.
    package func outcomeFaults(in only: Int? = nil) -> [Diagnostic] {
        func mayBeContradicted(_ note: Note) -> Bool {
            switch note.outcome {
            case .rejected, .withdrawn, .offer: note.company != nil && note.role != nil
            default: false
            }
        }
        let asked = only.map { [notes[$0]] } ?? notes
        guard asked.contains(where: mayBeContradicted) else { return [] }
        return interviewThreads(of: only).filter { $0.notes.count > 1 }.flatMap { thread in
            thread.contradictions(in: self).filter { only == nil || $0.note == only }.map { number, later in
                .outcomeOrder(notes[number], later: notes[later])
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func outcomeOrder(_ note: Note, later: Note) -> Diagnostic {
        let outcome = note.outcome?.description ?? ""
        let said = later.outcome.map { " with \"\($0)\"" } ?? ""
        let advice =
            note.outcome == .offer
            ? "" : "; if that is another application, give it a `role` of its own"
        return Diagnostic(
            .outcomeOrder, path: note.path, at: note.requestPositions[.outcome],
            "\"\(outcome)\", but \(later.path) of the same company and role comes later\(said), and the later note "
                + "stands\(advice)")
    }
}
