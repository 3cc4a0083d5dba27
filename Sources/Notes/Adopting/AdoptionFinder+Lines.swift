package import Markup

// These functions are about headings, and about lines that would be a list if their marks were list markers.
extension AdoptionFinder {
    // MARK: Headings

    package func headingDraft(_ word: NotRead.Word, at position: Position) -> Draft? {
        let line = position.line
        var text = source.offset(of: position)..<source.content(ofLine: line).upperBound
        guard !text.isEmpty else { return nil }
        var fixed: [Edit.Replacement] = []
        let whole = bytes.span.extracting(text)
        if let callout = Callout(whole) {
            let part = callout.title.isEmpty ? callout.type : callout.title
            text = part.shifted(by: text.lowerBound)
        } else if bytes[text.lowerBound] == .ascii("#") {
            let marks = bytes[text].prefix { $0 == .ascii("#") }.count
            let after = text.lowerBound + marks
            if after < text.upperBound, !bytes[after].isWhiteSpace {
                fixed = [Edit.Replacement(after..<after, with: [Byte.space])]
                text = after..<text.upperBound
            } else {
                let inner = HeadingText.withoutMarks(whole)
                text = inner.shifted(by: text.lowerBound)
            }
        } else if let inner = headingItemText(whole) ?? LineText.bold(whole) {
            text = inner.shifted(by: text.lowerBound)
        }
        let written = source.text(text)
        var attempts: [Adoption.Attempt] = []
        var isCertain = !fixed.isEmpty && reads(written)
        if isCertain { attempts.append(.init(replacements: fixed)) }
        let corrected = Self.corrected(written)
        if corrected != written, reads(corrected) {
            isCertain = true
            attempts.append(.init(replacements: fixed + [Edit.Replacement(text, with: corrected.utf8)]))
        }
        let plain = written.filter { !"()[]*_".contains($0) }
        for words in ["\(word.heading) (\(plain.folded))", word.heading] where reads(words) {
            attempts.append(.init(replacements: fixed + [Edit.Replacement(text, with: words.utf8)]))
        }
        let proposal = Adoption.Proposal(
            "Make a heading of it that is read: “\(word.heading)”.", isCertain: isCertain, attempts,
            of: [word.section])
        return Draft(lines: line...line, reach: reach(belowLine: line), proposals: [proposal])
    }

    /// Returns the range of the heading's text in a list item.
    ///
    /// The line begins with the item's marker.
    private func headingItemText(_ line: Span<UInt8>) -> Range<Int>? {
        guard case .container(let length) = Marker(line, at: 0, end: line.count), length < line.count else {
            return nil
        }
        var start = length
        while start < line.count, line[start].isBlank { start += 1 }
        let rest = line.extracting(start..<line.count)
        let inner = LineText.bold(rest) ?? HeadingText.withoutMarks(rest)
        return start + inner.lowerBound..<start + inner.upperBound
    }

    private func reads(_ heading: String) -> Bool {
        table.meaning(of: Array(heading.utf8).span).section(within: nil) != nil
    }

