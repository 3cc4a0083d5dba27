internal import Markup
internal import Notebook

/// Something that can be done at the cursor, as a proven edit.
private struct CodeAction {
    enum Kind: String {
        /// Removes a diagnostic.
        case quickFix = "quickfix"
        case rewrite = "refactor.rewrite"
    }

    let title: String
    let kind: Kind
    let replacements: [Edit.Replacement]
}

extension Workspace {
    /// Returns what can be done where a range begins, as a list of code actions.
    ///
    /// `kinds` is the kinds that the client wants; it is nil for all.
    func codeActions(in document: Document, _ range: Range<Int>, kinds: [String]?) -> JSON {
        // If the editor and this server read a text differently, it is not edited.
        guard !document.hasAmbiguousLines, document.note != nil else { return [] }
        let actions = CodeActions(document, range, today: index.today).actions.filter { action in
            let kind = action.kind.rawValue
            return kinds?.contains { kind == $0 || kind.hasPrefix($0 + ".") } ?? true
        }
        return .array(
            actions.map { action in
                let edit = DocumentEdit(
                    uri: document.uri, version: document.version, document.positions, action.replacements)
                return [
                    "title": .string(action.title), "kind": .string(action.kind.rawValue),
                    "edit": workspaceEdit([edit]),
                ]
            })
    }
}

extension Document {
    /// Returns the topics that feedback or a hunch without a topic seems to be about.
    fileprivate func topicProposals(for position: Position, in note: Note) -> [TopicProposal] {
        if let number = note.feedback.firstIndex(where: { $0.position == position }) {
            if !note.feedback[number].topics.isEmpty { return [] }
            return TopicSuggestions(part).proposals(for: FeedbackID(note: 0, number: number)) ?? []
        }
        guard let number = note.hunches.firstIndex(where: { $0.position == position }),
            note.hunches[number].topics.isEmpty
        else { return [] }
        return TopicSuggestions(part).proposals(for: HunchID(note: 0, number: number)) ?? []
    }
}

/// Finds what can be done on one line of a document.
private struct CodeActions {
    private let document: Document
    private let text: NoteText
    private let line: Int
    private let today: CalendarDate
    private(set) var actions: [CodeAction] = []

    init(_ document: Document, _ range: Range<Int>, today: CalendarDate) {
        self.document = document
        self.today = today
        text = document.text
        line = document.source.position(of: range.lowerBound).line
        guard let note = document.note else { return }
        adopt()
        if let bullet = text.bullet(onLine: line) {
            correctTag(bullet)
            if let feedback = note.feedback.first(where: { $0.position == bullet.position }) {
                judge(feedback)
            }
            proposeTopics(of: bullet, in: note)
            if let action = note.allActions.first(where: { $0.position == bullet.position }) { tick(action) }
        } else {
            correctOutcome()
            record(note)
        }
    }

    /// Adds an action whose edit the notebook makes and proves.
    ///
    /// Adds none if it refuses.
    private mutating func add(
        _ title: String, _ kind: CodeAction.Kind,
        _ change: (inout NoteEditor) throws(Refusal) -> Void
    ) {
        do {
            var editor = try NoteEditor(
                document.source.bytes, path: document.path, vocabulary: document.vocabulary)
            try change(&editor)
            let edit = try editor.edit()
            if !edit.isEmpty {
                actions.append(CodeAction(title: title, kind: kind, replacements: edit.edit.replacements))
            }
        } catch {
            // What is refused is not offered.
        }
    }

    // MARK: What is not read

    /// Adds the edits that make text readable that looks meant.
    private mutating func adopt() {
        guard document.part.faults.contains(where: \.isOfWhatIsNotRead) else { return }
        let adoptions = AdoptionQueue.adoptions(
            onLine: line, of: document.source, path: document.path, today: today, document.vocabulary)
        for adoption in adoptions {
            for proposal in adoption.writableProposals where proposal.adoptsAnything {
                guard let edit = try? adoption.edit(proposal) else { continue }
                actions.append(
                    CodeAction(title: proposal.title, kind: .quickFix, replacements: edit.edit.replacements))
            }
        }
    }

    // MARK: Feedback

