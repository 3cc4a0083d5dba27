internal import Markup

// These functions cut text into passages, and say what becomes of each if nobody decides otherwise.
extension AdoptionFinder {
    /// Cuts paragraphs that stand below a heading, or that look so, into passages.
    ///
    /// - Parameters:
    ///   - paragraphs: the lines of each paragraph.
    ///   - section: what stands below the heading.
    ///   - isOwn: whether the person may speak of themselves in between.
    /// - Returns: the passages in order.
    func passages(_ paragraphs: [[Range<Int>]], in section: Section, isOwn: Bool) -> [Passage] {
        let isSaid = section.isFeedback
        var parts = MailParts(isOwn: isOwn)
        var passages: [Passage] = []
        for paragraph in paragraphs {
            for group in groups(paragraph, in: section) {
                if group.label != nil {
                    passages += labelled(group, in: section)
                    continue
                }
                let sentences = sentences(group.lines)
                // A paragraph that ends in a colon introduces what follows.
                let isIntroduction = isSaid && (sentences.last?.text.hasSuffix(":") ?? false)
                var isIntroduced = false
                for (text, range) in sentences {
                    let isLeftOut =
                        isSaid && (parts.isLeftOut(text) || isIntroduction || Self.isRejection(text))
                    let isNothing = text.withBytes { LineText.saysNothing($0) }
                    // `Rookie.` belongs to what it sums up.
                    let isRemark = section == .hunches && !passages.isEmpty && !text.contains(" ")
                    // What follows a question on its line tells how it was answered.
                    let isAnswer =
                        section == .questionsAsked && !passages.isEmpty && range != sentences[0].range
                        && !Self.isQuestion(text) && kinds.kind(in: range) != .asked
                    let fate: Passage.Fate =
                        isLeftOut || isNothing
                        ? .leftOut : isIntroduced || isRemark || isAnswer ? .joined : .kept
                    passages.append(Passage(text, range, fate, own(of: text, range, in: section)))
                    isIntroduced = fate != .leftOut && text.hasSuffix(":")
                }
                if isIntroduced { passages[passages.count - 1].fate = .leftOut }
            }
        }
        if isSaid, !isOwn, passages.count > 1, let last = passages.last, MailParts.isSignature(last.text) {
            passages[passages.count - 1].fate = .leftOut
        }
        return passages
    }

    /// Returns what a sentence below a heading tells that is of another kind, and can be a bullet of that kind anywhere; nil
    /// if there is nothing like that.
    ///
    /// What stands below feedback was said.
    private func own(of text: String, _ range: Range<Int>, in section: Section) -> Section? {
        if section == .hunches, SentenceGuess.section(of: text) == .actions { return .actions }
        guard section == .questionsAsked || section == .questionsToAsk,
            let told = told(in: range, text), told.front != nil
        else { return nil }
        return told
    }

    /// Returns whether a sentence only says that the answer is no, in whatever words.
    private static func isRejection(_ sentence: String) -> Bool {
        let words = sentence.sentenceWords
        return OutcomeGuess.outcome(in: sentence) == .rejected
            && !words.contains { ["because", "but", "since", "who", "you", "your"].contains($0) }
    }

    /// Returns the passages of a paragraph that stands below no heading.
    ///
    /// Only what looks like something is kept.
    func passages(_ paragraph: [Range<Int>]) -> [Passage] {
        var passages: [Passage] = []
        for group in groups(paragraph, in: nil) {
            if group.label != nil {
                passages += labelled(group, in: nil)
                continue
            }
            if let below = group.below {
                passages += group.isHeading ? leftOut(group) : belowHeading(group, below)
                continue
            }
            let sentences = sentences(group.texts)
            let questions = sentences.count { Self.isQuestion($0.text) }
            for (number, (text, range)) in sentences.enumerated() {
                let start = number == 0 ? group.lines.first?.lowerBound : nil
                let next = number + 1 < sentences.count ? sentences[number + 1].text : ""
                let isAnswered =
                    next.withBytes { MailParts.hasArrow($0, at: 0) }
                    && (text.hasSuffix("\"") || text.hasSuffix("”") || Self.isQuestion(text))
                let isAsked = isAnswered || questions > 1 && Self.isQuestion(text)
                let own = told(in: range, text)
                let section = own == .questionsToAsk ? own : isAsked ? .questionsAsked : own
                passages.append(
                    Passage(text, range, section == nil ? .leftOut : .kept, section, from: start))
            }
        }
        return passages
    }