    /// Returns a text in which each word that is one slip away from a word of the method is corrected.
    private static func corrected(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
            let letters = word.filter(\.isLetter)
            let small = letters.lowercased()
            for meant in ["feedback", "hunches"] where small.first == meant.first && small != meant {
                guard small != "hunch", Vocabulary.isOneSlip(small, from: meant) else { continue }
                let isCapital = letters.first?.isUppercase ?? false
                let right = isCapital ? meant.prefix(1).uppercased() + meant.dropFirst() : meant
                return String(word).replacing(letters, with: right)
            }
            return String(word)
        }.joined(separator: " ")
    }

    // MARK: Imitated and indented lists

    package func imitatedListDraft(at position: Position, in section: Section?) -> Draft? {
        guard let block = paragraph(onLine: position.line), let text = block.text else { return nil }
        let replacements = lines(text).compactMap(markReplacement)
        return listDraft(replacements, lines: position.line...text.lastLine, of: section)
    }

    /// Returns what replaces a mark that imitates a list marker by a list marker; nil if the line has no such
    /// mark.
    private func markReplacement(_ line: Range<Int>) -> Edit.Replacement? {
        guard NotReadFinder.isImitatedItem(bytes.span.extracting(line)) else { return nil }
        var end = line.lowerBound + 1
        while end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
        let mark = end
        while end < line.upperBound, bytes.span.extracting(end..<line.upperBound).whiteSpace(at: 0) > 0 {
            end += bytes.span.extracting(end..<line.upperBound).whiteSpace(at: 0)
        }
        return end > mark ? Edit.Replacement(line.lowerBound..<end, with: [note.marker, Byte.space]) : nil
    }

    package func indentedListDraft(at position: Position, in section: Section?) -> Draft? {
        var last = position.line
        var indentation = Int.max
        var line = position.line
        func blanks(_ line: Int) -> (count: Int, isEmpty: Bool) {
            let content = source.content(ofLine: line)
            let count = bytes[content].prefix(while: \.isBlank).count
            return (count, count == content.count)
        }
        while line <= source.lineCount {
            let (count, isEmpty) = blanks(line)
            if !isEmpty {
                guard count >= 4 || bytes[source.content(ofLine: line)].first == Byte.tab else { break }
                indentation = min(indentation, count)
                last = line
            }
            line += 1
        }
        guard indentation < .max else { return nil }
        var replacements: [Edit.Replacement] = []
        for line in position.line...last where !blanks(line).isEmpty {
            let content = source.content(ofLine: line)
            let start = content.lowerBound + indentation
            replacements.append(Edit.Replacement(content.lowerBound..<start, with: []))
            let item = content.lowerBound + blanks(line).count..<content.upperBound
            if let mark = markReplacement(item) { replacements.append(mark) }
        }
        return listDraft(replacements, lines: position.line...last, of: section)
    }

    package func boxDraft(at position: Position) -> Draft? {
        guard let block = paragraph(onLine: position.line), let text = block.text else { return nil }
        let replacements = lines(text).compactMap { line -> Edit.Replacement? in
            let text = bytes.span.extracting(line)
            guard !line.isEmpty else { return nil }
            let start = NotReadFinder.endOfTightMarker(text)
            guard text[start] == .ascii("["), TaskMarker.box(text, start) != nil else { return nil }
            let place = line.lowerBound + start
            return Edit.Replacement(
                place..<place, with: start > 0 ? [Byte.space] : [note.marker, Byte.space])
        }
        return listDraft(
            replacements, lines: position.line...text.lastLine, of: .actions,
            "Make an action of it: “- [ ] …”.")
    }

    private func listDraft(
        _ replacements: [Edit.Replacement], lines: ClosedRange<Int>, of section: Section?,
        _ title: String = "Make a list of it."
    ) -> Draft? {
        if replacements.isEmpty { return nil }
        let proposal = Adoption.Proposal(
            title, isCertain: true, [Adoption.Attempt(replacements: replacements)],
            of: [section ?? .feedback, .actions, .hunches, .evidence(.worked), .evidence(.slipped)])
        return Draft(lines: lines, proposals: [proposal])
    }

    // MARK: Bullets

    /// A bullet without a tag and a box, with the offset at which its text begins.
    private struct PlainBullet {
        let bullet: NoteText.WrittenBullet
        let text: Int
    }

    /// Returns the bullets without a tag and a box in a list, from the bullet at a position on, and whether
    /// the list has other bullets.
    private func list(from position: Position) -> (plain: [PlainBullet], hasOthers: Bool) {
        let text = NoteText(source, vocabulary: note.vocabulary)
        let first = text.bullets.partitionPoint { $0.position >= position }
        guard first < text.bullets.count, text.bullets[first].position == position else { return ([], false) }
        let depth = text.bullets[first].depth
        let heading = note.headings.partitionPoint { $0 > position }
        let nextHeading =
            heading < note.headings.count ? note.headings[heading] : Position(line: .max, column: 1)
        var plain: [PlainBullet] = []
        var hasOthers = false
        for bullet in text.bullets[first...] {
            if bullet.depth < depth || bullet.position > nextHeading { break }
            if bullet.depth > depth { continue }
            if bullet.position != position, beginsList(bullet.position) { break }
            let isMarked = bullet.tokens.contains { token in
                switch token.kind {
                case .box, .tag, .unknownTag: true
                default: false
                }
            }
            let start = source.offset(of: bullet.position)
            let line = source.content(ofLine: bullet.position.line)
            let mark = bytes[start..<line.upperBound].firstIndex { $0.isBlank } ?? line.upperBound
            let content = bytes[mark..<line.upperBound].firstIndex { !$0.isBlank } ?? line.upperBound
            if isMarked || content == line.upperBound {
                hasOthers = true
            } else {
                plain.append(PlainBullet(bullet: bullet, text: content))
            }
        }
        return (plain, hasOthers)
    }

    /// Returns whether a list begins with the item at a position.
    ///
    /// Such a list is reported by itself.
    private func beginsList(_ position: Position) -> Bool {
        let blocks = note.outline.blocks
        let index = blocks.partitionPoint { $0.start >= position }
        return index < blocks.count && blocks[index].start == position && blocks[index].beginsList
    }

    /// Returns the draft that parts a name from the bullet above it by a blank line.
    package func nameDraft(at position: Position) -> Draft? {
        guard let item = block(at: position, { $0.kind == .listItem && $0.start == position }),
            let text = note.outline.blocks[item].text
        else { return nil }
        let lines = lines(text)
        guard let line = lines.last, lines.count > 1 else { return nil }
        let parting = lineEnd(of: line) + prefix(of: line)
        let end = lines[lines.count - 2].upperBound
        var reader = BulletReader(vocabulary: note.vocabulary)
        let words = reader.read(line: bytes.span.extracting(lines[0].lowerBound..<end)).shown.wrappedValue
        let proposal = Adoption.Proposal(
            "Write a blank line above the name, so that it says whose words stand below it.", isCertain: true,
            [
                Adoption.Attempt(
                    replacements: [Edit.Replacement(end..<end, with: parting)], rewordings: [position: words])
            ])
        return Draft(lines: position.line...text.lastLine, proposals: [proposal])
    }

    package func actionsDraft(at position: Position) -> Draft? {
        let bullets = list(from: position).plain
        guard let last = bullets.last else { return nil }
        let replacements = bullets.map { Edit.Replacement($0.text..<$0.text, with: "[ ] ".utf8) }
        return listDraft(
            replacements, lines: position.line...last.bullet.lastLine, of: .actions,
            bullets.count > 1 ? "Make actions of them: “- [ ] …”." : "Make an action of it: “- [ ] …”.")
    }

    package func evidenceDraft(at position: Position) -> Draft? {
        guard let bullet = list(from: position).plain.first else { return nil }
        let words = source.text(bullet.text..<source.content(ofLine: bullet.bullet.lastLine).upperBound)
            .lowercased()
        let isBad = [
            "n't", "not ", "no ", "forgot", "too ", "waffl", "missed", "bad", "weak", "slip", "blank",
        ]
        .contains { words.contains($0) }
        let kinds: [Evidence.Kind] = isBad ? [.slipped, .worked] : [.worked, .slipped]
        let proposals = kinds.map { kind in
            Adoption.Proposal(
                "Say that it \(kind): “- \(kind): …”.", isCertain: false,
                [.init(replacements: [Edit.Replacement(bullet.text..<bullet.text, with: "\(kind): ".utf8)])],
                of: [.evidence(kind)])
        }
        return Draft(lines: position.line...bullet.bullet.lastLine, proposals: proposals)
    }

    package func nestedBulletDraft(at position: Position) -> Draft? {
        let (bullets, hasOthers) = list(from: position)
        guard let last = bullets.last else { return nil }
        func tagged(_ title: String, _ front: String) -> Adoption.Proposal {
            Adoption.Proposal(
                title, isCertain: false,
                [.init(replacements: bullets.map { Edit.Replacement($0.text..<$0.text, with: front.utf8) })],
                of: [.feedback, .actions])
        }
        var proposals: [Adoption.Proposal] = []
        if !hasOthers, let moved = movedOut(bullets) {
            proposals.append(
                Adoption.Proposal(
                    "Make feedback of it, beside the bullet above.", isCertain: false,
                    [.init(replacements: moved)], of: [.feedback, .praise]))
        }
        proposals.append(tagged("Make a reason of it: “- because: …”.", "because: "))
        proposals.append(tagged("Make an action of it: “- [ ] …”.", "[ ] "))
        return Draft(lines: position.line...last.bullet.lastLine, proposals: proposals)
    }

    /// Returns what moves bullets out by one level, together with everything below them.
    private func movedOut(_ bullets: [PlainBullet]) -> [Edit.Replacement]? {
        guard let first = bullets.first else { return nil }
        let index = block(at: first.bullet.position) {
            $0.kind == .listItem && $0.start == first.bullet.position
        }
        guard let index, index > 0,
            let parent = note.outline.blocks[..<index].last(where: {
                $0.kind == .listItem && $0.depth < first.bullet.depth
            })
        else { return nil }
        let (own, outer) = (indentation(of: first.bullet.position), indentation(of: parent.start))
        guard own.count > outer.count, own.starts(with: outer) else { return nil }
        var replacements: [Edit.Replacement] = []
        for bullet in bullets {
            for line in bullet.bullet.position.line...bullet.bullet.lastNestedLine {
                let content = source.content(ofLine: line)
                if content.isEmpty { continue }
                guard bytes[content].starts(with: own) else { return nil }
                replacements.append(
                    Edit.Replacement(
                        content.lowerBound + outer.count..<content.lowerBound + own.count, with: []))
            }
        }
        return replacements
    }

    private func indentation(of position: Position) -> [UInt8] {
        let start = source.offset(of: position)
        return prefix(of: start..<start)
    }
}
