internal import Markup
internal import Notebook

// Definition, references and renaming of a topic.

extension Workspace {
    /// Returns where a topic was learned: the lesson that it became, or else where it was first said.
    ///
    /// For a block id it is the feedback that has it.
    func definition(in document: Document, at offset: Int) -> JSON {
        let text = document.text
        if let topic = text.writtenTopic(at: offset)?.topic { return definition(of: topic) ?? .null }
        guard let name = text.blockName(at: offset) else { return .null }
        for note in index.notes {
            if let feedback = note.feedback.first(where: { $0.id == name }) {
                return location(note.path, feedback.position) ?? .null
            }
        }
        return .null
    }

    private func definition(of topic: Topic) -> JSON? {
        if let lesson = index.lessons().first(where: { $0.topic == topic }) {
            return location(lesson.headline)
        }
        let said = index.allFeedback.filter { index[$0].topics.contains(topic) }
        let first = said.min {
            (index.day(of: $0)?.dayNumber ?? .max, $0.note, $0.number)
                < (index.day(of: $1)?.dayNumber ?? .max, $1.note, $1.number)
        }
        return first.flatMap(location)
    }

    private func location(_ id: FeedbackID) -> JSON? {
        location(index.notes[id.note].path, index[id].position)
    }

    func references(in document: Document, at offset: Int) -> JSON {
        guard let topic = document.text.writtenTopic(at: offset)?.topic else { return .null }
        let locations = mentions(of: topic, isExact: true, of: document).flatMap { mention in
            mention.topics.map { written -> JSON in
                ["uri": .string(mention.uri), "range": mention.text.range(written.range)]
            }
        }
        return .array(locations)
    }

    // MARK: Rename

    func renameRange(in document: Document, at offset: Int) -> JSON {
        guard let written = document.text.writtenTopic(at: offset) else { return .null }
        return [
            "range": document.positions.range(written.range), "placeholder": .string(written.topic.name),
        ]
    }

    /// Renames a topic in all notes, under every name that it has there, and the topics that are nested in it
    /// too.
    func rename(in document: Document, at offset: Int, to newName: String) throws(ResponseError) -> JSON {
        guard let topic = document.text.writtenTopic(at: offset)?.topic else {
            throw .refused("there is no topic here")
        }
        let name = String(newName.drop { $0 == "#" })
        guard Topic.isName(name, vocabulary: document.vocabulary) else {
            throw .refused("\"\(newName)\" cannot be the name of a topic")
        }
        var edits: [DocumentEdit] = []
        for mention in mentions(of: topic, isExact: false, of: document) {
            guard !mention.isAmbiguous else {
                throw .refused("\(mention.path) has single carriage returns; rename it there by hand")
            }
            if let conflict = MergeConflict(in: mention.text.source) {
                throw .refused(
                    "\(mention.path):\(conflict.lines.lowerBound) is in a merge conflict; resolve that first")
            }
            if let line = mention.text.firstInvalidLine(of: mention.topics.map(\.range)) {
                throw .refused("\(mention.path):\(line) is not UTF-8; rename it there by hand")
            }
            let replacements = mention.topics.map { written in
                Edit.Replacement(written.range, with: written.topic.replacing(topic, with: name).utf8)
            }
            edits.append(DocumentEdit(uri: mention.uri, version: mention.version, mention.text, replacements))
        }
        return workspaceEdit(edits)
    }

    // MARK: Mentions

    /// Where one note speaks of a topic.
    private struct NoteMentions {
        let path: NotePath
        let uri: String
        let version: Int?
        let text: TextPositions
        let topics: [WrittenTopic]

        var isAmbiguous: Bool { text.source.hasLoneReturn }
    }

    /// Returns where notes speak of a topic, by path.
    ///
    /// `isExact` says whether only the topic itself counts, and not the topics that are nested in it.
    private func mentions(of topic: Topic, isExact: Bool, of document: Document) -> [NoteMentions] {
        let vocabulary = index.configuration.vocabulary
        var paths = index.notes.map(\.path)
        if !document.isInNotebook { paths.append(document.path) }
        return paths.compactMap { path in
            let open = document.path == path ? document : self.document(at: path)
            guard let text = open?.positions ?? positions(of: path),
                vocabulary.hasAliases || text.source.mentions(topic)
            else { return nil }
            let topics = NoteText(text.source, vocabulary: vocabulary).writtenTopics.filter {
                isExact ? $0.topic == topic : $0.topic.isWithin(topic)
            }
            if topics.isEmpty { return nil }
            return NoteMentions(
                path: path, uri: open?.uri ?? uri(of: path), version: open?.version, text: text,
                topics: topics)
        }
    }
}

extension Source {
    /// Whether a topic's name may occur.
    ///
    /// It is only a quick look, before a note is taken apart.
    fileprivate func mentions(_ topic: Topic) -> Bool {
        // The beginning of a long name, as hostile ones are, is enough.
        let key = Array(topic.name.lowercased().utf8.prefix(32))
        guard key.allSatisfy({ $0 < 0x80 }), let first = key.first else { return true }
        return bytes.indices.contains { at in
            bytes[at].lowercased == first && at + key.count <= bytes.count
                && zip(bytes[at..<at + key.count], key).allSatisfy { $0.lowercased == $1 }
        }
    }
}

extension TextPositions {
    /// Returns the first line, among those on which some ranges begin, that is not UTF-8.
    ///
    /// Editors count its columns differently.
    fileprivate func firstInvalidLine(of ranges: [Range<Int>]) -> Int? {
        var last = 0
        return ranges.lazy.map { source.position(of: $0.lowerBound).line }.first { line in
            defer { last = line }
            return line != last
                && Encoding.firstInvalidByte(in: Array(source.bytes[source.content(ofLine: line)])) != nil
        }
    }
}

extension NoteText {
    /// Returns the name after the `^` of the block id at an offset; nil if there is none.
    fileprivate func blockName(at offset: Int) -> String? {
        let bytes = source.bytes
        func isName(_ byte: UInt8) -> Bool {
            byte.isLetter || byte.isDigit || byte == .ascii("-") || byte == .ascii("_")
        }
        var start = min(offset, bytes.count)
        if start < bytes.count, bytes[start] == .ascii("^") { start += 1 }
        while start > 0, isName(bytes[start - 1]) { start -= 1 }
        guard start > 0, bytes[start - 1] == .ascii("^") else { return nil }
        return source.text(start..<(bytes[start...].firstIndex { !isName($0) } ?? bytes.count))
    }
}
