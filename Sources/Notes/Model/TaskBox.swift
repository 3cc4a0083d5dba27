/// The one character in the box of an action, `[x]`.
public struct TaskBox: Hashable, Sendable {
    /// The character between the brackets.
    public let character: Character

    /// The box of an action that is to do, `[ ]`.
    public static let open = TaskBox(unchecked: " ")
    /// The box of an action that has been begun, `[/]`.
    public static let inProgress = TaskBox(unchecked: "/")
    /// The box of an action that is done, `[x]`.
    public static let done = TaskBox(unchecked: "x")
    /// The box of an action that will not be done, `[-]`.
    public static let dropped = TaskBox(unchecked: "-")

    /// Makes a box with one of the characters above, or with a character of one's own, which is open.
    ///
    /// Nil if the character cannot stand in a box: a closing bracket, a line end or another control
    /// character, or more bytes than are read as one character.
    public init?(_ character: Character) {
        guard character != "]", character.utf8.count <= 32,
            character.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { return nil }
        self.init(unchecked: character == "X" ? "x" : character)
    }

    /// Every box that one key types.
    package static let typed = Set(
        (0x20..<0x7F).compactMap { Unicode.Scalar($0).flatMap { TaskBox(Character($0)) } })

    /// Makes the usual box of a state.
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

    /// Whether its character is not one of the usual ones.
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
