/// Finds the blocks of a section of a skeleton without cmark, if the section has only what nearly all notes
/// have: quotes, lists, headings, fenced code, rules and paragraphs.
///
/// A skeleton is little more than markers, so that few of CommonMark's rules apply to these. cmark is asked
/// about everything else: HTML, indented code, underlined headings, and items that begin with an empty line.
/// A test compares the two.
struct SectionReader: ~Copyable {
    private(set) var blocks: [CmarkTree.Block] = []
    private var containers: [Container] = []
    private var leaf = Leaf.none
    private var quotes = 0
    /// How many blocks there are, not counting the first paragraphs of items.
    private var visited = 0

    /// A block quote or a list item that is open.
    private struct Container {
        /// The character that tells the item's list from other lists; 0 for a quote.
        let marker: UInt8
        /// How many columns the lines of the item are indented by.
        let width: Int
        /// The item's index among the visited blocks, while the item lacks its first paragraph.
        var item: Int?

        var isQuote: Bool { marker == 0 }
    }

    /// The innermost open block, which holds text.
    private enum Leaf {
        case none
        /// A paragraph with its index among the blocks; nil if it is not one of them.
        case paragraph(Int?)
        case fence(UInt8, count: Int)
    }

    /// A line that is being read.
    private struct Line {
        let number: Int
        let start: Int
        let end: Int
        /// The column up to which the line has been read.
        var column = 0
        /// The offset of the first byte after that column that is not a blank.
        ///
        /// `nextColumn` is its column, counted from 0.
        var next: Int
        var nextColumn = 0

        var isBlank: Bool { next == end }
        var indentation: Int { nextColumn - column }

        mutating func skipBlanks(_ text: Span<UInt8>) {
            while next < end, text[next].isBlank {
                nextColumn += text[next] == Byte.tab ? 4 - nextColumn & 3 : 1
                next += 1
            }
        }

        /// Reads the bytes of a marker, and finds what follows.
        mutating func pass(_ count: Int, _ text: Span<UInt8>) {
            next += count
            nextColumn += count
            column = nextColumn
            skipBlanks(text)
        }

        /// Returns how many times the next byte stands in a row.
        func run(_ text: Span<UInt8>) -> Int {
            var after = next
            while after < end, text[after] == text[next] { after += 1 }
            return after - next
        }
    }

    /// Reads a section.
    ///
    /// No block is open where a section begins.
    ///
    /// - Returns: false if cmark has to be asked. Then the blocks mean nothing.
    mutating func read(_ section: Range<Int>, of skeleton: Span<UInt8>) -> Bool {
        blocks.removeAll(keepingCapacity: true)
        containers.removeAll(keepingCapacity: true)
        leaf = .none
        quotes = 0
        visited = 0
        var start = section.lowerBound
        var number = 1
        while start < section.upperBound {
            let end = skeleton.firstIndex(of: Byte.lf, in: start..<section.upperBound) ?? section.upperBound
            var line = Line(number: number, start: start, end: end, next: start)
            if !read(&line, skeleton) { return false }
            start = end + 1
            number += 1
        }
        return true
    }

    private mutating func read(_ line: inout Line, _ text: Span<UInt8>) -> Bool {
        line.skipBlanks(text)
        var matched = match(&line, text)
        if isCode(line, matched, text) { return true }
        /// Whether a container has begun on the line, so that the line does not continue a paragraph.
        var isNew = false
        while true {
            if line.isBlank {
                leave(to: matched)
                leaf = .none
                return true
            }
            if line.indentation >= 4 { return !isNew && goOn(line) }
            switch text[line.next] {
            case .ascii("x"):
                guard line.next + 1 == line.end else { return false }
                if !isNew, goOn(line) { return true }
                leave(to: matched)
                beginParagraph(line)
                return true
            case .ascii("#"):
                let level = line.run(text)
                guard level <= 6, line.next + level == line.end else { return false }
                leave(to: matched)
                add(.heading(level: level), line)
                leaf = .none
                return true
            case .ascii("`"), .ascii("~"):
                let count = line.run(text)
                guard count >= 3 else { return false }
                leave(to: matched)
                if quotes == containers.count { add(.code, line) }
                leaf = .fence(text[line.next], count: count)
                return true
            case .ascii(">"):
                leave(to: matched)
                add(.blockQuote, line)
                containers.append(Container(marker: 0, width: 0))
                quotes += 1
                passQuote(&line, text)
            default:
                if isRule(line, text) {
                    // Below a paragraph, the marks may be an underline.
                    if !isNew, case .paragraph = leaf { return false }
                    leave(to: matched)
                    leaf = .none
                    return true
                }
                let goesOn = !isNew && matched == containers.count
                guard beginItem(&line, matched, isNew: isNew, goesOn: goesOn, text) else { return false }
            }
            leaf = .none
            matched = containers.count
            isNew = true
        }
    }

    // MARK: Containers

