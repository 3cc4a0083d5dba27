package import Markup

/// The patterns of the files and folders that a notebook does not read, written as in `.gitignore`.
///
/// The last pattern that matches a path decides. Nothing below an ignored folder is looked at, so that no
/// later pattern brings back a part of the folder.
package struct IgnorePatterns: Sendable {
    private struct Pattern {
        let parts: [PathPattern]
        let isNegated: Bool
        let isForFoldersOnly: Bool
    }

    private var patterns: [Pattern] = []

    /// The position of the setting in the configuration.
    package private(set) var position = Position.start

    package var isEmpty: Bool { patterns.isEmpty }

    package init() {}

    package init(at position: Position) { self.position = position }

    /// Adds a pattern as it stands on a line of `.gitignore`.
    ///
    /// Empty lines and comments add nothing.
    package mutating func add(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while bytes.last == Byte.space, !bytes.dropLast().endsInEscape { bytes.removeLast() }
        if bytes.first == .ascii("#") { return }
        let isNegated = bytes.first == .ascii("!")
        if isNegated { bytes.removeFirst() }
        let isForFoldersOnly = bytes.last == .ascii("/")
        if isForFoldersOnly { bytes.removeLast() }
        guard !bytes.isEmpty else { return }
        let isAnchored = bytes.contains(.ascii("/"))
        if bytes.first == .ascii("/") { bytes.removeFirst() }
        var parts = bytes.split(separator: .ascii("/")).map { PathPattern(Array($0)) }
        if parts.isEmpty { return }
        if !isAnchored { parts.insert(.anyFolders, at: 0) }
        patterns.append(Pattern(parts: parts, isNegated: isNegated, isForFoldersOnly: isForFoldersOnly))
    }

    /// Returns whether a path is ignored.
    ///
    /// The folders above it must not be ignored themselves.
    package func ignores(_ path: some Collection<UInt8>, isFolder: Bool) -> Bool {
        if patterns.isEmpty { return false }
        let names = path.split(separator: .ascii("/")).map { Array($0) }
        return ignores(names[...], isFolder: isFolder)
    }

    /// Returns whether a file or a folder above it is ignored.
    package func hides(_ path: NotePath) -> Bool {
        if patterns.isEmpty { return false }
        let names = path.bytes.split(separator: .ascii("/")).map { Array($0) }
        return names.indices.contains { last in
            ignores(names[...last], isFolder: last < names.count - 1)
        }
    }

    private func ignores(_ names: ArraySlice<[UInt8]>, isFolder: Bool) -> Bool {
        for pattern in patterns.reversed() {
            if pattern.isForFoldersOnly && !isFolder { continue }
            if PathPattern.match(pattern.parts, names) { return !pattern.isNegated }
        }
        return false
    }

    /// Returns whether a pattern matches every file, so that it cannot be meant.
    package static func isTooWide(_ text: String) -> Bool {
        var patterns = IgnorePatterns()
        patterns.add(text)
        guard !patterns.isEmpty else { return false }
        return ["0 x.md", "é.markdown"].allSatisfy { patterns.ignores($0.utf8, isFolder: false) }
    }
}

extension ArraySlice<UInt8> {
    /// Whether the bytes end in a backslash that is not itself escaped.
    fileprivate var endsInEscape: Bool {
        !reversed().prefix { $0 == .ascii("\\") }.count.isMultiple(of: 2)
    }
}