    private mutating func judge(_ feedback: Feedback) {
        let (line, today) = (line, today)
        let isDue =
            feedback.stage == .unsorted
            || document.part.diagnostics.contains {
                $0.code == .staleChew && $0.position == feedback.position
            }
        for (stage, title) in [
            (Stage.chew, "Chew on it"), (.swallow, "Swallow it"), (.spit, "Spit it out"),
            (.keep, "Keep it, to lean on"), (.unsorted, "Leave it unsorted"),
        ] where stage != feedback.stage {
            add(title, isDue ? .quickFix : .rewrite) { editor throws(Refusal) in
                try editor.mark(line: line, as: stage, today: today)
            }
        }
        guard feedback.stage == .swallow || feedback.stage == .chew else { return }
        let kind = feedback.lacksAction ? CodeAction.Kind.quickFix : .rewrite
        add("Add an action", kind) { editor throws(Refusal) in
            try editor.add(.action("What to do"), line: line)
        }
        add("Add a plan", kind) { editor throws(Refusal) in try editor.add(.plan("… → …"), line: line) }
    }

    /// Offers the topics that feedback or a hunch without a topic seems to be about.
    private mutating func proposeTopics(of bullet: NoteText.WrittenBullet, in note: Note) {
        let line = line
        for proposal in document.topicProposals(for: bullet.position, in: note) {
            let title = "Name its topic: #\(proposal.topic) (“\(proposal.words)”)"
            add(title, .rewrite) { editor throws(Refusal) in
                try editor.name(topic: proposal.topic.name, line: line)
            }
        }
    }

    // MARK: Actions

    private mutating func tick(_ action: Action) {
        let (line, today) = (line, today)
        for (box, title) in [
            (TaskBox.done, "Tick it off"), (.inProgress, "Begin it"), (.dropped, "Drop it"),
            (.open, "Open it again"),
        ] where box.state != action.state {
            add(title, .rewrite) { editor throws(Refusal) in
                try editor.tick(line: line, box, today: today)
            }
        }
    }

    // MARK: Did you mean

    private mutating func correctTag(_ bullet: NoteText.WrittenBullet) {
        for token in bullet.tokens {
            let position = document.source.position(of: token.range.lowerBound)
            guard case .unknownTag(let number, _) = token.kind,
                document.part.diagnostics.contains(where: {
                    $0.code == .unknownTag && $0.position == position
                })
            else { continue }
            let meant = text.vocabulary.tagWord(number)
            let title = "Did you mean `\(meant):`?"
            if token.isDressedAsTag(in: document.source.bytes) {
                replace(token.value, with: meant, title)
            } else {
                replace(token.range, with: meant + ":", title)
            }
        }
    }

    private mutating func correctOutcome() {
        guard text.conflict == nil, let frontMatter = text.frontMatter,
            case .success(let pairs) = frontMatter.content
        else {
            return
        }
        for pair in pairs where pair.valueStart.line == line && FrontMatterKey(pair.key) == .outcome {
            guard case .scalar(let word, let isPlain) = pair.value,
                let meant = Vocabulary.outcomeMeant(by: word)
            else { continue }
            let start = document.source.offset(of: pair.valueStart) + (isPlain ? 0 : 1)
            let range = start..<min(start + word.utf8.count, document.source.bytes.count)
            guard meant.description != word.lowercased(), document.source.text(range) == word else {
                continue
            }
            replace(range, with: meant.description, "Did you mean `\(meant)`?")
        }
    }

    private mutating func replace(_ range: Range<Int>, with word: String, _ title: String) {
        let replacement = Edit.Replacement(range, with: word.utf8)
        actions.append(CodeAction(title: title, kind: .quickFix, replacements: [replacement]))
    }

    // MARK: The request

    private mutating func record(_ note: Note) {
        let today = today
        for (event, title) in events(of: note) {
            var dates = RequestDates()
            dates[keyPath: event] = today
            add(title, .rewrite) { editor throws(Refusal) in try editor.record(dates) }
        }
    }

    /// Returns what may have happened today to a note's request for feedback.
    private func events(of note: Note) -> [(WritableKeyPath<RequestDates, CalendarDate?>, String)] {
        let dates = note.requestDates
        switch document.part.request(of: note) {
        case .upcoming: return []
        case .notAsked: return [(\.asked, "Record that you asked for feedback today")]
        case .asked, .silent:
            return [
                (\.answered, "Record that they answered today"),
                (\.refused, "Record that they refused today"),
            ]
        case .answered, .refused:
            if dates.areThanksGiven { return [] }
            return [(\.thanked, "Record that you gave thanks today")]
        }
    }
}
