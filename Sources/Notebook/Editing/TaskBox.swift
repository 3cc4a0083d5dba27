/// What can stand in the box of an action, `[x]`: one character.
public struct TaskBox: Hashable, Sendable {
    public let character: Character

    public static let open = TaskBox(unchecked: " ")
    public static let inProgress = TaskBox(unchecked: "/")
    public static let done = TaskBox(unchecked: "x")
    public static let dropped = TaskBox(unchecked: "-")

    /// A box with a character of one's own, which is open; or with one of those above.
    ///
    /// Nil for what cannot stand in a box: a bracket that closes it, a line end or another control character,
    /// or more bytes than are read as one character.
    public init?(_ character: Character) {
        guard character != "]", character.utf8.count <= 32,
            character.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { return nil }
        self.init(unchecked: character == "X" ? "x" : character)
    }

    /// Every box that one key types.
    static let typed = Set((0x20..<0x7F).compactMap { Unicode.Scalar($0).flatMap { TaskBox(Character($0)) } })

    /// The usual box of a state.
    public init(_ state: Action.State) {
        switch state {
        case .open: self = .open
        case .inProgress: self = .inProgress
        case .done: self = .done
        case .dropped: self = .dropped
        }
    }

    private init(unchecked character: Character) {
        self.character = character
    }

    /// Whether its character is none of the usual ones.
    public var isOwn: Bool { self != TaskBox(state) }

    /// The state that the box says.
    public var state: Action.State {
        switch character {
        case "x": .done
        case "/": .inProgress
        case "-": .dropped
        default: .open
        }
    }
}
