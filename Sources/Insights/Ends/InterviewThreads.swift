internal import Notes

/// How an interview ended, as far as the notes say for sure.
public enum Ending: Hashable, Sendable, CaseIterable {
    case passed, lost, waiting, withdrawn, unknown
}

/// The interviews of one company and role, in the order of their days.
///
/// Those without a day come first.
package struct InterviewThread: Sendable {
    /// The numbers of the interviews' notes, in the order of their days.
    package let notes: [Int]

    /// What an interview's note says about its ending.
    private struct Step {
        let note: Int
        let outcome: Outcome?
        let day: Int32
        let isUpcoming: Bool

        func says(_ outcomes: Outcome...) -> Bool { outcome.map { outcomes.contains($0) } ?? false }
    }

    private func steps(_ index: NotebookIndex) -> [Step] {
        notes.map { number in
            let note = index.notes[number]
            return Step(
                note: number, outcome: note.outcome, day: note.date?.dayNumber ?? .min,
                isUpcoming: note.isUpcoming(on: index.today))
        }
    }

    /// Returns how each interview ended, in order.
    ///
    /// Interviews that are still to come are left out.
    ///
    /// An interview was passed if its outcome says so, or if another one follows on a later day. The end of
    /// the thread counts only on its last day, and only once.
    package func endings(in index: NotebookIndex) -> [(note: Int, ending: Ending)] {
        let steps = steps(index)
        guard let lastDay = steps.last?.day else { return [] }
        let last = steps.filter { $0.day == lastDay && !$0.isUpcoming }
        // If several interviews are on the last day, the last one with such an outcome decides.
        let end = last.last { $0.says(.rejected, .withdrawn, .offer, .advanced, .waiting) }
        let hasOffer = steps.contains { !$0.isUpcoming && $0.says(.offer) }
        return steps.filter { !$0.isUpcoming }.map { step in
            let ending: Ending
            if step.says(.withdrawn) {
                ending = .withdrawn
            } else if step.day < lastDay || step.says(.advanced, .offer) {
                ending = .passed
            } else if step.says(.rejected), step.note == end?.note {
                ending = .lost
            } else {
                ending = Self.ending(ofOpen: step.outcome, end: end?.outcome, hasOffer: hasOffer)
            }
            return (note: step.note, ending: ending)
        }
    }

    /// Returns how an interview of the last day ended if its outcome does not settle that.
    private static func ending(ofOpen outcome: Outcome?, end: Outcome?, hasOffer: Bool) -> Ending {
        if end == .rejected || end == .withdrawn { return .unknown }
        if end == .offer { return .passed }
        if outcome == .waiting { return .waiting }
        return hasOffer ? .passed : .unknown
    }

    /// Returns the interviews whose outcome a later interview contradicts, each with that later interview.
    package func contradictions(in index: NotebookIndex) -> [(note: Int, later: Int)] {
        let steps = steps(index)
        return steps.enumerated().compactMap { number, step in
            if step.isUpcoming { return nil }
            let later = steps[(number + 1)...].first { other in
                switch step.outcome {
                case .rejected, .withdrawn: return other.says(.advanced, .waiting, .offer)
                case .offer: return other.says(.rejected)
                default: return false
                }
            }
            return later.map { (note: step.note, later: $0.note) }
        }
    }
}

extension NotebookIndex {
    /// Returns the threads of a notebook, in the order of their first notes.
    ///
    /// A note without a company or a role is a thread of its own. If a number of a note is given, only that
    /// note's thread is returned.
    package func interviewThreads(of only: Int? = nil) -> [InterviewThread] {
        struct Key: Hashable {
            let company, role: String
        }
        var keys = NameKeys(ofCompanies: configuration)
        func key(_ note: Note) -> Key? {
            guard let role = note.role, let company = keys.key(of: note) else { return nil }
            return Key(company: company, role: role.caseFolded)
        }
        let wanted = only.map { key(notes[$0]) }
        var numbers: [Key: Int] = [:]
        var threads: [[Int]] = []
        for number in notes.indices where notes[number].isInterview {
            let own = key(notes[number])
            if let wanted, number != only, own == nil || own != wanted { continue }
            if let own, let known = numbers[own] {
                threads[known].append(number)
            } else {
                if let own { numbers[own] = threads.count }
                threads.append([number])
            }
        }
        return threads.map { thread in
            if thread.count < 2 { return InterviewThread(notes: thread) }
            let keyed = thread.map { number in
                (
                    number: number,
                    key: (notes[number].date?.dayNumber ?? .min, notes[number].time ?? "", number)
                )
            }
            return InterviewThread(notes: keyed.sorted { $0.key < $1.key }.map(\.number))
        }
    }
}