    /// Returns what some text of the note probably tells; nil if it only goes on.
    func told(in range: Range<Int>, _ text: String) -> Section? {
        guard let section = kinds.kind(in: range)?.section else { return nil }
        if section == .hunches, let kind = EvidenceGuess.kind(of: text.sentenceWords) {
            return .evidence(kind)
        }
        return section
    }

    private func leftOut(_ group: LineGroup) -> [Passage] {
        group.lines.map { Passage(source.text($0).folded, $0, .leftOut) }
    }

    /// Returns the passages of lines below a line that says what they are.
    private func belowHeading(_ group: LineGroup, _ kind: SectionGuess) -> [Passage] {
        guard let first = group.lines.first, let last = group.lines.last else { return [] }
        let range = first.lowerBound..<last.upperBound
        let text = source.text(range).folded
        if text.withBytes({ LineText.saysNothing($0) }) { return [Passage(text, range, .leftOut)] }
        // A line of another kind says so itself.
        let own = kind == .actions ? nil : told(in: range, text) ?? SentenceGuess.section(of: text)
        let section = own.flatMap { $0.front == nil ? nil : $0 } ?? kind.section
        return [Passage(text, range, .kept, section)]
    }

    /// Returns the label of a line if it says what the text after it is; nil if it does not.
    func label(of line: Range<Int>, in section: Section?) -> LabelGuess? {
        guard let label = LabelGuess(bytes.span.extracting(line), in: section) else {
            return section == nil ? quotation(line) : nil
        }
        switch label.meaning {
        case .section(let own):
            // A list of questions below feedback would need a heading of its own.
            return section == nil || own.front != nil || own.isFeedback && section?.isFeedback ?? false
                || own == section ? label : nil
        case .name(let name):
            let text = source.text(line.lowerBound + label.value.lowerBound..<line.upperBound)
            let isMeant =
                Self.isQuestion(text)
                || isSpeaker(name) && NamesInText.maySay(text) && SentenceGuess.isAboutPerson(text)
                || isSpeaker(name) && Self.asksWithoutMark(text)
            return section == nil && isMeant ? label : nil
        case .smallName(let name):
            let text = source.text(line.lowerBound + label.value.lowerBound..<line.upperBound)
            let asks = Self.isQuestion(text) || Self.asksWithoutMark(text)
            return section == nil && asks && isSpeaker(name) ? label : nil
        case .fact:
            // What stands behind `PLC:` may tell how it went there.
            let words = line.lowerBound..<line.lowerBound + label.value.lowerBound
            let isOneWord = LineText.wordCount(bytes.span, words, limit: 1) == 1
            return section == nil && isOneWord && told(in: line, "") != nil ? nil : label
        }
    }

    /// Returns who says what stands in quotes after a colon, as a label: `Lynne on the way out: "Well done."`;
    /// nil if the line has no such form.
    private func quotation(_ line: Range<Int>) -> LabelGuess? {
        guard let colon = bytes[line].firstIndex(of: .ascii(":")) else { return nil }
        let value = colon + 1 + bytes[(colon + 1)..<line.upperBound].prefix(while: \.isBlank).count
        let text = source.text(value..<line.upperBound)
        let words = source.text(line.lowerBound..<colon).split(whereSeparator: \.isWhitespace).map(
            String.init)
        guard text.hasPrefix("\"") || text.hasPrefix("“"), !text.contains("?"),
            (2...Self.mostWordsBeforeQuote).contains(words.count)
        else { return nil }
        let small = words.map { $0.lowercased() }
        let name = words.first { $0.startsWithCapital && isSpeaker($0) }
        let isOther = small.contains { ["she", "he", "they", "her", "his", "their"].contains($0) }
        if name == nil && !isOther || small.contains(where: { ["i", "my", "me"].contains($0) }) {
            return nil
        }
        return LabelGuess(
            meaning: name.map { .name($0) } ?? .section(.feedback),
            value: value - line.lowerBound..<line.count)
    }

