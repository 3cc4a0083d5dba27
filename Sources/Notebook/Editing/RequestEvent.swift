internal import Markup

/// What happens to a request for feedback.
public enum RequestEvent: String, Sendable, CaseIterable {
    case asked, answered, refused, thanked

    /// The date that says when it happened.
    var date: WritableKeyPath<RequestDates, CalendarDate?> {
        switch self {
        case .asked: \.asked
        case .answered: \.answered
        case .refused: \.refused
        case .thanked: \.thanked
        }
    }

    /// A line of front matter with the event, as the last one; nil where there is front matter that cannot be
    /// read, or that has the key with a value already.
    func replacement(in source: Source, _ date: CalendarDate) -> Edit.Replacement? {
        let pair = "\(rawValue): \(date)"
        guard let frontMatter = FrontMatter(of: source) else {
            let end = source.lineEnd(ofLine: 1)
            let start = source.whole(line: 1).lowerBound
            let lines = ["---", pair, "---", ""].flatMap { Array($0.utf8) + end }
            return Edit.Replacement(start..<start, with: lines)
        }
        guard case .success(let pairs) = frontMatter.content, frontMatter.lines.count >= 2 else { return nil }
        if let known = pairs.first(where: { $0.key.lowercased() == rawValue }) {
            guard case .scalar("", isPlain: true) = known.value else { return nil }
            let line = source.content(ofLine: known.keyStart.line)
            guard let colon = source.bytes[line].firstIndex(of: .ascii(":")) else { return nil }
            return Edit.Replacement(colon + 1..<colon + 1, with: " \(date)".utf8)
        }
        let last = frontMatter.lines.upperBound - 1
        let start = source.whole(line: last).lowerBound
        return Edit.Replacement(start..<start, with: Array(pair.utf8) + source.lineEnd(ofLine: last - 1))
    }
}

extension Source {
    /// What ends a line; LF where nothing does.
    fileprivate func lineEnd(ofLine line: Int) -> [UInt8] {
        let end = bytes[content(ofLine: line).upperBound..<whole(line: line).upperBound]
        return end.isEmpty ? [Byte.lf] : Array(end)
    }
}
