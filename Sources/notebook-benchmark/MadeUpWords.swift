/// The words that made-up notes consist of.
enum MadeUpWords {
    static let companies = [
        "Okapi Pay", "Harrow & Pike", "Lindholt", "Ferrymead", "Pennant", "Bramble Health", "Quillon",
        "Veldkant", "Saltmarsh", "Größer & Söhne", "結論研究所", "Tidewater", "Copperfield", "Umber", "Norrsken",
    ]
    static let roles = [
        "Staff Engineer", "Data Analyst", "Product Manager", "Site Reliability Engineer", "Designer",
        "\"Engineer: platform\"", "Teacher", "Nurse Educator",
    ]
    static let rounds = [
        "phone screen", "onsite", "panel", "final", "take-home", "system design", "behavioural",
    ]
    static let people = [
        "Dana Ruiz", "Lee-Ann O'Hara", "Gareth Llewellyn", "Sam Okafor", "Ana Kovač", "Lee Park", "Noor",
        "Émile Zola", "山田太郎", "Priya Raman", "Tom", "Ines Duarte",
    ]
    static let outcomes = [
        "rejected", "rejected", "rejected", "advanced", "offer", "withdrawn", "waiting", "scheduled",
    ]
    static let topics = [
        "structure", "brevity", "listening", "delivery/pace", "delivery/volume", "design/tradeoffs",
        "numbers", "examples", "energy", "questions", "salary", "domain", "énergie", "結論", "q2_numbers",
        "conflict", "ownership", "testing", "incident", "preparation",
    ]

    private static let words = [
        "the", "a", "answer", "conclusion", "story", "first", "before", "question", "clear", "short",
        "longer", "than", "it", "should", "could", "with", "without", "number", "example", "pause", "think",
        "aloud", "about", "trade-offs", "scope", "and", "cost", "of", "each", "option", "while", "drawing",
        "they", "asked", "for", "more", "detail", "on", "my", "part", "in", "team", "because", "nobody",
        "had", "said", "what", "was", "meant", "by", "impact", "twice", "then", "moved", "to", "next",
        "point", "too", "fast", "at", "end", "named", "names", "did", "not", "check", "whether", "this",
        "was", "wanted", "naïve", "café", "größer", "smile", "slow", "down", "listen", "until", "done",
    ]

    /// What prose has besides words.
    ///
    /// A reader must skip all of it.
    private static let asides = [
        "`due:2026-01-01`", "[the posting](https://example.com/jobs/42#apply)", "<https://example.com/a_b>",
        "**really**", "*perhaps*", "10:30", "C#", "mail@example.com", "[[2026-02-12-okapi-pay]]", "#42", "😀",
        "\"as they put it\"", "`[chew]`", "(see below)",
    ]

    static func phrase(_ random: inout Randomness) -> String {
        (0..<random.number(in: 3...6)).map { _ in random.pick(words) }.joined(separator: " ")
    }

    static func sentence(_ random: inout Randomness) -> String {
        var sentence = random.pick(words)
        sentence = sentence.prefix(1).uppercased() + sentence.dropFirst()
        for _ in 0..<random.number(in: 5...13) {
            sentence += " " + (random.chance(oneIn: 24) ? random.pick(asides) : random.pick(words))
        }
        return sentence + "."
    }

    /// Returns some sentences, in lines of up to about 80 bytes.
    static func paragraph(_ random: inout Randomness) -> String {
        let text = (0..<random.number(in: 3...6)).map { _ in sentence(&random) }.joined(separator: " ")
        var paragraph = ""
        var column = 0
        for word in text.split(separator: " ") {
            let length = word.utf8.count + 1
            if column > 0 { paragraph += column + length > 80 ? "\n" : " " }
            column = column + length > 80 ? length : column + length
            paragraph += word
        }
        return paragraph
    }
}