    private static let mostWordsBeforeQuote = 7

    /// Returns the passages of what stands after a label.
    private func labelled(_ group: LineGroup, in section: Section?) -> [Passage] {
        guard var value = group.lines.first, let start = group.value else { return [] }
        let label = value.lowerBound
        value = start..<value.upperBound
        let all = sentences([value] + group.lines.dropFirst())
        var own: Section?
        var heading: String?
        switch group.label {
        case .section(let section):
            own = section
            if section == .feedback { heading = group.owner.map { "Feedback from \($0)" } }
        case .name(let name), .smallName(let name):
            let last = group.lines.last ?? value
            let told = told(in: label..<last.upperBound, source.text(value))
            let isAsked =
                told == .questionsAsked || all.contains { Self.isQuestion($0.text) }
                || all.first.map { Self.asksWithoutMark($0.text) } ?? false
            own = isAsked ? .questionsAsked : .feedback
            heading = isAsked ? nil : "Feedback from \(name)"
        case .fact, nil: break
        }
        guard let own else { return leftOut(group) }
        let isList = own.isFeedback || own == .questionsAsked || own == .questionsToAsk
        let pieces = isList ? all.flatMap { self.pieces($0, of: own) } : whole(all)
        // What follows a question is how it was answered, unless it is a question too.
        let isAsked = (own == .questionsAsked || own == .questionsToAsk) && all.count > 1
        let isSame = own == section
        return pieces.enumerated().map { number, piece in
            let isLeftOut =
                isAsked && piece.range.lowerBound >= all[1].range.lowerBound
                && !Self.isQuestion(piece.text) && kinds.kind(in: piece.range) != SentenceKind(own)
            return Passage(
                piece.text, piece.range, isLeftOut ? .leftOut : .kept, isSame ? nil : own, label: heading,
                from: number == 0 ? label : nil)
        }
    }

    /// Returns sentences as one, if they stand on one line.
    private func whole(_ sentences: [(text: String, range: Range<Int>)]) -> [(
        text: String, range: Range<Int>
    )] {
        guard let first = sentences.first, let last = sentences.last else { return [] }
        let range = first.range.lowerBound..<last.range.upperBound
        if bytes[range].contains(Byte.lf) { return sentences }
        return [(source.text(range).folded, range)]
    }

    /// Returns the parts of a sentence that semicolons separate, and commas before a word that begins a
    /// question.
    private func pieces(
        _ sentence: (text: String, range: Range<Int>), of section: Section
    ) -> [(text: String, range: Range<Int>)] {
        var pieces: [Range<Int>] = []
        var start = sentence.range.lowerBound
        var at = start
        while at < sentence.range.upperBound {
            let isComma =
                bytes[at] == .ascii(",") && !section.isFeedback && beginsQuestion(start, at)
                && beginsQuestion(at + 1, sentence.range.upperBound)
            if bytes[at] == .ascii(";") || isComma {
                pieces.append(start..<at)
                start = at + 1
                while start < sentence.range.upperBound, bytes[start].isWhiteSpace { start += 1 }
                at = start
            } else {
                at += 1
            }
        }
        pieces.append(start..<sentence.range.upperBound)
        return pieces.filter { !$0.isEmpty }.map { (source.text($0).folded, $0) }
    }

    private func beginsQuestion(_ start: Int, _ end: Int) -> Bool {
        let word = source.text(start..<end).split { !$0.isLetter && $0 != "'" && $0 != "’" }.first ?? ""
        return Self.questionWords.contains(word.lowercased().replacing("’", with: "'"))
    }

    private static let questionWords: Set<String> = [
        "how", "what", "what's", "why", "when", "where", "which", "who", "who's", "can", "could", "would",
        "do", "did", "does", "are", "is", "have", "has", "tell", "describe", "give", "if", "should", "talk",
        "walk", "explain", "will", "any",
    ]

    /// Returns whether a sentence is a question although no mark says so: `what's it cost us`.
    private static func asksWithoutMark(_ text: String) -> Bool {
        let first = text.sentenceWords.first ?? ""
        return ["what", "what's", "how", "why", "which", "who", "where", "when", "describe"].contains(first)
    }

