internal import Insights
internal import Notes

extension PrepSheet {
    /// Returns what counted for each lesson and each story, which explains their order.
    package func explanation(linkingFrom base: LinkBase) -> Markdown {
        var text = Markdown()
        let citation = Citation(base: base)
        text.heading(2, "Why in this order")
        explainLessons(to: &text, citation)
        let reasons = storyReasons(citation)
        if !reasons.isEmpty {
            text.heading(2, "Why these stories")
            text.list(reasons)
        }
        return text
    }

    private func explainLessons(to text: inout Markdown, _ citation: Citation) {
        guard !lessons.isEmpty else {
            text.paragraph(["There is no lesson to put in an order."])
            return
        }
        text.table(
            .init(
                columns: [
                    .init(title: "lesson", widest: 34), .init(title: "people", isNumber: true),
                    .init(title: "company", isNumber: true), .init(title: "met", isNumber: true),
                    .init(title: "round", isNumber: true),
                    .init(title: "role", isNumber: true), .init(title: "last seen"),
                    .init(title: "last came"), .init(title: "points", isNumber: true),
                ], rows: lessons.map(row)))
        text.paragraph([.text(Self.rules)])
        text.list(
            lessons.map { entry in
                .init(
                    [
                        .text(
                            "\(TextWidth.cut(index[entry.lesson.headline].text, to: 60)): \(counted(entry)). "
                        )
                    ]
                        + citation.links(
                            entry.lesson.statements + entry.lesson.proposed.flatMap(\.statements), in: index))
            })
    }

    /// What gives how many points.
    private static var rules: String {
        typealias Reason = LessonRanking.Reason
        func points(_ standing: Lesson.Standing) -> Int { Reason.standing(standing).points }
        return """
            A point for each person whose feedback counts for it, \(LessonRanking.mostPeople) at most; \(Reason.company.points) where it came from this company, \
            \(Reason.interviewer(isOfCompany: true).points) more from somebody who interviews this time, or \(Reason.interviewer(isOfCompany: false).points) if that was elsewhere, \(Reason.round.points) in this kind of round, \(Reason.role.points) for this role. Of the newest \
            \(Wording.number(Lesson.newestCount)) interviews it was seen in, none over two years ago and in this kind of round where there \
            are any: \(points(.slippedEachTime)) if all slipped, \(points(.slippedLast)) if the last did, \(points(.slippedOften)) \
            if the last worked and half or more slipped; \(points(.notYetShown)) if it was not tried. \(-Reason.opposed.points) less if as many said the opposite. \(Reason.recent.points) if it \
            came in the last \(LessonRanking.recentDays) days, \(Reason.thisYear.points) in the last \(LessonRanking.yearDays). What is \
            equal goes by people, then by the day on which it last came. Actions, plans, praise and what is not sorted \
            count for nothing.
            """
    }

    /// Returns what counted, in words: `slipped 2 of the newest 3 onsites; 9 people, 5 count`.
    private func counted(_ entry: LessonRanking.Entry) -> String {
        var parts: [String] = []
        if let last = entry.showings.last {
            let count = entry.showings.count { $0.kind == last.kind }
            let round =
                entry.areShowingsOfRound
                ? occasion.round.map { "in \($0)" } ?? "in this kind of round" : "anywhere"
            parts.append(
                entry.showings.count == 1
                    ? "\(last.kind.rawValue) the \(entry.lesson.showings.count == 1 ? "only" : "last") time \(round)"
                    : "\(last.kind.rawValue) \(count) of the newest \(entry.showings.count) \(round)")
        } else {
            let untried = LessonWording.untried(entry.lesson)
            parts.append("\(untried)\(entry.lesson.showings.isEmpty ? " yet" : " for two years")")
            if entry.lesson.workedBefore != nil { parts.append("worked before it was said") }
            if entry.lesson.praise != nil { parts.append("praised, which is not counted") }
        }
        if let loose = LessonWording.loose(entry.lesson) { parts.append("\(loose), not counted") }
        let people = Wording.count(entry.people, "person", plural: "people")
        let mostPeople = LessonRanking.mostPeople
        parts.append(entry.people > mostPeople ? "\(people), \(mostPeople) count" : people)
        let opposed = entry.lesson.opposedCount
        if opposed > 0 {
            let isCounted = entry.reasons.contains(.opposed)
            parts.append("\(opposed) said the opposite\(isCounted ? "" : ", not counted")")
        }
        if let topic = entry.lesson.topicOfProposed {
            parts.append("with what #\(topic) is proposed for")
        } else if let topic = entry.lesson.proposedTopic {
            parts.append("#\(topic) is proposed")
        }
        return parts.joined(separator: "; ")
    }

    private func row(_ entry: LessonRanking.Entry) -> [Inline] {
        let lesson = entry.lesson
        func points(_ isMeant: (LessonRanking.Reason) -> Bool) -> String {
            entry.reasons.first(where: isMeant).map { $0.points < 0 ? "\($0.points)" : "+\($0.points)" } ?? ""
        }
        let standing = Lesson.standing(by: entry.showings)
        let words =
            switch standing {
            case .slippedEachTime: "slipped"
            case .slippedLast: "slipped last"
            case .slippedOften:
                2 * entry.showings.count { $0.kind == .slipped } == entry.showings.count
                    ? "slipped half" : "slipped often"
            case .notYetShown:
                lesson.praise != nil ? "not noted" : lesson.mayHaveBeenTried ? "not tied" : "not tried"
            case .worked: "worked"
            }
        let last = lesson.lastOfAll?.description ?? "no date"
        return [
            .text(index[lesson.headline].text),
            .text("+\(min(entry.people, LessonRanking.mostPeople))\(points { $0 == .opposed })"),
            .text(points { $0 == .company }),
            .text(points { if case .interviewer = $0 { true } else { false } }),
            .text(points { $0 == .round }), .text(points { $0 == .role }),
            .text("\(words) " + (standing == .worked ? "" : points { $0 == .standing(standing) })),
            .text("\(last) " + points { $0 == .recent || $0 == .thisYear }), .text("\(entry.points)"),
        ]
    }
}
