public import Notes

extension SyncPlan {
    /// The positions of actions: the first few of them, and how many there are.
    public struct Positions: Sendable, CustomStringConvertible {
        /// The first few actions, each by its note and its line.
        public let first: [(note: NotePath, line: Int)]
        /// How many actions there are.
        public let count: Int

        /// How many of them are named.
        private static let mostNamed = 3

        package init(_ numbers: [Int], _ position: (Int) -> (NotePath, Int)) {
            first = numbers.prefix(Self.mostNamed).map(position)
            count = numbers.count
        }

        /// The positions as `note:line`, separated by commas, with how many more there are.
        public var description: String {
            let named = first.map { "\($0.note):\($0.line)" }.joined(separator: ", ")
            return count > first.count ? "\(named) and \(count - first.count) more" : named
        }
    }

    /// Why an item's tick is not carried.
    public enum Reason: Sendable {
        /// No action in the notebook is the one that the id names, and none has its words.
        case notFound
        /// The action that the id names is gone, and these are equal to it.
        case elsewhere(Positions)
        /// The id fits several actions.
        case ambiguous(Positions)
        /// Several items are the same action, with different boxes.
        case doubled
        /// The item has no box any more.
        case noBox
        /// It is not certain which box is the item's.
        case unclearBox(NotePath, line: Int)
        /// The item has no id any more, and its action has another box.
        case idGone(Positions)
        /// The item has no id any more, and no action has its words.
        case idAndWordsGone
        /// The item has other words than its action.
        case words(NotePath, line: Int, listed: String, noted: String)
        /// The item has other topics or dates than its action.
        case marks(NotePath, line: Int, listed: String, noted: String)
        /// Both have changed since the list was written, and not in the same way.
        case bothChanged(NotePath, line: Int, box: TaskBox)
        /// The action repeats, and its date differs from the one in the list.
        case movedOn(NotePath, line: Int, from: CalendarDate, to: CalendarDate)
        /// The action repeats, and the item has lost the day that it was written for.
        case dayGone(NotePath, line: Int, CalendarDate)
    }
}

extension SyncPlan.Reason: CustomStringConvertible {
    /// The reason in words for a person, mostly with what to do about it.
    public var description: String {
        switch self {
        case .notFound:
            "no action in the notebook is this one any more; its text or its feedback's has changed, or its note "
                + "is gone or has another name"
        case .elsewhere(let equal):
            "the action that was meant is gone, or its feedback or its note is called something else; an equal "
                + "one stands at \(equal): if that is it, tick it there"
        case .ambiguous(let equal):
            "it may be any of the equal actions at \(equal); tick it there"
        case .doubled: "two items are this action, and have different boxes"
        case .noBox: "the item has no box any more; put one in front of its text, `[x]`"
        case .unclearBox(let path, let line):
            "it is not certain which box is its own, since other words or boxes stand in front of its words, or some of "
                + "its words in another item above it; give it one box and its own words, or tick the action at "
                + "\(path):\(line) and remove the item"
        case .idAndWordsGone:
            "the item has no id that is known, such as `^k3f9a2b0`, and no action has its words; tick its action in the "
                + "note and remove the item, or remove its link if it is your own"
        case .words(let path, let line, let listed, let noted):
            "its words are “\(listed)” here and “\(noted)” in the note, and only boxes are carried; change it in "
                + "\(path):\(line), or change it back here"
        case .marks(let path, let line, let listed, let noted):
            "it has \(Self.quoted(listed)) here and \(Self.quoted(noted)) in the note, and only boxes are carried; "
                + "change it in \(path):\(line), or change it here"
        case .idGone(let positions):
            "the item has no id that is known, such as `^k3f9a2b0`; its action may be that at \(positions): tick it there"
        case .bothChanged(let path, let line, let box):
            "the note says [\(box.character)] (\(path):\(line)), and both have changed since the list was written"
        case .dayGone(let path, let line, let day):
            "it repeats, and the item has no day any more that tells which time is done; in the note it is \(day) "
                + "(\(path):\(line)): tick it there"
        case .movedOn(let path, let line, let old, let new):
            "it repeats, and its date was \(old) and is \(new) by now (\(path):\(line)); tick it there if it is done again"
        }
    }

    private static func quoted(_ marks: String) -> String {
        marks.isEmpty ? "no topic or date" : "`\(marks)`"
    }
}
