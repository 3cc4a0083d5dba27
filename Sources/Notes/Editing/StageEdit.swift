internal import Markup

/// How a stage is written on a bullet: where the word stands, and what stands around it.
package struct StageSpelling {
    package let prefix: [UInt8]
    package let suffix: [UInt8]
    package let isInFront: Bool
    /// The word as it is written there, to copy its case.
    package let word: [UInt8]

    /// `chew: `, the most common spelling.
    package static let usual = StageSpelling(
        prefix: [], suffix: [.ascii(":")], isInFront: true, word: Array("chew".utf8))

    private init(prefix: [UInt8], suffix: [UInt8], isInFront: Bool, word: [UInt8]) {
        self.prefix = prefix
        self.suffix = suffix
        self.isInFront = isInFront
        self.word = word
    }

    /// The spelling of a bullet's first stage; nil if it has none.
    package init?(of bullet: BulletEdit) {
        guard let token = bullet.stageTokens.first?.token else { return nil }
        prefix = Array(bullet.text[token.range.lowerBound..<token.value.lowerBound])
        suffix = Array(bullet.text[token.value.upperBound..<token.range.upperBound])
        isInFront = bullet.isFirstWord(token)
        word = Array(bullet.text[token.value])
    }

    package func spelled(_ stage: Stage, _ vocabulary: Vocabulary) -> [UInt8] {
        prefix + vocabulary.word(for: stage, like: word) + suffix
    }
}

extension Vocabulary {
    /// Returns the word for a stage that matches the word for another stage.
    ///
    /// It has the same case: small, capital or all capitals. If the other is one of the notebook's own words,
    /// so is this, provided that the stage has one. If the other is misspelt, `meant` is the word that was
    /// meant.
    package func word(for stage: Stage, like word: [UInt8], meant: String? = nil) -> [UInt8] {
        let known = meant.map { Array($0.utf8) } ?? word
        let isStandard = Vocabulary.standard.tag(known.span) != nil
        let own = tags.dropFirst(Vocabulary.standard.tags.count).first { $0.tag == .stage(stage) }
        let plain =
            isStandard
            ? stage.rawValue : own.map { String(decoding: $0.word, as: UTF8.self) } ?? stage.rawValue
        let model = String(decoding: word, as: UTF8.self)
        guard let first = model.first, first.isUppercase else { return Array(plain.utf8) }
        if model == model.uppercased() { return Array(plain.uppercased().utf8) }
        return Array((plain.prefix(1).uppercased() + plain.dropFirst()).utf8)
    }
}

extension BulletEdit {
    /// The tags of the text that name a stage.
    package var stageTokens: [(token: Token, stage: Stage)] {
        tokens.compactMap { token in
            if case .tag(.stage(let stage)) = token.kind { (token, stage) } else { nil }
        }
    }

    /// A misspelt stage at the front, which reads as text, and the word that was meant.
    private var misspeltStage: (token: Token, meant: String)? {
        for token in tokens {
            if case .unknownTag(let meant, _) = token.kind, case .stage = vocabulary.tags[meant].tag {
                return (token, vocabulary.tagWord(meant))
            }
        }
        return nil
    }

    /// The text as it is shown once a misspelt stage is replaced; nil if there is none.
    package var textWithoutMisspeltStage: StoredText? {
        guard stageTokens.isEmpty, let slip = misspeltStage?.token else { return nil }
        var shown = ShownText()
        shown.read(
            text.span, without: tokens.map { $0.range == slip.range ? Token(.ignored, $0.range) : $0 })
        let bytes = shown.bytes
        return StoredText(bytes.span)
    }

    /// Moves feedback to another stage, in the spelling that it has, and writes the day on which that
    /// happened.
    ///
    /// - Parameters:
    ///   - stage: The new stage.
    ///   - today: The day to write.
    ///   - spelling: How to write the stage of a bullet that has none so far.
    /// - Throws: `conflictingStages` if the bullet has tags of two stages.
    package mutating func move(
        to stage: Stage, today: CalendarDate, spelling: StageSpelling
    ) throws(Refusal.Reason) {
        let tags = stageTokens
        if let first = tags.first, let other = tags.first(where: { $0.stage != first.stage }) {
            throw .conflictingStages(first.stage, other.stage)
        }
        for (token, _) in tags {
            if stage == .unsorted {
                remove(token)
            } else {
                replace(token.value, with: vocabulary.word(for: stage, like: Array(text[token.value])))
            }
        }
        if tags.isEmpty, stage != .unsorted {
            if let (token, meant) = misspeltStage {
                let word = vocabulary.word(for: stage, like: Array(text[token.value]), meant: meant)
                if token.isDressedAsTag(in: text) {
                    replace(token.value, with: word)
                } else {
                    replace(token.range, with: word + [.ascii(":")])
                }
            } else if spelling.isInFront {
                prepend(spelling.spelled(stage, vocabulary))
            } else {
                append(spelling.spelled(stage, vocabulary), as: .todoTxt)
            }
        }
        setDate(.since, today, as: Dialect.ofStageDates(among: tokens, in: text))
    }

    /// Replaces the date that counts for a field, or adds the first one.
    package mutating func setDate(_ field: Token.DateField, _ date: CalendarDate, as dialect: Dialect) {
        if let token = tokens.first(where: { $0.isDate(field) }) {
            replace(token.value, with: Array(date.description.utf8))
        } else {
            append(dialect.annotation(field, date), as: dialect)
        }
    }

    /// Whether only tokens, such as a box, stand before a token.
    package func isFirstWord(_ token: Token) -> Bool {
        var at = front
        for other in tokens where other.range.upperBound <= token.range.lowerBound {
            guard other.range.lowerBound == at else { return false }
            at = other.range.upperBound
            while at < token.range.lowerBound, text[at].isWhiteSpace { at += 1 }
        }
        return at == token.range.lowerBound
    }
}

extension Token {
    /// Whether a misspelt tag at the front is written as a tag is: a colon follows it, and no quotes are
    /// around it.
    package func isDressedAsTag(in text: [UInt8]) -> Bool {
        let (before, after) = (
            text[range.lowerBound..<value.lowerBound], text[value.upperBound..<range.upperBound]
        )
        return before.allSatisfy { "*_=([".utf8.contains($0) }
            && (after.contains(.ascii(":")) || String(decoding: after, as: UTF8.self).contains("："))
    }

    package func isDate(_ field: DateField) -> Bool {
        if case .date(field, _) = kind { true } else { false }
    }
}
