package import Notes

extension NotebookIndex {
    /// Returns the questions that were asked.
    ///
    /// Questions that ask the same in other words are in one group.
    ///
    /// Two wordings are one question if at least half of the words that either has are in both, neither asks
    /// for the opposite, and they share a topic if both have topics. Of four words or fewer none may stand in
    /// place of another. Words that only ask, such as "tell", do not count.
    public func foldedQuestions() -> [QuestionGroup] {
        let groups = questionGroups()
        if groups.isEmpty { return [] }
        var finder = NoteTopicFinder(self)
        var words: [Int32: String] = [:]
        finder.read(Self.askingWords, of: 0)
        let asking = Set(finder.stems())
        let pieces = groups.map { group -> AgreeingGroups.Piece in
            finder.read(group.text, of: group.questions.last?.note ?? 0)
            let stems = finder.stems().withoutWords(ofAsking: asking)
            for stem in stems where words[stem] == nil { words[stem] = finder.word(ofStem: stem) }
            return AgreeingGroups.Piece(stems: stems, stance: finder.stance())
        }
        var folded: [Int: QuestionGroup] = [:]
        var isFolded = Array(repeating: false, count: groups.count)
        for alike in WordOverlap.groups(pieces.map(\.stems)) {
            let agreeing = AgreeingGroups(alike.members.map { pieces[$0] }).groups
            let turns = alike.members.map { QuestionTurn(groups[$0].text) }
            func fit(_ one: Int, _ other: Int) -> Bool {
                turns[one].agrees(with: turns[other])
                    && !pieces[alike.members[one]].stems.swapsWord(with: pieces[alike.members[other]].stems)
            }
            for members in agreeing.flatMap({ withCommonTopics($0.map { groups[alike.members[$0]] }, $0) })
                .flatMap({ divided($0, fit) })
            where members.count > 1 {
                let numbers = members.map { alike.members[$0] }
                for number in numbers { isFolded[number] = true }
                folded[numbers[0]] = fold(
                    numbers.map { groups[$0] }, sharing: alike.common.compactMap { words[$0] })
            }
        }
        return groups.indices.compactMap { folded[$0] ?? (isFolded[$0] ? nil : groups[$0]) }
    }

    /// Words that ask without saying what for.
    ///
    /// The lexicon has the small words of English; those of other languages stand here.
    private static let askingWords = """
        tell describe talk explain share example walk through ask question \
        erzählen erzähl beschreiben beschreib schildern nennen bitte sie uns mir von vom einer einem einen eine ein \
        der die das dem den des im ihr ihre ihrer ihrem ihren wie was wann haben sich mit und über zu für beispiel \
        parlez racontez décrivez donnez nous moi vous votre vos avez de du des la le les une un dans pour avec \
        comment quel quelle exemple \
        hábleme háblenos cuénteme cuéntenos describa nos me usted su sus una el los las del en con por para cómo \
        cuál qué ejemplo
        """

    /// Returns the topics that a question was ever given, each once.
    package func topics(of group: QuestionGroup) -> [Topic] {
        var seen = SeenSet<Topic>()
        return group.questions.flatMap { self[$0].topics }.filter { seen.insert($0) }
    }

    /// Divides wordings so that any two with topics in one part share a topic.
    ///
    /// - Parameters:
    ///   - groups: the wordings.
    ///   - numbers: the number of each wording.
    /// - Returns: the numbers of the wordings in each part.
    private func withCommonTopics(_ groups: [QuestionGroup], _ numbers: [Int]) -> [[Int]] {
        var parts: [(topics: Set<Topic>, members: [Int])] = []
        for (group, number) in zip(groups, numbers) {
            let topics = Set(topics(of: group))
            let fit = parts.firstIndex {
                $0.topics.isEmpty || topics.isEmpty || !$0.topics.isDisjoint(with: topics)
            }
            if let fit {
                parts[fit].members.append(number)
                // Only the topics that all of them share count from here on.
                let both = parts[fit].topics.intersection(topics)
                parts[fit].topics = both.isEmpty ? parts[fit].topics.union(topics) : both
            } else {
                parts.append((topics, [number]))
            }
        }
        return parts.map(\.members)
    }

    /// The largest number of wordings of one part that another one is compared with.
    private static let mostCompared = 24

    /// Divides wordings so that any two in one part fit.
    private func divided(_ numbers: [Int], _ fit: (Int, Int) -> Bool) -> [[Int]] {
        var parts: [[Int]] = []
        for number in numbers {
            if let own = parts.firstIndex(where: {
                $0.prefix(Self.mostCompared).allSatisfy { fit($0, number) }
            }) {
                parts[own].append(number)
            } else {
                parts.append([number])
            }
        }
        return parts
    }

    private func fold(_ groups: [QuestionGroup], sharing words: [String]) -> QuestionGroup {
        func day(_ id: QuestionID) -> Int32 { notes[id.note].date?.dayNumber ?? .min }
        func isBefore(_ a: QuestionID, _ b: QuestionID) -> Bool {
            (day(a), a.note, a.number) < (day(b), b.note, b.number)
        }
        let byLast = groups.compactMap { group in group.questions.last.map { (group, $0) } }
            .sorted { isBefore($1.1, $0.1) }
        guard var folded = byLast.first?.0 else { return groups[0] }
        folded.questions = groups.flatMap(\.questions).sorted(by: isBefore)
        folded.otherWordings = byLast.dropFirst().map(\.1)
        folded.commonWords = words
        return folded
    }
}

extension [Int32] {
    /// Returns whether each of two short questions has a word in place of the other's: `greatest strength`,
    /// `greatest weakness`.
    fileprivate func swapsWord(with other: [Int32]) -> Bool {
        let common = count { other.contains($0) }
        return common < count && common < other.count && count + other.count - common <= 4
    }

    /// Returns the stems of a question without those that only ask.
    ///
    /// A question with one other word keeps one of them, so that "Tell us about a failure" and "Describe a
    /// failure" are one.
    fileprivate func withoutWords(ofAsking asking: Set<Int32>) -> [Int32] {
        let others = filter { !asking.contains($0) }
        switch others.count {
        case 0: return self
        case 1 where count > 1: return (others + (asking.min().map { [$0] } ?? [])).sorted()
        default: return others
        }
    }
}
