/// How what somebody said stands to what it is about: whether it praises, denies, or wishes for more or for less.
///
/// Two people who speak about one topic need not say the same of it.
struct Stance: Sendable, Hashable {
    enum Tone: Sendable {
        /// It praises, and neither denies anything nor finds fault.
        case praise
        /// It says that something was not so.
        case denial
        /// It finds fault.
        case fault
        /// It advises, asks or wishes for something.
        case wish
        case plain
    }

    var tone = Tone.plain
    /// By the number of each pair of opposites: longer and not shorter, for example.
    private(set) var wishesForMore: UInt64 = 0
    private(set) var wishesForLess: UInt64 = 0

    mutating func wish(axis: Int, isForMore: Bool) {
        // What is beyond is left out; a lexicon has a dozen.
        guard (0..<UInt64.bitWidth).contains(axis) else { return }
        if isForMore { wishesForMore |= 1 << axis } else { wishesForLess |= 1 << axis }
    }

    /// Whether the two may stand together as the same.
    ///
    /// What praises never stands beside what does not, nor a denial beside what is said plainly, nor one wish
    /// beside its opposite.
    func agrees(with other: Self) -> Bool {
        if (tone == .praise) != (other.tone == .praise) { return false }
        if [tone, other.tone].contains(.denial), [tone, other.tone].contains(.plain) { return false }
        return !wishesForOpposite(of: other)
    }

    /// What several stances that agree have in common with any other.
    struct Sum {
        private var tones: Set<Tone> = []
        private var wishes = Stance()

        mutating func add(_ stance: Stance) {
            tones.insert(stance.tone)
            wishes.wishesForMore |= stance.wishesForMore
            wishes.wishesForLess |= stance.wishesForLess
        }

        /// Whether a stance agrees with each that was added.
        func agrees(with stance: Stance) -> Bool {
            tones.allSatisfy { tone in
                var other = wishes
                other.tone = tone
                return stance.agrees(with: other)
            }
        }
    }

    /// Whether the two say opposite things, if they are about one topic.
    func isOpposite(of other: Self) -> Bool {
        let isBlamed = tone == .praise && other.isBlame || other.tone == .praise && isBlame
        return isBlamed || wishesForOpposite(of: other)
    }

    private var isBlame: Bool { tone == .denial || tone == .fault || tone == .wish }

    private func wishesForOpposite(of other: Self) -> Bool {
        wishesForMore & other.wishesForLess != 0 || wishesForLess & other.wishesForMore != 0
    }
}

extension TopicFinder {
    /// Of a longer sentence only so many phrases are looked at for it.
    private static let mostPhrases = 32

    /// The stance of the whole text that was read last.
    func stance() -> Stance { stance(of: words.indices) }

    /// The stance of what is said around a word: its sentence, or the part of it up to a word such as "but".
    func stance(around word: Int) -> Stance {
        var start = word
        while start > 0, !isBreak(start) { start -= 1 }
        var end = word + 1
        while end < words.count, !isBreak(end) { end += 1 }
        return stance(of: start..<end)
    }

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
            case .praise, .fault, .longing, .wish: if found.count < Self.mostPhrases { found.append(match) }
            case .topic, .denial, .role: break
            }
        }
        var stance = Stance()
        var isPraise = false
        var isFault = false
        var isWish = beginsWithAdvice(range)
        for match in found where !found.contains(where: { $0.says(more: match) }) {
            switch match.meaning {
            case .praise: isPraise = true
            case .fault: isFault = true
            case .longing: isWish = true
            case .wish(let axis, let isForMore): stance.wish(axis: axis, isForMore: isForMore)
            case .topic, .denial, .role, .idiom: break
            }
        }
        let isDenial = range.contains { words[$0].entry.isDenial && !idioms.contains($0) }
        stance.tone =
            isDenial ? .denial : isWish ? .wish : isFault ? .fault : isPraise ? .praise : .plain
        return stance.tone == .praise ? Stance(tone: .praise) : stance
    }

    private func beginsWithAdvice(_ range: Range<Int>) -> Bool {
        guard let first = range.first(where: { !words[$0].entry.isFiller && !words[$0].entry.isTurn }) else {
            return false
        }
        return words[first].entry.isAdvice
    }
}

extension TopicFinder.Match {
    /// Whether the other phrase, which is found in this one's words, says less of the same kind.
    fileprivate func says(more other: Self) -> Bool {
        switch (meaning, other.meaning) {
        case (.wish(let axis, _), .wish(let otherAxis, _)): if axis != otherAxis { return false }
        case (_, .wish), (.wish, .fault), (.wish, .longing): return false
        default: break
        }
        return words.count > other.words.count && other.words.allSatisfy(words.contains)
    }
}
