internal import Markup

extension PrepSheet {
    /// What counted for each lesson, and so why they stand in their order.
    func explanation(linkingFrom base: LinkBase, columns: Int) -> String {
        var text = Markdown()
        text.heading(2, "Why in this order")
        guard !lessons.isEmpty else {
            text.paragraph(["There is no lesson to put in an order."])
            return MarkdownWriter.text(text, layout: .init(columns: columns))
        }
        let citation = Citation(base: base)
        text.table(
            .init(
                columns: [
                    .init(title: "lesson", widest: 34), .init(title: "people", isNumber: true),
                    .init(title: "company", isNumber: true), .init(title: "round", isNumber: true),
                    .init(title: "role", isNumber: true), .init(title: "last seen"),
                    .init(title: "last said"), .init(title: "points", isNumber: true),
                ], rows: lessons.map(row)))
        text.paragraph([
            """
            A point for each person who said it; \(LessonRanking.Reason.company.points) where this company did, \(LessonRanking.Reason.round.points) in this kind of round, \(LessonRanking.Reason.role.points) for this role; \(LessonRanking.Reason.slipped.points) if it slipped when it was last seen, \(LessonRanking.Reason.notYetShown.points) if it has not been tried; \(LessonRanking.Reason.recent.points) if it was said in the last \(LessonRanking.recentDays) days, \(LessonRanking.Reason.thisYear.points) in the last \(LessonRanking.yearDays). What is equal goes by people, then by the day it was last said.
            """
        ])
        text.list(
            lessons.map { entry in
                .init(
                    [.text("\(TextWidth.cut(index[entry.lesson.headline].text, to: 60)): ")]
                        + citation.links(entry.lesson.statements, in: index))
            })
        return MarkdownWriter.text(text, layout: .init(columns: columns))
    }

    private func row(_ entry: LessonRanking.Entry) -> [Inline] {
        let lesson = entry.lesson
        func points(_ isMeant: (LessonRanking.Reason) -> Bool) -> String {
            entry.reasons.first(where: isMeant).map { "+\($0.points)" } ?? ""
        }
        let standing =
            switch lesson.standing {
            case .slipped: "slipped"
            case .notYetShown: "not tried"
            case .worked: "worked"
            }
        let last = lesson.last?.description ?? "no date"
        return [
            .text(index[lesson.headline].text), .text("+\(lesson.sources.count)"),
            .text(points { $0 == .company }), .text(points { $0 == .round }), .text(points { $0 == .role }),
            .text("\(standing) " + points { $0 == .slipped || $0 == .notYetShown }),
            .text("\(last) " + points { $0 == .recent || $0 == .thisYear }), .text("\(entry.points)"),
        ]
    }
}
