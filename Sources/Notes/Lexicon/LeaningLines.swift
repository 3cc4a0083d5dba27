internal import Markup

/// The lines of a file that says how far each name leans to each of several things.
///
/// A line is a name, a tab and amounts: `A12B-3` is 12 for the first thing and 3 away from the second. Lines that begin
/// with `#` are left out.
package struct LeaningLines {
    /// One amount of a line.
    package struct Amount: Sendable {
        /// The number of the thing.
        package let number: Int
        package let amount: Int
    }

    private let text: [UInt8]

    package init(_ text: [UInt8]) {
        self.text = text
    }

    /// Calls a function with the range of each line's name and of what follows the tab.
    package func forEach(_ body: (_ name: Range<Int>, _ rest: Range<Int>) -> Void) {
        var at = 0
        while at < text.count {
            let end = text.span.firstIndex(of: .ascii("\n"), in: at..<text.count) ?? text.count
            if end > at, text[at] != .ascii("#"),
                let tab = text.span.firstIndex(of: .ascii("\t"), in: at..<end)
            {
                body(at..<tab, tab + 1..<end)
            }
            at = end + 1
        }
    }

    /// Returns the amounts in a range; those for things beyond the count are left out.
    package func amounts(in range: Range<Int>, ofThings count: Int) -> [Amount] {
        var amounts: [Amount] = []
        var at = range.lowerBound
        while at < range.upperBound {
            let letter = Int(text[at])
            let number = letter < 97 ? letter - 65 : letter - 97 + 26
            at += 1
            var sign = 1
            if at < range.upperBound, text[at] == .ascii("-") {
                sign = -1
                at += 1
            }
            var amount = 0
            while at < range.upperBound, text[at].isDigit {
                amount = amount * 10 + Int(text[at] - 48)
                at += 1
            }
            if (0..<count).contains(number) { amounts.append(Amount(number: number, amount: sign * amount)) }
        }
        return amounts
    }
}
