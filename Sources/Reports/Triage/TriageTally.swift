package import Insights
public import Notes

/// The result of a triage.
public struct TriageTally: Sendable, Equatable {
    /// How many pieces were put into each stage.
    ///
    /// Pieces that stay in chew are counted there.
    public private(set) var countByStage: [Stage: Int] = [:]
    /// How many pieces were asked about and left without an answer.
    public private(set) var skipped = 0
    /// How many pieces have not been answered: the one that was asked about last, if any, and those after it.
    public let left: Int
    /// How many pieces could not be asked about because their notes could not be read.
    public let lost: Int
    private let stages: [Stage]
    private let filter: String
    /// Whether the part of the notebook that is asked about has any feedback.
    private let hasFeedback: Bool

    /// Makes a tally.
    ///
    /// - Parameters:
    ///   - answers: the stage that each piece was given; nil for a piece that was skipped.
    ///   - left: how many pieces have not been answered.
    ///   - lost: how many pieces could not be asked about.
    ///   - stages: the stages of the feedback that is asked about.
    ///   - filter: the part of the notebook that is asked about.
    ///   - hasFeedback: whether that part has any feedback.
    package init(
        answers: [Stage?], left: Int, lost: Int, stages: [Stage], _ filter: Filter, hasFeedback: Bool
    ) {
        self.left = left
        self.lost = lost
        self.hasFeedback = hasFeedback
        self.filter = filter.description
        self.stages = stages
        for answer in answers {
            if let answer { countByStage[answer, default: 0] += 1 } else { skipped += 1 }
        }
    }
}

extension TriageTally: CustomStringConvertible {
    /// The tally in a sentence.
    ///
    /// For example, it is `1 in chew and 2 swallowed; 3 skipped; 20 left for another time.`
    public var description: String {
        let stages = [Stage.chew, .swallow, .spit, .keep].compactMap { stage in
            countByStage[stage].map { "\($0) \(stage.adjective)" }
        }
        if stages.isEmpty && skipped + left + lost == 0 { return nothingToDo }
        var parts = [stages.isEmpty ? "nothing decided" : Wording.list(stages)]
        if skipped > 0 { parts.append("\(skipped) skipped") }
        if left > 0 { parts.append("\(left) left for another time") }
        if lost > 0 { parts.append("\(lost) out of reach") }
        return Wording.sentence(parts.joined(separator: "; ")) + "."
    }

    private var nothingToDo: String {
        let part = filter.isEmpty ? "" : " (\(filter))"
        if !hasFeedback { return "Nothing to triage: there is no feedback yet\(part)." }
        return switch stages {
        case [.unsorted]: "Nothing to triage: all feedback is sorted\(part). Well done!"
        case [.chew]: "Nothing to triage: nothing is left to chew on\(part). Well done!"
        default:
            "Nothing to triage: all feedback is sorted, and nothing is left to chew on\(part). Well done!"
        }
    }
}
