import Markup
import Notebook

/// A checklist that nobody has touched carries nothing.
///
/// A tick is carried to its action, or it is refused.
enum SyncingProperty {
    /// How many bytes at an input's front say what to tick; the rest are notes.
    static let choices = 16

    static func check(_ bytes: [UInt8]) throws(Violation) {
        var input = Input(bytes, choices: choices)
        let notes = notes(in: input.rest)
        let index = NotebookIndex(of: notes)
        let actions = index.notes.flatMap(\.allActions)
        let list = Checklist(index, all: true).file()
        let plan = try plan(list, index)
        // Of very many with the same text an id is not looked for.
        guard actions.count < 40 else { return }
        try require(
            plan.items.count == actions.count, "\(plan.items.count) items for \(actions.count) actions")
        for item in plan.items {
            guard case .settled = item.outcome, !item.isTouched else {
                throw Violation(description: "untouched, and \(item)")
            }
        }
        var ticked: [Int: TaskBox] = [:]
        for _ in 0..<1 + input.choose(below: 3) {
            guard let item = input.choose(of: plan.items) else { break }
            let boxes: [Character] = ["x", " ", "/", "-", "?", "é"]
            ticked[item.line] = input.choose(of: boxes).flatMap { TaskBox($0) } ?? .done
        }
        try checkTicks(ticked, in: list, index, notes)
        // Whatever else somebody does to the list, what is carried has an action.
        let piece = input.rest.prefix(input.choose(below: 256))
        let at = input.choose(below: 256) * list.count / 256
        let end = min(list.count, at + input.choose(below: 64))
        let damaged = Array(list[..<at]) + piece + Array(list[end...])
        if let plan = SyncPlan(checklist: damaged, index: index) { try checkCarries(of: plan, index) }
        // And notes that are taken for a checklist are none.
        for note in notes { _ = SyncPlan(checklist: note.bytes, index: index) }
    }

    private static func plan(_ list: [UInt8], _ index: NotebookIndex) throws(Violation) -> SyncPlan {
        guard let plan = SyncPlan(checklist: list, index: index) else {
            throw Violation(description: "a checklist is not read as one")
        }
        return plan
    }

    private static func checkTicks(
        _ ticked: [Int: TaskBox], in list: [UInt8], _ index: NotebookIndex,
        _ notes: [(path: NotePath, bytes: [UInt8])]
    ) throws(Violation) {
        let changed = set(ticked, in: list)
        let plan = try plan(changed, index)
        try checkCarries(of: plan, index)
        var notes = notes
        var carried: [Int: NotePath] = [:]
        /// The notes in which a line has come or gone, so that the positions of what follows are others by now.
        var moved: Set<NotePath> = []
        for item in plan.items {
            switch item.outcome {
            case .carry(let carry):
                try require(ticked[item.line] == carry.box, "nobody ticked line \(item.line)")
                if try apply(carry, to: &notes, &moved) { carried[item.line] = carry.note }
            case .noteChanged, .movedOn: throw Violation(description: "no note was changed: \(item)")
            case .refused: try require(ticked[item.line] != nil, "refused, and nobody ticked it: \(item)")
            case .settled: break
            }
        }
        // What was carried is settled then. Where an action that repeats has become two, equal ones may be more than
        // the list knows.
        for item in try self.plan(changed, NotebookIndex(of: notes)).items {
            guard let note = carried[item.line], !moved.contains(note) else { continue }
            guard case .settled = item.outcome else {
                throw Violation(description: "carried, and yet \(item)")
            }
        }
    }

    /// The list with other characters in the boxes on some of its lines.
    private static func set(_ boxes: [Int: TaskBox], in list: [UInt8]) -> [UInt8] {
        let source = Source(list)
        var changed: [UInt8] = []
        for line in 1...source.lineCount {
            let bytes = source.bytes[source.whole(line: line)]
            if let box = boxes[line], let open = bytes.firstIndex(of: UInt8(ascii: "[")),
                let close = bytes.firstIndex(of: UInt8(ascii: "]"))
            {
                changed += bytes[...open] + Array("\(box.character)".utf8) + bytes[close...]
            } else {
                changed += bytes
            }
        }
        return changed
    }

    private static func box(of carry: SyncPlan.Carry, _ index: NotebookIndex) throws(Violation) -> Character {
        let note = index.notes.first { $0.path == carry.note }
        let action = note?.allActions.first { $0.position.line == carry.line && $0.text == carry.text }
        guard let action else { throw Violation(description: "no action for \(carry)") }
        return action.box.character
    }

    private static func checkCarries(of plan: SyncPlan, _ index: NotebookIndex) throws(Violation) {
        for item in plan.items {
            guard case .carry(let carry) = item.outcome else { continue }
            try require(
                try box(of: carry, index) != carry.box.character, "carried what is so already: \(item)")
        }
    }

    /// Carries one change into its note; tells whether it was not refused.
    private static func apply(
        _ carry: SyncPlan.Carry, to notes: inout [(path: NotePath, bytes: [UInt8])],
        _ moved: inout Set<NotePath>
    ) throws(Violation) -> Bool {
        guard let number = notes.firstIndex(where: { $0.path == carry.note }) else {
            throw Violation(description: "there is no note \(carry.note)")
        }
        let edit: NoteEdit
        do {
            var editor = try NoteEditor(notes[number].bytes, path: carry.note)
            try editor.carry(carry)
            edit = try editor.edit()
        } catch {
            return false
        }
        try EditingProperty.checkBytes(edit, of: notes[number].bytes)
        guard !moved.contains(carry.note) else {
            notes[number].bytes = edit.newBytes
            return false
        }
        let isRepeating = edit.before.allActions.contains {
            $0.position.line == carry.line && $0.repeats != nil && $0.state != .done
        }
        if isRepeating, carry.box.state == .done {
            try RandomEdit.checkRepeated(NoteMeaning(edit.before), NoteMeaning(edit.after))
            notes[number].bytes = edit.newBytes
            moved.insert(carry.note)
            return false
        }
        var expected = NoteMeaning(edit.before)
        for action in edit.before.allActions where action.position.line == carry.line {
            guard action.text == carry.text else { continue }
            expected.changeActions(at: action.position, of: edit.before) { action in
                action.box = carry.box.character
                guard action.state != carry.box.state else { return }
                action.state = carry.box.state
                action.done = carry.box.state == .done ? carry.day : nil
                action.dropped = carry.box.state == .dropped ? carry.day : nil
            }
        }
        let actual = NoteMeaning(edit.after)
        try require(actual == expected, "\(carry) leads to\n\(actual)\nand not to\n\(expected)")
        // A date on a line of its own goes with its line.
        if edit.newBytes.count(where: { $0 == Byte.lf })
            != notes[number].bytes.count(where: { $0 == Byte.lf })
        {
            moved.insert(carry.note)
        }
        notes[number].bytes = edit.newBytes
        return true
    }
}
