internal import Markup
package import Notes

/// A box as a list may have it by now: `[x]`, a word such as `DONE`, or what other tools make of our boxes.
package struct ListedBox {
    package let box: TaskBox
    /// Its range in the bytes.
    package let range: Range<Int>

    /// Returns the boxes that a text begins with, one after another.
    package static func all(inFrontOf text: ArraySlice<UInt8>) -> [ListedBox] {
        var found: [ListedBox] = []
        var at = text.startIndex
        while case let start = text[at...].firstIndex(where: { !$0.isWhiteSpace }) ?? text.endIndex,
            let box = box(text, start) ?? word(text, start)
        {
            found.append(box)
            at = box.range.upperBound
        }
        return found
    }

    /// Returns the boxes within a text, after white space.
    ///
    /// A word does not count as a box there.
    package static func all(within text: ArraySlice<UInt8>) -> [ListedBox] {
        var found: [ListedBox] = []
        var at = text.startIndex
        while at < text.endIndex {
            if at == text.startIndex || text[at - 1].isWhiteSpace, let box = box(text, at) {
                found.append(box)
                at = box.range.upperBound
            } else {
                at += 1
            }
        }
        return found
    }

    private static func box(_ text: ArraySlice<UInt8>, _ at: Int) -> ListedBox? {
        guard at < text.endIndex, text[at] == .ascii("[") || text[at] == .ascii("\\") || text[at] == 0xE2
        else {
            return nil
        }
        let rest = text[at...]
        if let (state, end) = TaskMarker.box(rest.span, 0) {
            let own = rest[(at + 1)..<(at + end - 1)].span.text.first.flatMap { TaskBox($0) }
            return ListedBox(box: state == .open ? own ?? .open : TaskBox(state), range: at..<at + end)
        }
        return foreign(rest.span, 0).map { ListedBox(box: $0.box, range: at..<at + $0.end) }
    }

    private static func word(_ text: ArraySlice<UInt8>, _ at: Int) -> ListedBox? {
        let rest = text[min(at, text.endIndex)...]
        return TaskMarker.workWord(rest.span, 0).map {
            ListedBox(box: TaskBox($0.state), range: at..<at + $0.end)
        }
    }

    /// Returns a box in a form that other tools write in place of ours, such as `\[x\]` and `☒`.
    ///
    /// White space stands behind it, as behind any box. In `\[x\]y` it is a part of a word.
    package static func foreign(_ text: Span<UInt8>, _ at: Int) -> (box: TaskBox, end: Int)? {
        let signs: [(sign: StaticString, box: TaskBox)] = [
            ("☐", .open), ("☑", .done), ("☒", .done),
            ("\\[ \\]", .open), ("\\[x\\]", .done), ("\\[X\\]", .done), ("\\[/\\]", .inProgress),
            ("\\[-\\]", .dropped), ("[ \\]", .open), ("[x\\]", .done), ("\\[ ]", .open), ("\\[x]", .done),
        ]
        for (sign, box) in signs where text.has(sign, at: at) {
            let end = at + sign.utf8CodeUnitCount
            return end == text.count || text.whiteSpace(at: end) > 0 ? (box, end) : nil
        }
        return nil
    }
}
