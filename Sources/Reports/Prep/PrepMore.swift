internal import Insights
internal import Markup
internal import Notes

// Says what else to know, to ask and to finish.
extension PrepText {
    /// What is still weighed, then what was spat out and came back, and then what slipped and belongs to no lesson.
    ///
    /// If there is not room for all, each gets some of it.
    package var watchFor: [Markdown.Item] {
        let slips = sheet.slips.lazy.map {
            cited(cut(index[$0].text) + " (slipped, tied to no lesson)", $0.note, index[$0].position.line)
        }
        let limit = page.watchFor
        if limit == .max { return weighed + comebacks + slips }
        let others = min(min(comebacks.count, 1) + sheet.slips.count, limit / 3)
        let shown = weighed.prefix(max(limit - others, 0)) + comebacks.prefix(limit / 3)
        return Array((shown + slips.prefix(limit)).prefix(limit))
    }

    /// How much there is to watch for.
    package var watchForCount: Int { sheet.watchFor.count + sheet.comebacks.count + sheet.slips.count }

    private var comebacks: [Markdown.Item] {
        sheet.comebacks.map { comeback in
            let people = Wording.count(comeback.peopleCount, "person", plural: "people")
            var item = Markdown.Item([.text("#\(comeback.topic): you put aside what \(people) said ")])
            for (number, id) in comeback.pieces.reversed().enumerated() {
                if number > 0 { item.content.append(", ") }
                item.content.append(citation.link(to: notes[id.note], line: index[id].position.line))
                if !page.linksAll { break }
            }
            return item
        }
    }

