import Notebook

/// One line of text that is being typed.
struct LineEditor {
    private var before: String
    private var after = ""

    var text: String { before + after }

    init(_ text: String = "") {
        before = text
    }

    /// Changes the line as a key says.
    ///
    /// - Returns: Whether the key changes lines.
    mutating func apply(_ key: Key) -> Bool {
        switch key {
        case .text(let scalar): before.unicodeScalars.append(scalar)
        case .pasted(let text): before += VisibleText.line(text)
        case .backspace, .control("h"): _ = before.popLast()
        case .delete: after = String(after.dropFirst())
        case .left, .control("b"): if let last = before.popLast() { after = String(last) + after }
        case .right, .control("f"): if !after.isEmpty { before.append(after.removeFirst()) }
        case .home, .control("a"): (before, after) = ("", text)
        case .end, .control("e"): (before, after) = (text, "")
        case .control("u"): before = ""
        case .control("k"): after = ""
        case .control("w"):
            while before.last?.isWhitespace == true { before.removeLast() }
            while before.last?.isWhitespace == false { before.removeLast() }
        default: return false
        }
        return true
    }

    /// Returns the part of the line around the cursor that fits into a width, and the cursor's column in it,
    /// from 0.
    func shown(width: Int) -> (text: String, cursor: Int) {
        var front = VisibleText.line(before)
        var cursor = TextWidth.of(front)
        if cursor > width - 1 {
            // It shows the last columns, and `…` in place of the first one, because something is missing.
            var fitting = 0
            cursor = 1
            for character in front.reversed() {
                let columns = TextWidth.of(String(character))
                if cursor + columns > width - 1 { break }
                cursor += columns
                fitting += 1
            }
            front = "…" + front.suffix(fitting)
        }
        let rest = TextWidth.cut(VisibleText.line(after), to: max(width - cursor, 1))
        return (front + rest, cursor)
    }
}
