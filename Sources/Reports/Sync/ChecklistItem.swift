internal import Markup
package import Notes

/// An item of a checklist as the file has it now.
package struct ChecklistItem: Sendable {
    /// An id in the item's text, and where it stands there.
    package struct ID: Sendable {
        package let id: ChecklistID
        package let range: Range<Int>
    }

    /// Its line in the checklist, from 1.
    package let line: Int
    /// What stands in its box; nil if it has no box any more.
    package let box: TaskBox?
    /// Everything with the form of our ids, in order.
    ///
    /// An item without any is somebody's own.
    package let ids: [ID]
    /// What the item says, for use in messages.
    package let text: String
    /// The bytes of its first paragraph.
    ///
    /// The text begins in them at `textStart`, after the box.
    package let bytes: [UInt8]
    package let textStart: Int

    /// Returns what stands before an id: the action's words with topics and dates, as the list has them.
    ///
    /// For an item without an id this is the first line. If somebody has put the id in front of everything, it
    /// is what stands after it on its line.
    package func front(_ id: ID?) -> ArraySlice<UInt8> {
        let end = id?.range.lowerBound ?? bytes.firstIndex(of: Byte.lf) ?? bytes.count
        let front = bytes[min(textStart, end)..<end]
        guard let id, id.range.upperBound < bytes.count, front.allSatisfy(\.isWhiteSpace) else {
            return front
        }
        let after = bytes[id.range.upperBound...].prefix { $0 != Byte.lf }
        return after.allSatisfy(\.isWhiteSpace) ? front : after
    }

    /// The words of an item without an id: those of its first paragraph, or of its first line if it has a
    /// link to a line.
    package var words: ItemWords {
        let text = hasLinkToLine ? front(nil) : bytes[min(textStart, bytes.count)...]
        return ItemWords(text[..<max(ItemTail.start(in: text), text.startIndex)])
    }

    /// Whether nothing at all stands after its box.
    package var isOnlyBox: Bool { bytes.dropFirst(textStart).allSatisfy(\.isWhiteSpace) }

    /// Whether it has a link to a line, as our items have: `[Acme:16](acme.md#L16)`, `[[acme#L16|Acme:16]]`.
    package var hasLinkToLine: Bool { Self.hasLinkToLine(bytes[...]) }

    package static func hasLinkToLine(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        while let mark = rest.firstIndex(of: .ascii("#")) {
            rest = rest[(mark + 1)...]
            guard rest.first == .ascii("L") else { continue }
            let end = rest.dropFirst().firstIndex { !$0.isDigit } ?? rest.endIndex
            let next = end < rest.endIndex ? rest[end] : 0
            if end > rest.startIndex + 1,
                next == .ascii(")") || next == .ascii("|") || next == .ascii("]")
            {
                return true
            }
        }
        return false
    }
}

extension ChecklistID {
    /// Returns every word in some bytes that has the form of an id, with its mark.
    ///
    /// Another tool may have put a backslash before the mark.
    package static func all(in bytes: ArraySlice<UInt8>) -> [ChecklistItem.ID] {
        var found: [ChecklistItem.ID] = []
        var rest = bytes
        while let mark = rest.firstIndex(of: .ascii("^")) {
            rest = rest[(mark + 1)...]
            let end = rest.prefix { $0.isPartOfID }.endIndex
            let start = mark > bytes.startIndex && bytes[mark - 1] == .ascii("\\") ? mark - 1 : mark
            if start == bytes.startIndex || !bytes[start - 1].goesOnWithMark,
                let id = ChecklistID(rest[..<end])
            {
                found.append(.init(id: id, range: start..<end))
            }
            rest = rest[end...]
        }
        return found
    }
}

extension UInt8 {
    fileprivate var isPartOfID: Bool { isLetter || isDigit || self == .ascii("-") || self == .ascii("_") }

    /// Whether a `^` after this byte is part of something else: a word, a footnote, a link to a block.
    fileprivate var goesOnWithMark: Bool {
        isPartOfID || self >= 0x80 || self == .ascii("[") || self == .ascii("#") || self == .ascii("^")
            || self == .ascii("\\")
    }
}
