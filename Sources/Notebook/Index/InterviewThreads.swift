/// How an interview ended, so far as the notes say for sure.
public enum Ending: Hashable, Sendable, CaseIterable {
    case passed, lost, waiting, withdrawn, unknown
}

/// The interviews of one company and role, in the order of their days; what has no day comes first.
struct InterviewThread: Sendable {
    /// The numbers of the notes.
    let notes: [Int]

    /// What an interview says, as far as its ending goes.
    private struct Step {
        let note: Int
        let outcome: Outcome?
        let day: Int32
        let isUpcoming: Bool

        func says(_ outcomes: Outcome...) -> Bool { outcome.map { outcomes.contains($0) } ?? false }
    }

    private func steps(_ index: Index) -> [Step] {
        notes.map { number in
            let note = index.notes[number]
            return Step(
                note: number, outcome: note.outcome, day: note.date?.dayNumber ?? .min,
                isUpcoming: note.isUpcoming(on: index.today))
        }
    }

    /// How each interview ended, in order. What is still to come has not.
    ///
    /// One was passed where its outcome says so or another one follows on a later day. The end of the thread counts on
    /// its last day alone, and there once.
    func endings(in index: Index) -> [(note: Int, ending: Ending)] {
        let steps = steps(index)
        guard let lastDay = steps.last?.day else { return [] }
        let last = steps.filter { $0.day == lastDay && !$0.isUpcoming }
        // Of several on the last day the last that says anything stands.
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

    /// How an interview of the last day ended that does not say so, or not for good.
    private static func ending(ofOpen outcome: Outcome?, end: Outcome?, hasOffer: Bool) -> Ending {
        if end == .rejected || end == .withdrawn { return .unknown }
        if end == .offer { return .passed }
        if outcome == .waiting { return .waiting }
        return hasOffer ? .passed : .unknown
    }

    /// Outcomes that a later interview contradicts, each with that one.
    func contradictions(in index: Index) -> [(note: Int, later: Int)] {
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

extension Index {
    /// The threads of a notebook, in the order of their first notes. What names no company, or no role, is a thread of
    /// its own.
    ///
    /// - Parameter only: the number of the one note whose thread is asked for; nil for all.
    func interviewThreads(of only: Int? = nil) -> [InterviewThread] {
        struct Key: Hashable {
            let company, role: String
        }
        var keys = CompanyKeys(configuration)
        func key(_ note: Note) -> Key? {
            guard let company = note.company, let role = note.role else { return nil }
            return Key(company: keys.key(of: note.linked(company)), role: role.caseFolded)
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
