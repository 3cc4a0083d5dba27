internal import Markup

/// Carries what a note says about itself into the note, key by key: first the keys of the front matter, then
/// the properties in the body.
package struct NoteParticulars {
    /// The keys that have been given so far in the front matter or in the properties, whichever is being
    /// read.
    ///
    /// Each key is a bit.
    private var given = 0
    /// The keys that the front matter gave, while properties are being read.
    ///
    /// Those that `winning` has too have a value there, which counts.
    private var givenBefore = 0
    private var winning = 0
    /// The given keys that have a value.
    private var valued = 0
    private var date: WrittenDate?
    private var time: String?
    private var link: String?
    /// What is wrong with keys that notes of any kind have.
    ///
    /// It is reported if the note is about an interview.
    package private(set) var ofInterview: [Diagnostic] = []

    /// Whether a key is given that only notes of interviews have, whatever its value.
    package var speakOfInterview: Bool {
        FrontMatterKey.allCases.contains { key in
            key.isOfInterviewsAlone && (given | givenBefore) & 1 << key.rawValue != 0
        }
    }

    /// Ends the front matter and begins the properties.
    package mutating func beginProperties() {
        (givenBefore, winning) = (given, valued)
        given = 0
    }

    /// Carries over what one key says.
    ///
    /// - Parameters:
    ///   - statement: what the key says.
    ///   - lines: how many lines further down the key stands than the statement says.
    ///   - note: the note that receives the value.
    ///   - diagnostics: receives what is wrong with the key.
    ///   - firstSpelling: returns the spelling of a key that has been given before.
    package mutating func apply(
        _ statement: FrontMatterStatement, movedBy lines: Int, into note: inout Note,
        reporting diagnostics: inout [Diagnostic], firstSpelling: (FrontMatterKey) -> String
    ) {
        let key = statement.key
        let bit = 1 << key.rawValue
        if winning & bit != 0 { return }
        if given & bit != 0, key != .tags {
            diagnostics.append(
                .duplicateKey(
                    statement.spelling, first: firstSpelling(key), note.path,
                    at: statement.keyStart.moved(byLines: lines)))
            return
        }
        given |= bit
        if statement.content.hasValue { valued |= bit }
        apply(statement.content, into: &note)
        if !statement.links.isEmpty { note.links.merge(statement.links) { first, _ in first } }
        if key.isRequestDate || key == .interviewers || key == .outcome {
            note.requestPositions[key] = statement.valueStart.moved(byLines: lines)
        }
        if key == .round { note.isRoundAStage = statement.spelling.caseFolded == "stage" }
        for (number, found) in statement.diagnostics.enumerated() {
            let moved = found.moved(to: note.path, byLines: lines)
            if number < statement.ofInterview { ofInterview.append(moved) } else { diagnostics.append(moved) }
        }
    }

    /// Writes what a statement says into the note.
    private mutating func apply(_ content: FrontMatterStatement.Content, into note: inout Note) {
        switch content {
        case .title(let text): if let text { note.title = text }
        case .company(let text): note.company = text
        case .role(let text): note.role = text
        case .round(let text): note.round = text
        case .date(let date):
            guard let date else { break }
            note.date = date.day
            self.date = date
        case .time(let text): time = text
        case .place(let text): note.place = text
        case .link(let text): link = text
        case .interviewers(let names): note.interviewers = names
        case .outcome(let word): note.outcome = word
        case .asked(let day): note.requestDates.asked = day
        case .answered(let day): note.requestDates.answered = day
        case .refused(let day): note.requestDates.refused = day
        case .thanked(let day): note.requestDates.thanked = day
        case .tags(let topics) where note.topics.isEmpty: note.topics = topics
        case .tags(let topics):
            var seen = SeenSet<Topic>()
            for topic in note.topics { _ = seen.insert(topic) }
            note.topics += topics.filter { seen.insert($0) }
        }
    }

    /// Carries over what several keys say together.
    package func finish(_ note: inout Note, reporting diagnostics: inout [Diagnostic]) {
        note.time = time ?? date?.time
        if note.time != nil, note.time == date?.time { note.timeOffset = date?.timeOffset }
        if let link { note.place = note.place.map { $0 + " " + link } ?? link }
        if let found = Diagnostic.requestOrder(
            note.requestDates, interview: note.date, note.path, at: note.requestPositions[.answered])
        {
            diagnostics.append(found)
        }
    }
}

extension Diagnostic {
    /// Returns the same diagnostic for another note, in which it stands a number of lines further down.
    fileprivate func moved(to path: NotePath, byLines lines: Int) -> Diagnostic {
        Diagnostic(code, path: path, at: position.moved(byLines: lines), message)
    }
}

extension Position {
    fileprivate func moved(byLines lines: Int) -> Position { Position(line: line + lines, column: column) }
}
