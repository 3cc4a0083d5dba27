package import Markup

/// A bullet that a person wants to add below a piece of feedback, nested in it.
public enum NestedBullet: Sendable, Equatable {
    /// Why the feedback is in its stage.
    case reason(String)
    /// What to do when it comes up again: `it comes up → open with the result`.
    case plan(String)
    /// Something to do.
    case action(String)

    /// The words that begin the bullet's text and make it one of these.
    fileprivate var front: String {
        switch self {
        case .reason: "because: "
        case .plan: "if: "
        case .action: "[ ] "
        }
    }

    fileprivate var words: String {
        switch self {
        case .reason(let text), .plan(let text), .action(let text):
            text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }
}

/// A bullet that an edit adds below feedback, and where it does so.
package struct AddedBullet {
    /// What a note contains once it has the bullet.
    package enum Content {
        case reason(Bullet)
        case plan(Bullet)
        case action(Action)
    }

    /// The position of the feedback that the bullet belongs to.
    package let feedback: Position
    /// The offset in the source at which the bullet's line is inserted.
    package let offset: Int
    /// How many bytes the bullet has, from its marker to its end.
    package let length: Int
    /// What a note contains once it has the bullet.
    ///
    /// Its position has no meaning yet.
    package let content: Content
}

extension BulletEdit {
    /// Inserts a nested bullet on a line of its own right below the text.
    ///
    /// - Parameters:
    ///   - nested: What to say.
    ///   - note: The blocks of the whole note, which show how its lists are indented.
    /// - Returns: The bullet that is inserted.
    /// - Throws: `emptyText` or `unclearText` if the words say nothing or would not be read as they are
    ///   given, and `codeBelow` if code follows that would become part of the bullet.
    package mutating func add(_ nested: NestedBullet, in note: Outline) throws(Refusal.Reason) -> AddedBullet
    {
        if nested.words.isEmpty { throw .emptyText }
        guard let content = content(nested) else { throw .unclearText }
        let layout = try layout(in: note)
        let bullet = layout.marker + Array((nested.front + nested.words).utf8)
        let offset = source.content(ofLine: lastLine).upperBound
        insert(lineEnd + layout.indentation + bullet, atSource: offset)
        return AddedBullet(feedback: block.start, offset: offset, length: bullet.count, content: content)
    }

    /// Returns what a note contains once it has a nested bullet; nil if the bullet would be read as more or
    /// less than is meant.
    private func content(_ nested: NestedBullet) -> AddedBullet.Content? {
        let words = nested.words
        guard words.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else { return nil }
        var reader = NoteReader(vocabulary: vocabulary)
        let bytes = Array("- chew: x\n  - \(nested.front)\(words)".utf8)
        guard let note = reader.read(bytes, path: NotePath("")).note, note.feedback.count == 1
        else { return nil }
        let (reasons, plans) = (note.feedback[0].reasons, note.feedback[0].plans)
        let actions = note.feedback[0].actions
        guard reasons.count + plans.count + actions.count == 1 else { return nil }
        switch nested {
        case .reason: return reasons.first.flatMap { $0.text.isEmpty ? nil : .reason($0) }
        case .plan: return plans.first.flatMap { $0.text.isEmpty ? nil : .plan($0) }
        case .action: return actions.first.flatMap { $0.text.isEmpty ? nil : .action($0) }
        }
    }

    /// The line end of the text's last line.
    ///
    /// If that line has none, it is the line end of the line before it.
    package var lineEnd: [UInt8] {
        for line in [lastLine, lastLine - 1] where line >= 1 {
            let end = source.content(ofLine: line).upperBound..<source.whole(line: line).upperBound
            if !end.isEmpty { return Array(source.bytes[end]) }
        }
        return [Byte.lf]
    }

    // MARK: Layout

    /// The bytes before a nested bullet's marker, and the marker with the white space after it.
    private typealias Layout = (indentation: [UInt8], marker: [UInt8])

