internal import Markup

/// Puts a mail into a note word for word: as a quote below feedback, at the end of the note.
public enum MailedAnswer {
    /// Returns the edit that adds the mail and records some dates.
    ///
    /// If the note has the quote already, it only records the dates.
    ///
    /// - Throws: If the note cannot be edited, or if the edit cannot be proven.
    public static func edit(
        _ mail: MailMessage, into bytes: [UInt8], path: NotePath, recording dates: RequestDates,
        vocabulary: Vocabulary = .standard
    ) throws(Refusal) -> NoteEdit {
        var editor = try NoteEditor(bytes, path: path, vocabulary: vocabulary)
        try editor.record(dates)
        let recorded = try editor.edit()
        let source = Source(bytes)
        let end = bytes.contains(Byte.cr) ? [Byte.cr, Byte.lf] : [Byte.lf]
        let quote = quote(mail, end)
        let body = Array(quote.dropLast(end.count))
        if !body.isEmpty, bytes.firstRange(of: body) != nil { return recorded }
        for heading in headings(mail, in: recorded.after) {
            var added = bytes.isEmpty || bytes.last == Byte.lf || bytes.last == Byte.cr ? [] : end
            if !bytes.isEmpty { added += end }
            if let heading { added += Array(heading.utf8) + end + end }
            added += quote
            let appended = Edit.Replacement(bytes.count..<bytes.count, with: added)
            guard let edit = try? Edit(of: source, recorded.edit.replacements + [appended]),
                let after = proven(edit, after: recorded, added, vocabulary)
            else { continue }
            return NoteEdit(path: path, before: recorded.before, after: after, edit: edit)
        }
        throw Refusal(path: path, line: source.lineCount, reason: .unproven)
    }

    private static func quote(_ mail: MailMessage, _ end: [UInt8]) -> [UInt8] {
        mail.text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            Array((line.isEmpty ? ">" : "> \(line)").utf8) + end
        }
    }

    /// Returns the headings to try, the best first.
    ///
    /// Nil stands for no heading, which works if the note ends in a section of feedback.
    private static func headings(_ mail: MailMessage, in note: Note) -> [String?] {
        guard let sender = mail.sender else { return [nil, "## Feedback"] }
        let isAlone =
            note.interviewers.count == 1
            && NameKey.ofPerson(note.interviewers[0]) == NameKey.ofPerson(sender)
        return isAlone ? [nil, "## Feedback from \(sender)"] : ["## Feedback from \(sender)", "## Feedback"]
    }

    /// Returns the note that comes of it; nil unless it says all that it said before, and the quote is below
    /// feedback.
    private static func proven(
        _ edit: Edit, after recorded: NoteEdit, _ added: [UInt8], _ vocabulary: Vocabulary
    ) -> Note? {
        let new = edit.applied()
        guard new.bytes == recorded.newBytes + added, edit.inverse().applied().bytes == edit.source.bytes,
            let note = AdoptableNote(new, path: recorded.path, vocabulary: vocabulary)
        else { return nil }
        let first = Source(recorded.newBytes).lineCount
        let quotes = note.outline.blocks.filter {
            $0.kind == .blockQuote && $0.depth == 0 && $0.start.line >= first
        }
        let isTold = note.notRead.contains { $0.position.line >= first && $0.section?.isFeedback ?? false }
        let said = note.note.feedback.filter { $0.position.line >= first }
        guard !quotes.isEmpty, isTold || said.contains(where: { $0.stage == .unsorted }) else { return nil }
        let (old, now) = (recorded.after, note.note)
        let keepsAll =
            Array(now.feedback.prefix(old.feedback.count)) == Array(old.feedback)
            && now.allActions == old.allActions
            && now.hunches.elementsEqual(old.hunches) { $0.text == $1.text }
            && now.evidence == old.evidence && now.questionsAsked == old.questionsAsked
            && now.questionsToAsk == old.questionsToAsk && now.requestDates == old.requestDates
        return keepsAll ? now : nil
    }
}
