/// Applies a unified diff, as `patch` does: a second way from the old bytes to the new.
///
/// - Returns: nil where the diff does not fit.
func patched(_ old: [UInt8], with diff: [UInt8]) -> [UInt8]? {
    let lines = splitLines(old)
    var new: [UInt8] = []
    var at = 0
    var rest = splitLines(diff)[...]
    guard rest.popFirst()?.starts(with: "--- ".utf8) == true,
        rest.popFirst()?.starts(with: "+++ ".utf8) == true
    else { return nil }
    while let head = rest.popFirst() {
        let words = String(decoding: head, as: UTF8.self).split(separator: " ")
        guard words.count == 4, words[0] == "@@", words[1].first == "-" else { return nil }
        let numbers = words[1].dropFirst().split(separator: ",").compactMap { Int($0) }
        guard let first = numbers.first else { return nil }
        let count = numbers.count > 1 ? numbers[1] : 1
        let start = count == 0 ? first : first - 1
        guard start >= at, start <= lines.count else { return nil }
        new += lines[at..<start].joined()
        at = start
        while let line = rest.first, line.first != UInt8(ascii: "@") {
            rest = rest.dropFirst()
            var content = Array(line.dropFirst())
            if rest.first?.starts(with: "\\ No newline".utf8) == true {
                rest = rest.dropFirst()
                content.removeLast()
            }
            switch line.first {
            case UInt8(ascii: "+"): new += content
            case UInt8(ascii: " "), UInt8(ascii: "-"):
                guard at < lines.count, lines[at].elementsEqual(content) else { return nil }
                if line.first == UInt8(ascii: " ") { new += content }
                at += 1
            default: return nil
            }
        }
        guard at == start + count else { return nil }
    }
    return new + lines[at...].joined()
}

/// Lines as `patch` has them, each with its LF.
private func splitLines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while !rest.isEmpty {
        let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
        lines.append(rest[..<end])
        rest = rest[end...]
    }
    return lines
}
