internal import Markup

extension CalendarDate {
    /// Finds the first full date in a file's name: `2026-10-14`, `2026_10_14`, `2026.10.14` or `20261014`;
    /// nil if there is none.
    ///
    /// It may stand anywhere in the name, but not within more digits.
    package init?(inName name: some Collection<UInt8>) {
        let bytes = Array(name)
        var at = 0
        while at < bytes.count {
            guard bytes[at].isDigit else {
                at += 1
                continue
            }
            let end = bytes[at...].firstIndex { !$0.isDigit } ?? bytes.count
            if end - at == 8, let date = Self.joined(bytes[at..<end]) {
                self = date
                return
            }
            if end - at == 4, let date = Self.separated(bytes[at...]) {
                self = date
                return
            }
            at = end
        }
        return nil
    }

    private static func joined(_ digits: ArraySlice<UInt8>) -> CalendarDate? {
        guard let year = number(digits.prefix(4)), let month = number(digits.dropFirst(4).prefix(2)),
            let day = number(digits.dropFirst(6))
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// Reads four, two and two digits with the same sign between them and no digit after them.
    private static func separated(_ bytes: ArraySlice<UInt8>) -> CalendarDate? {
        let rest = bytes.dropFirst(4)
        guard bytes.count >= 10, let sign = rest.first, "-_.".utf8.contains(sign),
            bytes.dropFirst(7).first == sign,
            bytes.dropFirst(10).first?.isDigit != true
        else { return nil }
        return joined(bytes.prefix(4) + rest.dropFirst().prefix(2) + bytes.dropFirst(8).prefix(2))
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for digit in digits {
            guard digit.isDigit else { return nil }
            number = number * 10 + Int(digit) - 0x30
        }
        return number
    }
}
