package import Insights
internal import Markup
internal import Notes

// Finds what to watch for, and the notes that may be of the company though they do not name it.
extension PrepSheet {
    /// Returns the topics that several people spoke of without any of it being sorted, most people first.
    package static func saidBySeveral(_ table: FeedbackTable, in index: NotebookIndex) -> [SaidBySeveral] {
        var isSorted = Array(repeating: false, count: table.topics.count)
        for row in table.rows where row.stage != .unsorted && row.stage != .keep {
            for topic in table.topics(of: row) { isSorted[topic] = true }
        }
        var rows: [Int: [FeedbackTable.Row]] = [:]
        for row in table.rows where row.stage == .unsorted {
            for topic in table.topics(of: row) where !isSorted[topic] { rows[topic, default: []].append(row) }
        }
        let found = rows.compactMap { number, rows -> SaidBySeveral? in
            guard rows.count > 1, let newest = rows.sortedByDay(\.day).last else {
                return nil
            }
            let people = table.people(rows).count
            let topic = index.configuration.vocabulary.aliases.canonical(table.topics[number])
            return people > 1 ? SaidBySeveral(topic: topic, peopleCount: people, newest: newest.id) : nil
        }
        return found.sorted { ($1.peopleCount, $0.topic.key) < ($0.peopleCount, $1.topic.key) }
    }

    /// Returns what to watch for, and unsorted praise from near interviews, for which nobody need watch.
    package static func watchFor(
        _ table: FeedbackTable, _ several: [SaidBySeveral], _ sharedFacts: [SharedFacts],
        in index: NotebookIndex
    ) -> (items: [WatchItem], praise: [FeedbackID]) {
        let said = Dictionary(several.map { ($0.newest, $0) }) { first, _ in first }
        var finder = NoteTopicFinder(index)
        var items: [WatchItem] = []
        var praise: [FeedbackID] = []
        for row in table.rows {
            switch row.stage {
            case .chew: items.append(WatchItem(feedback: row.id))
            case .unsorted:
                let several = said.isEmpty ? nil : said[row.id]
                let isNear = !sharedFacts[row.id.note].isDisjoint(with: [.company, .interviewer])
                if several == nil, !isNear { continue }
                if several == nil {
                    finder.read(index[row.id].text, of: row.id.note)
                    if finder.stance().tone == .praise {
                        praise.append(row.id)
                        continue
                    }
                }
                items.append(WatchItem(feedback: row.id, several: several))
            case .swallow, .spit, .keep: break
            }
        }
        return (items, praise)
    }

    /// Returns the notes whose title, or a part of whose path, begins with the occasion's company.
    ///
    /// If other notes name the company, only notes that name no company count.
    package static func namesakes(of occasion: Occasion, besides known: [Int], in index: NotebookIndex)
        -> Set<Int>
    {
        guard let company = occasion.company else { return [] }
        let words = Self.words(NameKey.wordsOfCompany(company).joined(separator: " "))
        if words.isEmpty { return [] }
        let filter = WordFilter([String(words[0])])
        var found: Set<Int> = []
        for number in index.notes.indices where number != occasion.note {
            let note = index.notes[number]
            if !known.isEmpty, note.company != nil { continue }
            if !filter.passes(note.path.bytes.span), !note.title.withBytes(filter.passes) { continue }
            let parts = note.path.text.split(separator: "/").map {
                Self.words(String($0)).drop(while: isNumber)
            }
            if (parts + [Self.words(note.title)[...]]).contains(where: { $0.starts(with: words) }) {
                found.insert(number)
            }
        }
        return found
    }

    private static func words(_ text: String) -> [Substring] {
        NameKey.folded(text).split { !$0.isLetter && !$0.isNumber }
    }

    private static func isNumber(_ word: Substring) -> Bool { word.allSatisfy(\.isNumber) }
}