    private var weighed: [Markdown.Item] {
        sheet.watchFor.prefix(page.watchFor).map { item in
            let id = item.feedback
            var remarks = item.speakers.map(name)
            if let several = item.several {
                let people = Wording.count(several.peopleCount, "person", plural: "people")
                remarks.append("\(people) spoke of #\(several.topic)")
            }
            if index[id].stage != .chew { remarks.append("not sorted yet") }
            let state = remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))"
            return cited("\(cut(index[id].text))\(state)", id.note, index[id].position.line)
        }
    }

    /// What they liked, and what has worked.
    package var leanOn: (items: [Markdown.Item], count: Int) {
        // The lesson's own line on a page already says that it worked, so that is shown only where there is
        // nothing else to lean on.
        let carried = Set(sheet.lessons.prefix(page.lessons).compactMap { $0.lesson.showings.last?.evidence })
        let others = sheet.worked.filter { page.linksAll || !carried.contains($0) }
        let hasOthers = !others.isEmpty || !sheet.liked.isEmpty || !sheet.unsortedPraise.isEmpty
        let worked = hasOthers ? others : sheet.worked
        // If there is not room for all, each gets some of it.
        let limit = page.leanOn
        let first = sheet.liked.prefix(
            limit == .max ? .max : max(limit - min(worked.count + sheet.unsortedPraise.count, limit / 2), 0))
        let liked = first.map { praise in
            var item = cited(
                Wording.quoted(cut(index[praise.newest].text), widest: .max)
                    + (praise.topic.map { " #\($0)" } ?? ""),
                praise.newest.note, index[praise.newest].position.line)
            for id in praise.pieces where page.linksAll && id != praise.newest {
                item.content += [", ", citation.link(to: notes[id.note], line: index[id].position.line)]
            }
            return item
        }
        let unsorted = sheet.unsortedPraise.map { id in
            cited(
                Wording.quoted(cut(index[id].text), widest: .max) + " (not sorted yet)", id.note,
                index[id].position.line)
        }
        let shown = worked.map { cited(cut(index[$0].text) + " (worked)", $0.note, index[$0].position.line) }
        let rest = unsorted + shown
        return (
            liked + rest.prefix(limit == .max ? .max : limit - liked.count),
            sheet.liked.count + unsorted.count + sheet.worked.count
        )
    }

    /// How good one's hunches were.
    ///
    /// A page says so only if something was feared in vain. Nothing else of it helps the evening before.
    package var hunches: [Markdown.Item] {
        guard let last = sheet.decidedHunches.last, page.hunches > 0 else { return [] }
        if sheet.vainHunches.isEmpty, !page.linksAll { return [] }
        let decided = sheet.decidedHunches.count
        let held = sheet.decidedHunches.count(where: \.held)
        var words =
            decided == 1
            ? "Your one hunch that was answered \(held == 1 ? "held" : "did not hold")."
            : "Of your \(decided) hunches that were answered, \(held == decided ? "all" : "\(held)") held."
        let vain = sheet.vainHunches
        if !vain.isEmpty {
            let names = vain.map {
                $0.cases.count > 1 ? "#\($0.topic) (\(Wording.times($0.cases.count)))" : "#\($0.topic)"
            }
            let limit = page.linksAll ? Int.max : 4
            let rest = names.count > limit ? ["\(names.count - limit) more"] : []
            let topics = vain.count == 1 ? "that topic" : "those topics"
            words += " You feared \(Wording.list(names.prefix(limit) + rest)), and no feedback has \(topics)."
        }
        let feared = vain.first?.cases.last ?? last
        return [cited(words, feared.hunch.note, index[feared.hunch].position.line)]
    }

    /// Where the questions that are shown were asked: all of them by this company, all of them elsewhere, or both.
    private var nearnessOfAsked: Set<PrepSheet.Nearness> {
        Set(sheet.asked.prefix(page.asked).map(\.nearness))
    }

    package var askedHeading: String {
        switch nearnessOfAsked {
        case [.company]: "They asked before"
        case [.round]: "Asked in such a round before"
        default: "Asked before, the nearest first"
        }
    }

    /// How many questions there are of what the heading says.
    package var askedCount: Int {
        nearnessOfAsked == [.company] ? sheet.asked.count(where: \.isOfCompany) : sheet.asked.count
    }

    package var askedBefore: [Markdown.Item] {
        sheet.asked.prefix(page.asked).map { asked in
            let ids = asked.question.questions
            // The asking of this company, or else of the same interviewer, or else the last one.
            let here = ids.filter { sheet.sharedFacts[$0.note].contains(.company) }
            let theirs = ids.last { sheet.sharedFacts[$0.note].contains(.interviewer) }
            guard let nearest = here.last ?? theirs ?? ids.last else { return .init([]) }
            let answer = page.answers > 0 ? answer(to: asked) : []
            let words = cut(index[nearest].text) + count(asked.question, here: here.count)
            let text =
                [.text(answer.isEmpty || !words.hasSuffix(".") ? words : String(words.dropLast()))] + answer
            var item = Markdown.Item(
                text + [" "]
                    + reference(
                        nearest.note, index[nearest].position.line, home: occasion.note, isFirst: true))
            for id in ids.reversed() where page.linksAll && id != nearest {
                item.content += [", ", citation.link(to: notes[id.note], line: index[id].position.line)]
            }
            return item
        }
    }

    /// Returns how often a question was asked: ` (twice, in 2 wordings)`, ` (here, and twice elsewhere)`.
    private func count(_ question: QuestionGroup, here: Int) -> String {
        let all = question.questions.count
        if all < 2 { return "" }
        let elsewhere = Wording.times(all - here) + " elsewhere"
        let times =
            here == 0 || here == all
            ? Wording.times(all)
            : "\(here == 1 ? "here" : Wording.times(here) + " here"), and \(elsewhere)"
        // Only what was asked in one wording was asked so many times in these words.
        let wordings = question.otherWordings.count + 1
        return " (\(times)\(wordings > 1 ? ", in \(wordings) wordings" : ""))"
    }

    package var askThem: (items: [Markdown.Item], count: Int) {
        guard let number = occasion.note else { return ([], 0) }
        let questions = notes[number].questionsToAsk
        return (
            questions.prefix(page.toAsk).map { cited(cut($0.text), number, $0.position.line) },
            questions.count
        )
    }

    package var finishBefore: [Markdown.Item] {
        sheet.actions.prefix(page.actions).map { id in
            let action = sheet.index[id]
            let due = action.due.map { $0 < today ? ", overdue: it was due \($0)" : ", by \($0)" } ?? ""
            var item = cited(cut(action.text) + due, id.note, action.position.line)
            item.box = action.state == .inProgress ? "/" : " "
            return item
        }
    }

    package var afterwards: [Inline] {
        let words: Inline = """
            Write down their questions, word for word; your hunch, before you ask anybody; what worked and what \
            slipped. Once they have decided, ask for advice
            """
        guard let note = occasion.note else { return [words, "."] }
        return [
            words, ": ", .code("debrief ask \(Wording.argument(pathPrefix + notes[note].path.bytes))"), ".",
        ]
    }
}