    /// Skips the markers and the indentation of the open containers that the line continues.
    ///
    /// Returns how many those are.
    private func match(_ line: inout Line, _ text: Span<UInt8>) -> Int {
        for number in containers.indices {
            if containers[number].isQuote {
                guard line.indentation <= 3, !line.isBlank, text[line.next] == .ascii(">") else {
                    return number
                }
                passQuote(&line, text)
            } else if line.indentation >= containers[number].width {
                line.column += containers[number].width
            } else if line.isBlank {
                line.column = line.nextColumn
            } else {
                return number
            }
        }
        return containers.count
    }

    /// Skips the mark of a quote, and a blank after it.
    private func passQuote(_ line: inout Line, _ text: Span<UInt8>) {
        line.pass(1, text)
        if line.indentation > 0 { line.column += 1 }
    }

    /// Closes all containers except for the `count` outermost ones.
    private mutating func leave(to count: Int) {
        while containers.count > count, let last = containers.popLast() {
            if last.isQuote { quotes -= 1 }
        }
    }

    /// Begins a list item with its marker.
    ///
    /// - Parameters:
    ///   - line: the line, which has been read up to the marker. Afterwards, the marker has been read too.
    ///   - matched: how many containers stand around the item.
    ///   - isNew: whether a container has begun on the line before the item.
    ///   - goesOn: whether the line continues all open containers, so that it could continue a paragraph
    ///     there.
    ///   - text: the bytes of the skeleton.
    /// - Returns: false if cmark has to be asked.
    private mutating func beginItem(
        _ line: inout Line, _ matched: Int, isNew: Bool, goesOn: Bool, _ text: Span<UInt8>
    ) -> Bool {
        var digits = line.next
        while digits < line.end, text[digits].isDigit { digits += 1 }
        let length = digits - line.next
        guard digits < line.end, length <= 9 else { return false }
        switch text[digits] {
        case .ascii("."), .ascii(")"):
            if length == 0 { return false }
            // Right below a paragraph, only an item with the number 1 begins a list. cmark looks at the
            // number.
            if goesOn, case .paragraph = leaf { return false }
        case .ascii("-"), .ascii("*"), .ascii("+"): if length > 0 { return false }
        default: return false
        }
        let start = line
        line.pass(length + 1, text)
        guard (1...4).contains(line.indentation), !line.isBlank else { return false }
        let marker = text[digits]
        let isSibling = !isNew && matched < containers.count && containers[matched].marker == marker
        leave(to: matched)
        add(.listItem, start, isFirst: !isSibling)
        containers.append(
            Container(marker: marker, width: line.nextColumn - start.column, item: visited - 1))
        line.column = line.nextColumn
        return true
    }

    // MARK: Leaves

    /// Continues the open paragraph with a line.
    ///
    /// Returns whether a paragraph is open.
    private mutating func goOn(_ line: Line) -> Bool {
        guard case .paragraph(let block) = leaf else { return false }
        if let block { blocks[block].lastLine = line.number }
        return true
    }

    private mutating func beginParagraph(_ line: Line) {
        leaf = .paragraph(nil)
        if quotes == containers.count {
            add(.paragraph, line)
        } else if let item = containers[containers.count - 1].item {
            containers[containers.count - 1].item = nil
            add(.firstParagraph(ofItem: item), line)
        } else {
            return
        }
        leaf = .paragraph(blocks.count - 1)
    }

    private mutating func add(_ kind: CmarkTree.Block.Kind, _ line: Line, isFirst: Bool = false) {
        if case .firstParagraph = kind {} else { visited += 1 }
        blocks.append(
            CmarkTree.Block(
                kind: kind, depth: containers.count, quotes: quotes, line: line.number,
                column: line.next - line.start + 1, lastLine: line.number, isFirst: isFirst))
    }

    /// Returns whether a line belongs to the open fenced code, if any.
    ///
    /// The code may end with the line, or before it.
    private mutating func isCode(_ line: Line, _ matched: Int, _ text: Span<UInt8>) -> Bool {
        guard case .fence(let mark, let count) = leaf else { return false }
        let isWithin = matched == containers.count
        if !isWithin || closesFence(line, mark, count, text) { leaf = .none }
        return isWithin
    }

    private func closesFence(_ line: Line, _ mark: UInt8, _ count: Int, _ text: Span<UInt8>) -> Bool {
        guard !line.isBlank, line.indentation <= 3, text[line.next] == mark else { return false }
        let run = line.run(text)
        return run >= count && (line.next + run..<line.end).allSatisfy { text[$0].isBlank }
    }

    /// Returns whether the rest of a line is a rule: at least three marks.
    private func isRule(_ line: Line, _ text: Span<UInt8>) -> Bool {
        let mark = text[line.next]
        guard mark == .ascii("-") || mark == .ascii("*") || mark == .ascii("_") else { return false }
        var count = 0
        for at in line.next..<line.end {
            if text[at] == mark { count += 1 } else if !text[at].isBlank { return false }
        }
        return count >= 3
    }
}
