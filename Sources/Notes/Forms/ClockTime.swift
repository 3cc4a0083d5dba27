internal import Markup

/// A time of day as people write it: `9:30`, `09:30:00+02:00`, `2:30 PM`.
package struct ClockTime: Sendable, Equatable {
    /// The time as `HH:MM`.
    package let text: String
    /// The offset from UTC that follows the time, as `+02:00` or `Z`; nil if there is none.
    package private(set) var offset: String?
    /// The offset at which the time ends in the bytes that it was read from.
    private let end: Int

    /// Reads a time that is a whole text, without seconds and without an offset from UTC; nil if the text is
    /// anything else.
    package init?(whole text: String) {
        let found = text.withBytes { bytes in
            Self(hoursAndMinutes: bytes, 0..<bytes.count).flatMap { $0.end == bytes.count ? $0 : nil }
        }
        guard let found else { return nil }
        self = found
    }

    /// Reads the time at the start of a range, and what follows it: seconds, `am` or `pm`, an offset from
    /// UTC.
    package init?(in text: Span<UInt8>, _ range: Range<Int>) {
        guard let time = Self(hoursAndMinutes: text, range) else { return nil }
        var at = time.end
        if at < range.upperBound, text[at] == .ascii(":") {
            at += 1
            while at < range.upperBound, text[at].isDigit || text[at] == .ascii(".") { at += 1 }
        }
        let afterSeconds = at
        while at < range.upperBound, text[at].isBlank { at += 1 }
        var shown = time.text
        if at + 2 <= range.upperBound, case let half = text.extracting(at..<at + 2),
            half.isWord("am") || half.isWord("pm"), let hour = Int(time.text.prefix(2)),
            (1...12).contains(hour)
        {
            let moved = hour % 12 + (half.isWord("pm") ? 12 : 0)
            shown = Self.twoDigits(moved) + time.text.dropFirst(2)
            at += 2
            while at < range.upperBound, text[at].isBlank { at += 1 }
        } else if at == range.upperBound {
            at = afterSeconds
        }
        self.text = shown
        end = at
        offset = Self.offset(in: text, at..<range.upperBound)
    }

    private init?(hoursAndMinutes text: Span<UInt8>, _ range: Range<Int>) {
        var at = range.lowerBound
        func number(upTo digits: Int) -> Int? {
            let start = at
            while at < range.upperBound, at < start + digits, text[at].isDigit { at += 1 }
            return at > start ? Int(text.extracting(start..<at).text) : nil
        }
        guard let hour = number(upTo: 2), hour < 24, at < range.upperBound, text[at] == .ascii(":") else {
            return nil
        }
        at += 1
        let start = at
        guard let minute = number(upTo: 2), minute < 60, at == start + 2,
            at == range.upperBound || !text[at].isDigit
        else { return nil }
        self.text = Self.twoDigits(hour) + ":" + Self.twoDigits(minute)
        end = at
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Reads an offset from UTC: `Z`, `UTC`, `+02:00`, `+0200` or `+02`.
    private static func offset(in text: Span<UInt8>, _ range: Range<Int>) -> String? {
        let rest = text.extracting(range)
        guard let sign = range.first.map({ text[$0] }) else { return nil }
        if rest.isWord("z") || rest.isWord("utc") || rest.isWord("gmt") { return "Z" }
        guard sign == .ascii("+") || sign == .ascii("-") else { return nil }
        var digits: [UInt8] = []
        for offset in 1..<rest.count {
            if rest[offset].isDigit {
                digits.append(rest[offset])
            } else if rest[offset] != .ascii(":") || digits.count != 2 {
                return nil
            }
        }
        guard digits.count == 2 || digits.count == 4 else { return nil }
        let text = String(decoding: digits + Array("00".utf8), as: UTF8.self)
        return (sign == .ascii("+") ? "+" : "-") + text.prefix(2) + ":" + text.dropFirst(2).prefix(2)
    }
}
