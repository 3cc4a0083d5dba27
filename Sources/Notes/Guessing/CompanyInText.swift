/// Finds the company of an interview in the first lines of a note without a title, such as a day's journal.
///
/// None of what it finds is certain.
package enum CompanyInText {
    /// Returns the companies that lines may name, the likeliest first.
    package static func companies(in lines: [String]) -> [String] {
        var found: [String] = []
        for line in lines {
            if let name = linked(line) ?? named(line), !found.contains(name) { found.append(name) }
        }
        if found.isEmpty, let first = lines.first, let name = beginning(first) { found.append(name) }
        return found
    }

    /// Returns the page that a line about an interview begins with a link to: `[[Acme]] #interview`.
    private static func linked(_ line: String) -> String? {
        guard line.hasPrefix("[["), let end = line.firstRange(of: "]]") else { return nil }
        let rest = String(line[end.upperBound...]).sentenceWords
        guard rest.contains(where: { telling.contains($0) }) || rest.first == "again" else { return nil }
        let name = line[line.index(line.startIndex, offsetBy: 2)..<end.lowerBound]
        let isDay = name.contains { $0.isNumber }
        return isDay ? nil : String(name.split(separator: "|").last ?? name)
    }

    /// Returns the name behind `at` and the like: `interview at Acme`, `It's a no from Acme`.
    private static func named(_ line: String) -> String? {
        let plain = line.filter { !"*_[]()".contains($0) }
        let words = plain.split(whereSeparator: \.isWhitespace).map(String.init)
        let small = words.map { $0.lowercased().filter { $0.isLetter || $0 == "'" } }
        for index in words.indices where index + 1 < words.count {
            let before = small[..<index]
            let after = small[(index + 1)...]
            let fits: Bool
            switch small[index] {
            case "at": fits = before.contains { telling.contains($0) }
            case "for": fits = before.contains { $0 == "interview" || $0 == "mock" || $0 == "intv" }
            case "from":
                fits =
                    before.last == "no" || before.last == "back"
                    || after.prefix(mostNameWords + 1).contains { calling.contains($0) }
            default: fits = false
            }
            guard fits else { continue }
            if let name = capitals(words[(index + 1)...]) { return name }
        }
        return nil
    }

    /// Returns the words with a capital letter that a text begins with; nil if it begins otherwise.
    private static func capitals(_ words: ArraySlice<String>) -> String? {
        var name: [String] = []
        for word in words.prefix(mostNameWords) {
            let ends = word.last.map { ",.;:!?".contains($0) } ?? false
            let plain = word.filter { $0.isLetter || $0.isNumber || "-'’&.".contains($0) }
            guard plain.startsWithCapital, !notNames.contains(plain.lowercased()) else { break }
            name.append(ends && plain.hasSuffix(".") ? String(plain.dropLast()) : plain)
            if ends { break }
        }
        return name.isEmpty ? nil : name.joined(separator: " ")
    }

    /// Returns the few words in which a line about an interview begins: `acme labs, video intv, 2 apr`.
    private static func beginning(_ line: String) -> String? {
        let parts = line.split { ",.;(".contains($0) }
        guard parts.count > 1, let first = parts.first else { return nil }
        let rest = parts.dropFirst().flatMap { String($0).sentenceWords }
        guard rest.contains(where: { telling.contains($0) || $0 == "today" }) else { return nil }
        let words = first.split(whereSeparator: \.isWhitespace).map(String.init)
        let isName = words.allSatisfy { word in
            word.allSatisfy { $0.isLetter || "-'’&".contains($0) } && !notNames.contains(word.lowercased())
        }
        return isName && (1...mostNameWords).contains(words.count) ? words.joined(separator: " ") : nil
    }

    private static let mostNameWords = 3
    private static let telling: Set<String> = [
        "interview", "interviews", "intv", "intvw", "call", "screen", "onsite", "panel", "video", "phone",
        "offered", "offer", "job", "role", "position", "post", "band", "hackerrank", "round", "mock",
    ]
    private static let calling: Set<String> = ["rang", "phoned", "called", "mailed", "emailed", "wrote"]
    private static let notNames: Set<String> = [
        "hr", "the", "a", "an", "my", "our", "their", "on", "in", "at", "i", "we", "it", "it's",
        "they", "she", "he", "this", "that", "home", "today", "yesterday", "monday", "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday", "long", "day", "back", "written",
        "zoom", "teams", "london", "leeds", "work", "up", "got", "had", "was", "no", "not", "yes",
        "phone", "call", "interview", "video", "mock", "january", "february", "march", "april",
        "may", "june", "july", "august", "september", "october", "november", "december",
    ]
}
