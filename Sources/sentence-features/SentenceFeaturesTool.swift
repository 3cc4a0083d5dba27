internal import Foundation
internal import Markup
internal import Notes

/// Prints what can be seen of each sentence of some notes, a line each: its note, its first line, what it tells by the
/// leanings that there are, its words, and the names of its features, with tabs between them.
///
/// `make kinds` counts on them what such a sentence tells.
@main
enum SentenceFeaturesTool {
    static func main() throws {
        for folder in CommandLine.arguments.dropFirst() {
            let root = URL(filePath: folder)
            let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
            for name in names where name.hasSuffix(".md") {
                let bytes = try Array(Data(contentsOf: root.appending(path: name)))
                guard let note = AdoptableNote(Source(bytes), path: NotePath(name), vocabulary: .standard)
                else {
                    continue
                }
                let finder = AdoptionFinder(note)
                let sentences = finder.noteSentences()
                for (number, sentence) in sentences.enumerated() {
                    let line = note.source.position(of: sentence.range.lowerBound).line
                    let features = SentenceFeatures(of: number, in: sentences).names
                    let kind = finder.kinds.kind(in: sentence.range) ?? .other
                    let fields = [folder, name, "\(line)", kind.rawValue, sentence.text] + features
                    print(fields.map { $0.replacing("\t", with: " ") }.joined(separator: "\t"))
                }
            }
        }
    }
}
