internal import Notes

extension InterviewThread {
    /// How a company's decision stands.
    package enum State: Sendable {
        /// Another interview is to come, or the last outcome says that the company still decides.
        case open
        case offered
        /// It was lost, or one withdrew.
        case ended
        /// No outcome says how it stands.
        case unknown
    }

    /// Returns how the decision stands: by the interviews that are to come, or else by the last outcome.
    package func state(in index: NotebookIndex) -> State {
        if notes.contains(where: { index.notes[$0].isUpcoming(on: index.today) }) { return .open }
        for number in notes.reversed() {
            switch index.notes[number].outcome {
            case .waiting, .advanced: return .open
            case .offer: return .offered
            case .rejected, .withdrawn: return .ended
            default: continue
            }
        }
        return .unknown
    }
}
