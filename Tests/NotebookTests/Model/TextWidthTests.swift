import Testing

@testable import Notes

/// How many columns characters take in a terminal.
struct TextWidthTests {
    @Test(arguments: [
        // The last of a range of wide characters, and the first after it.
        ("\u{115F}", 2), ("\u{1160}", 1), ("\u{A4C6}", 2), ("\u{A4C7}", 1), ("\u{3FFFD}", 2),
        ("\u{40000}", 1),
        ("\u{1F320}", 2), ("\u{1F321}", 1), ("\u{1F6C5}", 2), ("\u{1F6C6}", 1),
        ("渡", 2), ("か", 2), ("한", 2), ("、", 2), ("～", 2), ("ｶ", 1), ("é", 1), ("e\u{301}", 1), ("–", 1),
        // A flag is of two letters; a variation selector makes an emoji of a symbol.
        ("🇩🇪", 2), ("✅", 2), ("🌶", 1), ("🌶\u{FE0F}", 2), ("👩‍🔬", 2), ("→", 1), ("", 0),
    ])
    func `a character takes as many columns as Unicode says`(text: String, columns: Int) {
        #expect(TextWidth.of(text) == columns)
        #expect(TextWidth.of("a\(text)b") == columns + 2)
    }

    @Test func `the ranges of wide characters are in order, and do not touch`() {
        for (one, next) in zip(WideCharacters.ranges, WideCharacters.ranges.dropFirst()) {
            #expect(one.upperBound + 1 < next.lowerBound)
        }
    }
}
