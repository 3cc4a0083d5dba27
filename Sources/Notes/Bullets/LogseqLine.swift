internal import Markup

/// A line within a bullet's first paragraph that is more than text for Logseq and org-mode.
package enum LogseqLine: Equatable {
    /// `id:: 6340b0c1`, which belongs to the block and not to the block's text.
    case property
    /// `:LOGBOOK:`, which opens a drawer.
    case drawer
    /// `:END:`, which closes one.
    case drawerEnd
    /// `CLOCK: [2026-11-10 Tue 12:38:27]`.
    case clock
    /// `SCHEDULED: <2026-12-01 Tue>` and nothing else.
    case planning

    /// Reads a line without its indentation; nil if the line is text.
    package init?(_ line: Span<UInt8>) {
        guard let first = line.indices.first else { return nil }
        switch line[first] {
        case .ascii(":"):
            guard let name = Self.drawerName(line) else { return nil }
            self = line.extracting(name).isWord("end") ? .drawerEnd : .drawer
        case .ascii("C") where line.has("CLOCK:", at: first): self = .clock
        case .ascii("D") where Self.isPlanning(line), .ascii("S") where Self.isPlanning(line):
            self = .planning
        default:
            guard Self.propertyKey(line) != nil else { return nil }
            self = .property
        }
    }

    /// Returns whether a bullet's first line may be more than text, judging by its first word.
    package static func mayBegin(_ line: Span<UInt8>) -> Bool {
        !line.isEmpty && (line[0] == .ascii(":") || propertyKey(line) != nil)
    }

    /// Returns whether a line is one of the properties that Logseq writes by itself.
    ///
    /// A bullet may begin with such a line. Any other key at the beginning belongs to the bullet's text.
    package static func isOwnProperty(_ line: Span<UInt8>) -> Bool {
        guard let end = propertyKey(line) else { return false }
        let key = line.extracting(0..<end)
        return ownKeys.contains { key.isWord($0) }
    }

    private static let ownKeys: [StaticString] = [
        "id", "collapsed", "created-at", "updated-at", "last-modified-at", "background-color", "heading",
        "template", "icon", "logseq.order-list-type",
    ]

    /// Returns where the key of `key:: value` ends; nil if the line is not a property.
    ///
    /// The key has no blank, and a blank or the line's end follows the colons.
    private static func propertyKey(_ line: Span<UInt8>) -> Int? {
        var end = 0
        while end < line.count, isKeyByte(line[end]) { end += 1 }
        guard end > 0, line.has("::", at: end), end + 2 == line.count || line[end + 2].isWhiteSpace else {
            return nil
        }
        return end
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        if byte.isLetter || byte.isDigit || byte >= 0x80 { return true }
        switch byte {
        case .ascii("-"), .ascii("_"), .ascii("."), .ascii("/"), .ascii("?"): return true
        default: return false
        }
    }

    /// Returns the name of a drawer; nil if the line is not a drawer's.
    ///
    /// The name stands alone on its line. It is in capitals, unless it is one that the tools write, because
    /// an emoji's `:smile:` is text.
    private static func drawerName(_ line: Span<UInt8>) -> Range<Int>? {
        var end = line.count
        while end > 0, line[end - 1].isWhiteSpace { end -= 1 }
        guard end > 2, line[end - 1] == .ascii(":") else { return nil }
        let name = 1..<end - 1
        let word = line.extracting(name)
        if word.isWord("end") || word.isWord("logbook") || word.isWord("properties") { return name }
        for at in word.indices {
            let isCapital = word[at].isLetter && word[at] == word[at] & 0xDF
            guard isCapital || at > 0 && (word[at] == .ascii("-") || word[at] == .ascii("_")) else {
                return nil
            }
        }
        return name
    }

    /// Returns whether a line holds only timestamps of org-mode: `SCHEDULED: <…> DEADLINE: <…>`.
    private static func isPlanning(_ line: Span<UInt8>) -> Bool {
        var at = 0
        while true {
            if line.has("SCHEDULED:", at: at) {
                at += 10
            } else if line.has("DEADLINE:", at: at) {
                at += 9
            } else {
                return false
            }
            while at < line.count, line[at].isBlank { at += 1 }
            guard at < line.count, line[at] == .ascii("<"),
                let close = line.firstIndex(of: .ascii(">"), in: at..<line.count)
            else { return false }
            at = close + 1
            while at < line.count, line[at].isWhiteSpace { at += 1 }
            if at == line.count { return true }
        }
    }
}
