import Testing

@testable import debrief

struct ColoredTextTests {
    private static func colored(_ text: String, _ kind: TextKind) -> String {
        String(decoding: ColoredText.bytes(Array(text.utf8), as: kind), as: UTF8.self)
            .replacing("\u{1B}[0m", with: "⟩").replacing("\u{1B}[", with: "⟨")
    }

    @Test(arguments: [
        ("a.md:3:1: error: bad [code]", "⟨1ma.md:3:1:⟩⟨1;31m error:⟩ bad ⟨2m[code]⟩"),
        ("a.md:3:1: text [x]", "⟨1ma.md:3:1:⟩ text [x]"),
        ("a.md:3: “x” is new", "⟨1ma.md:3:⟩ “x” is new"),
        ("a:b: 1:2:3: x", "⟨1ma:b: 1:2:3:⟩ x"),
        ("no place", "no place"), ("a:: b", "a:: b"), ("a:1", "a:1"), ("a:1:", "a:1:"),
        ("a.md:1:2: warning: no code", "⟨1ma.md:1:2:⟩⟨1;33m warning:⟩ no code"),
    ])
    func `a position stands out, and so does what is wrong there`(line: String, colored: String) {
        #expect(Self.colored(line, .positions) == colored)
        #expect(Self.colored(line + "\n", .positions) == colored + "\n")
    }

    @Test(arguments: [
        ("## Do next", "⟨1m## Do next⟩"),
        ("- **Sort 3**: [a:1](b.md#L1), `c`", "- ⟨1m**Sort 3**⟩: [a:1]⟨2m(b.md#L1)⟩, ⟨36m`c`⟩"),
        (#"\[a\](b) \*\*c\*\* \`d\`"#, #"\[a\](b) \*\*c\*\* \`d\`"#),
        ("`open [a](b", "`open [a](b"), ("**", "**"), ("\\", "\\"),
    ])
    func `markdown's marks stand out or back`(line: String, colored: String) {
        #expect(Self.colored(line, .markdown) == colored)
    }

    @Test func `a difference is green and red`() {
        #expect(
            Self.colored("--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n z\n", .diff)
                == "⟨1m--- a⟩\n⟨1m+++ b⟩\n⟨36m@@ -1 +1 @@⟩\n⟨31m-x⟩\n⟨32m+y⟩\n z\n")
    }

    @Test(arguments: [TextKind.plain, .positions, .diff, .markdown])
    func `without its colours a text is what it was`(kind: TextKind) {
        var seed: UInt64 = 7
        let pieces: [[UInt8]] =
            [":1:", "2", ": error: ", "`", "**", "](", ")", "\\", "\n", "#", "-", "é😀", "["]
            .map { Array($0.utf8) } + [[0xFF], [0]]
        for length in 0..<200 {
            let text = (0..<length).flatMap { _ -> [UInt8] in
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return pieces[Int(seed >> 33) % pieces.count]
            }
            var colored = ColoredText.bytes(text, as: kind)[...]
            var plain: [UInt8] = []
            while let byte = colored.popFirst() {
                if byte == 0x1B {
                    colored = colored.drop { $0 != UInt8(ascii: "m") }.dropFirst()
                } else {
                    plain.append(byte)
                }
            }
            #expect(plain == text)
        }
    }
}
