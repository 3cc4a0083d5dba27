import Foundation
import Testing

@testable import Notebook

/// What the standard lexicon makes of sentences that people say after interviews.
struct ProposalQualityTests {
    @Test func `nine of ten topics are right, and six of ten sentences get one, that were never seen`() throws
    {
        let quality = try Quality(of: "held-out")
        #expect(quality.sentences == 100)
        #expect(quality.precision >= 0.9, "\(quality)")
        #expect(quality.recall >= 0.6, "\(quality)")
    }

    @Test func `the sentences that the lexicon was made by stay right`() throws {
        let quality = try Quality(of: "tuning")
        #expect(quality.sentences >= 400)
        #expect(quality.precision >= 0.94, "\(quality): \(quality.mistakes)")
        #expect(quality.recall >= 0.7, "\(quality)")
    }

    @Test func `every topic that a sentence is said to be about is one of the lexicon`() throws {
        let known = Set(Lexicon.standard.topics.map(\.topic))
        for file in ["tuning", "held-out"] {
            for sentence in try Sentence.all(in: file) {
                #expect(sentence.topics.isSubset(of: known), "\(sentence)")
            }
        }
    }
}

private struct Sentence {
    let topics: Set<String>
    let text: String

    static func all(in file: String) throws -> [Sentence] {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "\(file).txt")
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .map { line in
                let parts = try #require(line.firstIndex(of: "|"))
                let topics = line[..<parts].split(separator: ",").map {
                    $0.trimmingCharacters(in: .whitespaces)
                }
                return Sentence(
                    topics: Set(topics).subtracting(["-"]),
                    text: line[line.index(after: parts)...].trimmingCharacters(in: .whitespaces))
            }
    }
}

/// How good proposals are for the sentences of a file.
private struct Quality: CustomStringConvertible {
    private(set) var sentences = 0
    private var sentencesWithProposal = 0
    private var proposals = 0
    private(set) var mistakes: [String] = []

    var precision: Double { 1 - Double(mistakes.count) / Double(max(proposals, 1)) }
    var recall: Double { Double(sentencesWithProposal) / Double(max(sentences, 1)) }

    init(of file: String) throws {
        var finder = TopicFinder(.standard)
        for sentence in try Sentence.all(in: file) {
            finder.read(sentence.text)
            let found = finder.proposals()
            sentences += 1
            proposals += found.count
            sentencesWithProposal += found.isEmpty ? 0 : 1
            for proposal in found where !sentence.topics.contains(proposal.topic.name) {
                mistakes.append("\(proposal.topic): \"\(proposal.words)\" in \"\(sentence.text)\"")
            }
        }
    }

    /// Numbers alone, for by what must stay unseen nobody is to change the lexicon.
    var description: String { "precision \(precision), recall \(recall), of \(proposals) proposals" }
}
