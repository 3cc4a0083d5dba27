import Markup
import Notebook

/// What a note says does not hang on how its text is encoded: with a byte order mark or without, with any
/// line end, with U+FFFD where bytes are no text.
enum EncodingProperty {
    /// Asks whether the property holds of a note.
    ///
    /// `index` is that of the note alone.
    static func check(_ bytes: [UInt8], _ index: NotebookIndex) throws(Violation) {
        guard let note = index.notes.first else { return }
        func read(_ other: [UInt8]) -> NotebookIndex { NotebookIndex(of: [(note.path, other)]) }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if !bytes.starts(with: mark) {
            try requireSame(index, read(mark + bytes), "a byte order mark")
        }
        if !bytes.contains(0x0D) {
            let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            try requireSame(index, read(Array(lines.joined(separator: [0x0D, 0x0A]))), "CRLF")
            try requireSame(index, read(Array(lines.joined(separator: [0x0D]))), "CR")
        }
        let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
        // U+FFFD is longer than a bad byte, and what is too long is read as prose.
        if repaired != bytes, repaired.count <= 256 {
            let other = read(repaired).notes.first.map { said(in: $0) }
            try require(other == said(in: note), "read differently with U+FFFD for bad bytes")
        }
    }

    private static func requireSame(_ index: NotebookIndex, _ other: NotebookIndex, _ change: String)
        throws(Violation)
    {
        try require(index.notes == other.notes, "read differently with \(change)")
        let codes = index.diagnostics.map { "\($0.position) \($0.code)" }
        let others = other.diagnostics.map { "\($0.position) \($0.code)" }
        try require(codes == others, "with \(change) \(others) for \(codes)")
    }

    /// What a note says on which line; bad bytes move columns.
    private static func said(in note: Note) -> [String] {
        var said = ["\(note.title)|\(note.company ?? "")|\(note.interviewers)|\(note.topics)"]
        for feedback in note.feedback {
            said.append(
                "\(feedback.position.line) \(feedback.stage) \(feedback.text) \(feedback.topics) \(feedback.sources)"
            )
            for bullet in Array(feedback.reasons) + feedback.plans {
                said.append("\(bullet.position.line) \(bullet.text)")
            }
        }
        for action in note.allActions {
            said.append("\(action.position.line) \(action.state) \(action.text) \(action.topics)")
        }
        for hunch in note.hunches { said.append("\(hunch.position.line) \(hunch.text)") }
        for evidence in note.evidence { said.append("\(evidence.position.line) \(evidence.text)") }
        for question in Array(note.questionsAsked) + note.questionsToAsk {
            said.append("\(question.position.line) \(question.text)")
        }
        return said
    }
}
