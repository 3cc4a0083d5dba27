/// The attitude of a text to what it is about: whether it praises, denies, finds fault, or wishes for more or
/// for less.
///
/// Two people who speak about one topic may have different stances.
package struct Stance: Sendable, Hashable {
    package enum Tone: Sendable {
        /// The text praises, and neither denies nor finds fault nor wishes.
        case praise
        /// The text says that something was not so.
        case denial
        /// The text finds fault.
        case fault
        /// The text advises, asks for or wishes for something.
        case wish
        case plain
    }

    package var tone = Tone.plain
    /// Whether the text forbids, as `Don't rush.` does.
    ///
    /// Then it agrees with who says that it was so, although it denies.
    package var forbids = false
    /// Whether the text praises beside what else it says: "Good figures; say what they mean".
    package var alsoPraises = false
    /// The pairs of opposites of which the text wishes for the first, for example longer and not shorter.
    ///
    /// Each pair is a bit. `wishesForLess` has those of which the text wishes for the second.
    package private(set) var wishesForMore: UInt64 = 0
    package private(set) var wishesForLess: UInt64 = 0
    /// The pairs of opposites that are about the amount of anything.
    ///
    /// More of one thing and less of another are not opposite.
    package var amounts: UInt64 = 0
    /// What the text wishes to be more so, and less so, in words of its own.
    package var degrees = Degrees()

    package mutating func wish(axis: Int, isForMore: Bool) {
        // Pairs beyond the number of bits are ignored. A lexicon has a dozen.
        guard (0..<UInt64.bitWidth).contains(axis) else { return }
        if isForMore { wishesForMore |= 1 << axis } else { wishesForLess |= 1 << axis }
    }

    /// Leaves out the pairs of which the text wishes for both: "talk less and ask more" has no one direction.
    package mutating func leaveOutBothWays() {
        let both = wishesForMore & wishesForLess
        wishesForMore &= ~both
        wishesForLess &= ~both
    }

    /// Returns whether two stances may stand together as the same.
    ///
    /// Praise agrees only with praise. A denial does not agree with a plain statement, and a wish does not
    /// agree with its opposite.
    package func agrees(with other: Self) -> Bool {
        if (tone == .praise) != (other.tone == .praise) { return false }
        if [tone, other.tone].contains(.denial), [tone, other.tone].contains(.plain) { return false }
        return !wishesForOpposite(of: other)
    }

    /// The sum of several stances that agree.
    ///
    /// Another stance can be compared with all of them at once.
    package struct Sum {
        package init() {}

        private var tones: Set<Tone> = []
        private var wishes = Stance()

        package mutating func add(_ stance: Stance) {
            tones.insert(stance.tone)
            wishes.wishesForMore |= stance.wishesForMore
            wishes.wishesForLess |= stance.wishesForLess
            wishes.degrees.formUnion(stance.degrees)
        }

        /// Returns whether a stance agrees with each stance that was added.
        package func agrees(with stance: Stance) -> Bool {
            tones.allSatisfy { tone in
                var other = wishes
                other.tone = tone
                return stance.agrees(with: other)
            }
        }
    }

    /// Returns whether one of two stances praises and the other does not.
    ///
    /// Advice beside praise blames nothing.
    package func praises(whatIsBlamedBy other: Self) -> Bool {
        tone == .praise && other.isBlame && !(other.tone == .wish && other.alsoPraises)
    }

    package var isBlame: Bool { tone == .denial || tone == .fault || tone == .wish }

    /// Whether the text wishes for something that another text may wish the opposite of.
    package var wishes: Bool { wishesForMore | wishesForLess != 0 }

    package init(
        tone: Tone = Tone.plain, wishesForMore: UInt64 = 0, wishesForLess: UInt64 = 0, amounts: UInt64 = 0
    ) {
        self.tone = tone
        self.wishesForMore = wishesForMore
        self.wishesForLess = wishesForLess
        self.amounts = amounts
    }

    /// Returns whether two stances wish for more, or for less, of one thing.
    package func wishesForSame(as other: Self) -> Bool {
        let same = wishesForMore & other.wishesForMore | wishesForLess & other.wishesForLess
        return same & ~(amounts | other.amounts) != 0
    }

    /// Returns whether two stances wish for opposite things.
    ///
    /// `areOfOneThing` says whether the two texts speak of one thing. It is asked only where they wish for
    /// more and for less of something.
    package func wishesForOpposite(of other: Self, areOfOneThing: () -> Bool = { true }) -> Bool {
        let opposite = wishesForMore & other.wishesForLess | wishesForLess & other.wishesForMore
        if opposite & ~(amounts | other.amounts) != 0 || degrees.areOpposite(to: other.degrees) {
            return true
        }
        return opposite != 0 && areOfOneThing()
    }
}

extension TopicFinder {
    /// The largest number of phrases of a sentence that are looked at.
    private static let mostPhrases = 32

    /// Returns the stance of the whole text that was read last.
    package func stance() -> Stance { stance(of: words.indices) }

    /// Returns the stance of what is said around a word.
    ///
    /// That is its sentence, or the part of it up to a word such as "but".
    package func stance(around word: Int) -> Stance {
        var start = word
        while start > 0, !isBreak(start) { start -= 1 }
        var end = word + 1
        while end < words.count, !isBreak(end) { end += 1 }
        return stance(of: start..<end)
    }

