internal import Markup
internal import Notebook

/// The protocol's kinds of symbols that are used here.
private enum SymbolKind: Int {
    case file = 1
    case namespace = 3
    case string = 15
    case boolean = 17
    case key = 20
    case event = 24
}

/// A node of a document's tree of symbols.
private struct Symbol {
    let name: String
    var detail: String?
    let kind: SymbolKind
    /// The bytes that it covers, from its first one to the last one below it.
    var range: Range<Int>
    let selection: Range<Int>
    var children: [Symbol] = []

    func tree(_ positions: TextPositions) -> JSON {
        [
            "name": .string(name), "detail": detail.map(JSON.string), "kind": .int(kind.rawValue),
            "range": positions.range(range), "selectionRange": positions.range(selection),
            "children": .array(children.map { $0.tree(positions) }),
        ]
    }

    /// Returns the same symbols as a list, for clients that cannot show trees.
    func list(_ positions: TextPositions, uri: String, container: String?) -> [JSON] {
        let own: JSON = [
            "name": .string(name), "kind": .int(kind.rawValue),
            "location": ["uri": .string(uri), "range": positions.range(selection)],
            "containerName": container.map(JSON.string),
        ]
        return [own] + children.flatMap { $0.list(positions, uri: uri, container: name) }
    }
}

extension Workspace {
    /// Returns a note's feedback by stage, and what else it says.
    func symbols(of document: Document) -> JSON {
        guard let note = document.note else { return [] }
        let outline = SymbolOutline(document)
        let groups = outline.groups(of: note)
        return .array(
            client.hasSymbolTrees
                ? groups.map { $0.tree(document.positions) }
                : groups.flatMap { $0.list(document.positions, uri: document.uri, container: nil) })
    }

    private static let mostSymbols = 200

    /// Returns the topics, notes, feedback and actions that contain all the words of a query, in any order.
    func symbols(matching query: String) -> JSON {
        let words = query.lowercased().split(whereSeparator: \.isWhitespace)
        func fits(_ text: String) -> Bool {
            if words.isEmpty { return true }
            let text = text.lowercased()
            return words.allSatisfy { text.contains($0) }
        }
        var found: [(name: String, SymbolKind, NotePath, Position)] = []
        var topics: Set<Topic> = []
        search: for note in index.notes {
            if fits(note.title) { found.append((note.title, .file, note.path, .start)) }
            for feedback in note.feedback {
                for topic in feedback.topics where topics.insert(topic).inserted && fits("#\(topic)") {
                    found.append(("#\(topic)", .key, note.path, feedback.position))
                }
                if fits("\(feedback.stage): \(feedback.text)") {
                    let name = "\(feedback.stage): \(feedback.text)"
                    found.append((name, .string, note.path, feedback.position))
                }
            }
            for action in note.allActions where fits(action.text) {
                found.append(("[\(action.state.mark)] \(action.text)", .boolean, note.path, action.position))
            }
            if found.count >= Self.mostSymbols { break search }
        }
        // What is found in one note stands side by side, so its text is read once.
        var known: (path: NotePath, text: TextPositions?)?
        return .array(
            found.prefix(Self.mostSymbols).compactMap { name, kind, path, position in
                if known?.path != path { known = (path, positions(of: path)) }
                guard let text = known?.text else { return nil }
                return [
                    "name": .string(name), "kind": .int(kind.rawValue),
                    "location": location(path, text, position), "containerName": .string(path.text),
                ]
            })
    }
}

/// Makes symbols of what a note says.
private struct SymbolOutline {
    private let text: NoteText
    private let positions: TextPositions

    init(_ document: Document) {
        text = document.text
        positions = document.positions
    }

    func groups(of note: Note) -> [Symbol] {
        let stages = Stage.allCases.map { stage in
            let feedback = note.feedback.filter { $0.stage == stage }
            return group(stage.title, feedback.map(symbol))
        }
        let rest = [
            group("Actions", note.actions.map(symbol)),
            group(
                "Hunches", note.hunches.map { symbol($0.text, $0.verdict?.rawValue, .string, $0.position) }),
            group(
                "What showed", note.evidence.map { symbol($0.text, $0.kind.rawValue, .event, $0.position) }),
            group(
                "Questions they asked", note.questionsAsked.map { symbol($0.text, nil, .string, $0.position) }
            ),
            group("Questions to ask", note.questionsToAsk.map { symbol($0.text, nil, .string, $0.position) }),
        ]
        return (stages + rest).compactMap(\.self)
    }

    private func group(_ title: String, _ children: [Symbol]) -> Symbol? {
        guard let first = children.first else { return nil }
        let end = children.map(\.range.upperBound).max() ?? first.range.upperBound
        return Symbol(
            name: title, detail: "\(children.count)", kind: .namespace,
            range: first.range.lowerBound..<end, selection: first.selection, children: children)
    }

    private func symbol(_ feedback: Feedback) -> Symbol {
        let topics = feedback.topics.map { "#\($0)" }.joined(separator: " ")
        var symbol = symbol(feedback.text, topics.isEmpty ? nil : topics, .string, feedback.position)
        symbol.children = feedback.actions.filter { $0.position != feedback.position }.map(self.symbol)
        symbol.children += feedback.plans.map { self.symbol($0.text, "plan", .event, $0.position) }
        return symbol
    }

    private func symbol(_ action: Action) -> Symbol {
        let due = action.due.map { "due \($0)" }
        return symbol("[\(action.state.mark)] \(action.text)", due, .boolean, action.position)
    }

    private func symbol(_ name: String, _ detail: String?, _ kind: SymbolKind, _ position: Position) -> Symbol
    {
        let selection = positions.restOfLine(position)
        var end = selection.upperBound
        if let bullet = text.bullet(at: position) {
            end = max(end, text.source.content(ofLine: bullet.lastNestedLine).upperBound)
        }
        // Clients refuse an empty name.
        return Symbol(
            name: name.isEmpty ? "…" : name, detail: detail, kind: kind,
            range: selection.lowerBound..<end, selection: selection)
    }
}

extension Stage {
    /// The stage's heading.
    var title: String {
        switch self {
        case .unsorted: "Unsorted"
        case .chew: "Chew"
        case .swallow: "Swallow"
        case .spit: "Spit"
        case .keep: "Keep"
        }
    }
}

extension Action.State {
    /// The character in its box.
    var mark: Character {
        switch self {
        case .open: " "
        case .inProgress: "/"
        case .done: "x"
        case .dropped: "-"
        }
    }
}
