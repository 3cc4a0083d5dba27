internal import Insights
internal import Notes

// Says who and when, and what there was before.
extension PrepText {
    package var title: String {
        let name = [occasion.company, occasion.round].compactMap(\.self).joined(separator: ", ")
        let title = [name, occasion.role ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
        let isUnnamed = name.isEmpty && occasion.note != nil
        let own = occasion.note.map { notes[$0].title } ?? ""
        let text = isUnnamed ? own : title.isEmpty ? "The next interview" : title
        // Escapes take more room than the text has.
        let room = PrepPage.columns - 2
        func excess(_ text: String) -> Int {
            TextWidth.of(MarkdownWords([.text(text)]).line) - room
        }
        var fitting = cut(text, to: room)
        while excess(fitting) > 0, TextWidth.of(fitting) > 1 {
            fitting = cut(fitting, to: max(1, TextWidth.of(fitting) - excess(fitting)))
        }
        return fitting
    }

    package var when: [Inline] {
        var parts: [String] = []
        if let day = occasion.date {
            let days = day.days(since: today)
            parts.append("\(CalendarDate.weekdayNames[day.weekday]) \(day)")
            if let time = occasion.note.flatMap({ self.time(of: notes[$0]) }) { parts.append(time) }
            parts.append(days < 0 ? Wording.ago(-days) : Wording.ahead(days))
        }
        if !occasion.interviewers.isEmpty {
            parts.append("with \(cut(Wording.list(occasion.interviewers)))")
        }
        var content: [Inline] =
            parts.isEmpty ? [] : [.text("\(Wording.sentence(parts.joined(separator: ", "))).")]
        if let note = occasion.note {
            content += place(of: notes[note]) + [" ", citation.link(to: notes[note]), "."]
        }
        if let date = occasion.date, date < today {
            content.append(" That day has gone by; this is what you would carry in today.")
        }
        return content
    }

    /// Returns when an interview begins: `14:30 (UTC+1)`.
    private func time(of note: Note) -> String? {
        guard let time = note.time else { return nil }
        guard let offset = note.timeOffset else { return time }
        let digits = offset.filter(\.isNumber)
        guard digits.count == 4, let hours = Int(digits.prefix(2)) else { return "\(time) (UTC)" }
        let minutes = digits.hasSuffix("00") ? "" : ":\(digits.suffix(2))"
        return "\(time) (UTC\(offset.prefix(1))\(hours)\(minutes))"
    }

    /// Returns where an interview is, with the address at which one joins.
    private func place(of note: Note) -> [Inline] {
        guard let place = note.place else { return [] }
        guard let address = note.address else { return [.text(" Place: \(cut(place)).")] }
        let words = place.split(whereSeparator: \.isWhitespace).filter { $0 != address }
            .joined(separator: " ")
        let link: [Inline] = [" ", .link(address, destination: address)]
        // The words may lead to the address: `Video: https://…`.
        let name = words.reversed().drop { $0.isPunctuation && $0 != ")" }.reversed()
        return name.isEmpty ? link : [.text(" Place: \(cut(String(name))).")] + link
    }

    /// What there was with this company already, or is on the same day.
    package var before: [Inline] {
        var content: [Inline] = []
        if let latest = sheet.earlier.first {
            content += [" Before: "] + meeting(latest)
            for number in sheet.earlier.dropFirst().prefix(page.linksAll ? .max : 1) {
                content += ["; "] + meeting(number)
            }
            content.append(".")
        } else if let company = occasion.company, sheet.isNewCompany,
            occasion.note.map({ notes[$0].isToPrepare(on: today) }) ?? true
        {
            let name = cut(company, to: 40)
            content.append(
                .text(
                    " \(name) is new to this notebook"
                        + (sheet.lessons.isEmpty ? "." : ": these are the lessons that hold anywhere.")))
        }
        for met in sheet.met.prefix(page.linksAll ? .max : 2) {
            content +=
                [.text(" You met \(Wording.withArticle(cut(met.name, to: 40))) before: ")] + meeting(met.note)
                + ["."]
        }
        if let other = sheet.sameDay.first {
            content += [
                " On the same day: ", citation.link(to: notes[other]), ", for which ",
                .code(
                    "debrief prep\(Wording.notebookArgument(pathPrefix)) --for "
                        + Wording.argument(notes[other].path.bytes)), ".",
            ]
        }
        return content
    }

    /// What is not read of this company's notes.
    package var notRead: [Inline] {
        guard
            let note = sheet.notRead.notes.first ?? sheet.notRead.undated.first
                ?? sheet.notRead.withoutCompany.first
        else { return [] }
        return [
            .strong(sheet.notRead.title), .text(" of this company: \(sheet.notRead.words), "),
            citation.link(to: notes[note]), ": ",
            .code("debrief adopt"), ".",
        ]
    }

    private func meeting(_ number: Int) -> [Inline] {
        let facts = [
            notes[number].date?.description, notes[number].outcome.map { cut($0.description, to: 20) },
        ]
        let words = facts.compactMap(\.self).joined(separator: ", ")
        return [citation.link(to: notes[number])] + (words.isEmpty ? [] : [.text(" (\(words))")])
    }
}
