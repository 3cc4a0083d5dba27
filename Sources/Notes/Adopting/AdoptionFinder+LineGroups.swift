internal import Markup

// These functions find which lines of a paragraph belong together.
extension AdoptionFinder {
    /// Lines of a paragraph that belong together: the lines of a label, or lines without one.
    struct LineGroup {
        var lines: [Range<Int>]
        var label: LabelGuess.Meaning?
        var owner: String?
        /// Where the label's text begins, or what follows a mark such as `•` or an arrow; nil if there is neither.
        var value: Int?
        /// What a line above says that this is: `Note to self:`.
        var below: SectionGuess?
        var isHeading = false

        /// The lines without a mark in front of the first one.
        var texts: [Range<Int>] {
            guard let value, label == nil, let first = lines.first else { return lines }
            return [value..<first.upperBound] + lines.dropFirst()
        }
    }

    /// Returns the lines of a paragraph in groups.
    func groups(_ paragraph: [Range<Int>], in section: Section?) -> [LineGroup] {
        var groups: [LineGroup] = []
        let width = width(of: paragraph)
        var below: SectionGuess?
        for (number, line) in paragraph.enumerated() {
            if section == nil, number + 1 < paragraph.count, let kind = headingWithin(line) {
                below = kind
                groups.append(LineGroup(lines: [line], below: below, isHeading: true))
                continue
            }
            if below != nil, !line.isEmpty, label(of: line, in: nil)?.meaning.isSection != true {
                if !goesOn(in: line) || groups.last?.isHeading ?? true
                    || isOwnLine(line, after: paragraph[number - 1], width: width)
                {
                    groups.append(LineGroup(lines: [line], below: below))
                } else {
                    groups[groups.count - 1].lines.append(line)
                }
                continue
            }
            let mark = section == nil ? endOfMark(line) : nil
            let unmarked = (mark ?? line.lowerBound)..<line.upperBound
            if !line.isEmpty, let label = label(of: unmarked, in: section) {
                groups.append(
                    LineGroup(
                        lines: [line], label: label.meaning, owner: label.owner,
                        value: unmarked.lowerBound + label.value.lowerBound))
            } else if let mark {
                groups.append(LineGroup(lines: [line], value: mark))
            } else if groups.isEmpty || isAnswered(groups[groups.count - 1])
                || groups[groups.count - 1].label != nil && !goesOn(in: line)
                || groups[groups.count - 1].label == nil && section?.isFeedback != true
                    && isOwnLine(line, after: paragraph[number - 1], width: width)
            {
                groups.append(LineGroup(lines: [line]))
            } else {
                groups[groups.count - 1].lines.append(line)
            }
        }
        return groups
    }

    /// Returns where the text of a line begins after a mark that is no list marker: `• Smile`, `-> ring Bea`; nil if it
    /// has none.
    func endOfMark(_ line: Range<Int>) -> Int? {
        let text = bytes.span.extracting(line)
        guard !line.isEmpty, let end = MailParts.arrow(text, at: 0) ?? NotReadFinder.imitatedMark(text) else {
            return nil
        }
        let start = bytes[(line.lowerBound + end)..<line.upperBound].firstIndex { !$0.isBlank }
        return start.flatMap { $0 > line.lowerBound + end ? $0 : nil }
    }

    /// The fewest bytes that must be free in a line for its end to be meant.
    private static let fewestFree = 12
    /// The length of lines that no editor wraps, in bytes.
    private static let narrow = 56

    /// Returns the width at which an editor or a mail program has wrapped a paragraph; `Int.max` if most of its
    /// lines end where there is still room.
    private func width(of paragraph: [Range<Int>]) -> Int {
        let longest = paragraph.map(\.count).max() ?? 0
        let ends = zip(paragraph, paragraph.dropFirst())
        let early = ends.count { hasRoom($0, for: $1, width: longest) }
        return early * 2 > paragraph.count - 1 ? .max : longest
    }

    /// Returns whether there is still room in a line for the first word of the next one.
    private func hasRoom(_ line: Range<Int>, for next: Range<Int>, width: Int) -> Bool {
        let word = bytes[next].prefix { !$0.isBlank }.count
        return line.count < Self.narrow || line.count + 1 + word + Self.fewestFree < width
    }

    /// Returns whether a line says something of its own, because the line before it ends where there is still
    /// room for its first word.
    private func isOwnLine(_ line: Range<Int>, after before: Range<Int>, width: Int) -> Bool {
        !line.isEmpty && !before.isEmpty && (width == .max || hasRoom(before, for: line, width: width))
    }

    /// Returns what a line within a paragraph is the heading of: `Note to self:`; nil if it is none.
    private func headingWithin(_ line: Range<Int>) -> SectionGuess? {
        wordsInFrontOfColon(atEndOf: line).flatMap(guess)
    }

    /// Returns the words of a line that ends in a colon; nil if it does not, or has too many words for a heading.
    func wordsInFrontOfColon(atEndOf line: Range<Int>) -> Range<Int>? {
        guard !line.isEmpty, let colon = LineText.colon(bytes.span, atEndOf: line) else { return nil }
        let words = line.lowerBound..<colon
        let limit = SectionGuess.mostWords
        return LineText.wordCount(bytes.span, words, limit: limit) <= limit ? words : nil
    }

    /// Returns whether an arrow with an answer ends what some lines say.
    private func isAnswered(_ group: LineGroup) -> Bool {
        guard let line = group.lines.last else { return false }
        return line.contains { MailParts.hasArrow(bytes.span.extracting(line), at: $0 - line.lowerBound) }
    }

    /// Returns whether a line goes on with what a label begins: it begins with a small letter.
    private func goesOn(in line: Range<Int>) -> Bool {
        line.isEmpty
            || bytes[line.lowerBound] >= UInt8(ascii: "a") && bytes[line.lowerBound] <= UInt8(ascii: "z")
    }
}
