/// Writes a draft in the form of Emacs' org-mode, so that org-agenda can read the same interviews.
enum OrgWriter {
    static func org(_ draft: Draft) -> [UInt8] {
        var lines = [
            "#+TITLE: \(draft.title)", "#+DATE: \(draft.date)", "#+CATEGORY: \(draft.company)", "",
        ]
        for section in draft.sections {
            lines.append("* \(section.heading)")
            lines += section.prose
            for bullet in section.bullets { lines += self.lines(of: bullet) }
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func lines(of bullet: Draft.Bullet) -> [String] {
        let tag = bullet.tag.map { $0 + ": " } ?? ""
        let topics = bullet.topics.map { "#" + $0 }.joined(separator: " ")
        guard let task = bullet.task else { return ["- \(tag)\(bullet.text) \(topics)"] }
        var lines = ["** \(task.isDone ? "DONE" : "TODO") \(bullet.text) \(topics)"]
        if let due = task.due { lines.append("   DEADLINE: <\(due)>") }
        return lines
    }
}