    /// Returns the stance of a wish for what the text that was read last says was done: "Spoke slowly" is slower.
    ///
    /// As a wish, such a word finds fault instead: "slowly" wishes for faster.
    package func stanceOfDeed() -> Stance {
        var stance = Stance()
        if words.contains(where: \.entry.isDenial) { return stance }
        for match in matches where match.words.count == 1 {
            // "Too fast" says less than that it was fast.
            guard case .wish(let axis, let isForMore) = match.meaning, let first = match.words.first,
                !matches.contains(where: { $0.isWish && $0.words.count > 1 && $0.words.contains(first) })
            else { continue }
            let word = word(first)
            if Self.comparedDeeds.contains(word) {
                stance.wish(axis: axis, isForMore: isForMore)
            } else if Self.deeds.contains(word) {
                stance.wish(axis: axis, isForMore: !isForMore)
            }
        }
        stance.leaveOutBothWays()
        return stance
    }

    private static let comparedDeeds: Set<String> = [
        "faster", "quicker", "slower", "louder", "quieter", "softer",
    ]
    private static let deeds: Set<String> = [
        "fast", "quickly", "slow", "slowly", "loud", "loudly", "quiet", "quietly",
        "softly",
    ]

    private func isBreak(_ word: Int) -> Bool {
        words[word].boundary == .sentence || words[word].entry.isTurn
    }

    private func stance(of range: Range<Int>) -> Stance {
        var found: [Match] = []
        var idioms: Set<Int> = []
        for match in matches {
            guard let first = match.words.first, let last = match.words.last, range.contains(first),
                range.contains(last)
            else { continue }
            switch match.meaning {
            case .idiom: idioms.formUnion(match.words)
            case .praise, .fault, .longing, .wish:
                if found.count < Self.mostPhrases { found.append(match) }
                // "Nobody doubted it" denies nothing.
                if match.meaning == .praise, match.words.count > 1 { idioms.formUnion(match.words) }
            case .topic, .denial, .role: break
            }
        }
        var stance = Stance()
        stance.amounts = amountAxes
        var isPraise = false
        var isFault = false
        var isWish = beginsWithAdvice(range, besides: idioms)
        for match in found where !found.contains(where: { $0.says(more: match) }) && !isOfSome(match) {
            switch match.meaning {
            case .praise: isPraise = true
            case .fault: isFault = true
            case .longing: isWish = true
            case .wish(let axis, let isForMore): stance.wish(axis: axis, isForMore: isForMore)
            case .topic, .denial, .role, .idiom: break
            }
        }
        stance.leaveOutBothWays()
        stance.degrees = degrees(of: range)
        let isDenial = range.contains { words[$0].entry.isDenial && !idioms.contains($0) }
        stance.forbids = forbids(range)
        stance.tone =
            isDenial ? .denial : isWish ? .wish : isFault ? .fault : isPraise ? .praise : .plain
        stance.alsoPraises = isPraise
        return stance.tone == .praise ? Stance(tone: .praise) : stance
    }

    /// Returns whether a phrase is "a few" or "a little", of which there may still be too many.
    ///
    /// "Only a few" are too few.
    private func isOfSome(_ match: Match) -> Bool {
        guard match.isWish, match.words.count == 1, let first = match.words.first, first > 0,
            ["few", "little"].contains(word(first)), word(first - 1) == "a"
        else { return false }
        return first < 2 || !["only", "just", "very"].contains(word(first - 2))
    }

    /// Returns whether a text begins as `Don't rush` or `Please do not rush` does.
    private func forbids(_ range: Range<Int>) -> Bool {
        let advice = range.prefix { words[$0].entry.isAdvice }
        guard let last = advice.last, range.contains(last + 1) else { return false }
        return words[last + 1].entry.isDenial
    }

    /// Returns whether a text begins with advice.
    ///
    /// "You know your stuff" is not advice, because an idiom follows who is meant.
    private func beginsWithAdvice(_ range: Range<Int>, besides idioms: Set<Int>) -> Bool {
        guard let first = range.first(where: { !words[$0].entry.isFiller && !words[$0].entry.isTurn }) else {
            return false
        }
        if first > range.lowerBound, idioms.contains(first) { return false }
        // "The plan was good": behind such a word stands a noun.
        if first > range.lowerBound, isDeterminer(first - 1) { return false }
        return words[first].entry.isAdvice
    }

    private func isDeterminer(_ word: Int) -> Bool {
        Self.determiners.contains(self.word(word))
    }

    private static let determiners: Set<String> = [
        "the", "a", "an", "my", "your", "our", "their", "his", "her", "this", "that",
    ]
}

extension TopicFinder.Match {
    fileprivate var isWish: Bool { if case .wish = meaning { true } else { false } }

    /// Returns whether the other phrase lies within this one's words and says less of the same kind.
    fileprivate func says(more other: Self) -> Bool {
        switch (meaning, other.meaning) {
        // "Slow to get to the point" says nothing of speed.
        case (.wish(let axis, _), .wish(let otherAxis, _)):
            if axis != otherAxis, other.words.count > 1 { return false }
        case (_, .wish), (.wish, .fault), (.wish, .longing): return false
        default: break
        }
        return words.count > other.words.count && other.words.allSatisfy(words.contains)
    }
}