    private static let tasks: Phrases = [
        "tell me", "tell us", "talk me through", "talk us through", "walk me through", "walk us through",
        "give me an example", "give us an example", "describe", "explain", "sell me", "design", "what's",
        "what",
        "how", "why", "which", "where", "would you", "could you", "do you", "have you", "are you", "can you",
    ]

    /// Returns whether a text is put as a question or task, with or without a mark.
    static func asks(_ text: String) -> Bool {
        let words = text.sentenceWords
        guard let length = tasks.length(atBeginningOf: words[...]), words.count > max(length, 2) else {
            return false
        }
        return !["i", "i'd", "i'm", "i've", "we", "they", "she", "he", "it"].contains(words[length])
    }

    /// Returns whether a sentence is a question that may have been asked.
    static func isQuestion(_ text: String) -> Bool {
        let text = text.withoutClosingMarks
        guard text.last == "?", let first = String(text).sentenceWords.first else { return false }
        return questionWords.contains(first)
    }

    /// Returns the guess that some sentences of a paragraph tell something; empty if none does.
    func tellingGuess(_ block: Outline.Block) -> [Guess] {
        guard let text = block.text, text.quotes == 0 else { return [] }
        let lines = lines(text)
        let isMarked = lines.allSatisfy { endOfMark($0) != nil }
        let shape = NotReadFinder.shape(ofParagraph: lines, in: source)
        guard isMarked || shape == nil || shape == .imitatedList else { return [] }
        let passages = passages(lines)
        var whole = tellingGuess(lines, passages, in: text, at: block.start)
        let kept = passages.indices.filter { passages[$0].fate == .kept }
        if !whole.isEmpty, kept.count > 1 {
            whole[0].parts = kept.prefix(Self.mostParts).flatMap { number in
                var alone = passages
                for other in kept where other != number { alone[other].fate = .leftOut }
                return tellingGuess(lines, alone, in: text, at: block.start)
            }
        }
        return whole
    }

    static let mostParts = 8

    /// Returns the guess that the passages of a paragraph that are kept tell something; empty if none is.
    private func tellingGuess(
        _ lines: [Range<Int>], _ passages: [Passage], in text: Outline.Text, at position: Position
    ) -> [Guess] {
        let sections = passages.filter { $0.fate == .kept }.compactMap(\.section)
        let adopted = AdoptedText(
            source: source, lines: lines, prefix: prefix(of: lines[0]), passages: passages,
            isSaid: sections.allSatisfy(\.isFeedback))
        return tellingGuess(adopted, at: position, position.line...text.lastLine)
    }

    /// Returns the guess that the passages of a text that are kept tell something; empty if none is.
    func tellingGuess(_ adopted: AdoptedText, at position: Position, _ lines: ClosedRange<Int>) -> [Guess] {
        let kept = adopted.passages.filter { $0.fate == .kept }
        let sections = kept.map { $0.section ?? adopted.section }
        if sections.isEmpty { return [] }
        let attempts = [note.marker, otherMarker].map { Adoption.Attempt(marker: $0) }
        let proposal = Adoption.Proposal(
            "Make a list of what it tells.", isCertain: false, isLikely: Self.isLikely(kept), attempts,
            text: adopted)
        return [
            Guess(
                kinds: Set(sections.map { SectionGuess($0) ?? .hunches }), position: position,
                draft: Draft(lines: lines, proposals: [proposal]),
                problem: "this may tell \(Self.contents(of: sections)), and is not read")
        ]
    }

    /// Returns whether something in some passages is clear about whose it is.
    static func isLikely(_ passages: [Passage]) -> Bool {
        passages.contains {
            $0.range.lowerBound > $0.start || !SentenceGuess.leavesOutSubject($0.text)
        }
    }

    /// Returns in words what some sections are of.
    static func contents(of sections: [Section]) -> String {
        var seen = SeenSet<String>()
        let contents = sections.map { SectionGuess($0)?.content ?? "how it went" }
        return Wording.list(contents.filter { seen.insert($0) })
    }

    /// A list marker that the note does not use elsewhere.
    var otherMarker: UInt8 { note.marker == .ascii("*") ? .ascii("-") : .ascii("*") }
}
