private import Clibyaml

/// The events of a YAML document as libyaml reports them.
///
/// This is the one file that touches libyaml.
///
/// Events come one by one and no alias is expanded, so that the number of bytes bounds the work.
@safe struct YAMLEvents: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let source: Source
    private let firstLine: Int
    /// Whether each character is one byte, so that libyaml's marks are positions already.
    private let isASCII: Bool
    /// The mark whose position was asked for last: its index in characters, and its offset in the source.
    private var lastMark: (index: Int, offset: Int)
    /// The bytes that libyaml reads.
    ///
    /// libyaml keeps a pointer into them.
    private let input: UnsafeMutableBufferPointer<UInt8>
    private var isUsable: Bool

    /// The deepest nesting that is accepted.
    ///
    /// libyaml's time for each token grows with the depth.
    private static let deepest = 64

    /// Makes a parser of a document.
    ///
    /// - Parameters:
    ///   - source: the source that the document stands in.
    ///   - range: the bytes of the document. They begin at the start of `firstLine`.
    ///   - firstLine: the number of the document's first line.
    init(_ source: Source, _ range: Range<Int>, firstLine: Int) {
        self.source = source
        self.firstLine = firstLine
        lastMark = (0, range.lowerBound)
        let written = source.bytes[range]
        isASCII = Encoding.isASCII(written.span)
        let isValid = isASCII || Encoding.firstInvalidByte(in: written.span) == nil
        let bytes = isValid ? written : Array(String(decoding: written, as: UTF8.self).utf8)[...]
        unsafe input = .allocate(capacity: max(bytes.count, 1))
        _ = unsafe input.initialize(from: bytes)
        unsafe parser = .allocate(capacity: 1)
        isUsable = unsafe yaml_parser_initialize(parser) == 1
        if isUsable { unsafe yaml_parser_set_input_string(parser, input.baseAddress, bytes.count) }
        if isUsable { unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING) }
    }

    deinit {
        if isUsable { unsafe yaml_parser_delete(parser) }
        unsafe parser.deallocate()
        unsafe input.deallocate()
    }

    private enum Event {
        case scalar(String, isPlain: Bool)
        case alias
        case listStart, listEnd
        case mappingStart, mappingEnd
        case documentStart, documentEnd
        case streamStart, streamEnd
    }

    private mutating func next() throws(FrontMatter.Failure) -> (event: Event, start: Position) {
        guard isUsable else { throw .syntax("no memory to parse with", .start) }
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw problem() }
        defer { unsafe yaml_event_delete(&event) }
        let start = unsafe position(of: event.start_mark)
        switch unsafe event.type {
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            let text = unsafe String(
                decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            return (.scalar(text, isPlain: unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE), start)
        case YAML_ALIAS_EVENT: return (.alias, start)
        case YAML_SEQUENCE_START_EVENT: return (.listStart, start)
        case YAML_SEQUENCE_END_EVENT: return (.listEnd, start)
        case YAML_MAPPING_START_EVENT: return (.mappingStart, start)
        case YAML_MAPPING_END_EVENT: return (.mappingEnd, start)
        case YAML_DOCUMENT_START_EVENT: return (.documentStart, start)
        case YAML_DOCUMENT_END_EVENT: return (.documentEnd, start)
        case YAML_STREAM_START_EVENT: return (.streamStart, start)
        default: return (.streamEnd, start)
        }
    }

    /// Returns the pairs of the mapping on some lines; an empty array if the lines are empty.
    ///
    /// Plain YAML is read without libyaml.
    static func pairs(
        of source: Source, _ range: Range<Int>, firstLine: Int
    ) throws(FrontMatter.Failure) -> [FrontMatter.Pair] {
        if let pairs = PlainYAML.pairs(of: source, range, firstLine: firstLine) { return pairs }
        var events = YAMLEvents(source, range, firstLine: firstLine)
        return try events.pairs()
    }

    /// Returns the pairs of the document's one mapping; an empty array if the document is empty.
    mutating func pairs() throws(FrontMatter.Failure) -> [FrontMatter.Pair] {
        var pairs: [FrontMatter.Pair] = []
        while true {
            let (event, start) = try next()
            switch event {
            case .streamStart, .documentStart: continue
            case .streamEnd: return pairs
            case .scalar("", isPlain: true): continue
            case .mappingStart: break
            default: throw .notAMapping(start)
            }
            break
        }
        pairs.reserveCapacity(16)
        try readPairs(into: &pairs, depth: 1)
        while true {
            let (event, start) = try next()
            switch event {
            case .documentEnd: continue
            case .streamEnd: return pairs
            default: throw .syntax("a second document begins here", start)
            }
        }
    }

    /// Reads the pairs of a mapping whose start has been read.
    ///
    /// A key that is not a text is dropped together with its value.
    private mutating func readPairs(into pairs: inout [FrontMatter.Pair], depth: Int)
        throws(FrontMatter.Failure)
    {
        while true {
            let (event, keyStart) = try next()
            if case .mappingEnd = event { return }
            let key = try value(of: event, at: keyStart, depth: depth)
            let (valueEvent, valueStart) = try next()
            let value = try value(of: valueEvent, at: valueStart, depth: depth)
            if case .scalar(let name, _) = key {
                pairs.append(.init(key: name, keyStart: keyStart, value: value, valueStart: valueStart))
            }
        }
    }

    /// Returns a whole value, given its first event.
    ///
    /// The function calls itself no deeper than `deepest`.
    private mutating func value(of event: Event, at start: Position, depth: Int) throws(FrontMatter.Failure)
        -> FrontMatter.Value
    {
        if depth > Self.deepest { throw .syntax("nested more than \(Self.deepest) deep", start) }
        switch event {
        case .scalar(let text, let isPlain): return .scalar(text, isPlain: isPlain)
        case .mappingStart:
            var pairs: [FrontMatter.Pair] = []
            try readPairs(into: &pairs, depth: depth + 1)
            return .mapping(pairs)
        case .listStart:
            var items: [FrontMatter.Item] = []
            items.reserveCapacity(4)
            while true {
                let (event, start) = try next()
                if case .listEnd = event { return .list(items) }
                items.append(.init(value: try value(of: event, at: start, depth: depth + 1), start: start))
            }
        default: return .alias
        }
    }

    private mutating func problem() -> FrontMatter.Failure {
        let parser = unsafe parser.pointee
        let text = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "not YAML"
        guard unsafe parser.error != YAML_READER_ERROR else {
            // libyaml's reader counts the bytes of its input, and has no marks.
            return unsafe .syntax(text, position(ofInput: parser.problem_offset))
        }
        return unsafe .syntax(text, position(of: parser.problem_mark))
    }

    private var bodyStart: Int { source.whole(line: firstLine).lowerBound }

    /// Returns the position of a byte of the input.
    ///
    /// In the input, U+FFFD replaces bytes that are not UTF-8.
    private func position(ofInput end: Int) -> Position {
        var offset = bodyStart
        for at in unsafe input.indices.prefix(end) where unsafe input[at] & 0xC0 != 0x80 {
            if offset == source.bytes.count { break }
            offset += Encoding.characterLength(in: source.bytes.span, at: offset)
        }
        return position(ofOffset: offset)
    }

    /// Returns the position of a mark.
    ///
    /// libyaml counts lines and columns from 0, and characters instead of bytes. Some characters end a line
    /// only for libyaml (U+0085, U+2028, U+2029). If there are characters outside ASCII, only the mark's
    /// index is therefore used.
    private mutating func position(of mark: yaml_mark_t) -> Position {
        if isASCII { return position(ofLine: firstLine + Int(mark.line), column: Int(mark.column) + 1) }
        // Events come in order, and thousands of them can stand on one line. So the search continues from the
        // last mark.
        if Int(mark.index) < lastMark.index { lastMark = (0, bodyStart) }
        while lastMark.index < Int(mark.index), lastMark.offset < source.bytes.count {
            lastMark.offset += Encoding.characterLength(in: source.bytes.span, at: lastMark.offset)
            lastMark.index += 1
        }
        return position(ofOffset: lastMark.offset)
    }

    /// Returns the position of a byte.
    ///
    /// A line end's position is right after the line's content.
    private func position(ofOffset offset: Int) -> Position {
        let position = source.position(of: offset)
        return self.position(ofLine: position.line, column: position.column)
    }

    private func position(ofLine line: Int, column: Int) -> Position {
        // libyaml sees another line after the last line's end.
        let content = source.content(ofLine: min(line, source.lineCount))
        return line > source.lineCount
            ? Position(line: source.lineCount, column: content.count + 1)
            : Position(line: line, column: min(column, content.count + 1))
    }
}
