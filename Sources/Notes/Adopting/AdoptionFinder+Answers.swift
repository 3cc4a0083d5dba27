internal import Markup

// These functions are about questions that were asked and are read, with words after them that tell how the answer
// went.
extension AdoptionFinder {
    /// A question, and the sentences after it that tell how its answer went.
    private struct JudgedQuestion {
        let block: Outline.Block
        /// What is read of the question without those sentences.
        let question: String
        /// The sentences, each with what it is.
        ///
        /// One that tells nothing belongs to the one before it.
        let judgements: [(range: Range<Int>, section: Section)]
    }

    /// Returns the guesses that questions are followed by how their answers went, one for each list of them.
    func answerGuesses() -> [Guess] {
        let asked = Set(note.note.questionsAsked.map(\.position))
        if asked.isEmpty { return [] }
        var runs: [[JudgedQuestion]] = []
        var first: Outline.Block?
        for block in note.outline.blocks {
            if let begin = first, block.beginsList, block.depth <= begin.depth { first = nil }
            guard block.isListItem, asked.contains(block.start), let judged = judgedQuestion(block) else {
                continue
            }
            if first == nil {
                first = block
                runs.append([])
            }
            runs[runs.count - 1].append(judged)
        }
        return runs.compactMap(answerGuess)
    }

    private func judgedQuestion(_ block: Outline.Block) -> JudgedQuestion? {
        guard let text = block.text, text.start.line == block.start.line else { return nil }
        let all = sentences(lines(text)).flatMap(hastySentences)
        var judgements: [(range: Range<Int>, section: Section)] = []
        for (text, range) in all.dropFirst() {
            if let section = AnswerJudgement.section(of: text) {
                judgements.append((range, section))
            } else if text.withoutClosingMarks.last == "?" {
                // Another question goes on with the first one.
                if !judgements.isEmpty { return nil }
            } else if let last = judgements.last {
                judgements[judgements.count - 1].range = last.range.lowerBound..<range.upperBound
            }
        }
        guard let start = judgements.first?.range.lowerBound, let begin = all.first?.range.lowerBound else {
            return nil
        }
        var reader = BulletReader(vocabulary: note.vocabulary)
        let question = LineText.trimmed(bytes.span, begin..<start)
        let shown = reader.read(line: bytes.span.extracting(question)).shown.wrappedValue
        return shown.isEmpty ? nil : JudgedQuestion(block: block, question: shown, judgements: judgements)
    }

    /// Returns the parts of a sentence that are sentences although no capital letter begins them: `Sickness again. nailed
    /// it`.
    private func hastySentences(_ sentence: (text: String, range: Range<Int>)) -> [(
        text: String, range: Range<Int>
    )] {
        var parts: [Range<Int>] = []
        var start = sentence.range.lowerBound
        var letters = 0
        for at in sentence.range {
            let ends = ".!?".utf8.contains(bytes[at]) && letters >= Self.fewestLetters
            letters = bytes[at].isLetter ? letters + 1 : 0
            guard ends, at + 2 < sentence.range.upperBound, bytes[at + 1] == Byte.space,
                bytes[at + 2].isLetter
            else {
                continue
            }
            parts.append(start..<at + 1)
            start = at + 2
        }
        parts.append(start..<sentence.range.upperBound)
        return parts.map { (source.text($0).folded, $0) }
    }

    /// The fewest letters of a word that ends a sentence.
    ///
    /// A shorter word with a point may be an abbreviation.
    private static let fewestLetters = 3

    private func answerGuess(_ run: [JudgedQuestion]) -> Guess? {
        guard let first = run.first, let last = run.last else { return nil }
        let replacements = run.flatMap(replacements)
        let bullets = run.flatMap(\.judgements).map { judgement in
            AdoptedBullet(
                section: judgement.section, front: judgement.section.front ?? "",
                text: source.text(judgement.range).folded)
        }
        let rewordings = Dictionary(run.map { ($0.block.start, $0.question) }) { first, _ in first }
        let proposal = Adoption.Proposal(
            "Write below each question how its answer went.", isCertain: false,
            [.init(replacements: replacements, rewordings: rewordings)], bullets: bullets)
        let position = first.block.start
        return Guess(
            kinds: [.hunches], position: position,
            draft: Draft(
                lines: position.line...(last.block.text?.lastLine ?? last.block.start.line),
                proposals: [proposal]),
            problem: "this may tell how an answer went, and is read as the question's words")
    }

    /// Returns what moves the sentences after a question into a list that is nested in it.
    private func replacements(_ judged: JudgedQuestion) -> [Edit.Replacement] {
        let indentation = nestedPrefix(of: judged.block)
        let lineEnd = lineEnd(of: source.content(ofLine: judged.block.start.line))
        return judged.judgements.map { range, section in
            var gap = range.lowerBound
            while gap > 0, bytes[gap - 1].isWhiteSpace { gap -= 1 }
            let item = lineEnd + indentation + [note.marker, Byte.space] + (section.front ?? "").utf8
            return Edit.Replacement(gap..<range.lowerBound, with: item)
        }
    }
}
