import Markup
import Notebook

/// Reading is total, says only what stands there, and says it again whenever it is asked.
enum ReadingProperty {
    static func check(_ bytes: [UInt8]) throws(Violation) {
        let notes = notes(in: bytes)
        for note in notes { try check(note.bytes, at: note.path) }
        let index = NotebookIndex(of: notes)
        let again = NotebookIndex(of: notes)
        try require(
            index.notes == again.notes && index.diagnostics == again.diagnostics,
            "the same bytes read differently the second time")
    }

    private static func check(_ bytes: [UInt8], at path: NotePath) throws(Violation) {
        let index = NotebookIndex(of: [(path, bytes)])
        let text = NoteText(Source(bytes), vocabulary: .standard)
        for diagnostic in index.diagnostics {
            try require(isWithin(text.source, diagnostic.position), "no such position: \(diagnostic)")
        }
        try checkTokens(of: text)
        guard let note = index.notes.first else { return }
        try checkPositions(of: note, in: text.source)
        try checkBullets(of: note, text)
        try EncodingProperty.check(bytes, index)
    }

    // MARK: Positions

    static func isWithin(_ source: Source, _ position: Position) -> Bool {
        (1...source.lineCount).contains(position.line)
            && (1...source.content(ofLine: position.line).count + 1).contains(position.column)
    }

    private static func checkPositions(of note: Note, in source: Source) throws(Violation) {
        let lists: [(name: String, positions: [Position])] = [
            ("feedback", note.feedback.map(\.position)), ("actions", note.allActions.map(\.position)),
            ("hunches", note.hunches.map(\.position)), ("evidence", note.evidence.map(\.position)),
            ("questions asked", note.questionsAsked.map(\.position)),
            ("questions to ask", note.questionsToAsk.map(\.position)),
            ("reasons", note.feedback.flatMap(\.reasons).map(\.position).sorted()),
            ("plans", note.feedback.flatMap(\.plans).map(\.position).sorted()),
        ]
        for (name, positions) in lists {
            for position in positions {
                // A heading can be a question.
                let isBullet = isMarker(source, at: position) || name == "questions asked"
                try require(isWithin(source, position) && isBullet, "no bullet at \(position): \(name)")
            }
            for (first, second) in zip(positions, positions.dropFirst()) {
                try require(first < second, "\(name) out of order, at \(first) and \(second)")
            }
        }
    }

    private static func isMarker(_ source: Source, at position: Position) -> Bool {
        let line = source.bytes[
            source.offset(of: position)..<source.content(ofLine: position.line).upperBound]
        if let first = line.first, "-+*".utf8.contains(first) { return true }
        let digits = line.prefix { (0x30...0x39).contains($0) }
        return (1...9).contains(digits.count)
            && line.dropFirst(digits.count).first.map { ".)".utf8.contains($0) } ?? false
    }

    // MARK: What stands there

    private static func checkTokens(of text: NoteText) throws(Violation) {
        let source = text.source
        for bullet in text.bullets {
            let lines =
                source.offset(of: bullet.position)..<source.content(ofLine: bullet.lastLine).upperBound
            var end = lines.lowerBound
            var last: Range<Int>?
            for token in bullet.tokens {
                // The rule in a timestamp has no position of its own: it has that of the date.
                let isRule = if case .repeats = token.kind { token.range.isEmpty } else { false }
                try require(
                    token.range.lowerBound >= end && token.range.upperBound <= lines.upperBound
                        && (isRule || !token.range.isEmpty),
                    "a token at \(token.range) of the bullet at \(bullet.position), \(lines)")
                end = token.range.upperBound
                let range = isRule ? last ?? token.range : token.range
                last = token.range
                if token.value.isEmpty { continue }
                try require(
                    range.lowerBound <= token.value.lowerBound && token.value.upperBound <= range.upperBound,
                    "a value at \(token.value) of the token at \(token.range)")
                if case .date(_, let date) = token.kind {
                    try require(
                        source.text(token.value) == date.description,
                        "\(date) is read from \(source.text(token.value))")
                }
            }
        }
    }

    /// Whether the source has, at each bullet, what the note says of it.
    private static func checkBullets(of note: Note, _ text: NoteText) throws(Violation) {
        var bullets: [Position: NoteText.WrittenBullet] = [:]
        for bullet in text.bullets { bullets[bullet.position] = bullet }
        func check(_ position: Position, _ shown: String, topics: [Topic]?, id: String?) throws(Violation) {
            guard let bullet = bullets[position] else {
                throw Violation(description: "no bullet at \(position)")
            }
            let start = text.source.offset(of: position)
            let end = text.source.content(ofLine: bullet.lastLine).upperBound
            try require(
                isSubsequence(shown, of: text.source.text(start..<end)),
                "“\(shown)” does not stand at \(position)")
            if let topics {
                var written: [Topic] = []
                for token in bullet.tokens {
                    guard case .topic = token.kind else { continue }
                    let topic = Topic(text.source.text(token.value))
                    if !written.contains(topic) { written.append(topic) }
                }
                try require(
                    written.map(\.name) == topics.map(\.name), "at \(position) \(topics) for \(written)")
            }
            if let id {
                try require(
                    bullet.tokens.contains {
                        if case .blockID = $0.kind { text.source.text($0.value) == id } else { false }
                    }, "no id \(id) at \(position)")
            }
        }
        for feedback in note.feedback {
            try check(feedback.position, feedback.text, topics: feedback.topics, id: feedback.id)
            for bullet in Array(feedback.reasons) + feedback.plans {
                try check(bullet.position, bullet.text, topics: nil, id: nil)
            }
        }
        for action in note.allActions {
            try check(action.position, action.text, topics: action.topics, id: action.id)
        }
        for hunch in note.hunches { try check(hunch.position, hunch.text, topics: hunch.topics, id: nil) }
        for evidence in note.evidence {
            try check(evidence.position, evidence.text, topics: evidence.topics, id: evidence.id)
        }
        // A heading can be a question, and is not a bullet.
        let asked = note.questionsAsked.filter { isMarker(text.source, at: $0.position) }
        for bullet in asked + note.questionsToAsk {
            try check(bullet.position, bullet.text, topics: nil, id: nil)
        }
    }

    /// Whether a text's characters stand in another in their order, but for white space.
    private static func isSubsequence(_ text: String, of whole: String) -> Bool {
        var rest = whole.unicodeScalars[...]
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            guard let found = rest.firstIndex(of: scalar) else { return false }
            rest = rest[rest.index(after: found)...]
        }
        return true
    }
}
