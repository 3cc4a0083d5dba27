/// A whole file of YAML, as the pairs of its one mapping.
///
/// It is read like front matter, but without the enclosing lines.
package struct YAMLFile: Sendable {
    package let content: Result<[FrontMatter.Pair], FrontMatter.Failure>

    package init(_ source: Source) {
        let start = source.whole(line: 1).lowerBound
        do {
            content = .success(try YAMLEvents.pairs(of: source, start..<source.bytes.count, firstLine: 1))
        } catch {
            content = .failure(error)
        }
    }
}
