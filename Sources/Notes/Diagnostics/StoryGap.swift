// This check finds what a story lacks to be told well.

extension Story {
    /// What the story lacks, in words: `no task`.
    package var gaps: [String] {
        let missing = Part.Kind.allCases.filter { kind in !parts.contains { $0.kind == kind } }
        var gaps = missing.map { "no \($0.rawValue)" }
        let results = parts.filter { $0.kind == .result }
        if !results.isEmpty, !results.contains(where: { Self.hasNumber($0.text) }) {
            gaps.append("no number in its result")
        }
        if topics.isEmpty { gaps.append("no topic") }
        return gaps
    }

    private static func hasNumber(_ text: String) -> Bool {
        if text.unicodeScalars.contains(where: { $0.properties.numericType != nil }) { return true }
        return text.lowercased().split { !$0.isLetter }.contains { numbers.contains($0) }
    }

    private static let numbers: Set<Substring> = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty",
        "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "hundreds", "thousand",
        "thousands",
        "million", "millions", "billion", "billions", "dozen", "dozens", "half", "halved", "third", "thirds",
        "quarter", "quarters", "once", "twice", "double", "doubled", "triple", "tripled",
    ]
}

extension Diagnostic {
    /// Returns the diagnostic of what a story lacks; nil if it lacks nothing.
    package static func storyGap(_ story: Story, _ path: NotePath) -> Diagnostic? {
        let gaps = story.gaps
        if gaps.isEmpty { return nil }
        let missing = Story.Part.Kind.allCases.filter { kind in !story.parts.contains { $0.kind == kind } }
        let lines = missing.map { "`- \($0.rawValue.prefix(1).uppercased()): …`" }
        let advice = lines.isEmpty ? "" : "; write \(lines.joined(separator: ", ")) below it"
        return Diagnostic(
            .storyGap, path: path, at: story.position,
            "the story has \(gaps.joined(separator: ", "))\(advice)")
    }
}
