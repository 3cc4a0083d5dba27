internal import Markup

/// Finds the tokens in a bullet's text: box, tag, annotations, topics, block id.
///
/// It reads the text once from left to right. It skips code spans, the targets of links, and URLs.
package struct BulletScanner {
    package let vocabulary: Vocabulary
    package private(set) var tokens: [Token] = []

    /// The start of an annotation of several words (`🔁 every week`) that is not closed yet, and the start of
    /// its words.
    private var openAnnotation: (start: Int, words: Int)?
    private var skippedParts = SkippedParts()
    /// The comment that was skipped last.
    ///
    /// Comments with nothing between them count as one.
    private var comment = 0..<0

    package init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    /// Scans a text.
    ///
    /// Afterwards, `tokens` holds its tokens in their order.
    ///
    /// - Parameters:
    ///   - text: the text of a bullet.
    ///   - end: where the text ends for a block id, if only dates on lines of their own follow; nil for the
    ///     end of the text.
    package mutating func scan(_ text: Span<UInt8>, end: Int? = nil) {
        tokens.removeAll(keepingCapacity: true)
        openAnnotation = nil
        skippedParts = SkippedParts()
        comment = 0..<0
        let front = scanFront(text)
        /// The end of everything that has been understood so far.
        var start = front
        while let special = Self.special(in: text, from: start) {
            var at = special
            // An annotation that begins with letters has a colon after them.
            if text[special] == .ascii(":") {
                while at > start, text[at - 1].isLetter { at -= 1 }
            }
            if at == front || isAfterSpace(text, at),
                let end = scanAnnotation(text, at) ?? scanTopic(text, at)
            {
                start = end
                continue
            }
            at = special
            switch text[at] {
            case .ascii("`"): at = skippedParts.codeSpan(text, at)
            case .ascii("%"): at = scanComment(text, at) ?? at + 1
            case .ascii("<"): at = scanComment(text, at) ?? skippedParts.angled(text, at)
            case .ascii("["): at = skippedParts.wikiLink(text, at)
            case .ascii("]"): at = skippedParts.linkTarget(text, at)
            case .ascii(":"): at = skippedParts.url(text, at)
            case .ascii("\\"): at += at + 1 < text.count && !text[at + 1].isWhiteSpace ? 2 : 1
            case .ascii("("):
                at += 1
                if let end = scanTopic(text, at) { at = end }
            default: at += 1
            }
            start = at
        }
        closeAnnotation(at: text.count, text)
        scanBlockID(text, end: end ?? text.count)
    }

    /// Returns whether white space or the start of the text precedes an offset.
    ///
    /// Comments count as if they were not there.
    private func isAfterSpace(_ text: Span<UInt8>, _ at: Int) -> Bool {
        let at = at == comment.upperBound ? comment.lowerBound : at
        return at == 0 || text.hasWhiteSpace(before: at)
    }

    /// Returns the offset of the next byte that may mean something.
    ///
    /// Most bytes are small letters and spaces. They are skipped eight at a time.
    package static func special(in text: Span<UInt8>, from start: Int) -> Int? {
        let (low, high) = specialBits
        let raw = unsafe text.bytes
        var at = start
        while at < text.count {
            if at + 8 <= text.count {
                let eight = UInt64(
                    littleEndian: unsafe raw.unsafeLoadUnaligned(
                        fromUncheckedByteOffset: at, as: UInt64.self))
                let others = highBitsOfOthers(eight)
                if others == 0 {
                    at += 8
                    continue
                }
                at += others.trailingZeroBitCount / 8
            }
            let byte = text[at]
            if byte >= 0x80 || (byte < 0x40 ? low : high) &>> UInt64(byte & 0x3F) & 1 == 1 { return at }
            at += 1
        }
        return nil
    }

    /// Returns a mask with the highest bit of each byte that is neither a space nor in the range from `a` on.
    private static func highBitsOfOthers(_ eight: UInt64) -> UInt64 {
        // A space becomes 0. The bytes from `a` on become 0x41 to 0x5F, and those from `@` up to `a` become
        // 0x60 or more.
        let flipped = (eight ^ 0x2020_2020_2020_2020) & 0x7F7F_7F7F_7F7F_7F7F
        let isNoSpace = flipped &+ 0x7F7F_7F7F_7F7F_7F7F
        let isFromA = flipped &+ 0x3F3F_3F3F_3F3F_3F3F
        let isBelow = flipped &+ 0x2020_2020_2020_2020
        return (isNoSpace & ~isFromA | isBelow | eight) & 0x8080_8080_8080_8080
    }

    /// A bit for each special ASCII byte: first those below 0x40, then the others.
    private static let specialBits = "#%(:<@[\\]`".utf8.reduce(into: (UInt64(0), UInt64(0))) { bits, byte in
        if byte < 0x40 { bits.0 |= 1 << UInt64(byte) } else { bits.1 |= 1 << UInt64(byte & 0x3F) }
    }

    // MARK: The beginning

    /// Reads the box, the priority and the tag word at the beginning.
    ///
    /// Returns where the rest of the text begins.
    private mutating func scanFront(_ text: Span<UInt8>) -> Int {
        var at = skipUnread(text, 0)
        if TaskMarker.isProse(text, at) { return at }
        if let (state, end) = TaskMarker.box(text, at) {
            tokens.append(Token(.box(state), at..<end, value: at + 1..<end - 1))
            at = skipUnread(text, end)
        } else if let (state, word, end) = TaskMarker.workWord(text, at) {
            tokens.append(Token(.box(state), at..<end, value: word))
            at = skipUnread(text, end)
        }
        at = scanPriority(text, at)
        guard let end = scanTagWord(text, at) ?? scanFrontTopic(text, at) else { return at }
        at = skipUnread(text, end)
        if let end = scanSecondStage(text, at) { at = skipUnread(text, end) }
        return scanPriority(text, at)
    }

    /// Returns the offset after white space, comments, and words that are not topics (`#task`).
    private mutating func skipUnread(_ text: Span<UInt8>, _ start: Int) -> Int {
        var at = start
        while true {
            at = text.endOfWhiteSpace(from: at)
            guard at < text.count else { return at }
            switch text[at] {
            case .ascii("%"), .ascii("<"):
                guard let end = scanComment(text, at) else { return at }
                at = end
            case .ascii("#"):
                guard let end = TopicName.end(in: text, from: at + 1),
                    !vocabulary.isTopic(text.extracting(at + 1..<end)),
                    end == text.count || text.whiteSpace(at: end) > 0
                else { return at }
                tokens.append(Token(.ignored, at..<end))
                at = end
            default: return at
            }
        }
    }

    /// Scans a tag word as `chew:`, and also a word that is nearly one.
    ///
    /// Returns where the word ends.
    private mutating func scanTagWord(_ text: Span<UInt8>, _ at: Int) -> Int? {
        guard let word = TagWord(text, at) else { return nil }
        let letters = text.extracting(word.letters)
        let tag = vocabulary.tag(letters)
        let hasColon = word.dress == .colon
        if let tag, word.dress != .unread, hasColon || !tag.needsColon {
            tokens.append(Token(.tag(tag), at..<word.end, value: word.letters))
            return word.end
        }
        let meant: (number: Int, isSlip: Bool)?
        switch word.dress {
        case .colon where tag == nil:
            meant =
                vocabulary.tagMeant(by: letters).map { ($0, true) }
                ?? vocabulary.tagMeant(byForm: letters).map { ($0, false) }
        case .unread where letters.count > 2 && tag?.isOfStory != true:
            meant = vocabulary.number(ofTag: letters).map { ($0, false) }
        default: meant = nil
        }
        guard let meant else { return nil }
        let isSmall = letters.indices.allSatisfy { letters[$0] == letters[$0].lowercased }
        let isPlain = meant.isSlip && isSmall && !word.isMarked
        tokens.append(
            Token(.unknownTag(meant: meant.number, isPlain: isPlain), at..<word.end, value: word.letters))
        return word.end
    }

    /// Scans `#chew` or `[digest:: chew]` at the beginning, if white space follows.
    ///
    /// Returns where the tag ends.
    private mutating func scanFrontTopic(_ text: Span<UInt8>, _ at: Int) -> Int? {
        let found: (tag: Vocabulary.Tag, word: Range<Int>, end: Int)
        if at < text.count, text[at] == .ascii("#"), let end = TopicName.end(in: text, from: at + 1),
            let (tag, word) = tag(ofTopic: at + 1..<end, in: text)
        {
            found = (tag, word, end)
        } else if at < text.count, case .tagField(let word, let end) = Annotation.read(text, at),
            let tag = vocabulary.tag(text.extracting(word)), !tag.isInFrontOnly
        {
            found = (tag, word, end)
        } else {
            return nil
        }
        guard found.end < text.count, text.whiteSpace(at: found.end) > 0 else { return nil }
        tokens.append(Token(.tag(found.tag), at..<found.end, value: found.word))
        return found.end
    }

    /// Scans a second stage after the first one.
    ///
    /// It says the same again, or contradicts the first.
    private mutating func scanSecondStage(_ text: Span<UInt8>, _ at: Int) -> Int? {
        guard case .tag(.stage) = tokens.last?.kind, let word = TagWord(text, at), word.dress != .unread,
            let tag = vocabulary.tag(text.extracting(word.letters)), case .stage = tag
        else { return nil }
        tokens.append(Token(.tag(tag), at..<word.end, value: word.letters))
        return word.end
    }

    /// Scans a priority of todo.txt, `(A)`.
    ///
    /// Returns where the rest of the text begins.
    private mutating func scanPriority(_ text: Span<UInt8>, _ at: Int) -> Int {
        guard at + 3 <= text.count, text[at] == .ascii("("), text[at + 2] == .ascii(")"),
            (.ascii("A")...(.ascii("Z"))).contains(text[at + 1]),
            at + 3 == text.count || text.whiteSpace(at: at + 3) > 0
        else { return at }
        tokens.append(Token(.ignored, at..<at + 3))
        return skipUnread(text, at + 3)
    }

    // MARK: Comments

    /// Adds the token of the comment at an offset, if there is one, and returns where it ends.
    private mutating func scanComment(_ text: Span<UInt8>, _ at: Int) -> Int? {
        guard let end = skippedParts.comment(text, at) else { return nil }
        if let open = openAnnotation, text.endOfWhiteSpace(from: open.words) == at {
            openAnnotation = (open.start, end)
            return end
        }
        closeAnnotation(at: at, text)
        tokens.append(Token(.comment, at..<end))
        comment = (at == comment.upperBound && !comment.isEmpty ? comment.lowerBound : at)..<end
        return end
    }

    // MARK: Annotations

    /// Adds the token of the annotation at an offset, if there is one, and returns where it ends.
    private mutating func scanAnnotation(_ text: Span<UInt8>, _ at: Int) -> Int? {
        guard let found = Annotation.read(text, at) else { return nil }
        closeAnnotation(at: at, text)
        switch found {
        case .date(let field, let date, let value, let rule, let end):
            tokens.append(Token(.date(field, date), at..<end, value: value..<value + 10))
            if let rule { tokens.append(Token(.repeats, end..<end, value: rule)) }
            return end
        case .badDate(let end):
            tokens.append(Token(.badDate, at..<end))
            return end
        case .from(let name, let end):
            tokens.append(Token(.from, at..<end, value: name))
            return end
        case .via(let name, let end):
            tokens.append(Token(.via, at..<end, value: name))
            return end
        case .tagField(let word, let end):
            guard let tag = vocabulary.tag(text.extracting(word)), !tag.isInFrontOnly else { return nil }
            tokens.append(Token(.tag(tag), at..<end, value: word))
            return end
        case .repeats(let rule, let end):
            tokens.append(Token(.repeats, at..<end, value: rule))
            return end
        case .repeatsWords(let words):
            openAnnotation = (at, words)
            return words
        case .ignored(let end):
            tokens.append(Token(.ignored, at..<end))
            return end
        }
    }

    /// Ends the open annotation of several words, if there is one, at the beginning of the next token.
    private mutating func closeAnnotation(at end: Int, _ text: Span<UInt8>) {
        guard let open = openAnnotation else { return }
        openAnnotation = nil
        tokens.append(repetition(open.start..<end, words: open.words, text))
    }

    /// Returns the token of a repetition.
    ///
    /// A repetition without a rule is ignored.
    private func repetition(_ range: Range<Int>, words: Int, _ text: Span<UInt8>) -> Token {
        guard words < range.upperBound, let rule = Annotation.trimmed(text, words..<range.upperBound) else {
            return Token(.ignored, range)
        }
        return Token(.repeats, range, value: rule)
    }

    // MARK: Topics and block ids

    /// Adds the token of the topic or the tag with `#` at an offset, if there is one, and returns where it
    /// ends.
    private mutating func scanTopic(_ text: Span<UInt8>, _ at: Int) -> Int? {
        guard at < text.count, text[at] == .ascii("#"), let end = TopicName.end(in: text, from: at + 1) else {
            return nil
        }
        let name = at + 1..<end
        closeAnnotation(at: at, text)
        if let (tag, word) = tag(ofTopic: name, in: text) {
            tokens.append(Token(.tag(tag), at..<end, value: word))
        } else if !vocabulary.isTopic(text.extracting(name)) {
            tokens.append(Token(.ignored, at..<end))
        } else {
            tokens.append(Token(.topic, at..<end, value: name))
        }
        return end
    }

    /// Returns the tag of a topic's name, and the tag word.
    ///
    /// `#chew` is a tag, and so is the last part of `#feedback/chew`.
    private func tag(ofTopic name: Range<Int>, in text: Span<UInt8>) -> (Vocabulary.Tag, word: Range<Int>)? {
        var word = name
        if let slash = lastSlash(in: text, name) {
            let parentEnd = text.firstIndex(of: .ascii("/"), in: name) ?? slash
            guard text.extracting(name.lowerBound..<parentEnd).isWord("feedback") else { return nil }
            word = slash + 1..<name.upperBound
        }
        guard let tag = vocabulary.tag(text.extracting(word)), !tag.isInFrontOnly else { return nil }
        return (tag, word)
    }

    private func lastSlash(in text: Span<UInt8>, _ name: Range<Int>) -> Int? {
        for at in name.reversed() where text[at] == .ascii("/") { return at }
        return nil
    }

    /// Scans a block id as `^lead-first` at the end of the text.
    ///
    /// Comments may follow it.
    private mutating func scanBlockID(_ text: Span<UInt8>, end: Int) {
        var end = end
        while end > 0, text[end - 1].isWhiteSpace { end -= 1 }
        // Only comments and dates on lines of their own follow the block id.
        var count = tokens.lastIndex { $0.range.lowerBound < end }.map { $0 + 1 } ?? 0
        while count > 0, case .comment = tokens[count - 1].kind, tokens[count - 1].range.upperBound == end {
            count -= 1
            end = tokens[count].range.lowerBound
            while end > 0, text[end - 1].isWhiteSpace { end -= 1 }
        }
        var start = end
        while start > 0, TopicName.isIDByte(text[start - 1]) { start -= 1 }
        guard start > 0, start < end, text[start - 1] == .ascii("^"),
            start == 1 || text[start - 2].isWhiteSpace
        else { return }
        let range = start - 1..<end
        // What ends within a code span or an annotation is not a block id.
        if count > 0, case let last = tokens[count - 1], last.range.upperBound > range.lowerBound {
            guard case .repeats = last.kind, last.range.lowerBound < range.lowerBound else { return }
            let repeated = last.range.lowerBound..<range.lowerBound
            tokens[count - 1] = repetition(repeated, words: last.value.lowerBound, text)
        }
        tokens.insert(Token(.blockID, range, value: start..<end), at: count)
    }
}