    private func layout(in note: Outline) throws(Refusal.Reason) -> Layout {
        let own = Layout(ownIndentation, marker(of: block) ?? Array("- ".utf8))
        let textColumn = Self.width(of: own.indentation)
        if let next = nextInside(from: textColumn) {
            guard next.column <= textColumn + 3 else { throw .codeBelow }
            let item = note.blocks.first { $0.kind == .listItem && $0.start == next.position }
            return Layout(next.indentation, item.flatMap { marker(of: $0) } ?? own.marker)
        }
        // Nothing stands below yet. If the note indents with tabs, this bullet does too.
        let beforeMarker = Array(source.bytes[lineStart(block.start.line)..<source.offset(of: block.start)])
        let byTab = beforeMarker + [Byte.tab]
        if lines.quotes == 0, beforeMarker.allSatisfy(\.isBlank), note.blocks.contains(where: indentsByTab),
            (textColumn...textColumn + 3).contains(Self.width(of: byTab))
        {
            return Layout(byTab, own.marker)
        }
        return own
    }

    /// The bytes before the text's first line, with spaces in place of the list markers among them.
    private var ownIndentation: [UInt8] { indentation(upTo: lines.start) }

    /// Returns the bytes before a position on its line, with spaces in place of the list markers among them.
    package func indentation(upTo position: Position) -> [UInt8] {
        let prefix = source.bytes[lineStart(position.line)..<source.offset(of: position)]
        return prefix.indices.flatMap { index -> [UInt8] in
            let byte = prefix[index]
            guard byte == .ascii(">") || byte == Byte.tab else { return [Byte.space] }
            // A space after `>` is part of it, so in `>- x` the marker needs spaces of its own.
            let next = index + 1 < prefix.endIndex ? prefix[index + 1] : Byte.space
            return byte == .ascii(">") && !next.isBlank && next != byte ? [byte, Byte.space] : [byte]
        }
    }

    /// The next line with anything on it; nil if that line does not belong to the bullet.
    private func nextInside(from column: Int) -> (position: Position, indentation: [UInt8], column: Int)? {
        nextInside(from: column, after: lastLine)
    }

    private func nextInside(
        from column: Int, after last: Int
    ) -> (position: Position, indentation: [UInt8], column: Int)? {
        var line = last + 1
        while line <= source.lineCount {
            let content = source.content(ofLine: line)
            let start = Paragraph.continuation(of: content, quotes: lines.quotes, in: source.bytes)
            let indentation = source.bytes[content.lowerBound..<start]
            guard indentation.count(where: { $0 == .ascii(">") }) == lines.quotes else { return nil }
            if start < content.upperBound {
                let width = Self.width(of: indentation)
                guard width >= column else { return nil }
                return (source.position(of: start), Array(indentation), width)
            }
            line += 1
        }
        return nil
    }

    /// The last line that belongs to the text.
    ///
    /// It is the text's own last line, or that of a property, a drawer or a clock after a blank line: Logseq
    /// counts these as part of the block all the same.
    private var lastLine: Int {
        var last = lines.lastLine
        let column = Self.width(of: ownIndentation)
        var isInDrawer = false
        while let next = nextInside(from: column, after: last), next.column <= column + 3 {
            let text = source.bytes[
                source.offset(of: next.position)..<source.content(ofLine: next.position.line).upperBound]
            let kind = LogseqLine(text.span)
            if !isInDrawer, kind == nil || kind == .planning { break }
            isInDrawer = kind == .drawer || isInDrawer && kind != .drawerEnd
            last = next.position.line
        }
        return isInDrawer ? lines.lastLine : last
    }

    private func indentsByTab(_ block: Outline.Block) -> Bool {
        block.kind == .listItem && block.depth > 0 && block.start.column > 1
            && source.bytes[source.offset(of: block.start) - 1] == Byte.tab
    }

    /// Returns a list's own marker and the blanks after it; nil for a numbered list, because an added bullet
    /// gets no number.
    private func marker(of item: Outline.Block) -> [UInt8]? {
        let start = source.offset(of: item.start)
        guard let text = item.text, start < source.bytes.count else { return nil }
        let mark = source.bytes[start]
        guard mark == .ascii("-") || mark == .ascii("*") || mark == .ascii("+") else { return nil }
        guard text.start.line == item.start.line else { return [mark, Byte.space] }
        return Array(source.bytes[start..<source.offset(of: text.start)])
    }

    private func lineStart(_ line: Int) -> Int { source.content(ofLine: line).lowerBound }

    /// Returns how many columns some bytes at the beginning of a line take.
    ///
    /// A tab reaches to the next multiple of four.
    private static func width(of bytes: some Sequence<UInt8>) -> Int {
        bytes.reduce(0) { width, byte in byte == Byte.tab ? width / 4 * 4 + 4 : width + 1 }
    }
}
