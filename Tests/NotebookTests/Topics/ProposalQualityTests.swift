import Foundation
import Notebook
import Testing

/// What the standard lexicon makes of sentences that people say after interviews.
struct ProposalQualityTests {
    @Test func `seven of eight topics are right, and seven of ten sentences get one, that were never seen`()
        throws
    {
        let quality = try Quality(of: "held-out")
        #expect(quality.sentences == 100)
        #expect(quality.precision >= 0.87, "\(quality)")
        #expect(quality.recall >= 0.7, "\(quality)")
    }

    @Test(arguments: ["tuning", "registers", "ordinary"])
    func `the sentences that the lexicon was made by stay right`(file: String) throws {
        let quality = try Quality(of: file)
        #expect(quality.sentences >= 400)
        #expect(quality.precision >= 0.9, "\(quality): \(quality.mistakes)")
        #expect(quality.recall >= 0.75, "\(quality)")
    }

    @Test(arguments: [
        "Software Engineer", "Staff Nurse", "Teacher", "Account Executive", "Product Designer",
        "Graduate Trainee",
    ])
    func `a pack counts for the roles of its profession`(role: String) throws {
        let quality = try Quality(of: "registers", role: role)
        #expect(quality.sentences >= 40)
        #expect(quality.precision >= 0.75, "\(quality): \(quality.mistakes)")
        #expect(quality.recall >= 0.6, "\(quality)")
        #expect(try Quality(of: "registers", role: role, usingPacks: false).recall <= quality.recall)
    }

    @Test func `every topic that a sentence is said to be about is one of the lexicon`() throws {
        let known = Set(Lexicon.standard.topics.map(\.topic))
        for file in ["tuning", "registers", "ordinary", "oblique", "held-out"] {
            for sentence in try Sentence.all(in: file) {
                #expect(sentence.topics.isSubset(of: known), "\(sentence)")
            }
        }
    }
}

private struct Sentence {
    let role: String?
    let topics: Set<String>
    let text: String

    static func all(in file: String) throws -> [Sentence] {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "\(file).txt")
        var sentences: [Sentence] = []
        var role: String?
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        where !line.hasPrefix("#") {
            if line.hasPrefix("@") {
                role = line.dropFirst().trimmingCharacters(in: .whitespaces)
                continue
            }
            let parts = try #require(line.firstIndex(of: "|"))
            let topics = line[..<parts].split(separator: ",").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            sentences.append(
                Sentence(
                    role: role, topics: Set(topics).subtracting(["-"]),
                    text: line[line.index(after: parts)...].trimmingCharacters(in: .whitespaces)))
        }
        return sentences
    }
}

/// How good proposals are for the sentences of a file.
private struct Quality: CustomStringConvertible {
    private(set) var sentences = 0
    private var sentencesWithTopic = 0
    private var sentencesWithRightOne = 0
    private var proposals = 0
    private(set) var mistakes: [String] = []

    var precision: Double { 1 - Double(mistakes.count) / Double(max(proposals, 1)) }
    /// How many of the sentences that have a topic get a right one.
    var recall: Double { Double(sentencesWithRightOne) / Double(max(sentencesWithTopic, 1)) }

    init(of file: String, role: String? = nil, usingPacks: Bool = true) throws {
        var finder = TopicFinder(.standard)
        for sentence in try Sentence.all(in: file) where role == nil || sentence.role == role {
            let packs = usingPacks ? finder.packs(ofRole: sentence.role) : []
            finder.read(sentence.text, packs: packs)
            let found = finder.proposals()
            sentences += 1
            proposals += found.count
            sentencesWithTopic += sentence.topics.isEmpty ? 0 : 1
            sentencesWithRightOne += found.contains { sentence.topics.contains($0.topic.name) } ? 1 : 0
            for proposal in found where !sentence.topics.contains(proposal.topic.name) {
                mistakes.append("\(proposal.topic): \"\(proposal.words)\" in \"\(sentence.text)\"")
            }
        }
    }

    /// Numbers alone, for by what must stay unseen nobody is to change the lexicon.
    var description: String { "precision \(precision), recall \(recall), of \(proposals) proposals" }
}
